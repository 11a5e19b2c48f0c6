"""Hürriyet Daily News."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, NewsSitemapSpider
from newscrawl.items import Edition, Facts, Outlet


class HurriyetDailyNewsSpider(NewsSitemapSpider, FeedSpider):
    """Hürriyet Daily News, Istanbul, in English: a news sitemap and a feed of 64 items.

    The feed at ``/rss`` is valid but empty.
    """

    name = "hurriyet_daily_news"
    allowed_domains = ["hurriyetdailynews.com"]
    facts = Facts("medium", 2026, doubt="selectors of 2024; where pages print date and byline")
    outlet = Outlet(
        "Hürriyet Daily News",
        "TR",
        "Europe/Istanbul",
        (Edition("en"),),
        own_names=("Hurriyet Daily News", "HDN", "hurriyetdailynews.com"),
    )
    ways = ("sitemap", "feed")
    article_url = r"https?://www\.hurriyetdailynews\.com/[a-z0-9-]+-(?P<key>\d+)"
    sitemaps = ("https://www.hurriyetdailynews.com/sitemaps/newssitemap.xml",)
    feeds = ("https://www.hurriyetdailynews.com/rss/news",)
    selectors = ArticleSelectors(headline="div.content h1", body="div.content:has(h1) p")
    old_selectors = ArticleSelectors(image="div.content img::attr(data-src)")
