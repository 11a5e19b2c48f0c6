"""Crawls of one newsroom that moves on between them."""

from pathlib import Path

from newscrawl.demo.check import truth
from newscrawl.demo.control import move_to, switch
from newscrawl.demo.process import newsroom
from newscrawl.demo.world import Pace
from newscrawl.storage.records import TEXT
from tests.crawling import Crawls

ARTICLES = 90
WAYS = ("-a", "ways=feed,listing", "-s", "NEWSCRAWL_CHROMIUM=/no")


def test_what_was_edited_is_revised_and_furniture_revises_nothing(tmp_path: Path) -> None:
    crawls = Crawls(tmp_path)
    pace = Pace(arrivals=3, edits=6, removals=2, moves=0, pins=1)
    with newsroom(articles=ARTICLES, faults=["furniture"], pace=pace) as origin:
        assert crawls.run(origin, *WAYS).returncode == 0
        assert crawls.problems(origin) == []
        move_to(origin, 1)
        assert crawls.run(origin, *WAYS, "-a", "refetch=1").returncode == 0
        truths = list(truth(origin))
    later = crawls.records()[ARTICLES:]
    edited, new = set(), set()
    for record in truths:
        last = record["history"][-1]
        if last["kinds"] == ["published"] and last["moment"] == 1:
            new.add(record["id"])
        if set(last["changed"]) & set(TEXT):
            edited.add(record["id"])

    assert {record["id"] for record in later if record["revision"] == 1} == new
    assert {record["id"] for record in later if record["revision"] == 2} == edited
    assert len(new) == 3
    assert len(edited) == 5
    now = {record["id"]: record for record in truths}
    for record in later:
        assert {name: record[name] for name in TEXT if name in now[record["id"]]} == {
            name: now[record["id"]][name] for name in TEXT if name in now[record["id"]]
        }


def test_a_newsroom_that_has_moved_on_stores_the_truth(tmp_path: Path) -> None:
    crawls = Crawls(tmp_path)
    with newsroom(articles=ARTICLES, moment=4) as origin:
        switch(origin, ["loop", "furniture", "broken"])
        assert crawls.run(origin, *WAYS).returncode == 0
        assert crawls.problems(origin) == []


def test_a_run_that_was_stopped_after_the_front_pages_is_completed(tmp_path: Path) -> None:
    crawls = Crawls(tmp_path)
    with newsroom(articles=ARTICLES) as origin:
        for pages in (6, 9):
            stopped = crawls.run(origin, *WAYS, "-s", f"CLOSESPIDER_PAGECOUNT={pages}")
            assert stopped.returncode == 7, stopped.stderr
        assert crawls.run(origin, *WAYS).returncode == 0
        assert crawls.problems(origin) == []
