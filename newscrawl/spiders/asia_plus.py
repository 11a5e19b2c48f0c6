"""Asia-Plus."""

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class AsiaPlusSpider(FeedSpider):
    """Asia-Plus, Dushanbe, in Russian: a feed; the day stands in addresses, and no number.

    The Tajik and the English edition have prefixes of their own and no feed that was tried.
    """

    name = "asia_plus"
    allowed_domains = ["asiaplustj.info"]
    facts = Facts("medium", 2026, doubt="nothing is known of the pages but their addresses")
    outlet = Outlet(
        "Asia-Plus",
        "TJ",
        "Asia/Dushanbe",
        (Edition("ru", ("ru", "")),),
        own_names=("Asia-Plus Tajikistan", "Азия-Плюс", "Азия-плюс"),
    )
    ways = ("feed",)
    article_url = (
        r"https?://(?:www\.)?asiaplustj\.info/(?:(?P<edition>ru)/)?"
        r"news/(?:[a-z0-9-]+/)+\d{8}/(?P<key>[^/]+)(?P<tail>/)?"
    )
    feeds = ("https://asiaplustj.info/rss/",)
