"""Crawls of sites whose robots.txt forbids, fails, or is longer than anybody reads."""

import json
import re
from pathlib import Path

import pytest

from newscrawl.demo.process import newsroom
from tests.crawling import Crawls
from tests.static_site import static_site
from tests.test_manners import pages, watch

FORBIDDEN = "robots.txt"


def fetched(log: str) -> list[str]:
    """The paths of all pages that a crawl logs as answered, in order."""
    return re.findall(r"Crawled \(\d+\) <GET https?://[^/]+(/[^> ]*)", log)


def test_nothing_but_robots_txt_is_fetched_of_a_site_that_it_closes(tmp_path: Path) -> None:
    crawls = Crawls(tmp_path)
    with newsroom(articles=30, faults=["robots"]) as origin:
        done = crawls.run(origin, "-a", "ways=feed,listing", "-s", "LOG_LEVEL=DEBUG")
    assert fetched(done.stderr) == ["/robots.txt"]
    counts = crawls.counts()
    assert counts[f"newscrawl/listing/failed/{FORBIDDEN}"] >= 4
    assert "newscrawl/listed/shown" not in counts


def test_an_article_that_robots_txt_forbids_has_failed_for_that(tmp_path: Path) -> None:
    crawls = Crawls(tmp_path)
    with newsroom(articles=30) as origin:
        crawls.run(origin, "-a", "ways=feed", "-a", "max_articles=2")
    with newsroom(articles=30, faults=["robots"]) as origin:
        crawls.run(origin, "-a", "ways=feed")
    counts = crawls.counts()
    assert counts["newscrawl/listed/owed"] == counts["newscrawl/outcome/failed"] > 0
    assert counts["newscrawl/ledger/wrong"] == 0


@pytest.mark.parametrize("status", [500, 429])
def test_a_site_whose_robots_txt_cannot_be_had_is_left_to_the_next_run(
    tmp_path: Path, status: int
) -> None:
    asked: list[str] = []
    robots = {"/robots.txt": "Server Error"}
    with static_site(pages("") | robots, asked, {"/robots.txt": status}) as origin:
        urls = [f"{origin}/{name}" for name in "abc"]
        told, stats = watch(tmp_path, *urls, RETRY_TIMES=1)
        assert asked == ["/robots.txt"] * 2
        assert len(told) == 3
        assert all("robots.txt unreachable" in item["error"] for item in told)
        assert stats == {"newscrawl/robots/unreachable/127.0.0.1": 3}
        told, _ = watch(tmp_path, *urls, RETRY_TIMES=0, NEWSCRAWL_ROBOTS_UNREACHABLE="allow")
    assert [item for item in told if "error" in item] == []


def test_a_site_that_does_not_answer_at_all_is_not_asked_on(tmp_path: Path) -> None:
    with static_site({}, []) as origin:
        pass  # nobody listens there any more
    _, stats = watch(tmp_path, f"{origin}/a", RETRY_TIMES=0)
    assert stats == {"newscrawl/robots/unreachable/127.0.0.1": 1}


def test_a_robots_txt_that_is_not_there_forbids_nothing(tmp_path: Path) -> None:
    """Whatever stands on the page that says so."""
    closed = pages("User-agent: *\nDisallow: /\n")
    with static_site(closed, [], {"/robots.txt": 404}) as origin:
        told, _ = watch(tmp_path, f"{origin}/a")
    assert [item for item in told if "error" in item] == []


def test_of_a_long_robots_txt_the_beginning_is_read(tmp_path: Path) -> None:
    robots = f"User-agent: *\nDisallow: /a\n{'#' * 1000}\nDisallow: /b\n"
    with static_site(pages(robots), []) as origin:
        told, _ = watch(tmp_path, f"{origin}/a", f"{origin}/b", NEWSCRAWL_ROBOTS_MAX_KB=1)
    assert [item["url"] for item in told if "error" in item] == [f"{origin}/a"]


@pytest.mark.parametrize("agent", ["NewsCrawl", "newscrawl/0.1"])
def test_rules_for_us_are_heeded_by_whichever_name(tmp_path: Path, agent: str) -> None:
    robots = f"\ufeffUser-agent: *\r\nAllow: /\r\nUser-agent: {agent}\r\nDisallow: /*a$\r\n"
    with static_site(pages(robots), []) as origin:
        told, _ = watch(tmp_path, f"{origin}/a", f"{origin}/b")
    assert [item["url"] for item in told if "error" in item] == [f"{origin}/a"]


def test_a_setting_that_says_neither_is_refused(tmp_path: Path) -> None:
    done = Crawls(tmp_path).run("http://127.0.0.1:9", "-s", "NEWSCRAWL_ROBOTS_UNREACHABLE=maybe")
    assert done.returncode == 2
    assert json.dumps("disallow or allow")[1:-1] in done.stderr
