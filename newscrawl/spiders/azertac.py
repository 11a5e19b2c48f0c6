"""AZERTAC."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class AzertacSpider(FeedSpider):
    """AZERTAC, the state news agency of Azerbaijan: feeds of 50 items in three languages.

    Entries of the feeds have no guid and no text. Stories open with a dateline that ends in the
    agency's name. Its server answers 400 to programs whose name does not begin as browsers' do.
    """

    name = "azertac"
    allowed_domains = ["azertag.az"]
    facts = Facts("high", 2026, doubt="all selectors are from one script; name it lets through")
    # Who crawls is still said, and the contact address is added as for every outlet.
    custom_settings = {"USER_AGENT": "Mozilla/5.0 (compatible; newscrawl/0.1)"}
    outlet = Outlet(
        "AZERTAC",
        "AZ",
        "Asia/Baku",
        (Edition("az"), Edition("en", ("en",)), Edition("ru", ("ru",))),
        own_names=("AZƏRTAC", "АЗЕРТАДЖ"),
    )
    ways = ("feed",)
    article_url = r"https?://azertag\.az/(?:(?P<edition>en|ru)/)?xeber/[\w%.-]+-(?P<key>\d+)/?"
    feeds = ("https://azertag.az/{prefix}rss", "https://azertag.az/{prefix}rss-economy.xml")
    old_selectors = ArticleSelectors(
        headline=("h1.entry-title", "h2.entry-title"),
        date=("div.entry-meta", "div.news-date"),
        body=("div.news-body", "div.news-text"),
    )
