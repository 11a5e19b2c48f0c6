"""What every outlet's spider is: arguments, addresses, identities, articles."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import Any, ClassVar, Self
from zoneinfo import ZoneInfo

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from newscrawl.arguments import CrawlArguments
from newscrawl.errors import OperatorError
from newscrawl.identities import ArticlePattern
from newscrawl.items import GONE, Article, Edition, Outlet, Teaser
from newscrawl.meta import ALTERNATIVES, FETCHED_AT, TEASER, WALK, teaser_of, walk_of
from newscrawl.outcomes import Outcome, article_settled, failure_reason, listing_failed
from newscrawl.reading import Profile, read_article
from newscrawl.selectors import ArticleSelectors
from newscrawl.urls import is_loopback
from newscrawl.walks import Walk

ARTICLE_PRIORITY = 1000
"""Articles go before further pages of listings, so that few requests wait at any time."""

Callback = Callable[..., Any]


class OutletSpider(Spider):
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

    selectors: ClassVar[ArticleSelectors] = ArticleSelectors()

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
        spider.check_contact()
        if contact := spider.settings["NEWSCRAWL_CONTACT"]:
            agent = f"{spider.settings['USER_AGENT']} (+{contact})"
            crawler.settings.set("USER_AGENT", agent, priority="spider")
        return spider

    def check_contact(self) -> None:
        """:raises OperatorError: if a live site would be crawled without a contact address."""
        if self.origin and is_loopback(self.origin):
            return
        if not self.settings["NEWSCRAWL_CONTACT"]:
            raise OperatorError(
                "NEWSCRAWL_CONTACT is not set: outlets must be able to reach who crawls them; "
                "set it to an e-mail address or a page, in the environment or with -s"
            )

    async def start(self) -> AsyncIterator[Request]:
        for way in self.arguments.ways:
            for request in getattr(self, f"start_{way}")():
                yield request

    # Addresses

    @cached_property
    def marked_editions(self) -> list[Edition]:
        """All editions, with the marks that the settings say before their own."""
        marks = self.settings.getdict("NEWSCRAWL_EDITION_MARKS").get(self.name, {})
        return [
            replace(edition, marks=tuple(dict.fromkeys((marks[edition.language], *edition.marks))))
            if edition.language in marks
            else edition
            for edition in self.outlet.editions
        ]

    @property
    def editions(self) -> list[Edition]:
        """The editions that were asked for."""
        return [e for e in self.marked_editions if e.language in self.arguments.editions]

    def addresses(self, templates: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the addresses that *templates* stand for, each with its alternatives.

        ``{mark}`` is the mark of an edition, ``{prefix}`` the mark and a slash, or nothing; a
        template without them stands for all editions at once.
        """
        for template in templates:
            if "{mark}" not in template and "{prefix}" not in template:
                yield (template,)
                continue
            for edition in self.editions:
                yield tuple(
                    template.replace("{mark}", mark).replace("{prefix}", f"{mark}/" if mark else "")
                    for mark in edition.marks
                )

    def walk_requests(
        self, templates: tuple[str, ...], way: str, callback: Callback
    ) -> Iterator[Request]:
        """Yield a request for the first page of each listing."""
        for url, *alternatives in self.addresses(templates):
            yield self.walk_request(url, way, callback, **{ALTERNATIVES: alternatives})

    def walk_request(
        self, url: str, way: str, callback: Callback, walk: Walk | None = None, **meta: Any
    ) -> Request:
        """Return a request for a page of a listing: of *walk*, or the first of a new one."""
        walk = walk or Walk(listing=f"{self.name}:{way}:{url}", way=way)
        return Request(
            url, callback=callback, errback=self.request_failed, meta={WALK: walk, **meta}
        )

    # Identities

    @classmethod
    def describe(cls, editions: Sequence[Edition] = ()) -> Profile:
        """Return what is known of the article pages; *editions* as the settings mark them."""
        pattern = ArticlePattern(cls.name, cls.article_url, editions or cls.outlet.editions)
        return Profile(cls.name, cls.outlet, pattern, cls.selectors)

    @cached_property
    def profile(self) -> Profile:
        return self.describe(self.marked_editions)

    def teaser(self, url: str, source: str, **said: Any) -> Teaser | None:
        """Return the teaser of the article at *url*, or None if it is none that was asked for."""
        identity = self.profile.pattern.identify(url)
        if identity is None or not self.arguments.wants(identity.language):
            return None
        return Teaser(*identity, source=source, **said)

    # Articles

    def article_request(self, teaser: Teaser) -> Request:
        return Request(
            teaser.url,
            callback=self.parse_article,
            errback=self.request_failed,
            priority=ARTICLE_PRIORITY,
            meta={TEASER: teaser},
        )

    def parse_article(self, response: TextResponse) -> Iterator[Article]:
        teaser = teaser_of(response.meta)
        article = self.read(response, teaser)
        if reason := self.arguments.outside(article.date):
            self.settle(teaser.id if teaser else article.id, "skipped", reason, article.date)
            return
        yield self.amend(article, response)

    def read(self, response: TextResponse, teaser: Teaser | None) -> Article:
        return read_article(
            response.selector.root,
            response.url,
            profile=self.profile,
            now=fetched_at(response),
            teaser=teaser,
            stats=self.crawler.stats,
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
            self.logger.warning("%s: article failed: %s", request.url, reason)
            self.settle(teaser.id, "failed", reason)
            return
        walk = walk_of(request.meta)
        alternatives = request.meta.get(ALTERNATIVES)
        if walk is not None and alternatives and reason == GONE:
            url, *rest = alternatives
            self.logger.info("%s: %s, trying %s", request.url, reason, url)
            yield self.walk_request(url, walk.way, request.callback, **{ALTERNATIVES: rest})
            return
        self.logger.warning("%s: listing failed: %s", request.url, reason)
        self.crawler.signals.send_catch_log(listing_failed, walk=walk, reason=reason)

    def settle(
        self, article_id: str, outcome: Outcome, reason: str, date: datetime | None = None
    ) -> None:
        """Tell whoever keeps the books that no item will come of an article."""
        self.crawler.signals.send_catch_log(
            article_settled,
            article_id=article_id,
            outcome=outcome,
            reason=reason,
            date=date,
        )


def fetched_at(response: Response) -> datetime:
    """Return when *response* was received, UTC: as the download handler noted, else as its
    ``Date`` header says (a page replayed from a cache), else now."""
    noted = response.meta.get(FETCHED_AT) if response.request else None
    if isinstance(noted, datetime):
        return noted
    header = response.headers.get("Date")
    try:
        return parsedate_to_datetime(header.decode("ascii")).astimezone(UTC) if header else now()
    except (ValueError, UnicodeDecodeError):
        return now()


def now() -> datetime:
    return datetime.now(UTC)
