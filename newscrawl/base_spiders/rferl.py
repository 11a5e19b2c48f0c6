"""Services of Radio Free Europe/Radio Liberty, which share one site software."""

from typing import ClassVar

from newscrawl.base_spiders.feed import FeedSpider
from newscrawl.base_spiders.listing import ListingSpider, TeaserSelectors
from newscrawl.selectors import ArticleSelectors


class RferlSpider(FeedSpider, ListingSpider):
    """Reads a service of RFE/RL: feeds under ``/api/<code>``, sections under ``/z/<number>``."""

    ways: ClassVar[tuple[str, ...]] = ("feed", "listing")
    page_url = "{listing}?p={index}"
    teasers = TeaserSelectors(
        card=".media-block", link="a[href*='/a/']::attr(href)", headline=".media-block__title"
    )
    selectors = ArticleSelectors(
        headline=("h1.pg-title", "h1.title"),
        date=("time[datetime]::attr(datetime)", "span.date"),
        byline=".publishing-details .links__item",
        summary="div.intro",
        body=("#article-content .wsw", "div.wsw"),
        without=(
            ".wsw__embed",
            ".media-block.also-read",
            ".media-block-wrap",
            ".share--box",
            ".media-download",
            ".wsw .wsw",
            "aside",
            "#comments",
        ),
    )
