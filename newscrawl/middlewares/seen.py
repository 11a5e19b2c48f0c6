"""What is known is not fetched again, and what was listed is not forgotten."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from newscrawl.arguments import CrawlArguments
from newscrawl.books import Books
from newscrawl.items import Teaser
from newscrawl.meta import TEASER, WALK, teaser_of, walk_of
from newscrawl.middlewares.beginning import Beginning
from newscrawl.middlewares.conditions import add_conditions, version_of
from newscrawl.middlewares.walks import OUT_OF_BUDGET, Walks
from newscrawl.outcomes import listing_failed, listing_unchanged
from newscrawl.storage import Bookmark, PageVersion
from newscrawl.walks import Walk

UNCHANGED = "unchanged"
"""Why a walk ends whose first page is the version that was read last."""

ASKED_BEFORE = "asked before"
"""Why a walk ends whose next page was asked for before in this run."""

_NEVER = 2**31 - 1  # the most that a column of PostgreSQL counts to


class SeenArticlesMiddleware:
    """Keep the ledger: every article that a listing shows.

    * Of a listing page only the articles that are to be fetched go on; all are in the ledger
      before the first of them is asked for, so that a run that is killed leaves a list of
      what it owes, with which the next run starts.
    * The next page goes on unless there is nothing to expect of it: this one holds nothing
      that was not listed before the listing was last read to its end; all of it is older
      than ``since``; it was seen in this walk before; a bound is reached. Where it was asked for
      before, the listing ends. What a reading that was cut short has read is skipped.
    * The first page of a listing that was read to its end before is asked for on condition that
      it has changed, unless it leads to other listings, or was read since by a run that did not
      come to the end.
    * With ``fill_gaps`` only what failed, and the days that look incomplete, are read.
    * Stored articles that are due are looked at again, on the same condition.

    Stats ``newscrawl/listed/<shown, new, known, ...>``, ``newscrawl/walk/ended/<why>``,
    ``newscrawl/walk/resumed`` and ``newscrawl/revisit/asked``.
    """

    def __init__(self, crawler: Crawler, arguments: CrawlArguments) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.stats = crawler.stats
        self.books = Books.of(crawler)
        self.bounds = {
            "max_pages": settings.getint("NEWSCRAWL_MAX_PAGES"),
            "max_empty_pages": settings.getint("NEWSCRAWL_MAX_EMPTY_PAGES"),
        }
        outlet = getattr(crawler.spider, "outlet", None)
        self._narrows = arguments.narrows(outlet.languages if outlet else ())
        # What was given up is a gap, too.
        given_up = settings.getint("NEWSCRAWL_MAX_ATTEMPTS")
        self.max_attempts = _NEVER if arguments.fill_gaps else given_up
        self.beginning = Beginning(crawler, self.max_attempts)
        self._walks: Walks | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "SeenArticlesMiddleware":
        arguments = getattr(crawler.spider, "arguments", None)
        if not isinstance(arguments, CrawlArguments):
            raise NotConfigured("the spider is no outlet's")
        middleware = cls(crawler, arguments)
        crawler.signals.connect(middleware.listing_failed, signal=listing_failed)
        crawler.signals.connect(middleware.listing_unchanged, signal=listing_unchanged)
        crawler.signals.connect(middleware.request_dropped, signal=signals.request_dropped)
        return middleware

    @property
    def arguments(self) -> CrawlArguments:
        return self.books.arguments

    @property
    def walks(self) -> Walks:
        if self._walks is None:
            books = self.books
            self._walks = Walks(books.outlet, books.run, self.arguments, **self.bounds)
        return self._walks

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        beginning = self.beginning
        gaps = await beginning.keep_to_gaps() if self.arguments.fill_gaps else None
        async for request in beginning.owed():
            yield request
        if gaps != []:
            async for output in start:
                yield await self._equipped(output)
        async for request in beginning.due():
            yield request

    # What a listing shows

    async def process_spider_output(
        self, response: Response, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        walk = walk_of(response.meta)
        if walk is None or (walk.newest_first and not _is_page(response)):
            async for output in result:
                yield await self._equipped(output)
            return
        outputs = [output async for output in result]
        teasers = [teaser for output in outputs if (teaser := _teaser(output))]
        # A page that leads to other listings, too, is read whole each time: what has changed
        # in those, or was not read of them, does not show on it.
        leads_on = any(_leads_on(output, walk) for output in outputs)
        # One of which some articles were not wanted is to be read again when they are.
        version = None if leads_on or self._narrows else version_of(response)
        if _is_page(response):
            self.books.page_read(walk, len(teasers), leads_on=leads_on)
        wanted, ended = await self._judged(walk, teasers, version)
        further = await self._read(walk, teasers, response)
        if ended is None and not self.books.may_ask:
            ended = OUT_OF_BUDGET
        goes_on = False
        for output in outputs:
            if teaser := _teaser(output):
                if teaser.id in wanted:
                    output.meta[TEASER] = wanted[teaser.id]
                    yield output
            elif following := _next_page(output, walk):
                ended = ended or await self._ask_walks(Walks.why_not_on, following)
                if ended is None:
                    goes_on = True
                    yield await self._equipped(self._going_on(output, following, further))
            else:
                yield await self._equipped(output)
        if not goes_on:
            await self._end_walk(walk, ended or "end")

    async def _judged(
        self, walk: Walk, teasers: Sequence[Teaser], version: PageVersion | None
    ) -> tuple[Mapping[str, Teaser], str | None]:
        """Enter *teasers* into the ledger; return those to fetch now, by id, and why the walk
        ends after them."""
        self._count("newscrawl/listed/shown", len(teasers))
        listed = []
        for teaser in teasers:
            if outside := self.arguments.outside(teaser.date):
                self._count(f"newscrawl/listed/{outside}")
                if outside != "older than since":
                    version = None  # what is left out now is to be found another time
            else:
                listed.append(teaser)
        found: dict[str, Teaser] = {}
        for teaser in listed:
            found.setdefault(teaser.id, teaser)
        self._count("newscrawl/listed/planned", len(listed) - len(found))
        run, now, arguments = self.books.run, _now(), self.arguments
        listing = await self.books.store.ask(
            lambda store: store.list_teasers(
                run,
                walk.listing,
                list(found.values()),
                now=now,
                max_attempts=self.max_attempts,
                refetch=arguments.refetch,
                unwanted=arguments.outside,
                page=walk.page,
                version=version if listed else None,
            )
        )
        wanted: dict[str, Teaser] = {}
        for id, decision in listing.decisions.items():
            if decision != "new":
                self._count(f"newscrawl/listed/{decision}")
            elif self.books.may_ask:
                self.books.ask_for(id)
                wanted[id] = listing.teasers.get(id, found[id])
            else:
                self._count("newscrawl/listed/left")
        self._count("newscrawl/listed/new", len(wanted))
        return wanted, await self._ask_walks(Walks.why_to_end, walk, teasers)

    async def _read(
        self, walk: Walk, teasers: Sequence[Teaser], response: Response
    ) -> Bookmark | None:
        """Note that a page was read; return where to go on if those after it need not be."""
        if not _is_page(response) or response.request is None:
            return None
        url, now = response.request.url, _now()
        found: Bookmark | None = await self.books.store.ask(
            lambda store: self.walks.read(store, walk, teasers, url, now=now)
        )
        return found

    def _going_on(self, request: Request, walk: Walk, further: Bookmark | None) -> Request:
        """Return *request*, for the next page of *walk*, or one for the page *further* on."""
        if further is None:
            return request
        spider: Any = self.crawler.spider
        self._count("newscrawl/walk/resumed")
        self.books.pages_skipped(walk, further.page - walk.page)
        spider.logger.info(
            "%s: goes on at page %d, where run %d was cut short",
            walk.listing,
            further.page,
            further.run,
        )
        onward: Request = spider.further_page(
            request, replace(walk, page=further.page), further.url
        )
        return onward

    async def _equipped(self, output: Any) -> Any:
        """Give a list that grows in place somebody to ask whether it has grown enough, and ask
        for a listing that is known only if it has changed."""
        walk = walk_of(output.meta) if isinstance(output, Request) else None
        if walk is None:
            return output
        if walk.judge is None:
            output.meta[WALK] = replace(walk, judge=self._judge)
        if version := await self._ask_walks(Walks.version_read, walk, output.url):
            add_conditions(output, version)
        return output

    async def _judge(self, walk: Walk, teasers: Sequence[Teaser]) -> str | None:
        why: str | None = await self._ask_walks(Walks.why_behind, walk, teasers)
        return why

    # Walks

    async def _ask_walks(self, question: Any, *about: Any) -> Any:
        return await self.books.store.ask(lambda store: question(self.walks, store, *about))

    async def _end_walk(self, walk: Walk, why: str) -> None:
        self._count(f"newscrawl/walk/ended/{why}")
        self.books.walk_ended(walk, why)
        now = _now()
        await self.books.store.ask(lambda store: self.walks.end(store, walk, why, now=now))

    def listing_failed(self, walk: Walk | None, reason: str) -> None:
        self._count(f"newscrawl/listing/failed/{reason}")
        self.books.page_failed(walk, reason)
        if walk is not None:
            self.books.store.tell(lambda store: self.walks.fail(store, walk, reason))

    def listing_unchanged(self, walk: Walk) -> None:
        self._count("newscrawl/listing/unchanged")
        self.books.page_unchanged(walk)
        if walk.newest_first:
            self._note_end(walk, UNCHANGED)

    def request_dropped(self, request: Request) -> None:
        """End the walk whose next page is one that was asked for before: last pages lead to
        themselves, and listings run into each other."""
        walk = walk_of(request.meta)
        if walk is not None and walk.page > 1:
            self._note_end(replace(walk, page=walk.page - 1), ASKED_BEFORE)

    def _note_end(self, walk: Walk, why: str) -> None:
        self._count(f"newscrawl/walk/ended/{why}")
        self.books.walk_ended(walk, why)
        now = _now()
        self.books.store.tell(lambda store: self.walks.end(store, walk, why, now=now))

    def _count(self, key: str, count: int = 1) -> None:
        if count:
            self.stats.inc_value(key, count)


def _is_page(response: Response) -> bool:
    """Whether *response* was read as a page; of another one the errback has said all there is,
    but for what comes after it in a list whose number of pages is known."""
    handled = response.meta.get("handle_httpstatus_list") or ()
    return 200 <= response.status < 300 or response.status in handled


def _teaser(output: Any) -> Teaser | None:
    return teaser_of(output.meta) if isinstance(output, Request) else None


def _next_page(output: Any, walk: Walk) -> Walk | None:
    """Return what *walk* has come to if *output* asks for its next page."""
    other = walk_of(output.meta) if isinstance(output, Request) else None
    return other if other is not None and other.listing == walk.listing else None


def _leads_on(output: Any, walk: Walk) -> bool:
    """Whether *output* asks for a page of another listing than that of *walk*."""
    other = walk_of(output.meta) if isinstance(output, Request) else None
    return other is not None and other.listing != walk.listing


def _now() -> datetime:
    return datetime.now(UTC)
