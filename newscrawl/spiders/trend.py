"""Trend."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ListingSpider, TeaserSelectors
from newscrawl.items import Edition, Facts, Outlet


class TrendSpider(FeedSpider, ListingSpider):
    """Trend, a news agency in Baku: a feed on a host for each of three languages.

    The host without a language, ``www``, is the Russian one. Lists go on by a time in their
    address that is not known; their first page is read. Dates in lists and at the top of a story
    lack the year, which only the page's head states. Feeds mix in rows that are no news.
    """

    name = "trend"
    allowed_domains = ["trend.az"]
    facts = Facts("high", 2026, doubt="further pages of lists; some stories are for subscribers")
    outlet = Outlet(
        "Trend",
        "AZ",
        "Asia/Baku",
        (Edition("en", ("en",)), Edition("az", ("az",)), Edition("ru", ("ru", "www"))),
        own_names=("Trend News Agency",),
    )
    ways = ("feed", "listing")
    article_url = (
        r"https?://(?P<edition>en|az|ru|www)\.trend\.az"
        r"/(?:[a-z0-9_-]+/)*(?P<key>\d+)(?P<tail>\.html)"
    )
    feeds = ("https://{mark}.trend.az/feeds/index.rss", "https://en.trend.az/rss/")
    listings = ("https://az.trend.az/business/", "https://en.trend.az/scaucasus/georgia/")
    teasers = TeaserSelectors(link="ul.news-list.with-images li a::attr(href)")
    selectors = ArticleSelectors(headline="h1", body="div.article-content.article-paddings")
    old_selectors = ArticleSelectors(date="span.date-time", body=".article-text")
