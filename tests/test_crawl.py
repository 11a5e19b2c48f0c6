"""The whole way, by the real command over real HTTP."""

import csv
import random
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from newscrawl.demo.check import truth
from newscrawl.demo.process import newsroom
from newscrawl.storage import ArticleStore
from tests.crawling import Crawls, needs_chromium

ARTICLES = 240


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with newsroom(articles=ARTICLES) as address:
        yield address


@pytest.fixture
def crawls(tmp_path: Path) -> Crawls:
    return Crawls(tmp_path)


def test_all_ways_and_editions_store_the_truth_and_a_second_run_fetches_no_article(
    origin: str, crawls: Crawls
) -> None:
    needs_chromium()
    first = crawls.run(origin)
    assert first.returncode == 0, first.stderr
    assert crawls.problems(origin) == []
    second = crawls.run(origin)
    assert second.returncode == 0, second.stderr
    assert crawls.problems(origin) == []
    counts = crawls.counts()
    assert counts["newscrawl/listed/known"] > 0
    assert not counts.get("newscrawl/listed/new")
    assert "newscrawl/articles/new" not in counts


def test_every_fault_at_once_changes_nothing(crawls: Crawls) -> None:
    needs_chromium()
    with newsroom(articles=ARTICLES, faults=["all"]) as origin:
        done = crawls.run(origin)
        assert done.returncode == 0, done.stderr
        assert crawls.problems(origin) == []


def test_what_stands_in_for_an_article_is_asked_again_and_never_stored(crawls: Crawls) -> None:
    faults = ["soft404", "wall", "challenge"]
    with newsroom(articles=ARTICLES, faults=faults) as origin:
        done = crawls.run(origin, "-a", "ways=feed,listing", "-s", "NEWSCRAWL_CHROMIUM=/no")
        assert done.returncode == 0, done.stderr
        assert crawls.problems(origin) == []
        counts = crawls.counts()
    for reason in ("soft 404", "login wall", "consent wall", "challenge"):
        assert counts[f"newscrawl/refused/{reason}"] > 0, reason


def test_what_still_stands_in_at_the_end_of_a_run_is_fetched_by_the_next(crawls: Crawls) -> None:
    words = ["-a", "ways=feed,listing", "-s", "RETRY_ENABLED=0", "-s", "NEWSCRAWL_ASKED_AGAIN=0"]
    with newsroom(articles=ARTICLES, faults=["soft404", "wall"]) as origin:
        first = crawls.run(origin, *words)
        failed = crawls.counts()["newscrawl/outcome/failed"]
        assert failed > 0
        assert first.returncode == 3
        assert first.stderr.count(" is no article: ") == failed
        assert "WARNING: caliber: https://caliber.az/" in first.stderr
        assert len(crawls.records()) + failed == len(list(truth(origin)))
        second = crawls.run(origin, *words)
        assert second.returncode == 3, second.stderr  # half of them fail twice
        assert 0 < crawls.counts()["newscrawl/outcome/failed"] < failed
        third = crawls.run(origin, *words)
        assert third.returncode == 0, third.stderr
        assert crawls.problems(origin) == []


def test_the_endless_lists_alone_show_what_the_pages_show(origin: str, crawls: Crawls) -> None:
    needs_chromium()
    done = crawls.run(origin, "-a", "ways=scroll", "-a", "editions=en")
    assert done.returncode == 0, done.stderr
    with_scroll = crawls.counts()["newscrawl/articles/new"]
    sections = {r["id"]: r["section"] for r in truth(origin) if r["language"] == "en"}
    region = [id for id, section in sections.items() if section == "REGION"]
    assert with_scroll == len(region) > 20


def test_without_a_browser_one_way_is_skipped_and_the_rest_goes_on(
    origin: str, crawls: Crawls
) -> None:
    done = crawls.run(origin, "-s", "NEWSCRAWL_CHROMIUM=/no/such/browser")
    assert done.returncode == 0
    assert done.stderr.count("way 'scroll' is skipped: no browser found; install") == 1
    assert crawls.problems(origin) == []


def test_editions_dates_and_number_bound_what_is_stored(origin: str, crawls: Crawls) -> None:
    days = sorted(r["date"] for r in truth(origin) if r["language"] == "en")
    since, until = days[len(days) // 4][:10], days[len(days) // 2][:10]
    words = ["-a", "editions=en", "-a", f"since={since}", "-a", f"until={until}"]
    done = crawls.run(origin, "-a", "ways=feed,listing", *words)
    assert done.returncode == 0, done.stderr
    wanted = {
        r["id"] for r in truth(origin) if r["language"] == "en" and since <= r["date"][:10] <= until
    }
    assert {line["id"] for line in crawls.records()} == wanted
    done = crawls.run(origin, "-a", "ways=listing", "-a", "editions=ru", "-a", "max_articles=7")
    assert done.returncode == 0, done.stderr
    assert len(crawls.records()) == len(wanted) + 7


def test_a_killed_run_is_completed_by_the_next(origin: str, crawls: Crawls) -> None:
    dice = random.Random(3)
    for _ in range(4):
        process = crawls.start_and_store(origin, "-a", "ways=feed,listing")
        time.sleep(dice.uniform(0, 0.3))
        process.kill()
        process.wait()
    assert 0 < len(crawls.lines.read_bytes().splitlines()) < ARTICLES
    done = crawls.run(origin, "-a", "ways=feed,listing")
    assert done.returncode == 0, done.stderr
    assert crawls.problems(origin) == []


def test_feed_exports_hold_instants_and_lists_that_can_be_read_back(
    origin: str, crawls: Crawls
) -> None:
    night = crawls.folder / "night.csv"
    done = crawls.run(origin, "-a", "ways=feed", "-O", str(night))
    assert done.returncode == 0, done.stderr
    expected = {record["id"]: record for record in truth(origin)}
    with night.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 50
    for row in rows:
        record = expected[row["id"]]
        assert datetime.fromisoformat(row["date"]).isoformat() == record["date"]
        assert row["tags"] == "; ".join(record["tags"])
        assert row["body"] == record["body"]


def test_what_was_edited_is_a_revision_when_it_is_fetched_again(crawls: Crawls) -> None:
    words = ["-a", "ways=feed"]
    with newsroom(articles=ARTICLES) as before:
        assert crawls.run(before, *words).returncode == 0
        first = {record["id"]: record for record in crawls.records()}
    with newsroom(articles=ARTICLES, faults=["edited"]) as after:
        edited = {
            record["id"]
            for record in truth(after)
            if record["id"] in first and record["body"] != first[record["id"]]["body"]
        }
        assert crawls.run(after, *words).returncode == 0
        assert len(crawls.records()) == len(first)
        assert crawls.run(after, *words, "-a", "refetch=1").returncode == 0
        assert crawls.run(after, *words, "-a", "refetch=1").returncode == 0
    later = crawls.records()[len(first) :]
    assert {record["id"] for record in later} == edited
    assert {record["revision"] for record in later} == {2}


def test_a_section_alone_is_what_its_pages_list(origin: str, crawls: Crawls) -> None:
    done = crawls.run(origin, "-a", "editions=en", "-a", "sections=politics", "-a", "ways=listing")
    assert done.returncode == 0, done.stderr
    wanted = {
        r["id"] for r in truth(origin) if r["language"] == "en" and r["section"] == "POLITICS"
    }
    assert {record["id"] for record in crawls.records()} == wanted


def test_what_a_budget_leaves_over_is_the_next_runs(origin: str, crawls: Crawls) -> None:
    words = ["-a", "ways=feed", "-s", "NEWSCRAWL_MAX_REQUESTS_PER_HOST=20"]
    for run in (1, 2):
        assert crawls.run(origin, *words).returncode == 0
        counts = crawls.counts()
        assert counts["newscrawl/ledger/wrong"] == 0
        assert counts["newscrawl/ledger/open"] == 0
        assert counts["newscrawl/listed/left"] == 50 - len(crawls.records()) > 0, run
    with ArticleStore(crawls.database) as store, store.reading() as connection:
        made = connection.scalar(text("SELECT count(*) FROM fetches WHERE kind = 'article'"))
    assert made == len(crawls.records()), "what was not asked for is no fetch"
