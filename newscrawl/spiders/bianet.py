"""Bianet."""

from scrapy.http import TextResponse

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Article, Edition, Facts, Outlet


class BianetSpider(FeedSpider):
    """Bianet, Istanbul: feeds of 50 items with the whole text, which its pages hide well.

    English texts have addresses like the Turkish ones today, and a prefix in old ones. JSON-LD
    has the first sentences alone.
    """

    name = "bianet"
    allowed_domains = ["bianet.org"]
    facts = Facts("high", 2026, doubt="pages, the English feed; the Kurdish edition's addresses")
    outlet = Outlet(
        "Bianet",
        "TR",
        "Europe/Istanbul",
        (Edition("tr"), Edition("en", ("english",))),
        own_names=("bianet", "BİA", "BIA News Desk", "BİA Haber Merkezi"),
    )
    ways = ("feed",)
    article_url = (
        r"https?://(?:www\.)?bianet\.org/(?:haber/[a-z0-9-]+-|(?P<edition>english)/[a-z-]+/)"
        r"(?P<key>\d+)(?P<tail>-[a-z0-9-]+)?"
    )
    feeds = ("https://bianet.org/bianet.rss", "http://www.bianet.org/english.rss")
    full_text_feed = True

    def amend(self, article: Article, response: TextResponse) -> Article:
        """Take the language that the page declares: the address may not tell it."""
        declared = response.xpath("string(/html/@lang)").get(default="")[:2].lower()
        if declared in self.outlet.languages:
            article.language = declared
        return article
