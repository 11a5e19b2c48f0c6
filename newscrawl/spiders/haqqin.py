"""Haqqin.az."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class HaqqinSpider(FeedSpider):
    """Haqqin.az, Baku, in Russian: two feeds, one of 20 items and one that carries texts.

    Texts are made of blocks. Lists go on by a button that a script serves.
    """

    name = "haqqin"
    allowed_domains = ["haqqin.az"]
    facts = Facts("medium", 2026, doubt="addresses: whatever the feeds link that is no section")
    outlet = Outlet("Haqqin.az", "AZ", "Asia/Baku", (Edition("ru"),), own_names=("Haqqin",))
    ways = ("feed",)
    article_url = (
        r"https?://(?:www\.)?haqqin\.az/(?!(?:tags?|category|search|page|author)/)"
        r"(?:(?:[^/]+/)+|(?=[^/]*\d))(?P<key>[^/]+)/?"
    )
    feeds = ("https://haqqin.az/rss.xml", "https://haqqin.az/rss")
    selectors = ArticleSelectors(
        headline="article.article .article-headline__name",
        date=".article__date",
        body=".article__content .article-block .block-text",
        image=".article__content .block-photo img::attr(src)",
    )
    old_selectors = ArticleSelectors(headline="h1", body=".article__content .block-text")
