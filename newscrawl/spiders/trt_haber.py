"""TRT Haber."""

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class TrtHaberSpider(FeedSpider):
    """TRT Haber, Ankara: the news channel of the state broadcaster; a feed of the latest news."""

    name = "trt_haber"
    allowed_domains = ["trthaber.com"]
    facts = Facts("low", 2026, doubt="shape of addresses; nothing is known of the pages")
    outlet = Outlet("TRT Haber", "TR", "Europe/Istanbul", (Edition("tr"),), own_names=("TRT",))
    ways = ("feed",)
    article_url = (
        r"https?://www\.trthaber\.com/(?:[a-z0-9-]+/)+[a-z0-9-]+-(?P<key>\d{4,})(?P<tail>\.html)?"
    )
    feeds = ("https://www.trthaber.com/sondakika.rss",)
