"""Kaktus.media."""

from newscrawl.base_spiders import ArticleSelectors, NewsSitemapSpider
from newscrawl.items import Edition, Facts, Outlet


class KaktusMediaSpider(NewsSitemapSpider):
    """Kaktus.media, Bishkek, in Russian: a sitemap for each month, with nothing but last changes.

    The address of the map spells the month ``mount``.
    """

    name = "kaktus_media"
    allowed_domains = ["kaktus.media"]
    facts = Facts("medium", 2025, doubt="where pages print the date is unknown")
    outlet = Outlet(
        "Kaktus.media",
        "KG",
        "Asia/Bishkek",
        (Edition("ru"),),
        own_names=("Kaktus", "Kaktus media", "Кактус медиа"),
    )
    ways = ("sitemap",)
    article_url = r"https?://(?:www\.)?kaktus\.media/doc/(?P<key>\d+)(?P<tail>_[^/]+\.html)"
    sitemaps = (
        "https://kaktus.media/other/sitemap.php?sitemap=sitemap.xml&year={month:%Y}&mount={month:%m}",
    )
    selectors = ArticleSelectors(body="div.Article--block-content")
