"""Minval."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class MinvalSpider(FeedSpider):
    """Minval, Baku, in Russian: a feed of some twenty items, articles by number."""

    name = "minval"
    allowed_domains = ["minval.az"]
    facts = Facts("low", 2026, doubt="selectors of 2022, no date among them; 403 for some networks")
    outlet = Outlet(
        "Minval", "AZ", "Asia/Baku", (Edition("ru"),), own_names=("Minval.az", "Минвал")
    )
    ways = ("feed",)
    article_url = r"https?://(?:www\.)?minval\.az/news/(?P<key>\d+)/?"
    feeds = ("https://minval.az/rss",)
    old_selectors = ArticleSelectors(headline="article h1", body=".post-content")
