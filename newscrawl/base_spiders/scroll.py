"""Way in ``scroll``: lists that grow in a browser when they are scrolled."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import ClassVar

from lxml.html import fromstring
from scrapy import Request
from scrapy.http import Response, TextResponse

from newscrawl.base_spiders.listing import ListingSpider
from newscrawl.base_spiders.responses import is_page
from newscrawl.browser import HOW_TO_INSTALL, find_chromium
from newscrawl.meta import walk_of
from newscrawl.selectors import find

SCROLL_PRIORITY = -10
"""A list that plain pages lead to as well has little left to show when its turn comes."""


class ScrollSpider(ListingSpider):
    """Scrolls the lists that promise more than they show, in a real browser.

    The pages of ``listings`` and their sections are asked for plainly; those that hold
    ``endless`` are then opened in the browser.
    """

    endless: ClassVar[str] = ""
    """The element that stands at the end of a list while there is more to come."""

    def start_scroll(self) -> Iterator[Request]:
        if self.scrolls and "listing" not in self.arguments.ways:
            yield from self.walk_requests(self.listings, "front", self.parse_front)

    def parse_listing(self, response: Response) -> Iterator[Request]:
        yield from super().parse_listing(response)
        walk = walk_of(response.meta)
        if walk is None or walk.page > 1 or not self.scrolls or not is_page(response):
            return
        if find(response.selector.root, self.endless):
            yield self.scroll_request(response.url)

    @cached_property
    def scrolls(self) -> bool:
        """Whether endless lists are read in this crawl; says so once if they cannot be."""
        if "scroll" not in self.arguments.ways:
            return False
        if find_chromium(self.settings["NEWSCRAWL_CHROMIUM"]) is None:
            self.logger.warning("way 'scroll' is skipped: no browser found; %s", HOW_TO_INSTALL)
            self.crawler.stats.set_value("newscrawl/way/scroll/skipped", "no browser")
            return False
        return True

    def scroll_request(self, url: str) -> Request:
        # Playwright takes a tenth of a second to import, which only this needs.
        from scrapy_playwright.page import PageMethod

        from newscrawl.scrolling import Scroll

        request = self.walk_request(url, "scroll", self.parse_scrolled)

        async def seen(cards: Sequence[str]) -> str | None:
            walk = walk_of(request.meta)
            if walk is None or walk.judge is None:
                return None
            root = fromstring(f"<div>{''.join(cards)}</div>")
            teasers = list(self.read_teasers(root, url, datetime.now(UTC)))
            return await walk.judge(walk, teasers)

        scroll = Scroll(
            card=self.teasers.card,
            endless=self.endless,
            seen=seen,
            wait_s=self.settings.getfloat("NEWSCRAWL_SCROLL_WAIT_S"),
            max_steps=self.settings.getint("NEWSCRAWL_MAX_PAGES"),
        )
        request.meta.update(playwright=True, playwright_page_methods=[PageMethod(scroll)])
        # The plain page of the same address was asked for before; this is not a repetition.
        return request.replace(priority=SCROLL_PRIORITY, dont_filter=True)

    def parse_scrolled(self, response: TextResponse) -> Iterator[Request]:
        ended = response.meta["playwright_page_methods"][0].result
        self.logger.info("%s: scrolled to its %s", response.url, ended)
        if ended == "stalled":
            self.listing_failed(response.url, walk_of(response.meta), ended)
        yield from self.article_requests(response)
