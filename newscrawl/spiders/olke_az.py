"""Olke.az."""

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class OlkeAzSpider(FeedSpider):
    """Olke.az, Baku, in Azerbaijani: a feed of 30 items, whose links are trusted."""

    name = "olke_az"
    allowed_domains = ["olke.az"]
    facts = Facts("low", 2026, doubt="addresses: whatever the feed links that is no section")
    outlet = Outlet("Olke.az", "AZ", "Asia/Baku", (Edition("az"),), own_names=("Olke", "Ölkə.az"))
    ways = ("feed",)
    article_url = (
        r"https?://(?:www\.)?olke\.az/(?!(?:tags?|category|search|page|author)/)"
        r"(?:(?:[^/]+/)+|(?=[^/]*\d))(?P<key>[^/]+)(?P<tail>/)?"
    )
    feeds = ("https://olke.az/rss",)
