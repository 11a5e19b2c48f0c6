"""Al-Monitor."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class AlMonitorSpider(FeedSpider):
    """Al-Monitor, Washington: news of the Middle East; addresses have the month in them.

    Boxes with more articles, and times, stand inside the body.
    """

    name = "al_monitor"
    allowed_domains = ["al-monitor.com"]
    facts = Facts("medium", 2026, doubt="the feed is listed, not verified; selectors of 2023")
    outlet = Outlet(
        "Al-Monitor", "US", "America/New_York", (Edition("en"),), own_names=("Al-Monitor Staff",)
    )
    ways = ("feed",)
    article_url = (
        r"https?://www\.al-monitor\.com/originals/\d{4}/\d\d/(?P<key>[a-z0-9-]+)(?P<tail>\.html)?"
    )
    feeds = ("https://www.al-monitor.com/rss",)
    old_selectors = ArticleSelectors(
        headline="h1.title",
        date="time::attr(datetime)",
        byline=".author-title",
        summary=".article-subtitle",
        body="div.article-body",
        without=(".article-body .article-more-from", ".article-body time"),
    )
