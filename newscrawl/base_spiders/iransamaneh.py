"""Persian outlets on the IranSamaneh site software."""

from typing import ClassVar

from newscrawl.base_spiders.feed import FeedSpider
from newscrawl.selectors import ArticleSelectors


class IranSamanehSpider(FeedSpider):
    """Reads an outlet on IranSamaneh: one feed of everything in each language.

    ``article:published_time`` is a Jalali date in Persian digits there, and the key of the
    headline in its JSON-LD is ``headLine``.
    """

    ways: ClassVar[tuple[str, ...]] = ("feed",)
    old_selectors = ArticleSelectors(
        headline="h1 a.title",
        date=(".news_pdate_c", ".news_nav_title.news_pdate_c"),
        body=".body",
        tags=".tags_title a",
    )
