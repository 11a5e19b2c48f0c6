"""What every outlet's spider is: arguments, addresses, identities, articles."""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Any, ClassVar, Self
from zoneinfo import ZoneInfo

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from newscrawl.addresses import Addresses, addresses_of
from newscrawl.arguments import CrawlArguments
from newscrawl.base_spiders.responses import NO_PAGE, fetched_at, is_page, rights_headers
from newscrawl.base_spiders.telling import TellingSpider
from newscrawl.base_spiders.templates import addresses_in, with_marks
from newscrawl.explaining import Trace
from newscrawl.generic import Furniture
from newscrawl.identities import ArticlePattern, Identity
from newscrawl.items import GONE, Article, Edition, Facts, Outlet, Teaser
from newscrawl.judging import NOT_AN_ARTICLE
from newscrawl.manners import introduce
from newscrawl.meta import ALTERNATIVES, TEASER, WALK, teaser_of, walk_of
from newscrawl.outcomes import (
    NOT_MODIFIED,
    LeftForLater,
    failure_reason,
    listing_unchanged,
)
from newscrawl.reading import Profile, read_article
from newscrawl.selectors import ArticleSelectors
from newscrawl.structured import Structured
from newscrawl.walks import Walk

ARTICLE_PRIORITY = 1000
"""Articles go before further pages of listings, so that few requests wait at any time."""

Callback = Callable[..., Any]


class OutletSpider(TellingSpider):
    """An outlet: data for the base spiders of its ways in, and for the article loader.

    A way in ``x`` is a base spider with a method ``start_x`` that yields its first requests.
    Arguments: see :class:`~newscrawl.arguments.CrawlArguments`.
    """

    outlet: Outlet
    """Data of the class; of the instance where only the arguments tell which outlet it is."""

    allowed_domains: list[str]
    """Its hosts, the main one first; sub-domains are its own."""

    ways: ClassVar[tuple[str, ...]]
    """Ways in, in the order they are tried."""

    article_url: ClassVar[str]
    """Regular expression; see :class:`~newscrawl.identities.ArticlePattern`."""

    mirrors: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Hosts that show the same articles, each to the outlet's own, which articles are stored by."""

    facts: ClassVar[Facts | None] = None
    """None for what is no outlet that somebody has described."""

    selectors: ClassVar[ArticleSelectors] = ArticleSelectors()
    """Where an article page holds each field today."""

    old_selectors: ClassVar[ArticleSelectors] = ArticleSelectors()
    """Where it held them long ago, or may hold them: asked last, but before reading the page as
    a stranger would."""

    trace: Trace | None = None
    """Takes down why articles are read as they are, if anybody asks."""

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name)
        zone = ZoneInfo(self.outlet.timezone)
        self.zone: ZoneInfo | None = zone
        """In which dates without an offset are read; None leaves them days."""
        self.arguments = CrawlArguments.parse(
            arguments,
            ways=self.ways,
            editions=self.outlet.languages,
            zone=zone,
            now=datetime.now(UTC),
        )
        self.origin = self.arguments.origin

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        introduce(crawler, spider.asks_only)
        return spider

    @property
    def asks_only(self) -> str | None:
        """An address on the only host that is asked; None if that is the outlet's own."""
        return self.origin

    async def start(self) -> AsyncIterator[Request]:
        for way in self.arguments.ways:
            for request in getattr(self, f"start_{way}")():
                yield request

    # Addresses

    @cached_property
    def marked_editions(self) -> list[Edition]:
        """All editions, with the marks that the settings say before their own."""
        marks = self.settings.getdict("NEWSCRAWL_EDITION_MARKS").get(self.name, {})
        return with_marks(self.outlet.editions, marks)

    @property
    def editions(self) -> list[Edition]:
        """The editions that were asked for."""
        return [e for e in self.marked_editions if e.language in self.arguments.editions]

    def addresses(self, templates: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the addresses that *templates* stand for in the editions that were asked for; see
        :func:`~newscrawl.base_spiders.templates.addresses_in`."""
        return addresses_in(templates, self.editions)

    def walk_requests(
        self, templates: tuple[str, ...], way: str, callback: Callback
    ) -> Iterator[Request]:
        """Yield a request for the first page of each listing."""
        for address, *alternatives in self.addresses(templates):
            shows_all = address in templates  # it has no mark of an edition
            walk = Walk(self.listing_name(address, way, shows_all=shows_all), way)
            url = self.first_page(address)
            yield self.walk_request(url, way, callback, walk, **{ALTERNATIVES: alternatives})

    def walk_request(
        self, url: str, way: str, callback: Callback, walk: Walk | None = None, **meta: Any
    ) -> Request:
        """Return a request for a page of a listing: of *walk*, or the first of a new one."""
        if walk is None:
            walk = Walk(self.listing_name(url, way), way)
            url = self.first_page(url)
        return Request(
            url, callback=callback, errback=self.request_failed, meta={WALK: walk, **meta}
        )

    def listing_name(self, address: str, way: str, *, shows_all: bool = False) -> str:
        """Return the name of a listing.

        :param shows_all: it may show articles of all editions. Its name is another one where only
            some were asked for, as that walk tells nothing of the others.
        """
        chosen = set(self.arguments.editions)
        narrowed = shows_all and chosen != set(self.outlet.languages)
        some = f"{','.join(sorted(chosen))}:" if narrowed else ""
        return f"{self.name}:{way}:{some}{address}"

    def first_page(self, address: str) -> str:
        """Return where the first page of the listing at *address* is."""
        return address

    @cached_property
    def newest_day(self) -> date:
        """The last day that was asked for, in the outlet's zone; today if none was."""
        moment = self.arguments.until
        today = datetime.now(UTC).astimezone(self.zone).date()
        if moment is None:
            return today
        return min(today, (moment.astimezone(self.zone) - timedelta(microseconds=1)).date())

    # Identities

    @classmethod
    def describe(cls, editions: Sequence[Edition] = ()) -> Profile:
        """Return what is known of the article pages; *editions* as the settings mark them."""
        pattern = ArticlePattern(
            cls.name, cls.article_url, editions or cls.outlet.editions, cls.mirrors
        )
        return Profile(cls.name, cls.outlet, pattern, cls.selectors, cls.old_selectors)

    @cached_property
    def profile(self) -> Profile:
        return self.describe(self.marked_editions)

    @property
    def known_pattern(self) -> ArticlePattern | None:
        """What tells the outlet's articles by their addresses; None if nobody has described it."""
        return self.profile.pattern

    def found_identity(self, article: Article, response: Response) -> Identity:
        """Return the identity of *article* by where its page was found, whatever that names as its
        own address."""
        if found := self.profile.pattern.identify(response.url):
            return found
        if teaser := teaser_of(response.meta):
            return Identity(teaser.id, teaser.url, teaser.language)
        return Identity(article.id, article.url, article.language)

    def article_addresses(self, article: Article, response: TextResponse) -> Addresses:
        """Return the addresses that led to *article*, and those that its page gives itself."""
        teaser = teaser_of(response.meta)
        reached_by = [*([teaser.url] if teaser else []), *response.meta.get("redirect_urls", ())]
        page = Structured(response.selector.root, response.url)
        return addresses_of(
            page,
            self.allowed_domains,
            reached_by=reached_by,
            named=article.url,
            pattern=self.known_pattern,
        )

    def teaser(self, url: str, source: str, **said: Any) -> Teaser | None:
        """Return the teaser of the article at *url*, or None if it is none that was asked for."""
        identity = self.profile.pattern.identify(url)
        if identity is None or not self.arguments.wants(identity.language):
            return None
        return Teaser(*identity, source=source, **said)

    # Articles

    @cached_property
    def furniture(self) -> Furniture | None:
        """What the article pages of this crawl repeat; None if nobody is to look for it."""
        most = self.settings.getint("NEWSCRAWL_FURNITURE_MAX")
        return Furniture(most) if most > 0 else None

    def article_request(self, teaser: Teaser) -> Request:
        return Request(
            teaser.url,
            callback=self.parse_article,
            errback=self.request_failed,
            priority=ARTICLE_PRIORITY,
            meta={TEASER: teaser},
        )

    def parse_article(self, response: Response) -> Iterator[Article | Request]:
        teaser = teaser_of(response.meta)
        if not is_page(response):
            if teaser:
                yield from self.refuse(response, teaser.id, NO_PAGE)
            return
        article = self.amend(self.read(response), response)
        if reason := article.evidence.get(NOT_AN_ARTICLE):
            yield from self.refuse(response, teaser.id if teaser else article.id, reason)
            return
        if reason := self.arguments.outside(article.date):
            self.settle(teaser.id if teaser else article.id, "skipped", reason, article.date)
            return
        yield article

    def read(self, response: TextResponse) -> Article:
        """Return what the page of an article, and the listing that led to it, say."""
        return read_article(
            response.selector.root,
            response.url,
            profile=self.profile,
            now=fetched_at(response),
            teaser=teaser_of(response.meta),
            headers=rights_headers(response),
            furniture=self.furniture,
            stats=self.crawler.stats,
            trace=self.trace,
        )

    def amend(self, article: Article, response: TextResponse) -> Article:
        """Return *article* as it is to be stored: the one way out for a site that is odd."""
        return article

    # What goes wrong

    def request_failed(self, failure: Failure) -> Iterator[Request]:
        """Say what became of a request that has no response to parse."""
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        reason = failure_reason(failure)
        if (teaser := teaser_of(request.meta)) is not None:
            if reason == NOT_MODIFIED:
                self.settle(teaser.id, "unchanged", reason)
                return
            if isinstance(failure.value, LeftForLater):
                self.settle(teaser.id, "left", reason)
                return
            self.logger.warning("%s: article failed: %s", request.url, reason)
            self.settle(teaser.id, "failed", reason)
            return
        walk = walk_of(request.meta)
        if walk is not None and reason == NOT_MODIFIED:
            self.crawler.signals.send_catch_log(listing_unchanged, walk=walk)
            return
        alternatives = request.meta.get(ALTERNATIVES)
        if walk is not None and alternatives and reason == GONE:
            url, *rest = alternatives
            self.logger.info("%s: %s, trying %s", request.url, reason, url)
            yield self.walk_request(url, walk.way, request.callback, **{ALTERNATIVES: rest})
            return
        self.listing_failed(request.url, walk, reason)
