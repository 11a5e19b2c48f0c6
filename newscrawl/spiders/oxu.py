"""Oxu.az."""

from newscrawl.base_spiders import ArticleSelectors, ListingSpider, TeaserSelectors
from newscrawl.items import Edition, Facts, Outlet


class OxuSpider(ListingSpider):
    """Oxu.az, Baku, in Azerbaijani: sections whose pages are numbered in the path.

    No feed is known. Dates of today and yesterday are words. The text holds a player, links to
    channels and stories on the same subject.
    """

    name = "oxu"
    allowed_domains = ["oxu.az"]
    facts = Facts("medium", 2026, doubt="other sections, whether tags are links; some get a 403")
    outlet = Outlet("Oxu.az", "AZ", "Asia/Baku", (Edition("az"),), own_names=("Oxu",))
    ways = ("listing",)
    article_url = (
        r"https?://(?:www\.)?oxu\.az"
        r"/(?!tags?/|page/|search/|axtar)[a-z-]+/(?!page/?$)(?P<key>[^/]+)/?"
    )
    listings = ("https://oxu.az/iqtisadiyyat",)
    page_url = "{listing}/page/{page}"
    teasers = TeaserSelectors(
        card=".post-item.rt-news-item",
        link="[data-url]::attr(data-url), a[href]::attr(href)",
    )
    selectors = ArticleSelectors(
        headline=".post-detail-title h1",
        date=".post-detail-meta span",
        body=(".post-detail-content-inner.resize-area", ".post-detail-content"),
        without=(
            ".audio-block",
            ".player-area",
            ".tag-area",
            ".social-block2",
            ".subscribe-single-block",
            ".tag-post-list",
            "ins",
        ),
    )
    old_selectors = ArticleSelectors(tags=".tag-area a")
