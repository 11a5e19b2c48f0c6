"""Outlets on the Nastooh site software, which many Iranian agencies share."""

from typing import ClassVar

from newscrawl.base_spiders.feed import FeedSpider
from newscrawl.base_spiders.listing import ListingSpider
from newscrawl.base_spiders.sitemap import NewsSitemapSpider
from newscrawl.selectors import ArticleSelectors


class NastoohSpider(FeedSpider, NewsSitemapSpider, ListingSpider):
    """Reads an outlet on Nastooh: a feed, a news sitemap and a numbered archive.

    Dates are in the page's metadata, in UTC; ``meta[name=date]`` is the time of the request. The
    only ``h1`` may be the logo. An error page titled ``خطایی رخ داده`` comes with status 200.
    """

    ways: ClassVar[tuple[str, ...]] = ("feed", "listing")
    page_url = "{listing}?pi={page}"
    selectors = ArticleSelectors(
        body=(".item-body .item-text", ".item-text"),
        without=(".item-text .related-items", ".item-text .item-code", ".item-text script"),
    )
    old_selectors = ArticleSelectors(
        headline=(
            "[itemprop=headline]",
            "h1.title",
            "h1.first-title",
        ),
        date=(".item-date span", ".item-date", ".item-time"),
        tags=(".tags a[rel=tag]", ".tags li"),
        section=".breadcrumb a",
        summary=(".item-summary .introtext", ".item-text p.summary"),
    )
