"""CivilNet."""

from newscrawl.base_spiders import ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class CivilnetSpider(ListingSpider):
    """CivilNet, Yerevan, in Armenian, English and Russian: the front page of each edition.

    ``/feed`` answers with a page. The slug after an article's number may be missing.
    """

    name = "civilnet"
    allowed_domains = ["civilnet.am"]
    facts = Facts("low", 2026, doubt="article pages are not known; Russian is inferred")
    outlet = Outlet(
        "CivilNet",
        "AM",
        "Asia/Yerevan",
        (Edition("hy"), Edition("en", ("en",)), Edition("ru", ("ru",))),
        own_names=("CIVILNET", "ՍիվիլՆեթ", "СивилНет"),
    )
    ways = ("listing",)
    article_url = (
        r"https?://(?:www\.)?civilnet\.am/(?:(?P<edition>en|ru)/)?news"
        r"/(?P<key>\d+)(?P<tail>/(?:[^/]+/?)?)?"
    )
    listings = ("https://www.civilnet.am/{prefix}",)
