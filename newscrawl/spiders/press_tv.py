"""Press TV."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class PressTvSpider(FeedSpider):
    """Press TV, Tehran, in English: feeds of everything and of sections, on hosts that move."""

    name = "press_tv"
    allowed_domains = ["presstv.ir", "presstv.com", "presstv.tv"]
    facts = Facts("medium", 2024, doubt="that the feeds answer")
    outlet = Outlet("Press TV", "IR", "Asia/Tehran", (Edition("en"),), own_names=("PressTV",))
    ways = ("feed",)
    mirrors = {"presstv.com": "presstv.ir", "presstv.tv": "presstv.ir"}
    article_url = (
        r"https?://(?:www\.)?presstv\.ir/Detail/\d{4}/\d\d/\d\d/(?P<key>\d+)(?P<tail>/[^/]*)?"
    )
    feeds = ("https://www.presstv.ir/rss.xml",)
    selectors = ArticleSelectors(
        headline="h1.news-title-container",
        date="time.news-detail::attr(datetime)",
        body="div.news-body-container",
    )
    old_selectors = ArticleSelectors(
        headline="h2.page-header", date="div.item-date", body="div.item-text"
    )
