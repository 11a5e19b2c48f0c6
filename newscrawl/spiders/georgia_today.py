"""Georgia Today."""

from newscrawl.base_spiders import WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class GeorgiaTodaySpider(WordPressSpider):
    """Georgia Today, a weekly in Tbilisi, in English: five numbered categories.

    WordPress with the JNews theme; its feed answers with an error or a page of HTML. The slugs
    of articles are told from those of other pages by their length.
    """

    name = "georgia_today"
    allowed_domains = ["georgiatoday.ge"]
    facts = Facts("medium", 2026, doubt="article selectors follow from the theme")
    outlet = Outlet("Georgia Today", "GE", "Asia/Tbilisi", (Edition("en"),))
    ways = ("listing", "endpoint")
    article_url = r"https?://(?:www\.)?georgiatoday\.ge/(?P<key>[a-z0-9-]{25,})/?"
    site = "https://georgiatoday.ge/"
    listings = tuple(
        f"https://georgiatoday.ge/category/{section}"
        for section in ("news", "politics", "business", "culture", "travel")
    )
