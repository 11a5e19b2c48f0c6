"""1news.az."""

from newscrawl.base_spiders import ArticleSelectors, ListingSpider
from newscrawl.items import Edition, Facts, Outlet


class OnenewsAzSpider(ListingSpider):
    """1news.az, Baku, in Russian and Azerbaijani: what the front page of each edition links.

    There is no feed, ``/rss`` answers with a page; the search is a widget of another company.
    """

    name = "onenews_az"
    allowed_domains = ["1news.az"]
    facts = Facts(
        "medium",
        2026,
        doubt="article addresses are an older form; no mark for Russian is inferred; 403 for some",
    )
    outlet = Outlet(
        "1news.az", "AZ", "Asia/Baku", (Edition("ru"), Edition("az", ("az",))), own_names=("1news",)
    )
    ways = ("listing",)
    article_url = r"https?://(?:www\.)?1news\.az/(?:(?P<edition>az)/)?news/(?P<key>[^/]+)/?"
    listings = ("https://1news.az/{prefix}",)
    selectors = ArticleSelectors(
        headline="article.mainArticle h1.title",
        date=tuple(f"article.mainArticle {place}" for place in (".date", "time", "[class*=date]")),
        byline="article.mainArticle span.author a",
        body="article.mainArticle .content",
        image="article.mainArticle .content .thumb > img::attr(src)",
        without=("article.mainArticle .thumb", "article.mainArticle .author"),
    )
