"""Gazeta.uz."""

from newscrawl.base_spiders import FeedSpider, NewsSitemapSpider
from newscrawl.items import Edition, Facts, Outlet


class GazetaUzSpider(FeedSpider, NewsSitemapSpider):
    """Gazeta.uz, Tashkent: a sitemap for each week and edition.

    ``/oz/`` is Uzbek in Latin, ``/uz/`` in Cyrillic letters.
    """

    name = "gazeta_uz"
    allowed_domains = ["gazeta.uz"]
    facts = Facts("high", 2026, doubt="the English feed is listed only")
    outlet = Outlet(
        "Gazeta.uz",
        "UZ",
        "Asia/Tashkent",
        (
            Edition("ru", ("ru",)),
            Edition("uz", ("oz",)),
            Edition("uz-Cyrl", ("uz",)),
            Edition("en", ("en",)),
        ),
        own_names=("Газета.uz", "Gazeta"),
    )
    ways = ("feed", "sitemap")
    article_url = (
        r"https?://(?:www\.)?gazeta\.uz/(?P<edition>ru|oz|uz|en)/"
        r"(?P<key>\d{4}/\d{2}/\d{2}/[^/]+)/?"
    )
    feeds = ("https://www.gazeta.uz/ru/rss/", "https://www.gazeta.uz/en/rss/")
    sitemaps = ("https://www.gazeta.uz/sitemap/materials-{mark}-{week:%Y-%m-%d}.xml",)
