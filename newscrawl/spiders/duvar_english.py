"""Duvar English."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class DuvarEnglishSpider(FeedSpider):
    """Duvar English, Istanbul: sister of Gazete Duvar; whether it is alive in 2026 is unknown.

    Addresses end with the kind of the piece, such as ``news`` or ``video``, and a number.
    """

    name = "duvar_english"
    allowed_domains = ["duvarenglish.com"]
    facts = Facts("low", 2026, doubt="state of the outlet, the feed; selectors of 2024")
    outlet = Outlet(
        "Duvar English", "TR", "Europe/Istanbul", (Edition("en"),), own_names=("Duvar",)
    )
    ways = ("feed",)
    article_url = r"https?://www\.duvarenglish\.com/[a-z0-9-]+-[a-z]+-(?P<key>\d+)"
    feeds = ("https://www.duvarenglish.com/export/rss",)
    selectors = ArticleSelectors(headline="header h1", body="div.content-text")
