"""OC Media."""

from newscrawl.base_spiders import FeedSpider, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class OcMediaSpider(FeedSpider, ListingSpider):
    """OC Media, Tbilisi, on the whole Caucasus, in English: a feed of 16 whole texts.

    Articles and sections stand at the root of the site; only articles have slugs of three words
    and more. Titles in the feed are CDATA in CDATA.
    """

    name = "oc_media"
    allowed_domains = ["oc-media.org"]
    facts = Facts("medium", 2026, doubt="the length of slugs is inferred")
    outlet = Outlet("OC Media", "GE", "Asia/Tbilisi", (Edition("en"),))
    ways = ("feed", "listing")
    article_url = r"https?://(?:www\.)?oc-media\.org/(?P<key>[a-z0-9]+(?:-[a-z0-9]+){2,})/?"
    feeds = ("https://oc-media.org/feed/",)
    full_text_feed = True
    listings = ("https://oc-media.org/",)
