"""How the crawls went, as the store tells it."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from newscrawl.storage import ArticleStore, reports
from newscrawl.storage.reports import Arrival
from tests.storage.samples import BAKU, NOW, article

HOUR = timedelta(hours=1)


def crawl(
    store: ArticleStore, outlet: str, began: datetime, reason: str | None = "finished", **more: Any
) -> int:
    """A run that took as many minutes as there were runs before, and one."""
    run = store.begin_run(outlet, {}, began)
    if reason is not None:
        store.end_run(run, reason, {"newscrawl/new": run}, began + run * HOUR / 60, **more)
    return run


def test_an_outlet_takes_as_long_as_its_last_whole_crawl(store: ArticleStore) -> None:
    assert store.durations() == {}
    crawl(store, "a", NOW)
    crawl(store, "b", NOW)
    crawl(store, "a", NOW + HOUR)
    crawl(store, "a", NOW + 2 * HOUR, "shutdown")
    crawl(store, "b", NOW + 2 * HOUR, None)
    crawl(store, "c", NOW + 2 * HOUR, None)
    minute = HOUR / 60
    assert store.durations() == {"a": 3 * minute, "b": 2 * minute}
    assert store.last_good_runs() == {
        "a": NOW + HOUR + 3 * minute,
        "b": NOW + 2 * minute,
    }


def test_outlets_are_known_since_their_first_crawl(store: ArticleStore) -> None:
    assert store.first_runs() == {}
    assert store.crawled_outlets() == []
    crawl(store, "b", NOW.astimezone(BAKU), None)
    crawl(store, "a", NOW + HOUR)
    crawl(store, "b", NOW + 2 * HOUR)
    assert store.first_runs() == {"a": NOW + HOUR, "b": NOW}
    assert store.last_begun() == {"a": NOW + HOUR, "b": NOW + 2 * HOUR}
    assert store.crawled_outlets() == ["a", "b"]


def test_a_report_is_that_of_the_outlet(store: ArticleStore) -> None:
    report = {"outlet": "a", "reasons": ["ու", None], "fields": {"headline": 1.0}}
    first = crawl(store, "a", NOW, verdict="ok", report=report)
    second = crawl(store, "a", NOW)
    assert store.report(first, "a") == report
    assert store.report(first, "b") is None
    assert store.report(second, "a") is None
    assert store.report(99, "a") is None
    store.note_report(second, "failed", {"outlet": "a"})
    assert store.report(second, "a") == {"outlet": "a"}
    assert store.verdict_before(second + 1, "a") == "failed"


def test_reports_of_good_runs_come_newest_first(store: ArticleStore) -> None:
    for number, verdict in enumerate(("ok", "failed", "quiet", "ok", None)):
        crawl(store, "a", NOW, verdict=verdict, report={"number": number})
    crawl(store, "a", NOW, verdict="ok")
    last = crawl(store, "b", NOW, verdict="failed", report={"number": 9})
    assert store.reports("a", ("ok", "quiet"), 2) == [{"number": 3}, {"number": 2}]
    assert store.reports("a", (), 2) == []
    assert store.verdict_before(last, "a") == "ok"
    assert store.verdict_before(2, "a") == "ok"
    assert store.verdict_before(1, "a") is None


def crawls(store: ArticleStore, *, most: int = 10, **wanted: Any) -> list[int]:
    return [run.id for run in store.crawls(most=most, **wanted)]


def test_crawls_are_told_apart_by_number_outlet_and_beginning(store: ArticleStore) -> None:
    for outlet, hours in (("a", 0), ("b", 1), ("a", 2), ("c", 3), ("b", 4)):
        crawl(store, outlet, NOW + hours * HOUR, None if hours == 4 else "finished")
    assert crawls(store) == [1, 2, 3, 4, 5]
    assert crawls(store, most=2) == [4, 5]
    assert crawls(store, run=3) == [3]
    assert crawls(store, run=99) == crawls(store, run=2**31) == crawls(store, run=2**63) == []
    assert crawls(store, latest=True) == [3, 4, 5]
    assert crawls(store, latest=True, outlets=["a", "b"]) == [3, 5]
    assert crawls(store, outlets=[]) == []
    assert crawls(store, since=(NOW + 2 * HOUR).astimezone(BAKU)) == [3, 4, 5]
    first, *_, last = store.crawls(most=10)
    assert (first.counts, first.reason, first.ended_at) == (
        {"newscrawl/new": 1},
        "finished",
        NOW + HOUR / 60,
    )
    assert (last.counts, last.reason, last.ended_at, last.report) == ({}, None, None, None)


def test_an_arrival_is_when_the_first_text_was_stored(store: ArticleStore) -> None:
    published = datetime(2031, 3, 4, 18, 5, tzinfo=BAKU)
    store.save(article(1, date=published), now=NOW)
    store.save(article(1, date=published, body="Edited."), now=NOW + HOUR)
    store.save(article(2, date=published - HOUR), now=NOW)
    day = published.replace(hour=0, minute=0) + 24 * HOUR
    store.save(article(3, outlet="other", date=day, date_precision="day"), now=NOW + HOUR)
    first = Arrival("harbour_post", published, to_the_day=False, stored_at=NOW)
    other = Arrival("other", day, to_the_day=True, stored_at=NOW + HOUR)
    since = published.astimezone(NOW.tzinfo)
    assert sorted(store.arrivals(since), key=lambda arrival: arrival.outlet) == [first, other]
    assert list(store.arrivals(since, ["other", "none"])) == [other]
    assert list(store.arrivals(since, [])) == []
    (arrival,) = store.arrivals(since, ["harbour_post"])
    assert arrival.date.isoformat() == published.isoformat(), "in the outlet's zone"


def test_arrivals_are_all_there_are_though_few_are_read_at_once(
    store: ArticleStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports, "_BATCH", 2)
    for number in range(5):
        store.save(article(number), now=NOW)
    assert len(list(store.arrivals(NOW - 24 * HOUR))) == 5
    assert store.count() == 5
