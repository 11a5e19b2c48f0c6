"""What a run begins with, beside the listings of its outlet."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from scrapy import Request
from scrapy.crawler import Crawler

from newscrawl.arguments import CrawlArguments, Period
from newscrawl.books import Books
from newscrawl.items import Teaser
from newscrawl.meta import REVISIT
from newscrawl.middlewares.conditions import add_conditions
from newscrawl.middlewares.gaps import find_gaps, gaps_bounds, within_gaps

REVISIT_PRIORITY = -10
"""Articles are looked at again when nothing new is left to be asked for."""

_AT_ONCE = 100

_T = TypeVar("_T")


class Beginning:
    """What the store knows that a run is to read.

    :param max_attempts: after so many failures an article is owed no more.
    """

    def __init__(self, crawler: Crawler, max_attempts: int) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.stats = crawler.stats
        self.books = Books.of(crawler)
        self.max_attempts = max_attempts
        self.max_revisits = settings.getint("NEWSCRAWL_MAX_REVISITS")
        self.gaps_bounds = gaps_bounds(settings)

    @property
    def arguments(self) -> CrawlArguments:
        return self.books.arguments

    async def keep_to_gaps(self) -> list[Period]:
        """Find what is to be read once more, and let the crawl leave out all else.

        Stat ``newscrawl/gaps``: how many periods that are.
        """
        spider: Any = self.crawler.spider
        books, arguments = self.books, self.arguments
        zone, now = spider.zone or ZoneInfo("UTC"), datetime.now(UTC)
        gaps = await books.store.ask(
            lambda store: find_gaps(
                store, books.outlet, arguments, zone=zone, now=now, bounds=self.gaps_bounds
            )
        )
        self._count("newscrawl/gaps", len(gaps))
        for since, until in gaps:
            last = until.astimezone(zone).date() - timedelta(days=1)
            spider.logger.info("%s: reads again %s to %s", books.outlet, since.date(), last)
        if gaps:
            spider.arguments = books.arguments = within_gaps(arguments, gaps)
        else:
            spider.logger.info("%s: no day looks incomplete", books.outlet)
        return gaps

    async def owed(self) -> AsyncIterator[Request]:
        """Yield requests for what earlier runs listed and did not get."""
        spider: Any = self.crawler.spider
        outlet, run = self.books.outlet, self.books.run
        owed = await self.books.store.ask(
            lambda store: store.pending(
                outlet, run=run, max_attempts=self.max_attempts, wanted=self._is_wanted
            )
        )
        async for teaser in self._in_turn(owed):
            if not self.books.may_ask:
                self._count("newscrawl/listed/left")
                continue
            self._count("newscrawl/listed/owed")
            self.books.ask_for(teaser.id)
            yield spider.article_request(teaser)

    def _is_wanted(self, teaser: Teaser) -> bool:
        return self.arguments.wants(teaser.language) and not self.arguments.outside(teaser.date)

    async def due(self) -> AsyncIterator[Request]:
        """Yield requests for the stored articles that are to be looked at again, each on condition
        that it has changed."""
        spider: Any = self.crawler.spider
        arguments = self.arguments
        if arguments.refetch or arguments.fill_gaps:
            return
        if not self.books.database_url or not self.max_revisits:
            return
        outlet, now = self.books.outlet, datetime.now(UTC)
        due = await self.books.store.ask(lambda store: store.due(outlet, by=now))
        left = self.max_revisits
        async for revisit in self._in_turn(due):
            if not left or not self.books.may_ask:
                self._count("newscrawl/revisit/left")
                return
            if not arguments.wants(revisit.teaser.language):
                continue
            left -= 1
            self._count("newscrawl/revisit/asked")
            self.books.ask_for(revisit.teaser.id, revisit)
            request = spider.article_request(revisit.teaser)
            request.meta[REVISIT] = revisit
            add_conditions(request, revisit)
            yield request.replace(priority=REVISIT_PRIORITY)

    async def _in_turn(self, rows: Iterator[_T]) -> AsyncIterator[_T]:
        """Yield *rows*, which the thread of the store reads some at a time."""
        while batch := await self.books.store.ask(lambda _: list(islice(rows, _AT_ONCE))):
            for row in batch:
                yield row

    def _count(self, key: str, count: int = 1) -> None:
        if count:
            self.stats.inc_value(key, count)
