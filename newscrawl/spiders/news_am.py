"""News.am."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class NewsAmSpider(FeedSpider, ListingSpider):
    """News.am, Yerevan, in four languages: two feeds, and archives by region and theme.

    English stories moved from ``/eng/news/1.html`` to ``/en/news/1`` about 2025 and kept their
    numbers, so both are one article. Archives go on by a day in their address whose form is not
    known; their first page is read. An advert stands inside the text.
    """

    name = "news_am"
    allowed_domains = ["news.am"]
    facts = Facts("medium", 2026, doubt="pages as of 2020; the design of 2026 is not known")
    outlet = Outlet(
        "News.am",
        "AM",
        "Asia/Yerevan",
        (
            Edition("hy", ("arm",)),
            Edition("en", ("eng", "en")),
            Edition("ru", ("rus",)),
            Edition("tr", ("tur",)),
        ),
        own_names=("newsam", "NEWS.am"),
    )
    ways = ("feed", "listing")
    article_url = (
        r"https?://(?:www\.)?news\.am"
        r"/(?P<edition>[a-z]{2,3})/news/(?P<key>\d+)(?P<tail>\.html)?/?"
    )
    feeds = ("https://news.am/eng/rss/", "https://news.am/arm/rss/")
    listings = (
        "https://news.am/{prefix}news/allregions/politics/",
        "https://news.am/{prefix}news/allregions/economics/",
        "https://news.am/{prefix}news/allregions/society/",
    )
    old_selectors = ArticleSelectors(
        headline=(".article-title[itemprop=name]", "[itemprop=headline]"),
        date=".time[itemprop=datePublished]::attr(content)",
        section="[itemprop=articleSection] a",
        tags=".rubrics a",
        body="span.article-body[itemprop=articleBody]",
        without=(".banner",),
        noise=r"Show news feed|This text available in .*",
    )
