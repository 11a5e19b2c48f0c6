"""The newsroom moves on between runs: revisions equal its truth, and nothing else makes one."""

from typing import Any

import pytest

from newscrawl.demo.check import truth
from newscrawl.demo.control import move_to
from newscrawl.demo.process import newsroom
from newscrawl.verdicts import Verdict
from tests.crawling import REMOVED, Crawls, versions

ARTICLES = 48
WAYS = ("-a", "ways=feed,listing")
MOMENTS = 4
SECTION_EMPTY_FROM = 2
"""The only article of "Мир" is taken down then: a listing that shows none degrades a run."""

QUIET_RUNS = 10


@pytest.fixture
def crawls(tmp_path: Any) -> Crawls:
    return Crawls(tmp_path)


def crawl(crawls: Crawls, origin: str, verdict: Verdict = Verdict.OK) -> None:
    done = crawls.run(origin, *WAYS)
    assert done.returncode == verdict.exit_code, done.stderr
    assert crawls.counts()["newscrawl/ledger/wrong"] == 0, done.stderr


def test_revisions_are_those_of_the_newsroom(crawls: Crawls) -> None:
    with newsroom(articles=ARTICLES) as origin:
        for moment in range(MOMENTS):
            move_to(origin, moment)
            crawl(crawls, origin, Verdict.DEGRADED if moment >= SECTION_EMPTY_FROM else Verdict.OK)
            crawls.let_all_be_due()
        records = list(truth(origin))
        assert crawls.revision_problems(origin) == []
        seen = sum(len(versions(r)) for r in records if versions(r) != [REMOVED])
        assert len(crawls.records()) == seen, "no version was missed"
        kinds = {kind for r in records for v in r["history"] for kind in v["kinds"]}
    assert {"body", "headline", "byline", "tags", "removed", "returned"} <= kinds
    assert {"redirected", "readdressed"} <= kinds


def test_no_run_without_edits_makes_a_revision(crawls: Crawls) -> None:
    with newsroom(articles=ARTICLES, faults=["furniture", "unconditional", "addresses"]) as origin:
        crawl(crawls, origin)
        before = crawls.lines.read_bytes()
        for _ in range(QUIET_RUNS):
            crawls.let_all_be_due()
            crawl(crawls, origin)
            assert crawls.counts()["newscrawl/revisit/asked"] == ARTICLES
    assert crawls.lines.read_bytes() == before


def test_what_has_not_changed_is_not_sent_again(crawls: Crawls) -> None:
    with newsroom(articles=ARTICLES) as origin:
        crawl(crawls, origin)
        crawls.let_all_be_due()
        crawl(crawls, origin)
    counts = crawls.counts()
    assert counts["newscrawl/outcome/unchanged"] == ARTICLES
    assert counts["newscrawl/listing/unchanged"] > 0
    assert "newscrawl/articles/unchanged" not in counts
