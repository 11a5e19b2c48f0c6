"""The books of one crawl: what it asked for, and what became of each."""

import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, get_args
from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler

from newscrawl.arguments import CrawlArguments
from newscrawl.items import GONE, Article
from newscrawl.outcomes import Outcome
from newscrawl.revisits import due_after, due_again, parse_delays
from newscrawl.runs import ListingFacts, RunReport
from newscrawl.storage import (
    NO_VISIT,
    CrawlStore,
    Fetch,
    Revisit,
    Run,
    Settlement,
    SharedStore,
    StoreError,
    Visit,
)
from newscrawl.walks import Walk

logger = logging.getLogger(__name__)

_FETCHES_AT_ONCE = 100
_PAGES_KEPT = timedelta(days=30)


class Books:
    """What the parts of one crawl know in common of its articles.

    The ledger in the store is written before an article is asked for and when it is settled; what
    was asked for and is open is counted here, too, so that both can be compared in the end.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.stats = crawler.stats
        self.database_url: str = settings["NEWSCRAWL_DATABASE_URL"]
        self.delays = parse_delays(settings.getlist("NEWSCRAWL_REVISITS"))
        self.fetches_kept = timedelta(days=settings.getint("NEWSCRAWL_KEEP_FETCHES_DAYS"))
        self.reports_kept = timedelta(days=settings.getint("NEWSCRAWL_KEEP_REPORTS_DAYS"))
        self.run = 0
        self.previous: Run | None = None
        """The outlet's run before."""
        self.open: set[str] = set()
        """Ids of the articles that were asked for and are not settled."""
        self.visits: dict[str, Visit] = {}
        """By id, what is known beside it of an article on its way to the store."""
        self.revisits: dict[str, Revisit] = {}
        self.fetches: list[Fetch] = []
        self.asked = 0
        self.failures: Counter[str] = Counter()
        """Articles that failed, by reason."""
        self.listings: dict[str, ListingFacts] = {}
        self.problems: tuple[str, ...] = ()
        """What does not add up in the end."""

    @classmethod
    def of(cls, crawler: Crawler) -> "Books":
        """Return the books of *crawler*, the same to all."""
        books = _books.get(crawler)
        if books is None:
            books = _books[crawler] = cls(crawler)
        return books

    async def begin(self, outlet: str, arguments: CrawlArguments) -> None:
        """Open the store and enter the run.

        Without a database the ledger lasts as long as the run.

        :raises StoreError: if it cannot be entered; then there is no store.
        """
        self.outlet = outlet
        self.arguments = arguments
        self.store = CrawlStore.of(self.database_url or "sqlite://")
        now = _now()

        def enter(store: SharedStore) -> int:
            store.forget(fetches=now - self.fetches_kept, pages=now - _PAGES_KEPT)
            store.forget_reports(outlet, before=now - self.reports_kept)
            self.previous = store.last_run(outlet)
            return store.begin_run(outlet, plain_arguments(arguments), now=now)

        try:
            self.run = await self.store.ask(enter)
        except StoreError:
            await self.store.close()
            raise

    async def end(self, reason: str, report: RunReport | None = None) -> None:
        """Enter how the run ended, and close the store.

        :param report: what there is to know of it; None if it never began.
        """
        self._write_fetches()
        counts = {
            key: value
            for key, value in self.stats.get_stats().items()
            if key.startswith("newscrawl/") and isinstance(value, int)
        }
        verdict, known = (report.verdict, report.to_dict()) if report else (None, None)
        self.store.tell(
            lambda store: store.end_run(
                self.run, reason, counts, now=_now(), verdict=verdict, report=known
            )
        )
        await self.store.close()

    # Articles

    @property
    def may_ask(self) -> bool:
        """Whether the run may ask for one more article, as far as ``max_articles`` says."""
        most = self.arguments.max_articles
        return most is None or self.asked < most

    def ask_for(self, id: str, revisit: Revisit | None = None) -> None:
        """Note that an article is asked for, the first time or again."""
        self.asked += 1
        self.open.add(id)
        if revisit is not None:
            self.revisits[id] = revisit

    def next_due(self, published: datetime, now: datetime) -> datetime | None:
        """Return when to look at an article of that date again after *now*."""
        return due_after(now, published=published, delays=self.delays)

    def visit_of(self, article: Article, now: datetime) -> Visit:
        """Return what is known beside it of an article that was fetched, and forget it here."""
        visit = self.visits.pop(article.id, NO_VISIT)
        due = self.next_due(article.date, now) if article.date else None
        return replace(visit, due_at=due)

    def settle(self, id: str, outcome: Outcome, reason: str, date: datetime | None = None) -> None:
        """Enter what became of an article; the text of what is stored already stays so."""
        if outcome == "left":
            self._leave(id)
            return
        now = _now()
        if revisit := self.revisits.get(id):
            due = self.next_due(revisit.published, now)
            if due is None and outcome == "failed" and reason != GONE:
                due = due_again(now, published=revisit.published, delays=self.delays)
            if reason == GONE:
                outcome = "removed"
                self.store.tell(lambda store: store.remove(id, now=now, due_at=due))
            else:
                self.store.tell(lambda store: store.visited(id, now=now, due_at=due))
        else:
            assert outcome in get_args(Settlement), outcome
            settled: Any = outcome
            self.store.tell(
                lambda store: store.settle(id, settled, reason=reason, now=now, date=date)
            )
        if outcome == "failed":
            self.failures[reason] += 1
        self.count(outcome, id)

    def _leave(self, id: str) -> None:
        """Note that an article was not asked for after all: the next run begins with it."""
        self.open.discard(id)
        self.asked -= 1
        owed = self.revisits.pop(id, None) is None
        self.stats.inc_value("newscrawl/listed/left" if owed else "newscrawl/revisit/left")

    def count(self, outcome: Outcome, id: str) -> None:
        """Note that an article has come to its end.

        Stat ``newscrawl/outcome/<outcome>``.
        """
        self.open.discard(id)
        self.stats.inc_value(f"newscrawl/outcome/{outcome}")

    # Listings

    def page_read(self, walk: Walk, shown: int, *, leads_on: bool) -> None:
        """Note that a page of a listing was read, which shows so many articles.

        :param leads_on: whether it leads to other listings.
        """
        listing = self._listing(walk)
        listing.pages += 1
        listing.shown += shown
        listing.leads_on |= leads_on or walk.way not in self.arguments.ways

    def pages_skipped(self, walk: Walk, count: int) -> None:
        """Note that the next *count* pages of a listing were read by an earlier run."""
        self._listing(walk).skipped += count

    def page_unchanged(self, walk: Walk) -> None:
        """Note that a page of a listing is the version that was read last."""
        self._listing(walk).unchanged += 1

    def page_failed(self, walk: Walk | None, reason: str) -> None:
        """Note that a page of a listing could not be read."""
        self._listing(walk).failures[reason] += 1

    def walk_ended(self, walk: Walk, why: str) -> None:
        """Note that a listing need be read no further."""
        self._listing(walk).ended = why

    def _listing(self, walk: Walk | None) -> ListingFacts:
        name = walk.listing if walk else f"{self.outlet}:other:"
        return self.listings.setdefault(name, ListingFacts(name))

    # Requests

    def enter_fetch(self, fetch: Fetch) -> None:
        """Enter a request; a run that is killed may leave out its last ones."""
        if not self.fetches_kept:
            return
        self.fetches.append(fetch)
        if len(self.fetches) == _FETCHES_AT_ONCE:
            self._write_fetches()

    def _write_fetches(self) -> None:
        rows, self.fetches = self.fetches, []
        if rows:
            self.store.tell(lambda store: store.enter_fetches(self.run, rows))

    # The end

    async def add_up(self, finished: bool) -> None:
        """Compare what was asked for, and left open, with what the ledger says.

        What does not fit is in :attr:`problems`.

        Stats ``newscrawl/ledger/open`` and ``newscrawl/ledger/wrong``.
        """
        outcomes = await self.store.ask(lambda store: store.outcomes(self.run))
        stats = self.stats.get_stats()
        asked, settled = self.asked, total(stats, "newscrawl/outcome/")
        left = stats.get("newscrawl/listed/left", 0)
        pending = outcomes.get("pending", 0)
        waiting = sum(1 for id in self.open if id not in self.revisits)
        problems: list[str] = []
        if asked != settled + len(self.open):
            problems.append(f"{asked} articles asked for, {settled} settled")
        # A run that was told to stop need not have asked for all that it had entered or taken over.
        # What is stored and fetched once more stays stored in the ledger.
        too_many = finished and pending > waiting + left
        too_few = not self.arguments.refetch and pending < waiting + left
        if too_many or too_few:
            problems.append(f"{pending} pending in the ledger, {waiting + left} expected")
        if finished and self.open:
            some = ", ".join(sorted(self.open)[:3])
            problems.append(f"{len(self.open)} never settled, such as {some}")
        self.problems = tuple(problems)
        self.stats.set_value("newscrawl/ledger/open", len(self.open))
        self.stats.set_value("newscrawl/ledger/wrong", len(problems))
        for problem in problems:
            logger.error("%s: run %s does not add up: %s", self.outlet, self.run, problem)


_books: WeakKeyDictionary[Crawler, Books] = WeakKeyDictionary()


def plain_arguments(arguments: CrawlArguments) -> dict[str, Any]:
    """Return the arguments that were given, as JSON can hold them."""
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in vars(arguments).items()
        if value not in (None, (), False) and name != "gaps"  # which follow from the store
    }


def total(stats: Mapping[str, Any], prefix: str) -> int:
    """Return the sum of the counts whose names begin with *prefix*."""
    return sum(count for key, count in stats.items() if key.startswith(prefix))


def _now() -> datetime:
    return datetime.now(UTC)
