"""`-a fill_gaps=1` fetches what failed or was missed, and nothing else."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from newscrawl.demo.check import truth
from newscrawl.demo.process import newsroom
from newscrawl.storage import ArticleStore
from tests.crawling import Crawls

ARTICLES = 240
WAYS = ("-a", "ways=listing", "-a", "editions=ru")


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with newsroom(articles=ARTICLES) as address:
        yield address


@pytest.fixture
def crawls(tmp_path: Path) -> Crawls:
    return Crawls(tmp_path)


def days_of(origin: str) -> list[str]:
    dates = [datetime.fromisoformat(r["date"]) for r in truth(origin) if r["language"] == "ru"]
    return sorted({date.date().isoformat() for date in dates})


def ids(crawls: Crawls) -> set[str]:
    return {record["id"] for record in crawls.records()}


def test_days_that_no_run_has_read_are_read(origin: str, crawls: Crawls) -> None:
    days = days_of(origin)
    early, late, missed = days[len(days) // 3], days[2 * len(days) // 3], days[len(days) // 2]
    before = ("-a", f"until={early}")
    assert crawls.run(origin, *WAYS, *before).returncode == 0
    assert crawls.run(origin, *WAYS, "-a", f"since={late}").returncode == 0
    had = ids(crawls)
    expected = {r["id"] for r in truth(origin) if r["language"] == "ru"}
    assert had < expected
    assert any(r["date"][:10] == missed and r["id"] not in had for r in truth(origin))
    filled = crawls.run(origin, *WAYS, "-a", "fill_gaps=1", "-a", f"since={days[0]}")
    assert filled.returncode == 0, filled.stderr
    assert ids(crawls) == expected
    counts = crawls.counts()
    assert counts["newscrawl/listed/new"] == len(expected - had)
    assert counts["newscrawl/gaps"] >= 1
    assert "newscrawl/revisit/asked" not in counts


def test_what_was_given_up_is_tried_once_more_and_nothing_else(origin: str, crawls: Crawls) -> None:
    assert crawls.run(origin, *WAYS).returncode == 0
    lost = crawls.records()[7]
    with ArticleStore(crawls.database) as store, store.writing() as connection:
        connection.execute(
            text(
                "UPDATE ledger SET outcome = 'failed', reason = 'http 500', attempts = 9 "
                "WHERE id = :id"
            ),
            {"id": lost["id"]},
        )
        connection.execute(text("DELETE FROM articles WHERE id = :id"), {"id": lost["id"]})
    crawls.lines.unlink()
    words = ("-a", "fill_gaps=1", "-a", f"since={lost['date'][:10]}")
    assert crawls.run(origin, *WAYS).returncode == 0
    assert lost["id"] not in ids(crawls), "it was given up"
    filled = crawls.run(origin, *WAYS, *words)
    assert filled.returncode == 0, filled.stderr
    assert lost["id"] in ids(crawls)
    assert crawls.counts()["newscrawl/listed/owed"] == 1
    again = crawls.run(origin, *WAYS, *words)
    assert "no day looks incomplete" in again.stderr
    assert not crawls.counts().get("newscrawl/listed/shown")


def test_all_and_what_is_missing_cannot_be_asked_for_at_once(origin: str, crawls: Crawls) -> None:
    done = crawls.run(origin, "-a", "fill_gaps=1", "-a", "refetch=1")
    assert done.returncode == 2
    assert "give one" in done.stderr
