"""Panorama.am."""

from newscrawl.base_spiders import ArticleSelectors, ListingSpider, TeaserSelectors
from newscrawl.items import Edition, Facts, Outlet


class PanoramaAmSpider(ListingSpider):
    """Panorama.am, Yerevan, in Armenian, English and Russian: the news page of each edition.

    There is no feed. The day of a story is in its address. Some networks meet a check for bots.
    """

    name = "panorama_am"
    allowed_domains = ["panorama.am"]
    facts = Facts("low", 2026, doubt="article pages are of 2018; news pages other than English")
    outlet = Outlet(
        "Panorama.am",
        "AM",
        "Asia/Yerevan",
        (Edition("hy", ("am",)), Edition("en", ("en",)), Edition("ru", ("ru",))),
        own_names=("Panorama",),
    )
    ways = ("listing",)
    article_url = (
        r"https?://(?:www\.)?panorama\.am/(?P<edition>en|am|ru)"
        r"/news/\d{4}/\d{2}/\d{2}/[^/]+/(?P<key>\d+)/?"
    )
    listings = ("https://www.panorama.am/{mark}/news/",)
    teasers = TeaserSelectors(link="div.news_block a::attr(href)")
    old_selectors = ArticleSelectors(body=".fs26")
