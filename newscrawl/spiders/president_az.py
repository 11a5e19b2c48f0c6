"""The President of Azerbaijan."""

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class PresidentAzSpider(FeedSpider):
    """The President of Azerbaijan, official: receptions, letters, speeches, in English.

    Articles have a number; documents and standing pages have addresses of another kind.
    """

    name = "president_az"
    allowed_domains = ["president.az"]
    facts = Facts("medium", 2026, doubt="nothing is known of the pages but their addresses")
    outlet = Outlet(
        "President of Azerbaijan",
        "AZ",
        "Asia/Baku",
        Edition.marked("en"),
        own_names=("President.az", "President of the Republic of Azerbaijan"),
    )
    ways = ("feed",)
    article_url = (
        r"https?://(?:www\.)?president\.az/(?P<edition>en)/articles/view/(?P<key>\d+)(?P<tail>/)?"
    )
    feeds = ("https://president.az/en/rss",)
