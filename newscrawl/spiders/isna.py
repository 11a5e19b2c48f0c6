"""ISNA."""

from newscrawl.base_spiders import ArticleSelectors, NastoohSpider
from newscrawl.items import Edition, Facts, Outlet


class IsnaSpider(NastoohSpider):
    """ISNA, students' news agency in Tehran: a feed on a host per language.

    Lines that begin with ``بیشتر:`` lead to other stories.
    """

    name = "isna"
    allowed_domains = ["isna.ir"]
    facts = Facts("medium", 2026, doubt="addresses of articles; selectors of the Persian edition")
    outlet = Outlet(
        "ISNA",
        "IR",
        "Asia/Tehran",
        (Edition("en", ("en",)), Edition("fa", ("www", ""))),
        own_names=("ایسنا",),
    )
    ways = ("feed",)
    article_url = r"https?://(?:(?P<edition>en|www)\.)?isna\.ir/(?:news|xd)/(?P<key>[\w-]+)(?P<tail>/[^/]+)?/?"
    feeds = ("https://{mark}.isna.ir/rss",)
    selectors = ArticleSelectors(
        headline="h1.first-title",
        body=".item-body .item-text",
        tags=".tags li",
        without=NastoohSpider.selectors.without,
        noise=r"بیشتر\s*:.*",
    )
    old_selectors = ArticleSelectors(date=(".meta-news li:first-child .text-meta", "time"))
