"""NTV."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, NewsSitemapSpider
from newscrawl.items import Edition, Facts, Outlet


class NtvSpider(NewsSitemapSpider, FeedSpider):
    """NTV, Istanbul: a news channel's site; a feed of 20 items beside each section.

    Addresses end with a number or, before 2025, with a comma and a token. The host has answered
    some networks with a challenge; that is a failed listing.
    """

    name = "ntv"
    allowed_domains = ["ntv.com.tr"]
    facts = Facts("high", 2026)
    outlet = Outlet(
        "NTV", "TR", "Europe/Istanbul", (Edition("tr"),), own_names=("NTV Haber", "ntv.com.tr")
    )
    ways = ("sitemap", "feed")
    article_url = (
        r"https?://www\.ntv\.com\.tr/(?:[a-z-]+/)+[a-z0-9-]+(?:-(?=\d+$)|,)(?P<key>[\w-]+)"
    )
    sitemaps = ("https://www.ntv.com.tr/sitemaps/news-sitemap.xml",)
    feeds = ("https://www.ntv.com.tr/gundem.rss",)
    full_text_feed = True
    selectors = ArticleSelectors(
        byline="meta[name=articleAuthor]::attr(content)",
        summary=("div[class*=info-text-card] h2", "h2.category-detail-sub-title"),
        body=(
            "div.content-news-tag-selector",
            "//div[contains(@class, 'content')][not(ancestor::aside | ancestor::footer)]/p",
        ),
    )
