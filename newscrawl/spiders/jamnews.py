"""JAMnews."""

from newscrawl.base_spiders import WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class JamnewsSpider(WordPressSpider):
    """JAMnews, Tbilisi, on the whole Caucasus, in English: a feed of 10 whole texts.

    WordPress; its interface, where it is open, reaches what the feed has no more.
    """

    name = "jamnews"
    allowed_domains = ["jam-news.net"]
    facts = Facts(
        "medium", 2026, doubt="the interface is inferred; marks of other editions are unknown"
    )
    outlet = Outlet("JAMnews", "GE", "Asia/Tbilisi", (Edition("en"),), own_names=("Jam News",))
    ways = ("feed", "endpoint")
    article_url = r"https?://(?:www\.)?jam-news\.net/(?P<key>[a-z0-9]+(?:-[a-z0-9]+)+)/?"
    site = "https://jam-news.net/"
