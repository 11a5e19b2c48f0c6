"""TRT World."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class TrtWorldSpider(FeedSpider):
    """TRT World, Istanbul, in English: a feed of 100 items, whose links may be relative.

    An article's address is a token, or a number in older ones; videos have pages of their own.
    """

    name = "trt_world"
    allowed_domains = ["trtworld.com"]
    facts = Facts("low", 2026, doubt="shape of addresses; selectors of 2024")
    outlet = Outlet("TRT World", "TR", "Europe/Istanbul", (Edition("en"),), own_names=("TRT",))
    ways = ("feed",)
    article_url = (
        r"https?://www\.trtworld\.com/(?!video/)(?:article/|(?:[a-z-]+/)+[a-z0-9-]+-)"
        r"(?P<key>[0-9a-f]{12}|\d{5,})"
    )
    feeds = ("https://www.trtworld.com/feed/rss.xml",)
    selectors = ArticleSelectors(headline="h1.article-title", body="div.Article-List")
