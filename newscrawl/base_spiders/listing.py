"""Way in ``listing``: pages of teasers, newest first, and the way from one to the next."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, ClassVar
from urllib.parse import urljoin

from lxml.html import HtmlElement
from scrapy import Request
from scrapy.http import Response, TextResponse

from newscrawl.base_spiders.outlet import OutletSpider
from newscrawl.base_spiders.responses import NO_PAGE, fetched_at, is_page
from newscrawl.dates import parse_date
from newscrawl.items import Teaser
from newscrawl.meta import walk_of
from newscrawl.selectors import find, find_elements, find_strings
from newscrawl.sitemaps import filled
from newscrawl.text import element_text, plain
from newscrawl.urls import canonical_url
from newscrawl.walks import Walk

NO_SUCH_PAGE = [404, 410]
"""How outlets answer where a numbered listing has no further page."""

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

    headline: str = ""
    """The headline in a card, where the article's page may not give it."""


class ListingSpider(OutletSpider):
    """Walks listing pages and the sections they link to.

    The way to the next page is a link (``next_page``), a number (``page_url``), or, where
    addresses of ``listings`` have a ``{day:...}``, the day before.
    """

    listings: ClassVar[tuple[str, ...]] = ()
    """Addresses of first pages; see :meth:`OutletSpider.addresses`. ``{day:%Y-%m-%d}`` is a day in
    the outlet's zone: of an archive that has a page for each."""

    section_links: ClassVar[str] = ""
    """Links to sections on the pages of ``listings``, which are walked too."""

    teasers: ClassVar[TeaserSelectors] = TeaserSelectors()

    next_page: ClassVar[str] = "a[rel=next]"
    """The link to the next page."""

    page_url: ClassVar[str] = ""
    """Address of a further page where no link leads to it: ``{listing}`` is the first page's
    address without a slash at its end, ``{page}`` the number, 2 for the second page, and
    ``{index}`` the same counted from 0. The list ends with a page that shows no article, or is
    gone."""

    def start_listing(self) -> Iterator[Request]:
        yield from self.walk_requests(self._asked_listings(), "listing", self.parse_front)

    def _asked_listings(self) -> tuple[str, ...]:
        """``listings``, of which only those of ``sections`` where they are the sections."""
        wanted = set(self.arguments.sections)
        if not wanted or self.section_links:
            return self.listings
        asked = tuple(address for address in self.listings if _slug(address) in wanted)
        if missing := wanted.difference(map(_slug, asked)):
            known = ", ".join(sorted(map(_slug, self.listings)))
            self.logger.warning("no section %s; there is %s", ", ".join(sorted(missing)), known)
        return asked

    def parse_front(self, response: Response) -> Iterator[Request]:
        """Walk this page, unless ``sections`` were asked for, and the sections it links to."""
        is_listing = not self.arguments.sections or not self.section_links
        if is_listing:
            yield from self.parse_listing(response)
        if self.section_links and is_page(response):
            yield from self.section_requests(response)
        elif not is_listing:
            self.listing_failed(response.url, walk_of(response.meta), NO_PAGE)

    def section_requests(self, response: TextResponse) -> Iterator[Request]:
        links: dict[str, set[str]] = {}
        for link in find_elements(response.selector.root, self.section_links):
            url = canonical_url(response.urljoin(link.get("href", "")))
            if url is not None:
                links.setdefault(url, set()).update(_names(link, url))
        wanted = set(self.arguments.sections)
        if missing := wanted.difference(*links.values()):
            known = ", ".join(sorted(set().union(*links.values())))
            self.logger.warning("%s: no section %s; it has %s", response.url, missing, known)
        for url, names in links.items():
            if not wanted or names & wanted:
                yield self.walk_request(url, "listing", self.parse_listing)

    def parse_listing(self, response: Response) -> Iterator[Request]:
        if "listing" not in self.arguments.ways:
            return
        walk, gone = walk_of(response.meta), response.status in NO_SUCH_PAGE
        page = response if is_page(response) and not gone else None
        if page is None and not gone:
            self.listing_failed(response.url, walk, NO_PAGE)
            return
        requests = [] if page is None else list(self.article_requests(page))
        yield from requests
        shows_articles = bool(requests) or (page is not None and self._links_to_articles(page))
        if walk is None:
            return
        if not shows_articles and walk.page == 1 and not walk.by_day:
            self.listing_failed(response.url, walk, "no articles")
        if url := self._next_address(walk, page, shows_articles):
            yield self.walk_request(url, walk.way, self.parse_listing, walk.next_page())

    def _links_to_articles(self, response: TextResponse) -> bool:
        """Whether there is a link to an article, be it in an edition that was not asked for."""
        links = find_strings(response.selector.root, "a[href]::attr(href)")
        return any(self.profile.pattern.identify(response.urljoin(link)) for link in links)

    def first_page(self, address: str) -> str:
        return filled(address, self.newest_day)

    def walk_request(self, url: str, way: str, *args: Any, **meta: Any) -> Request:
        request = super().walk_request(url, way, *args, **meta)
        walk = walk_of(request.meta)
        assert walk is not None
        if way == "listing" and (walk.by_day or (self.page_url and walk.page > 1)):
            request.meta["handle_httpstatus_list"] = NO_SUCH_PAGE
        return request

    def _next_address(
        self, walk: Walk, page: TextResponse | None, shows_articles: bool
    ) -> str | None:
        if walk.by_day:
            day = self.newest_day - timedelta(days=walk.page)
            since = self.arguments.since
            wanted = since is None or day >= since.astimezone(self.zone).date()
            return filled(walk.address, day) if wanted else None
        if self.page_url:
            listing = walk.address.rstrip("/")
            numbers = {"page": walk.page + 1, "index": walk.page}
            return self.page_url.format(listing=listing, **numbers) if shows_articles else None
        links = find_elements(page.selector.root, self.next_page) if page else []
        href = links[0].get("href") if links else None
        return page.urljoin(href) if page and href else None

    def article_requests(self, response: TextResponse) -> Iterator[Request]:
        root = response.selector.root
        base = response.urljoin("")
        for teaser in self.read_teasers(root, base, fetched_at(response)):
            yield self.article_request(teaser)

    def read_teasers(self, root: HtmlElement, url: str, now: datetime) -> Iterator[Teaser]:
        """Yield the teasers of the articles that a listing shows, in page order, each once.

        :param root: the listing, or a part of it.
        :param url: where its relative links start: its address, unless it has a ``<base>``.
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
        return replace(
            teaser,
            section=_first_text(card, self.teasers.section),
            headline=_first_text(card, self.teasers.headline),
        )


def _first_text(card: HtmlElement, selector: str) -> str | None:
    for found in find(card, selector) if selector else ():
        if text := plain(found) if isinstance(found, str) else element_text(found):
            return text
    return None


def _names(link: HtmlElement, url: str) -> set[str]:
    """Return what a section may be called by: the text of its *link* and the end of its path."""
    return {name for name in (element_text(link).casefold(), _slug(url)) if name}


def _slug(url: str) -> str:
    """
    >>> _slug("https://harbour.example/en/Politics/?page=2")
    'politics'
    """
    return url.partition("?")[0].rstrip("/").rpartition("/")[2].casefold()
