"""Ambebi.ge."""

from newscrawl.base_spiders import ArticleSelectors, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class AmbebiSpider(ListingSpider):
    """Ambebi.ge, Tbilisi, in Georgian: what the front page links.

    No feed is known. Articles are numbered one by one.
    """

    name = "ambebi"
    allowed_domains = ["ambebi.ge"]
    facts = Facts("low", 2023, doubt="the front page as a list is inferred, the rest of 2023")
    outlet = Outlet("Ambebi.ge", "GE", "Asia/Tbilisi", (Edition("ka"),), own_names=("ambebi.ge",))
    ways = ("listing",)
    article_url = r"https?://(?:www\.)?ambebi\.ge/article/(?P<key>\d+)(?P<tail>-[^/]+)?/?"
    listings = ("https://www.ambebi.ge/",)
    old_selectors = ArticleSelectors(headline="div.article_block > h1", body="div.article_content")
