"""BM.ge."""

from newscrawl.base_spiders import ArticleSelectors, ListingSpider, TeaserSelectors
from newscrawl.items import Edition, Facts, Outlet


class BmGeSpider(ListingSpider):
    """Business Media Georgia, Tbilisi, in Georgian: the first page of each day's list.

    No feed is known. The host answered 403 in 2026.
    """

    name = "bm_ge"
    allowed_domains = ["bm.ge"]
    facts = Facts("low", 2023, doubt="article addresses are inferred; the host refused in 2026")
    outlet = Outlet(
        "BM.ge", "GE", "Asia/Tbilisi", (Edition("ka"),), own_names=("bm.ge", "BMG", "ბიემჯი")
    )
    ways = ("listing",)
    article_url = r"https?://(?:www\.)?bm\.ge/(?:ka/)?(?:article|news)/(?P<key>[^/]+(?:/\d+)?)/?"
    listings = ("https://bm.ge/ka/all-news/{day:%d.%m.%Y}-{day:%d.%m.%Y}/1/",)
    teasers = TeaserSelectors(
        card="div.single-news, div.single-news-inner",
        link="a::attr(href)",
    )
    old_selectors = ArticleSelectors(headline="div.article-title h2", body="div.single-text")
