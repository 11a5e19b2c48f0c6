"""UzDaily."""

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class UzdailySpider(FeedSpider):
    """UzDaily, Tashkent, business news in English: a feed; addresses have a slug and no number.

    The Russian and the Uzbek edition have prefixes of their own and no feed that is known.
    """

    name = "uzdaily"
    allowed_domains = ["uzdaily.uz"]
    facts = Facts("medium", 2026, doubt="nothing is known of the pages but their addresses")
    outlet = Outlet(
        "UzDaily",
        "UZ",
        "Asia/Tashkent",
        Edition.marked("en"),
        own_names=("UzDaily.uz", "UzDaily.com"),
    )
    ways = ("feed",)
    article_url = (
        r"https?://(?:www\.)?uzdaily\.uz/(?P<edition>en)/"
        r"(?:post/(?=\d))?(?P<key>\d+|[^/]+-[^/]+)(?P<tail>/)?"
    )
    feeds = ("https://www.uzdaily.uz/en/rss",)
