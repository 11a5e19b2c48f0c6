"""A spider for outlets that nobody has described."""

from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from scrapy import Request
from scrapy.http import HtmlResponse, Response, TextResponse
from scrapy.utils.sitemap import sitemap_urls_from_robots
from twisted.python.failure import Failure

from newscrawl.arguments import ArgumentError
from newscrawl.base_spiders.feed import FeedSpider
from newscrawl.base_spiders.listing import ListingSpider
from newscrawl.base_spiders.responses import NO_PAGE, fetched_at, rights_headers
from newscrawl.base_spiders.sitemap import NewsSitemapSpider
from newscrawl.dates import Instant
from newscrawl.discovery import (
    Link,
    Source,
    article_links,
    card_day,
    card_of,
    feeds,
    host_of,
    language_in_address,
    links_of,
    names_section,
    next_pages,
    on_site,
    shape_of,
)
from newscrawl.identities import Identity
from newscrawl.items import Article, Edition, Outlet, Teaser
from newscrawl.judging import TRANSIENT
from newscrawl.meta import IN_TURN, teaser_of, walk_of
from newscrawl.reading import declared_language, read_unknown, unknown_id
from newscrawl.structured import Structured
from newscrawl.urls import LONGEST_ADDRESS, canonical_url, site_of

_SLACK = timedelta(days=2)
"""A day that a card prints is one of any zone, and may be that of a change."""


class UnknownOutletSpider(FeedSpider, NewsSitemapSpider, ListingSpider):
    """Crawls the listing at ``url`` and what it leads to, by what the pages themselves offer.

    The listing is walked through its pages. Feeds and sitemaps are read, too: those that the
    page offers and, if it is a section, that name the section; for the front page also those
    of robots.txt, which hold the archive only where ``since`` bounds it.

    Its name and that of the outlet is the host: each site has its own ledger. Articles have the
    ids that :func:`~newscrawl.extract.extract_article` gives them.
    """

    allowed_domains = []
    ways = ("feed", "sitemap", "listing")

    def __init__(self, name: str | None = None, *, url: str = "", **arguments: str) -> None:
        address = canonical_url(url)
        if address is None:
            raise ArgumentError(
                f"url: {url!r} is no address; write it like https://outlet.example/politics/"
                if url
                else "say what to crawl, with -a url=https://outlet.example/politics/"
            )
        for argument in ("editions", "sections"):
            if argument in arguments:
                raise ArgumentError(f"{argument}: not known of this site; name one as url")
        site = site_of(address)
        self.outlet = Outlet(site, country="ZZ", timezone="UTC", editions=())
        self.allowed_domains = [host_of(address)]
        super().__init__(site, **arguments)
        self.url = address
        self.zone = None  # `since` and `until` are read in UTC; what pages print is not
        self.language = "und"
        """Of the listing, as it declares it."""

    @property
    def asks_only(self) -> str | None:
        return self.origin or self.url

    @classmethod
    def describe(cls, editions: Sequence[Edition] = ()) -> None:
        """Nothing is known of the article pages."""

    @property
    def known_pattern(self) -> None:
        return None

    @property
    def is_whole_site(self) -> bool:
        parts = urlsplit(self.url)
        return not parts.path.strip("/") and not parts.query

    async def start(self) -> AsyncIterator[Request]:
        yield self.walk_request(self.url, "front", self.parse_first)
        if self.is_whole_site and "sitemap" in self.arguments.ways:
            robots = self.walk_request(
                urljoin(self.url, "/robots.txt"), "robots", self.parse_robots
            )
            robots.meta["handle_httpstatus_list"] = [404, 410]  # not to have one is no failure
            yield robots

    def found_identity(self, article: Article, response: Response) -> Identity:
        address = canonical_url(response.url) or response.url
        teaser = teaser_of(response.meta)
        if teaser and teaser.id == unknown_id(address, self.name, teaser.language):
            return Identity(teaser.id, address, article.language)
        return Identity(unknown_id(address, self.name, article.language), address, article.language)

    # Ways in

    def parse_first(self, response: Response) -> Iterator[Request]:
        if not isinstance(response, HtmlResponse):
            self._no_listing(response, NO_PAGE)
            return
        root = response.selector.root
        self.language = declared_language(Structured(root, response.url)) or self.language
        in_turn = []
        for source in self._sources(response):
            self.logger.info("%s: reading the %s %s", response.url, source.kind, source.url)
            if source.kind == "sitemap":
                yield self.sitemap_walk(source.url)
            else:
                in_turn.append(self.walk_request(source.url, "feed", self.parse_feed))
        if "listing" in self.arguments.ways:
            # Once more, after the feeds: they tell the instant, a listing at best the day.
            listing = self.walk_request(response.url, "listing", self.parse_listing)
            in_turn.append(listing.replace(dont_filter=True))
        yield from _next_in_turn(in_turn)

    def _sources(self, response: TextResponse) -> Iterator[Source]:
        """Yield the feeds and sitemaps to read: those that the page states, else those it links."""
        root, url = response.selector.root, response.url
        found = [
            source
            for source in feeds(root, links_of(root, url), url)
            if source.kind in self.arguments.ways and on_site(source.url, url)
        ]
        stated = [source for source in found if source.reason.startswith("link[")]
        for source in stated or found:
            if self.is_whole_site or names_section(source.url, self.url):
                yield source

    def parse_feed(self, response: Response) -> Iterator[Request]:
        yield from super().parse_feed(response)
        yield from _next_in_turn(response.meta.get(IN_TURN, ()))

    def request_failed(self, failure: Failure) -> Iterator[Request]:
        yield from super().request_failed(failure)
        meta = failure.request.meta  # type: ignore[attr-defined]  # set by Scrapy
        yield from _next_in_turn(meta.get(IN_TURN, ()))

    def parse_robots(self, response: Response) -> Iterator[Request]:
        named = sitemap_urls_from_robots(response.body, base_url=response.url)
        for url in dict.fromkeys(filter(None, map(canonical_url, named))):
            if not on_site(url, self.url):
                continue
            if self.arguments.since or "news" in urlsplit(url).path.casefold():
                yield self.sitemap_walk(url)
            else:
                self.logger.info("%s is left out: say `since` to read an archive", url)

    def parse_listing(self, response: Response) -> Iterator[Request]:
        if not isinstance(response, HtmlResponse):
            self._no_listing(response, NO_PAGE)
            return
        root, url = response.selector.root, response.url
        walk = walk_of(response.meta)
        links = links_of(root, url)
        articles = article_links(links, url)
        if not articles and walk is not None and walk.page == 1:
            self._no_listing(response, "no links to articles")
            return
        days = self._days(articles, response)
        for link in articles:
            day = days.get(link.url)
            since = self.arguments.since
            if since and day and day.moment + _SLACK < since:
                self.crawler.stats.inc_value("newscrawl/listed/older than since")
            elif teaser := self.teaser(link.url, "listing"):
                yield self.article_request(teaser)
        if walk is None:
            return
        following = walk.next_page()
        if self.arguments.since and len(days) * 2 >= len(articles):
            following = following.at(max(day.moment for day in days.values()) + _SLACK)
        shown = {link.url for link in articles}
        for page in next_pages(root, links, url):
            if page.url is not None and page.url not in shown:
                yield self.walk_request(page.url, walk.way, self.parse_listing, following)
                return

    def _days(self, articles: list[Link], response: TextResponse) -> dict[str, Instant]:
        """Return the days that the listing prints beside its articles, by address."""
        if not self.arguments.since:
            return {}  # nobody asks
        shown = {link.url for link in articles}
        now = fetched_at(response)
        languages = () if self.language == "und" else (self.language,)
        days = {}
        for link in articles:
            card = card_of(link.element, link.url, shown, response.url)
            if day := card_day(card, now=now, languages=languages):
                days[link.url] = day
        return days

    def _no_listing(self, response: Response, reason: str) -> None:
        self.listing_failed(response.url, walk_of(response.meta), reason)

    # Articles

    def teaser(self, url: str, source: str, **said: Any) -> Teaser | None:
        address = canonical_url(url)
        if address is None or not on_site(address, self.url) or len(address) > LONGEST_ADDRESS:
            return None
        likely = shape_of(address).score
        if likely <= -5 or (source == "sitemap" and likely <= 0):
            return None
        language = language_in_address(address) or self.language
        id = unknown_id(address, self.name, language)
        return Teaser(id, address, language, source=source, **said)

    def parse_article(self, response: Response) -> Iterator[Article | Request]:
        teaser = teaser_of(response.meta)
        if isinstance(response, HtmlResponse):
            yield from super().parse_article(response)
        elif teaser is not None:
            self.settle(teaser.id, "dropped", NO_PAGE)

    def refuse(self, response: Response, article_id: str, reason: str) -> Iterator[Request]:
        """Drop for good what is no article: here the links themselves are guesses."""
        if reason in TRANSIENT:
            yield from super().refuse(response, article_id, reason)
            return
        self.crawler.stats.inc_value(f"newscrawl/refused/{reason}")
        self.logger.info("%s: no article: %s", response.url, reason)
        self.settle(article_id, "dropped", reason)

    def read(self, response: TextResponse) -> Article:
        return read_unknown(
            response.selector.root,
            response.url,
            now=fetched_at(response),
            outlet=self.name,
            teaser=teaser_of(response.meta),
            headers=rights_headers(response),
            furniture=self.furniture,
        )


def _next_in_turn(requests: Sequence[Request]) -> Iterator[Request]:
    """Yield the first of *requests*; it carries the others."""
    if requests:
        first, *rest = requests
        first.meta[IN_TURN] = rest
        yield first
