"""Crawls of a newsroom that refuses to be read, one after the other."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.demo.control import switch
from newscrawl.demo.process import newsroom
from newscrawl.storage import ArticleStore, BlockedHost
from newscrawl.verdicts import Verdict
from tests.crawling import Crawls
from tests.test_robots import fetched

HOST = "caliber.az"
SMALL = ("-a", "ways=feed", "-s", "RETRY_TIMES=0", "-s", "LOG_LEVEL=DEBUG")
WITH_LOOPBACK = ("-s", "NEWSCRAWL_BACKOFF_LOOPBACK=1")


def blocked(crawls: Crawls) -> BlockedHost | None:
    with ArticleStore(crawls.database) as store:
        return store.blocked_host(HOST)


def test_a_host_that_refuses_is_left_alone_until_its_time_has_come(tmp_path: Path) -> None:
    crawls = Crawls(tmp_path)
    with newsroom(articles=12) as origin:
        crawls.run(origin, *SMALL, *WITH_LOOPBACK, "-a", "max_articles=2")
        assert blocked(crawls) is None
        switch(origin, ["forbidden"])
        crawls.run(origin, *SMALL, *WITH_LOOPBACK)
        first = blocked(crawls)
        assert first is not None
        assert first.not_before - first.blocked_since == timedelta(hours=1)
        assert crawls.counts()[f"newscrawl/blocked/{HOST}"] > 1

        switch(origin, [])
        early = crawls.run(origin, *SMALL, *WITH_LOOPBACK)
        assert fetched(early.stderr) == []
        assert f"{HOST} has refused to be read since" in early.stderr
        counts = crawls.counts()
        assert 0 < counts[f"newscrawl/backoff/{HOST}"] <= 3600
        assert counts["newscrawl/listing/failed/backing off"] == 1
        assert counts["newscrawl/ledger/wrong"] == 0
        assert blocked(crawls) == first
        assert early.returncode == Verdict.BLOCKED.exit_code
        assert "left alone, as the runs before were refused: caliber.az (" in early.stderr

        with ArticleStore(crawls.database) as store:
            store.block_host(replace(first, not_before=datetime.now(UTC)))
        crawls.run(origin, *SMALL, *WITH_LOOPBACK)
    assert blocked(crawls) is None
    assert crawls.counts()["newscrawl/outcome/stored"] > 0


@pytest.mark.parametrize("fault", ["throttled", "challenged"])
def test_it_is_left_alone_for_longer_if_it_refuses_again(tmp_path: Path, fault: str) -> None:
    crawls = Crawls(tmp_path)
    since = datetime(2021, 3, 4, 12, tzinfo=UTC)
    with ArticleStore(crawls.database) as store:
        store.block_host(BlockedHost(HOST, since, 1, since))
    with newsroom(articles=12, faults=[fault]) as origin:
        crawls.run(origin, *SMALL, *WITH_LOOPBACK)
    again = blocked(crawls)
    assert again is not None
    assert (again.blocked_since, again.blocked_times) == (since, 2)
    assert again.not_before - datetime.now(UTC) > timedelta(hours=3)


def test_a_time_that_a_wrong_clock_has_set_is_not_waited_for(tmp_path: Path) -> None:
    crawls = Crawls(tmp_path)
    since = datetime.now(UTC) + timedelta(days=400)
    with ArticleStore(crawls.database) as store:
        store.block_host(BlockedHost(HOST, since, 1, since + timedelta(hours=1)))
    with newsroom(articles=12) as origin:
        crawls.run(origin, *SMALL, *WITH_LOOPBACK)
    assert blocked(crawls) is None
    assert crawls.counts()["newscrawl/outcome/stored"] > 0


def test_copies_on_this_machine_are_not_left_alone(tmp_path: Path) -> None:
    crawls = Crawls(tmp_path)
    with newsroom(articles=12, faults=["forbidden"]) as origin:
        crawls.run(origin, *SMALL)
    assert blocked(crawls) is None


def test_pauses_that_are_none_are_refused(tmp_path: Path) -> None:
    done = Crawls(tmp_path).run("http://127.0.0.1:9", "-s", "NEWSCRAWL_BACKOFF=soon")
    assert done.returncode == 2
    assert "NEWSCRAWL_BACKOFF: 'soon' is no time" in done.stderr
