"""On.ge."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class OnGeSpider(FeedSpider):
    """On.ge, Tbilisi, in Georgian: a feed of 50 summaries."""

    name = "on_ge"
    allowed_domains = ["on.ge"]
    facts = Facts("medium", 2026, doubt="addresses and body are of 2023")
    outlet = Outlet("On.ge", "GE", "Asia/Tbilisi", (Edition("ka"),))
    ways = ("feed",)
    article_url = r"https?://(?:www\.)?on\.ge/story/(?P<key>\d+)(?P<tail>-[^/]+)?/?"
    feeds = ("https://on.ge/rss",)
    old_selectors = ArticleSelectors(body=".global-text-content", without=("figure",))
