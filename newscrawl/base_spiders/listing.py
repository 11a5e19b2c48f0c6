"""Way in ``listing``: pages of teasers, newest first, with a link to the next page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar
from urllib.parse import urljoin

from lxml.html import HtmlElement
from scrapy import Request
from scrapy.http import TextResponse

from newscrawl.base_spiders.outlet import OutletSpider, fetched_at
from newscrawl.dates import parse_date
from newscrawl.items import Teaser
from newscrawl.meta import walk_of
from newscrawl.selectors import find, find_elements, find_strings
from newscrawl.text import element_text, plain
from newscrawl.urls import canonical_url

WHOLE_PAGE = "html"
"""Selector of the card where teasers have no element of their own."""


@dataclass(frozen=True)
class TeaserSelectors:
    """Where a listing holds its teasers; CSS, or XPath as in
    :class:`~newscrawl.selectors.ArticleSelectors`."""

    card: str = WHOLE_PAGE
    """The element that holds one teaser. Without one every link to an article is a teaser."""

    link: str = "a[href]::attr(href)"
    """Addresses in a card."""

    date: str = ""
    """The printed date in a card."""

    section: str = ""
    """The section's name in a card."""


class ListingSpider(OutletSpider):
    """Walks listing pages and the sections they link to."""

    listings: ClassVar[tuple[str, ...]] = ()
    """Addresses of first pages; see :meth:`OutletSpider.addresses`."""

    section_links: ClassVar[str] = ""
    """Links to sections on the pages of ``listings``, which are walked too."""

    teasers: ClassVar[TeaserSelectors] = TeaserSelectors()

    next_page: ClassVar[str] = "a[rel=next]"
    """The link to the next page."""

    def start_listing(self) -> Iterator[Request]:
        yield from self.walk_requests(self.listings, "listing", self.parse_front)

    def parse_front(self, response: TextResponse) -> Iterator[Request]:
        """Walk this page, unless ``sections`` were asked for, and the sections it links to."""
        if not self.arguments.sections:
            yield from self.parse_listing(response)
        if self.section_links:
            yield from self.section_requests(response)

    def section_requests(self, response: TextResponse) -> Iterator[Request]:
        links: dict[str, set[str]] = {}
        for link in find_elements(response.selector.root, self.section_links):
            url = canonical_url(link.get("href", ""), base=response.url)
            if url is not None:
                links.setdefault(url, set()).update(_names(link, url))
        wanted = set(self.arguments.sections)
        if missing := wanted.difference(*links.values()):
            known = ", ".join(sorted(set().union(*links.values())))
            self.logger.warning("%s: no section %s; it has %s", response.url, missing, known)
        for url, names in links.items():
            if not wanted or names & wanted:
                yield self.walk_request(url, "listing", self.parse_listing)

    def parse_listing(self, response: TextResponse) -> Iterator[Request]:
        if "listing" not in self.arguments.ways:
            return
        yield from self.article_requests(response)
        walk = walk_of(response.meta)
        for link in find_elements(response.selector.root, self.next_page)[:1]:
            if walk is not None and link.get("href"):
                url = response.urljoin(link.get("href"))
                yield self.walk_request(url, walk.way, self.parse_listing, walk.next_page())

    def article_requests(self, response: TextResponse) -> Iterator[Request]:
        root = response.selector.root
        for teaser in self.read_teasers(root, response.url, fetched_at(response)):
            yield self.article_request(teaser)

    def read_teasers(self, root: HtmlElement, url: str, now: datetime) -> Iterator[Teaser]:
        """Yield the teasers of the articles that a listing shows, in page order, each once.

        :param root: the listing, or a part of it.
        :param url: its address.
        :param now: when it was fetched.
        """
        seen: set[str] = set()
        for card in find_elements(root, self.teasers.card):
            for href in find_strings(card, self.teasers.link):
                teaser = self.teaser(urljoin(url, href), "listing")
                if teaser is None or teaser.id in seen:
                    continue
                seen.add(teaser.id)
                whole_page = self.teasers.card == WHOLE_PAGE
                yield teaser if whole_page else self._with_details(teaser, card, now)

    def _with_details(self, teaser: Teaser, card: HtmlElement, now: datetime) -> Teaser:
        raw = _first_text(card, self.teasers.date)
        instant = raw and parse_date(
            raw,
            zone=self.zone,
            now=now,
            languages=(teaser.language,),
            day_first=self.outlet.day_first,
            time_only_is_today=True,
        )
        if instant:
            teaser = replace(
                teaser, date=instant.moment, date_precision=instant.precision, date_raw=instant.raw
            )
        return replace(teaser, section=_first_text(card, self.teasers.section))


def _first_text(card: HtmlElement, selector: str) -> str | None:
    for found in find(card, selector) if selector else ():
        if text := plain(found) if isinstance(found, str) else element_text(found):
            return text
    return None


def _names(link: HtmlElement, url: str) -> set[str]:
    """Return what a section may be called by: the text of its *link* and the end of its path."""
    slug = url.partition("?")[0].rstrip("/").rpartition("/")[2]
    return {name.casefold() for name in (element_text(link), slug) if name}
