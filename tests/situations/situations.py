"""What is done to a crawl in each situation that docs/operators.md tells of."""

import fcntl
import resource
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

from newscrawl.demo.control import move_to, switch
from newscrawl.demo.process import newsroom
from newscrawl.figures import Figures
from tests.situations.late_clock import with_clock_off
from tests.situations.nights import Crawl, Morning, Night

FEED_AND_LISTING = ("-a", "ways=feed,listing")
LISTING = ("-a", "ways=listing")
SLOWLY = (
    *("-a", "refetch=1", "-s", "AUTOTHROTTLE_ENABLED=0"),
    *("-s", 'DOWNLOAD_SLOTS={"127.0.0.1": {"delay": 0.25, "jitter": 0}}'),
)
"""A run takes a quarter of a minute so: it goes on when it is stopped."""

Situation = Callable[[Night], Morning]

SITUATIONS: dict[str, Situation] = {}

REASONS = {
    "only the first page of each listing answers": "not read to their end, http 500 after page 1",
    "a feed without an entry, listings as ever": "answered and show no article: feed:",
    "many articles fail": "articles failed: http 500",
    "half of the articles fail": "articles failed: http 500",
    "the host has refused the run before": "left alone, as the runs before were refused",
    "it is told twice to stop": "it was told",
    "the classes of the article page renamed": "selectors found nothing in ",
    "the newest article is weeks old": "the newest article is of 2026-10-31",
    "the clock is wrong": "the clock of this machine is 120 minutes behind",
    "the callback raises": "could not be read: callback raised ZeroDivisionError",
    "every answer is 503": "could not be read: robots.txt unreachable: http 503",
    "no server answers": "nothing answered: robots.txt unreachable: DownloadConnectionRefused",
    "the host has no address": "nothing answered: robots.txt unreachable: CannotResolveHost",
    "redirects to another host": "could not be read: offsite",
    "listings without an article": "listings answered and show no article",
    "every answer is 403": "the outlet refused 2 of 2 pages: http 403",
    "every answer is 429 with Retry-After": "the outlet refused 2 of 2 pages: robots.txt unr",
    "every answer is a challenge page": "the outlet refused 2 of 2 pages: challenge",
    "robots.txt forbids all": "the outlet refused 2 of 2 pages: robots.txt",
    "another run of the outlet goes on": "is being crawled by ",
    "it is told to stop": "it was told to stop",
    "its deadline passes": "its time was over",
    "the disk is full": "nothing could be stored any more",
    "no browser for the endless lists": "a way in was not taken: scroll",
}
"""What the gravest reason for a verdict says: another verdict alike would prove nothing."""


def situation(name: str) -> Callable[[Situation], Situation]:
    def enter(function: Situation) -> Situation:
        SITUATIONS[name] = function
        return function

    return enter


def with_faults(*faults: str, words: tuple[str, ...] = FEED_AND_LISTING) -> Situation:
    """A night when there are new articles, and the outlet does *faults*."""

    def happens(night: Night) -> Morning:
        move_to(night.origin, 1)
        switch(night.origin, faults)
        return night.run(*words)

    return happens


def with_long_listings(*faults: str) -> Situation:
    """A night at an outlet whose listings have more than one page."""

    def happens(night: Night) -> Morning:
        with newsroom(articles=240, faults=faults) as origin:
            words = ("-a", "sections=region", "-a", "refetch=1")
            return night.run(*LISTING, *words, origin=origin)

    return happens


for name, made in {
    "only the first page of each listing answers": with_long_listings("page-one-only"),
    "a listing that begins anew after its last page": with_long_listings("loop"),
    "new articles": with_faults(),
    "every answer is 503": with_faults("down"),
    "every answer is 403": with_faults("forbidden"),
    "every answer is 429 with Retry-After": with_faults("throttled"),
    "every answer is a challenge page": with_faults("challenged"),
    "robots.txt forbids all": with_faults("robots"),
    "redirects to another host": with_faults("elsewhere"),
    "listings without an article": with_faults("empty-listings", words=LISTING),
    "a feed without an entry, listings as ever": with_faults("emptyfeed"),
    "headers that lie about the encoding": with_faults("charset"),
    "markup that is broken": with_faults("broken"),
    "the classes of the article page renamed": with_faults(
        "renamed", words=(*FEED_AND_LISTING, "-a", "refetch=1")
    ),
}.items():
    situation(name)(made)


@situation("many articles fail")
def many_fail(night: Night) -> Morning:
    morning = with_faults("half", words=("-a", "ways=feed", "-a", "refetch=1"))(night)
    failed, asked = _failed(morning)
    assert 0 < failed < asked / 2
    return morning


@situation("half of the articles fail")
def half_fail(night: Night) -> Morning:
    # In this section it happens to be half of them, and no more.
    words = (*LISTING, "-a", "sections=politics", "-a", "refetch=1")
    morning = with_faults("half", words=words)(night)
    failed, asked = _failed(morning)
    assert 0 < failed == asked / 2
    return morning


@situation("the host has refused the run before")
def refused_before(night: Night) -> Morning:
    move_to(night.origin, 1)
    switch(night.origin, ["forbidden"])
    # Copies on this machine are never left alone, unless the settings say so.
    words = (*FEED_AND_LISTING, "-s", "NEWSCRAWL_BACKOFF_LOOPBACK=1")
    first = night.run(*words)
    assert (first.exit_code, first.alarm) == (5, "yes"), first.log
    switch(night.origin, ())
    morning = night.run(*words)
    report = morning.report
    assert report is not None
    assert report["requests"] == 0
    assert "left alone" in report["reasons"][0]
    return morning


@situation("nothing new")
def nothing_new(night: Night) -> Morning:
    return night.run(*FEED_AND_LISTING)


@situation("the newest article is weeks old")
def weeks_old(night: Night) -> Morning:
    # The newsroom stands still; of a copy age counts only if the settings say so.
    return night.run(*FEED_AND_LISTING, "-s", "NEWSCRAWL_VERDICT_COPIES=1")


@situation("the clock is wrong")
def clock_wrong(night: Night) -> Morning:
    move_to(night.origin, 1)
    # The age of what the newsroom invents is none of this clock's.
    words = ("-s", "NEWSCRAWL_VERDICT_COPIES=1", "-s", "NEWSCRAWL_VERDICT_STALE_TIMES=1000000")
    with with_clock_off(night.origin, timedelta(hours=2)) as origin:
        return night.run(*FEED_AND_LISTING, *words, origin=origin)


@situation("no browser for the endless lists")
def no_browser(night: Night) -> Morning:
    move_to(night.origin, 1)
    return night.run("-s", "NEWSCRAWL_CHROMIUM=/no/such/browser")


@situation("no server answers")
def no_server(night: Night) -> Morning:
    return night.run(*FEED_AND_LISTING, origin="http://127.0.0.1:9")


@situation("the host has no address")
def no_address(night: Night) -> Morning:
    words = ("-s", "NEWSCRAWL_CONTACT=https://newscrawl.example/contact")
    return night.run(*FEED_AND_LISTING, *words, origin="http://outlet.invalid")


@situation("the callback raises")
def callback_raises(night: Night) -> Morning:
    move_to(night.origin, 1)
    words = ("-s", "SPIDER_MODULES=tests.situations.spiders", "-a", "refetch=1")
    return night.run(*FEED_AND_LISTING, *words)


@situation("the disk is full")
def disk_full(night: Night) -> Morning:
    move_to(night.origin, 1)
    most = max(path.stat().st_size for path in night.folder.iterdir() if path.is_file()) + 4096

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return night.run(*FEED_AND_LISTING, limit=limit)


@situation("the database stays locked")
def database_locked(night: Night) -> Morning:
    holder = sqlite3.connect(night.folder / "news.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        url = f"sqlite:///{night.folder}/news.db?timeout=0.5"
        return night.run(*FEED_AND_LISTING, "-s", f"NEWSCRAWL_DATABASE_URL={url}")
    finally:
        holder.close()


@situation("the database cannot be opened")
def database_gone(night: Night) -> Morning:
    for path in night.folder.glob("news.db*"):
        path.unlink()
    (night.folder / "news.db").mkdir()
    return night.run(*FEED_AND_LISTING)


@situation("the database is damaged")
def database_damaged(night: Night) -> Morning:
    for path in night.folder.glob("news.db*"):
        path.unlink()
    (night.folder / "news.db").write_bytes(b"no database" * 1000)
    return night.run(*FEED_AND_LISTING)


@situation("it is killed")
def killed(night: Night) -> Morning:
    return _that_reads(night).end(signal.SIGKILL)


@situation("it is told to stop")
def told_to_stop(night: Night) -> Morning:
    return _that_reads(night).end(signal.SIGTERM)


@situation("its deadline passes")
def deadline(night: Night) -> Morning:
    move_to(night.origin, 1)
    return night.run(*FEED_AND_LISTING, *SLOWLY, "--deadline", "4s")


@situation("another run of the outlet goes on")
def another_run(night: Night) -> Morning:
    folder = night.folder / "locks"
    folder.mkdir(exist_ok=True)
    with (folder / "caliber.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return night.run(*FEED_AND_LISTING)


@situation("the call is wrong")
def wrong_call(night: Night) -> Morning:
    return night.run("-a", "since=yesterday or so")


@situation("it is told twice to stop")
def told_twice_to_stop(night: Night) -> Morning:
    move_to(night.origin, 1)
    status, log = night.folder / "status.json", night.folder / "night.log"
    pausing = ("-s", 'DOWNLOAD_SLOTS={"127.0.0.1": {"delay": 60, "jitter": 0}}')
    files = ("-s", f"NEWSCRAWL_STATUS_PATH={status}", "-s", f"LOG_FILE={log}")
    crawl = night.start(*FEED_AND_LISTING, *pausing, *files)
    # From its first answer on it waits for the next.
    crawl.wait_for(lambda: status.exists() and Figures.read(status.read_text()).pages)
    crawl.process.send_signal(signal.SIGTERM)
    crawl.wait_for(lambda: "shutting down gracefully" in log.read_text())
    began = time.monotonic()
    morning = crawl.end(signal.SIGTERM)
    assert time.monotonic() - began < 30
    return morning


def _failed(morning: Morning) -> tuple[int, int]:
    """How many articles failed, and of how many."""
    assert morning.report is not None, morning.log
    outcomes = morning.report["outcomes"]
    return outcomes["failed"], sum(outcomes.values())


def _that_reads(night: Night) -> Crawl:
    """A crawl at a night with new articles, some of which it has read."""
    move_to(night.origin, 1)
    crawl = night.start(*FEED_AND_LISTING, *SLOWLY)
    with closing(sqlite3.connect(night.folder / "news.db")) as database:
        before = _stored(database)
        crawl.wait_for(lambda: _stored(database) > before)
    return crawl


def _stored(database: sqlite3.Connection) -> int:
    count: int = database.execute("SELECT count(*) FROM articles").fetchone()[0]
    return count
