"""Gazete Duvar."""

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class GazeteDuvarSpider(FeedSpider):
    """Gazete Duvar, Istanbul: a feed of 50 items; some networks get a challenge instead."""

    name = "gazete_duvar"
    allowed_domains = ["gazeteduvar.com.tr"]
    facts = Facts("low", 2026, doubt="shape of addresses; nothing is known of the pages")
    outlet = Outlet("Gazete Duvar", "TR", "Europe/Istanbul", (Edition("tr"),), own_names=("Duvar",))
    ways = ("feed",)
    article_url = r"https?://www\.gazeteduvar\.com\.tr/(?:[a-z0-9-]+/)*[a-z0-9-]+-(?P<key>\d{4,})"
    feeds = ("https://www.gazeteduvar.com.tr/rss",)
