"""Eurasianet."""

from newscrawl.base_spiders import FeedSpider, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class EurasianetSpider(FeedSpider, ListingSpider):
    """Eurasianet, New York, on the Caucasus and Central Asia: an English host and a Russian one.

    Articles stand at the root, told from other pages by the length of their slug. Lists are
    counted from 0. Some networks are refused or challenged.
    """

    name = "eurasianet"
    allowed_domains = ["eurasianet.org"]
    facts = Facts("low", 2026, doubt="article pages and Russian lists are not known")
    outlet = Outlet(
        "Eurasianet", "US", "America/New_York", (Edition("en"), Edition("ru", ("russian",)))
    )
    ways = ("feed", "listing")
    article_url = (
        r"https?://(?:www\.|(?P<edition>russian)\.)?eurasianet\.org"
        r"/(?P<key>(?=[a-z0-9]*-)[a-z0-9-]{10,})"
    )
    feeds = ("https://eurasianet.org/rss",)
    listings = ("https://eurasianet.org/", "https://russian.eurasianet.org/")
    page_url = "{listing}/?page={index}"
