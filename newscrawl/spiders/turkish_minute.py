"""Turkish Minute."""

from newscrawl.base_spiders import ArticleSelectors, WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class TurkishMinuteSpider(WordPressSpider):
    """Turkish Minute, in exile: English news on Turkey, WordPress with a tagDiv theme.

    The class of the body's box repeats for other boxes; the one of the single post is meant.
    """

    name = "turkish_minute"
    allowed_domains = ["turkishminute.com"]
    facts = Facts("medium", 2026, doubt="feed, interface and zone as WordPress has them by default")
    outlet = Outlet("Turkish Minute", "TR", "Europe/Istanbul", (Edition("en"),), own_names=("TM",))
    article_url = (
        r"https?://(?:www\.)?turkishminute\.com/\d{4}/\d\d/\d\d/(?P<key>[a-z0-9-]+)(?P<tail>/)?"
    )
    site = "https://www.turkishminute.com/"
    selectors = ArticleSelectors(
        headline="h1.tdb-title-text",
        body=".tdb_single_content .tdb-block-inner.td-fix-index",
    )
