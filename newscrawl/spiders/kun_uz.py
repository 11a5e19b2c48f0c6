"""Kun.uz."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, NewsSitemapSpider
from newscrawl.items import Edition, Facts, Outlet


class KunUzSpider(FeedSpider, NewsSitemapSpider):
    """Kun.uz, Tashkent, in Uzbek (two scripts), Russian and English: a sitemap for each day.

    A day's map holds all editions; the two of one Uzbek text have the same slug.
    """

    name = "kun_uz"
    allowed_domains = ["kun.uz"]
    facts = Facts("high", 2026, doubt="the body's place is of 2023")
    outlet = Outlet(
        "Kun.uz",
        "UZ",
        "Asia/Tashkent",
        (
            Edition("uz"),
            Edition("uz-Cyrl", ("kr",)),
            Edition("ru", ("ru",)),
            Edition("en", ("en",)),
        ),
    )
    ways = ("feed", "sitemap")
    article_url = (
        r"https?://(?:www\.)?kun\.uz/(?:(?P<edition>kr|ru|en)/)?news/"
        r"(?P<key>\d{4}/\d{2}/\d{2}/[^/]+)"
    )
    feeds = ("https://kun.uz/news/rss?lang=uz",)
    sitemaps = (
        "https://kun.uz/sitemap/site-map-news_day_{day.day}_year_{day.year}_month_{day.month}.xml",
    )
    old_selectors = ArticleSelectors(body="div.single-layout div.single-content")
