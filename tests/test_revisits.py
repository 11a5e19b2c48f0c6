"""The newsroom moves on between runs: revisions equal its truth, and nothing else makes one."""

import subprocess
from collections.abc import Mapping
from functools import partial
from typing import Any

import pytest
from sqlalchemy import text

from newscrawl.demo.check import truth
from newscrawl.demo.control import move_to
from newscrawl.demo.process import newsroom
from newscrawl.storage import ArticleStore
from newscrawl.storage.records import TEXT
from tests.crawling import Crawls

ARTICLES = 48
WAYS = ("-a", "ways=feed,listing")
MOMENTS = 4
SHOWN = [name for name in TEXT if name != "agency"]  # the newsroom credits none
QUIET_RUNS = 10


@pytest.fixture
def crawls(tmp_path: Any) -> Crawls:
    return Crawls(tmp_path)


def crawl(crawls: Crawls, origin: str) -> subprocess.CompletedProcess[str]:
    done = crawls.run(origin, *WAYS)
    assert done.returncode == 0, done.stderr
    assert crawls.counts()["newscrawl/ledger/wrong"] == 0, done.stderr
    return done


def let_all_be_due(crawls: Crawls) -> None:
    """What the passing of time does."""
    with ArticleStore(crawls.database) as store, store.writing() as connection:
        connection.execute(text("UPDATE visits SET due_at = '2020-01-01T00:00:00+00:00'"))


def expected(record: Mapping[str, Any]) -> list[Any]:
    """The revisions that a crawl at every moment finds of an article."""
    found: list[Any] = []
    for version in record["history"]:
        seen: Any = "removed" if version["removed"] else _text(version["record"])
        if seen == "removed" and not found:
            continue  # taken down before anybody saw it
        if not found or found[-1] != seen:
            found.append(seen)
    return found


def _text(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: record[name] for name in SHOWN}


def stored(crawls: Crawls, record: Mapping[str, Any]) -> list[Any]:
    """The revisions in the JSON Lines file of an article, by any of its ids."""
    ids = {version["record"]["id"] for version in record["history"]}
    lines = [line for line in crawls.records() if line["id"] in ids]
    assert len({line["id"] for line in lines}) <= 1, "it keeps its id"
    assert [line["revision"] for line in lines] == list(range(1, len(lines) + 1))
    return ["removed" if line["removed_at"] else _text(line) for line in lines]


def test_revisions_are_those_of_the_newsroom(crawls: Crawls) -> None:
    with newsroom(articles=ARTICLES) as origin:
        for moment in range(MOMENTS):
            move_to(origin, moment)
            crawl(crawls, origin)
            let_all_be_due(crawls)
        records = list(truth(origin))
        find = partial(stored, crawls)
        wrong = {r["id"]: (find(r), expected(r)) for r in records if find(r) != expected(r)}
        assert wrong == {}
        kinds = {kind for r in records for v in r["history"] for kind in v["kinds"]}
    assert {"body", "headline", "byline", "tags", "removed", "returned"} <= kinds
    assert {"redirected", "readdressed"} <= kinds


def test_no_run_without_edits_makes_a_revision(crawls: Crawls) -> None:
    with newsroom(articles=ARTICLES, faults=["furniture", "unconditional", "addresses"]) as origin:
        crawl(crawls, origin)
        before = crawls.lines.read_bytes()
        for _ in range(QUIET_RUNS):
            let_all_be_due(crawls)
            crawl(crawls, origin)
            assert crawls.counts()["newscrawl/revisit/asked"] == ARTICLES
    assert crawls.lines.read_bytes() == before


def test_what_has_not_changed_is_not_sent_again(crawls: Crawls) -> None:
    with newsroom(articles=ARTICLES) as origin:
        crawl(crawls, origin)
        let_all_be_due(crawls)
        crawl(crawls, origin)
    counts = crawls.counts()
    assert counts["newscrawl/outcome/unchanged"] == ARTICLES
    assert counts["newscrawl/listing/unchanged"] > 0
    assert "newscrawl/articles/unchanged" not in counts
