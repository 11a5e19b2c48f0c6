"""Civil.ge."""

from newscrawl.base_spiders import ArticleSelectors, TeaserSelectors, WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class CivilGeSpider(WordPressSpider):
    """Civil Georgia, Tbilisi, in three languages: a feed of 10 whole texts, numbered lists.

    Pages state no date for machines; the printed one is ``DD/MM/YYYY - HH:MM`` in English, too,
    so the feed's instant goes before it.
    """

    name = "civil_ge"
    allowed_domains = ["civil.ge"]
    facts = Facts(
        "medium", 2026, doubt="selectors are of 2020; Russian mark and paging are inferred"
    )
    outlet = Outlet(
        "Civil.ge",
        "GE",
        "Asia/Tbilisi",
        (Edition("en"), Edition("ka", ("ka",)), Edition("ru", ("ru",))),
        own_names=("Civil Georgia",),
    )
    ways = ("feed", "listing")
    article_url = r"https?://civil\.ge/(?:(?P<edition>ka|ru)/)?archives/(?P<key>\d{5,})/?"
    site = "https://civil.ge/"
    feeds = ("https://civil.ge/feed",)
    listings = ("https://civil.ge/{prefix}", "https://civil.ge/ka/archives/category/news-ka")
    teasers = TeaserSelectors()
    # Asked first: a text from the feed would leave `/archives/` to be taken for a list.
    selectors = ArticleSelectors(body="div.entry-content.entry")
    old_selectors = ArticleSelectors(
        headline="h1.post-title.entry-title",
        date="div.post-meta span:not(.fa-clock-o)",
        section="a[rel='category tag']",
    )
