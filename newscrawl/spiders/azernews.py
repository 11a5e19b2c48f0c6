"""AzerNews."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class AzernewsSpider(FeedSpider, ListingSpider):
    """AzerNews, an English newspaper of Baku: a feed, and the front page where it has none.

    The section is the first segment of an address. The headline is the first ``h2`` beside the
    text. Pictures have their size in their address.
    """

    name = "azernews"
    allowed_domains = ["azernews.az"]
    facts = Facts("medium", 2025, doubt="feed listed, not verified; some networks get a 403")
    outlet = Outlet("AzerNews", "AZ", "Asia/Baku", (Edition("en"),), own_names=("Azernews.Az",))
    ways = ("feed", "listing")
    article_url = r"https?://(?:www\.)?azernews\.az/[a-z_]+/(?P<key>\d+)(?P<tail>\.html)"
    feeds = ("https://www.azernews.az/rss/", "https://www.azernews.az/feed.php")
    listings = ("https://www.azernews.az/",)
    selectors = ArticleSelectors(
        headline="div.article-content-wrapper h2",
        date="div.article-content-wrapper span.me-3",
        body="div.article-content-wrapper div.article-content",
    )
