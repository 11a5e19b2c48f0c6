"""What disks, other processes and power cuts do to outputs, and what the next run makes of it."""

import resource
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newscrawl.demo.process import newsroom
from tests.crawling import Crawls

ARTICLES = 90
WAYS = ("-a", "ways=feed,listing")
STORED_BEFORE = 10
FULL_AT_BYTES = 64 * 1024
LOCKED_FOR_S = 2.0


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with newsroom(articles=ARTICLES) as address:
        yield address


@pytest.fixture
def crawls(tmp_path: Path) -> Crawls:
    return Crawls(tmp_path)


def complete(crawls: Crawls, origin: str) -> None:
    done = crawls.run(origin, *WAYS)
    assert done.returncode == 0, done.stderr
    assert crawls.problems(origin) == []


def test_two_crawls_into_one_database_and_file_are_both_whole(origin: str, crawls: Crawls) -> None:
    unlocked = (*WAYS, "-s", "NEWSCRAWL_LOCK_PATH=")
    started = [
        crawls.start(origin, *unlocked, "-a", f"editions={editions}")
        for editions in ("en", "ru,hy")
    ]
    assert [process.wait() for process in started] == [0, 0]
    assert crawls.problems(origin) == []


def test_a_run_that_a_full_disk_ends_is_completed_by_the_next(origin: str, crawls: Crawls) -> None:
    log = crawls.folder / "crawl.log"
    running = crawls.start(origin, *WAYS, "-s", f"LOG_FILE={log}")
    while not crawls.lines.exists() or crawls.lines.read_bytes().count(b"\n") < STORED_BEFORE:
        assert running.poll() is None
        time.sleep(0.02)
    # From now on no file of the crawl grows beyond this; the database has by far.
    resource.prlimit(running.pid, resource.RLIMIT_FSIZE, (FULL_AT_BYTES, FULL_AT_BYTES))
    assert running.wait() == 1
    assert "free space" in log.read_text(encoding="utf-8")
    report = crawls.report()
    assert (report["finish_reason"], report["verdict"]) == ("store_failed", "failed")
    assert STORED_BEFORE <= len(crawls.records()) < ARTICLES // 2
    complete(crawls, origin)


def test_a_run_waits_for_who_writes_and_minds_nobody_who_reads(origin: str, crawls: Crawls) -> None:
    running = crawls.start_and_store(origin, *WAYS)
    file = crawls.database.removeprefix("sqlite:///")
    reader, writer = (sqlite3.connect(file, 60, isolation_level=None) for _ in range(2))
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM articles")
    writer.execute("BEGIN IMMEDIATE")
    time.sleep(LOCKED_FOR_S)
    assert running.poll() is None
    writer.execute("COMMIT")
    assert running.wait() == 0
    for connection in (reader, writer):
        connection.close()
    assert crawls.problems(origin) == []


def lose(tail: bytes) -> bytes:
    return b""


def tear(tail: bytes) -> bytes:
    return tail[: len(tail) // 2 + 7]


def blank(tail: bytes) -> bytes:
    return bytes(len(tail))


def half_blank(tail: bytes) -> bytes:
    return tear(tail) + bytes(5000)


@pytest.mark.parametrize("damage", [lose, tear, blank, half_blank])
def test_the_end_of_the_file_that_a_power_cut_took_is_written_again(
    damage: Callable[[bytes], bytes], origin: str, crawls: Crawls
) -> None:
    first = crawls.run(origin, *WAYS, "-a", "max_articles=10")
    assert first.returncode == 0, first.stderr
    synced = crawls.written()
    cut = crawls.start_and_store(origin, *WAYS)
    cut.kill()
    cut.wait()
    written = crawls.lines.read_bytes()
    crawls.lines.write_bytes(written[:synced] + damage(written[synced:]))
    complete(crawls, origin)


def test_a_file_that_knows_more_than_its_database_is_not_touched_but_can_be_moved_away(
    origin: str, crawls: Crawls
) -> None:
    database, copy = crawls.folder / "newscrawl.db", crawls.folder / "yesterday.db"
    assert crawls.run(origin, *WAYS, "-a", "max_articles=10").returncode == 0
    shutil.copy(database, copy)
    assert crawls.run(origin, *WAYS, "-a", "max_articles=10").returncode == 0
    written = crawls.lines.read_bytes()
    shutil.copy(copy, database)
    refused = crawls.run(origin, *WAYS)
    assert refused.returncode == 2
    assert "move the file away to have it written anew" in refused.stderr
    assert crawls.lines.read_bytes() == written
    crawls.lines.rename(crawls.folder / "old.jsonl")
    complete(crawls, origin)
