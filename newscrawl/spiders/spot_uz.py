"""Spot.uz."""

from newscrawl.base_spiders import FeedSpider, NewsSitemapSpider
from newscrawl.items import Edition, Facts, Outlet


class SpotUzSpider(FeedSpider, NewsSitemapSpider):
    """Spot, Tashkent, on business: a sitemap for each week and edition, like Gazeta.uz.

    ``/oz/`` is Uzbek in Latin letters.
    """

    name = "spot_uz"
    allowed_domains = ["spot.uz"]
    facts = Facts("medium", 2026, doubt="addresses follow from those of Gazeta.uz")
    outlet = Outlet(
        "Spot.uz",
        "UZ",
        "Asia/Tashkent",
        (Edition("ru", ("ru",)), Edition("uz", ("oz",))),
        own_names=("Spot",),
    )
    ways = ("feed", "sitemap")
    article_url = (
        r"https?://(?:www\.)?spot\.uz/(?P<edition>ru|oz)/(?P<key>\d{4}/\d{2}/\d{2}/[^/]+)/?"
    )
    feeds = ("https://www.spot.uz/rss",)
    sitemaps = ("https://www.spot.uz/sitemap/materials-{mark}-{week:%Y-%m-%d}.xml",)
