"""Modern.az."""

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class ModernAzSpider(FeedSpider):
    """Modern.az, Baku, in Azerbaijani: a feed of 30 items, whose titles have HTML entities.

    Addresses have a section, a number and a slug. The English edition, at ``/en/``, has no feed
    that is known.
    """

    name = "modern_az"
    allowed_domains = ["modern.az"]
    facts = Facts("medium", 2026, doubt="nothing is known of the pages but their addresses")
    outlet = Outlet(
        "Modern.az", "AZ", "Asia/Baku", (Edition("az", ("", "az")),), own_names=("Modern",)
    )
    ways = ("feed",)
    article_url = (
        r"https?://(?:www\.)?modern\.az/(?:(?P<edition>az)/)?"
        r"[a-z0-9_-]+/(?P<key>\d+)(?P<tail>(?:/[^/]+)?/?)"
    )
    feeds = ("https://modern.az/rss",)
