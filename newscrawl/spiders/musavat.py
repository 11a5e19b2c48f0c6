"""Musavat."""

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class MusavatSpider(FeedSpider):
    """Musavat, Baku, the site of the paper Yeni Müsavat, in Azerbaijani: a feed."""

    name = "musavat"
    allowed_domains = ["musavat.com"]
    facts = Facts("low", 2026, doubt="addresses are old; some networks get a 403")
    outlet = Outlet(
        "Musavat",
        "AZ",
        "Asia/Baku",
        (Edition("az"),),
        own_names=("Müsavat", "Yeni Müsavat", "Musavat.com"),
    )
    ways = ("feed",)
    article_url = r"https?://(?:www\.)?musavat\.com/[a-z-]+/(?:[^/]+_)?(?P<key>\d+)(?P<tail>\.html)"
    feeds = ("https://musavat.com/rss.xml",)
