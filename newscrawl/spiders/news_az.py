"""News.az."""

from scrapy.http import TextResponse

from newscrawl.base_spiders import ArticleSelectors, ListingSpider
from newscrawl.items import Article, Edition, Facts, Outlet


class NewsAzSpider(ListingSpider):
    """News.az, Baku, in English: an archive with a page for each day, and categories.

    There is no feed, ``/rss`` answers with a page. The first ``h1`` of a page is the logo; a view
    counter stands beside the date; the author in the page's head is who built the site.
    """

    name = "news_az"
    allowed_domains = ["news.az"]
    facts = Facts("medium", 2020, doubt="page and archive as in 2020")
    outlet = Outlet("News.az", "AZ", "Asia/Baku", (Edition("en"),))
    ways = ("listing",)
    article_url = r"https?://(?:www\.)?news\.az/news/(?P<key>[a-z0-9-]+)/?"
    listings = (
        "https://www.news.az/time/{day:%Y-%m-%d}",
        "https://www.news.az/category/exclusives",
    )
    old_selectors = ArticleSelectors(
        headline=".post--info h1.h4",
        date=".post--info ul.nav.meta li a[title]",
        body=".post--content",
        section=".post--cats a",
    )

    def amend(self, article: Article, response: TextResponse) -> Article:
        """Forget the author in the page's head, who built the site and wrote no story."""
        if article.evidence.get("byline") == "meta":
            del article.evidence["byline"]
            article.byline, article.authors = None, []
        return article
