"""RFE/RL."""

from newscrawl.base_spiders import RferlSpider as RferlService
from newscrawl.items import Edition, Facts, Outlet


class RferlSpider(RferlService):
    """RFE/RL in English: a feed of 20 items, and the front page, as sections have only numbers.

    Further feeds are listed on a page of the site. Printed times are those of Prague.
    """

    name = "rferl"
    allowed_domains = ["rferl.org"]
    facts = Facts("medium", 2026, doubt="where the byline stands is inferred")
    outlet = Outlet(
        "RFE/RL",
        "US",
        "Europe/Prague",
        (Edition("en"),),
        own_names=("Radio Free Europe/Radio Liberty", "Radio Free Europe", "Radio Liberty"),
    )
    article_url = r"https?://(?:www\.)?rferl\.org/a/(?:[^/]+/)?(?P<key>\d+)(?P<tail>\.html)"
    feeds = ("https://www.rferl.org/api/epiqq",)
    listings = ("https://www.rferl.org/",)
    page_url = ""
