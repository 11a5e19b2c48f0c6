"""Middle East Eye."""

from newscrawl.base_spiders import FeedSpider, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class MiddleEastEyeSpider(FeedSpider, ListingSpider):
    """Middle East Eye, London: a feed of 20 items and one list of news.

    The feed at ``/rss.xml`` is valid and years old. Dates are printed as ``BST`` or ``GMT``.
    """

    name = "middle_east_eye"
    allowed_domains = ["middleeasteye.net"]
    facts = Facts("medium", 2026, doubt="nothing is known of the pages; paging of the list")
    outlet = Outlet(
        "Middle East Eye",
        "GB",
        "Europe/London",
        (Edition("en"),),
        own_names=("MEE", "MEE staff", "MEE and agencies"),
    )
    ways = ("feed", "listing")
    article_url = r"https?://www\.middleeasteye\.net/news/(?P<key>[a-z0-9-]+)"
    feeds = ("https://www.middleeasteye.net/rss",)
    listings = ("https://www.middleeasteye.net/news/",)
