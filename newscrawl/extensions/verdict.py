"""What a run is worth is judged when its spider closes, and reported when all is done."""

import asyncio
import logging
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from newscrawl.accounts import facts_of, report_of
from newscrawl.arguments import CrawlArguments
from newscrawl.books import Books
from newscrawl.extensions.listening import arguments_of, listen
from newscrawl.extensions.publishing import PublishingExtension
from newscrawl.items import Article, Outlet
from newscrawl.manners import server_time
from newscrawl.outcomes import ArticleDropped
from newscrawl.reading import Profile
from newscrawl.runs import Bounds, History, Judgement, RunReport, judge, keep_report
from newscrawl.runs.tally import FIELDS, Tally
from newscrawl.storage import SharedStore, StoreError
from newscrawl.urls import is_loopback

logger = logging.getLogger(__name__)

_COMPARABLE = ("ok", "quiet")
_DATES = 20_000
"""Enough for a fortnight of the busiest outlets."""


class VerdictExtension:
    """Judge a run by what it did and by the runs before it; write its report; close the books.

    Feeds are published by this verdict. ``report`` is there when the engine has stopped, ``path``
    says where it was written. Of a run that never began, or was told twice to stop, there is none.
    """

    def __init__(self, crawler: Crawler, arguments: CrawlArguments) -> None:
        self.crawler = crawler
        self.arguments = arguments
        self.books = Books.of(crawler)
        self.bounds = bounds_of(crawler.settings)
        self.tally = Tally()
        self.errors: Counter[str] = Counter()
        self.clock_off: timedelta | None = None
        self.history = History()
        self.started_at = datetime.now(UTC)
        self.previous_verdict: str | None = None
        self.report: RunReport | None = None
        self.path: Path | None = None
        self.reason = ""
        self._judging: asyncio.Task[Judgement] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "VerdictExtension":
        extension = cls(crawler, arguments_of(crawler))
        listen(
            crawler,
            extension.engine_started,
            extension.item_scraped,
            extension.item_dropped,
            extension.spider_error,
            extension.response_received,
            extension.spider_closed,
            extension.engine_stopped,
        )
        return extension

    def engine_started(self) -> None:
        if previous := self.books.previous:
            self.tally.since = previous.started_at
        if publishing := self.crawler.get_extension(PublishingExtension):
            publishing.judge = self.judged
            publishing.number = self.books.run if self.books.database_url else None

    # While it runs

    def item_scraped(self, item: object) -> None:
        if isinstance(item, Article):
            self.tally.add(item, stored=True, now=datetime.now(UTC))

    def item_dropped(self, item: object, exception: Exception) -> None:
        dropped = isinstance(exception, ArticleDropped) and exception.outcome == "dropped"
        if isinstance(item, Article) and dropped:
            self.tally.add(item, stored=False, now=datetime.now(UTC))

    def spider_error(self, failure: Failure) -> None:
        self.errors[type(failure.value).__name__] += 1

    def response_received(self, response: Response) -> None:
        sent = server_time(response)
        if sent is None or response.headers.get("Age", b"0") != b"0":  # a cache has kept its date
            return
        off = datetime.now(UTC) - sent
        if self.clock_off is None or abs(off) < abs(self.clock_off):
            self.clock_off = off

    # The end

    def spider_closed(self, reason: str) -> None:
        self.reason = reason

    async def judged(self, reason: str) -> Judgement:
        """Return the verdict on the run, which ended for that *reason*; it is judged once."""
        if self._judging is None:
            self._judging = asyncio.get_running_loop().create_task(self._judge(reason))
        return await asyncio.shield(self._judging)

    async def _judge(self, reason: str) -> Judgement:
        try:
            await self.books.add_up(finished=reason == "finished")
            self.history = await self.books.store.ask(self._read_history)
        except StoreError as error:
            logger.error("%s: judged without its history: %s", self.books.outlet, error)
        profile = getattr(self.crawler.spider, "profile", None)
        self.facts = facts_of(
            self.books,
            self.tally,
            reason=reason,
            narrowed=self._is_narrowed(),
            is_copy=self._is_copy(),
            placed=_placed(profile) if isinstance(profile, Profile) else frozenset(),
            errors=self.errors,
            clock_off=self.clock_off,
            now=datetime.now(UTC),
        )
        return judge(self.facts, self.history, self.bounds)

    def _is_copy(self) -> bool:
        asked: str | None = getattr(self.crawler.spider, "asks_only", None)
        return self.arguments.origin is not None or (asked is not None and is_loopback(asked))

    def _is_narrowed(self) -> bool:
        outlet = getattr(self.crawler.spider, "outlet", None)
        languages = outlet.languages if isinstance(outlet, Outlet) else ()
        return self.arguments.narrows(languages)

    def _read_history(self, store: SharedStore) -> History:
        outlet, settings = self.books.outlet, self.crawler.settings
        most = settings.getint("NEWSCRAWL_VERDICT_HISTORY")
        days = timedelta(days=settings.getfloat("NEWSCRAWL_VERDICT_HISTORY_DAYS"))
        self.previous_verdict = store.verdict_before(self.books.run, outlet)
        return History.of(
            store.reports(outlet, _COMPARABLE, most),
            store.last_dates(outlet, _DATES),
            since=self.started_at - days,
        )

    async def engine_stopped(self) -> None:
        try:
            judgement = await self.judged(self.reason)
            publishing = self.crawler.get_extension(PublishingExtension)
            self.report = report_of(
                self.books,
                self.tally,
                self.facts,
                judgement,
                self.history,
                started_at=self.started_at,
                previous=self.previous_verdict,
                settled=publishing.settled if publishing else (),
            )
            self._keep(self.report)
        finally:
            await self.books.end(self.reason, self.report)

    def _keep(self, report: RunReport) -> None:
        folder = self.crawler.settings["NEWSCRAWL_RUNS_PATH"]
        if not folder:
            return
        keep = self.crawler.settings.getint("NEWSCRAWL_RUNS_KEEP")
        try:
            self.path = keep_report(Path(folder), report, keep)
        except OSError as error:
            logger.error("%s: the report cannot be written: %s", report.outlet, error)


def bounds_of(settings: BaseSettings) -> Bounds:
    """Return from where on a run is a bad one, as the settings say."""
    return Bounds(
        failed_share=settings.getfloat("NEWSCRAWL_VERDICT_FAILED_SHARE"),
        degraded_share=settings.getfloat("NEWSCRAWL_VERDICT_DEGRADED_SHARE"),
        dropped_share=settings.getfloat("NEWSCRAWL_VERDICT_DROPPED_SHARE"),
        field_share=settings.getfloat("NEWSCRAWL_VERDICT_FIELD_SHARE"),
        field_articles=settings.getint("NEWSCRAWL_VERDICT_FIELD_ARTICLES"),
        agreement=settings.getfloat("NEWSCRAWL_CANARY_MIN"),
        stale_after=timedelta(days=settings.getfloat("NEWSCRAWL_VERDICT_STALE_DAYS")),
        stale_times=settings.getfloat("NEWSCRAWL_VERDICT_STALE_TIMES"),
        clock_off=timedelta(seconds=settings.getfloat("NEWSCRAWL_VERDICT_CLOCK_S")),
        copies=settings.getbool("NEWSCRAWL_VERDICT_COPIES"),
    )


def _placed(profile: Profile) -> frozenset[str]:
    return frozenset(
        name for name in FIELDS if name != "authors" and any(profile.selectors.places(name))
    )
