"""Kloop."""

from newscrawl.base_spiders import ArticleSelectors, WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class KloopSpider(WordPressSpider):
    """Kloop, Bishkek, in Russian: investigations and news on WordPress with a tagDiv theme.

    The Kyrgyz edition is another site.
    """

    name = "kloop"
    allowed_domains = ["kloop.kg"]
    facts = Facts("medium", 2026, doubt="addresses are of 2023, the interface is inferred")
    outlet = Outlet(
        "Kloop", "KG", "Asia/Bishkek", (Edition("ru"),), own_names=("Kloop.kg", "Клооп")
    )
    article_url = (
        r"https?://(?:www\.)?kloop\.kg/(?:blog/)?\d{4}/\d\d/\d\d/(?P<key>[^/]+)(?P<tail>/)?"
    )
    site = "https://kloop.kg/"
    selectors = ArticleSelectors(
        headline="h1.entry-title",
        body=".td-post-content",
        without=WordPressSpider.old_selectors.without,
    )
