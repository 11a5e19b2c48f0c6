"""Cumhuriyet."""

from newscrawl.base_spiders import FeedSpider, NewsSitemapSpider
from newscrawl.items import Edition, Facts, Outlet


class CumhuriyetSpider(NewsSitemapSpider, FeedSpider):
    """Cumhuriyet, Istanbul: a news sitemap and a feed of 100 items of the latest news."""

    name = "cumhuriyet"
    allowed_domains = ["cumhuriyet.com.tr"]
    facts = Facts("low", 2026, doubt="shape of addresses; nothing is known of the pages")
    outlet = Outlet("Cumhuriyet", "TR", "Europe/Istanbul", (Edition("tr"),))
    ways = ("sitemap", "feed")
    article_url = r"https?://www\.cumhuriyet\.com\.tr/(?:[a-z0-9-]+/)+[a-z0-9-]+-(?P<key>\d{4,})"
    sitemaps = ("https://www.cumhuriyet.com.tr/sitemaps/news.xml",)
    feeds = ("https://www.cumhuriyet.com.tr/rss/son_dakika.xml",)
