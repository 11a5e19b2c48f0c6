"""Netgazeti."""

from newscrawl.base_spiders import ArticleSelectors, TeaserSelectors, WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class NetgazetiSpider(WordPressSpider):
    """Netgazeti, Tbilisi, in Georgian: a feed of 32 summaries, one list of 4,000 pages.

    The feed says that it is in English.
    """

    name = "netgazeti"
    allowed_domains = ["netgazeti.ge"]
    facts = Facts("medium", 2026, doubt="article addresses are inferred, list and body of 2023")
    outlet = Outlet("Netgazeti", "GE", "Asia/Tbilisi", (Edition("ka"),), own_names=("ნეტგაზეთი",))
    ways = ("feed", "listing")
    article_url = r"https?://(?:www\.)?netgazeti\.ge/(?:[a-z_-]+/){1,2}(?P<key>\d{4,})/?"
    site = "https://netgazeti.ge/"
    full_text_feed = False
    listings = ("https://netgazeti.ge/category/news/",)
    teasers = TeaserSelectors(card="div.col-lg-4.col-md-4.col-sm-6.mb-3")
    old_selectors = ArticleSelectors(body="article p")
