"""Khabar Online."""

from newscrawl.base_spiders import NastoohSpider
from newscrawl.items import Edition, Facts, Outlet


class KhabarOnlineSpider(NastoohSpider):
    """Khabar Online, Tehran, in Persian: a feed and a news sitemap.

    Kickers stand above the headline; what is printed is Jalali, the metadata is in UTC.
    """

    name = "khabar_online"
    allowed_domains = ["khabaronline.ir"]
    facts = Facts("high", 2020, doubt="that the feed answers; article pages of 2020")
    outlet = Outlet(
        "Khabar Online", "IR", "Asia/Tehran", (Edition("fa"),), own_names=("خبرآنلاین",)
    )
    ways = ("feed", "sitemap")
    article_url = r"https?://(?:www\.)?khabaronline\.ir/news/(?P<key>\d+)(?P<tail>/[^/]+)?/?"
    feeds = ("https://www.khabaronline.ir/rss",)
    sitemaps = ("https://www.khabaronline.ir/sitemap/news/sitemap.xml",)
