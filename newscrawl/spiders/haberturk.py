"""Habertürk."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, NewsSitemapSpider
from newscrawl.items import Edition, Facts, Outlet


class HaberturkSpider(NewsSitemapSpider, FeedSpider):
    """Habertürk, Istanbul: a news channel's site that states itself in JSON-LD.

    The feed has 100 items. The standfirst is an ``h2`` beside the ``h1``, sub-heads are others.
    """

    name = "haberturk"
    allowed_domains = ["haberturk.com"]
    facts = Facts("high", 2026, doubt="body as of 2024")
    outlet = Outlet("Habertürk", "TR", "Europe/Istanbul", (Edition("tr"),), own_names=("HT",))
    ways = ("sitemap", "feed")
    article_url = r"https?://www\.haberturk\.com/[a-z0-9-]+-(?P<key>\d+)"
    sitemaps = ("https://www.haberturk.com/sitemap_google_news.xml",)
    feeds = ("https://www.haberturk.com/rss",)
    selectors = ArticleSelectors(
        summary="//article//h1/following-sibling::h2[1]",
        body="//article[.//h1]//*[self::p or self::h2[not(preceding-sibling::h1)]]",
    )
    old_selectors = ArticleSelectors(byline="meta[name=articleAuthor]::attr(content)")
