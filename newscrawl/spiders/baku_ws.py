"""Baku.ws."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class BakuWsSpider(FeedSpider):
    """Baku.ws, Baku, in Azerbaijani: a feed of 30 items.

    Day, month, year and time of the date stand in an element each, so the innermost element that
    holds all of them is read.
    """

    name = "baku_ws"
    allowed_domains = ["baku.ws"]
    facts = Facts("medium", 2026, doubt="addresses: whatever the feed links that is no section")
    outlet = Outlet("Baku.ws", "AZ", "Asia/Baku", (Edition("az"),))
    ways = ("feed",)
    article_url = (
        r"https?://(?:www\.)?baku\.ws/(?!(?:tags?|category|search|page|author)/)"
        r"(?:(?:[^/]+/)+|(?=[^/]*\d))(?P<key>[^/]+)/?"
    )
    feeds = ("https://baku.ws/rss",)
    selectors = ArticleSelectors(
        date="//*[contains(@class, 'post-date-day')]"
        "/ancestor::*[.//*[contains(@class, 'post-date-year')]"
        " and .//*[contains(@class, 'post-date-time')]][1]",
        body=".post-detail-content.resize-area",
        without=(".cat-left-bnr", "ins"),
    )
