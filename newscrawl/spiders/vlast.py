"""Vlast."""

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class VlastSpider(FeedSpider):
    """Vlast, Almaty, in Russian: the feed that the site names, articles by number.

    The feed's address is WordPress's, the addresses of articles are not. English and Kazakh
    articles are sections with the same numbers; their texts tell their language.
    """

    name = "vlast"
    allowed_domains = ["vlast.kz"]
    facts = Facts("low", 2026, doubt="the feed was not read; of pages only addresses are known")
    outlet = Outlet(
        "Vlast", "KZ", "Asia/Almaty", (Edition("ru"),), own_names=("Vlast.kz", "Власть")
    )
    ways = ("feed",)
    article_url = r"https?://(?:www\.)?vlast\.kz/[a-z0-9_-]+/(?P<key>\d+)(?P<tail>-[^/]+\.html)"
    feeds = ("https://vlast.kz/feed/",)
