"""Kazinform."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class KazinformSpider(FeedSpider, ListingSpider):
    """Kazinform, the state agency in Astana: a Russian feed, the front page of each edition.

    Articles end in ``_a`` and a number that no other edition has; sections in ``_s``. The author
    in JSON-LD is the agency. The English feed is gone.
    """

    name = "kazinform"
    allowed_domains = ["inform.kz"]
    facts = Facts(
        "medium", 2020, doubt="all of 2020; marks but the Russian, and front pages, are inferred"
    )
    outlet = Outlet(
        "Kazinform",
        "KZ",
        "Asia/Almaty",
        (Edition("ru", ("ru",)), Edition("kk", ("kz",)), Edition("en", ("en",))),
        own_names=("Казинформ", "МИА «Казинформ»", "Қазақпарат", "ҚазАқпарат"),
    )
    ways = ("feed", "listing")
    article_url = (
        r"https?://(?:www\.)?inform\.kz/(?P<edition>ru|kz|en)/"
        r"(?:[a-z0-9-]+_a|article/)(?P<key>\d+)/?"
    )
    feeds = ("https://www.inform.kz/rss/rus.xml",)
    listings = ("https://www.inform.kz/{mark}",)
    old_selectors = ArticleSelectors(
        headline=".article_title h1",
        date=".date_public_art",
        body=".article_news_body",
        without=(".frame_news_article",),
    )
