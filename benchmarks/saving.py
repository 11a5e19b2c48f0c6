"""What a crawl asks of a store that is filled, timed in the process that asks."""

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from sqlalchemy import Connection, event

from benchmarks.filling import stored_text
from benchmarks.invented import ARTICLES_PER_DAY, LISTING, moment, published, teaser, told
from benchmarks.memory import peak_mb
from newscrawl.items import Article
from newscrawl.storage import ArticleStore, Visit
from newscrawl.urls import address_key

SAVED = 500
"""Articles of one kind that are saved in a round."""

_FIRST = 10**8
_WALK = 30
_PAGE = 20
_COPIES = 0.15


@dataclass(frozen=True)
class Measured:
    """What one round took; milliseconds are of one call."""

    new_ms: float
    """Saving an article of the days after the last that is stored, as each night."""

    old_ms: float
    """The same of days long past, as the first crawl of an archive."""

    median_ms: float
    statements: float
    """That the database got for an article, those that begin and end the transaction included."""

    cpu_ms: float
    """Of a processor, this process's and PostgreSQL's for it, per article: what else the machine
    does makes it no longer."""

    candidates_ms: float
    """Asking which articles share values of a signature, per article."""

    copies: int
    """Articles that became part of a story that was there."""

    page_ms: float
    """Entering a page of a listing with 20 known articles."""

    identify_ms: float
    peak_mb: float


class Clock:
    """Seconds by part of the work, and how many statements the database got."""

    def __init__(self, server: int | None = None) -> None:
        self.server = server
        """Number of the process that works for this one, if it is on this machine."""
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.statements = 0

    def cpu_s(self) -> float:
        """Return the seconds that processors have worked so far."""
        served = 0
        if self.server is not None and (stat := Path(f"/proc/{self.server}/stat")).exists():
            served = sum(map(int, stat.read_text().rpartition(")")[2].split()[11:13]))
        return time.process_time() + served / os.sysconf("SC_CLK_TCK")

    def clear(self) -> None:
        self.seconds.clear()
        self.statements = 0

    def timing(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return *function*, the time of whose calls is that of *part* from now on."""

        def timed(*args: Any) -> Any:
            start = time.perf_counter()
            try:
                return function(*args)
            finally:
                self.seconds[part] += time.perf_counter() - start

        return timed


@contextmanager
def timed(store: ArticleStore) -> Iterator[Clock]:
    """Give a clock of what *store* asks its database."""
    with store.reading() as connection:
        engine = connection.engine
        driver = connection.connection.driver_connection
    info = getattr(driver, "info", None)
    clock = Clock(info.backend_pid if info else None)

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        clock.statements += 1

    @event.listens_for(engine, "before_cursor_execute")
    def sent(connection: Connection, *_: Any) -> None:
        connection.info["sent"] = time.perf_counter()

    @event.listens_for(engine, "after_cursor_execute")
    def answered(connection: Connection, cursor: Any, statement: str, *_: Any) -> None:
        seconds = time.perf_counter() - connection.info["sent"]
        clock.seconds[_part(statement)] += seconds
        clock.statements += 1

    def commit(connection: Any) -> None:
        clock.statements += 1
        end(connection)

    end = engine.dialect.do_commit
    engine.dialect.do_commit = clock.timing("commit", commit)  # type: ignore[method-assign]
    yield clock


def _part(statement: str) -> str:
    if "INTO articles " in statement:
        return "article"
    if "FROM signatures" in statement and "SELECT" in statement:
        return "candidates"
    return "statements"


def new_days(size: int, first: int, count: int = SAVED) -> list[Article]:
    """Return articles of the days after the last of *size*; some copy one of the days before."""
    dice = Random(first)
    found = []
    for place in range(count):
        text = told(first + place)
        if dice.random() < _COPIES:
            source = place - dice.randint(1, ARTICLES_PER_DAY)
            text = (told(first + source) if source >= 0 else stored_text(size + source)).cut()
        found.append(published(text, first + place, moment(size + place)))
    return found


def old_days(size: int, first: int, dice: Random, count: int = SAVED) -> list[Article]:
    """Return the articles of days anywhere among those of *size*, some dozens a day."""
    found = []
    for place in range(count):
        if place % _WALK == 0:
            day = dice.randrange(size - ARTICLES_PER_DAY)
        number = day + place % _WALK * ARTICLES_PER_DAY // _WALK
        copied = dice.random() < _COPIES
        text = stored_text(number).cut() if copied else told(first + place)
        found.append(published(text, first + place, moment(number)))
    return found


def save(store: ArticleStore, run: int, articles: list[Article], clock: Clock) -> list[float]:
    """List, then save *articles*; return the seconds that each took, *clock* has their parts."""
    for start in range(0, len(articles), _PAGE):
        list_page(store, run, articles[start : start + _PAGE])
    clock.clear()
    taken = []
    for article in articles:
        now = article.date + timedelta(hours=1)
        visit = Visit(now, '"1"', None, [(address_key(url), url) for url in _addresses(article)])
        start = time.perf_counter()
        store.save(article, now=now, visit=visit)
        taken.append(time.perf_counter() - start)
    return taken


def list_page(store: ArticleStore, run: int, page: list[Article]) -> None:
    now = page[0].date + timedelta(hours=1)
    store.list_teasers(run, LISTING, list(map(teaser, page)), now=now, max_attempts=5)


def _addresses(article: Article) -> tuple[str, str]:
    return article.url, f"{article.url}amp/"


def _stored(number: int) -> Article:
    return published(stored_text(number), number)


def _outlet_page(size: int, dice: Random) -> range:
    start = dice.randrange(size - 60 * _PAGE)
    return range(start, start + 60 * _PAGE, 60)


def measure(url: str, size: int, round: int) -> Measured:
    """Save and look up in the store at *url*, which was filled with *size* articles."""
    dice = Random(f"{size} {round}")
    first = _FIRST + round * 10 * SAVED
    new, old = new_days(size, first), old_days(size, first + SAVED, dice)
    warming = old_days(size, first + 2 * SAVED, dice)[:50]
    pages = [[_stored(number) for number in _outlet_page(size, dice)] for _ in range(50)]
    with ArticleStore(url) as store, timed(store) as clock:
        run = store.begin_run("outlet_00", {}, moment(size))
        save(store, run, warming, clock)
        cpu_s = clock.cpu_s()
        taken = [save(store, run, new, clock)]
        candidates_s, statements = clock.seconds["candidates"], clock.statements
        taken.append(save(store, run, old, clock))
        candidates_s += clock.seconds["candidates"]
        cpu_s = clock.cpu_s() - cpu_s
        start = time.perf_counter()
        for page in pages:
            list_page(store, run, page)
        listed = time.perf_counter()
        for page in pages:
            for article in page[:5]:
                store.identify(article.id, [address_key(article.url)])
                store.identify(f"{article.id}-elsewhere", [address_key(article.url)])
        identified = time.perf_counter()
    every = [seconds for some in taken for seconds in some]
    return Measured(
        new_ms=1000 * sum(taken[0]) / len(new),
        old_ms=1000 * sum(taken[1]) / len(old),
        median_ms=1000 * median(every),
        statements=statements / len(new),
        cpu_ms=1000 * cpu_s / len(every),
        candidates_ms=1000 * candidates_s / len(every),
        copies=sum(article.story != article.id for article in (*new, *old)),
        page_ms=1000 * (listed - start) / len(pages),
        identify_ms=1000 * (identified - listed) / (10 * len(pages)),
        peak_mb=peak_mb(),
    )
