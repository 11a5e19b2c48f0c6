"""Answers are known by validators, and who has them is told so."""

from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime

import pytest

from newscrawl.demo.articles import SITE, Newsroom
from newscrawl.demo.control import move_to, switch
from newscrawl.demo.keys import Key
from newscrawl.demo.process import newsroom, serving
from newscrawl.demo.world import Pace
from tests.demo.asking import ask

OF_A_MOMENT = ("/en/", "/en/category/region", "/rss.xml", "/sitemap.xml", "/sitemap-1.xml")
ARTICLE = Newsroom(articles=60).path(Key(0))
PATHS = (*OF_A_MOMENT, "/en/category/region/more?offset=2", "/robots.txt", ARTICLE)


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with newsroom(articles=60) as origin:
        yield origin


@pytest.mark.parametrize("path", PATHS)
def test_who_has_a_page_gets_an_empty_304(origin: str, path: str) -> None:
    answer, body = ask(origin, path)
    etag = answer.headers["ETag"]
    assert body
    assert etag.startswith('"')

    for method in ("GET", "HEAD"):
        for tags in (etag, f'"other", W/{etag}', "*"):
            again, nothing = ask(origin, path, method, {"If-None-Match": tags})
            assert (again.status, nothing, again.headers["ETag"]) == (304, b"", etag)
    other, whole = ask(origin, path, headers={"If-None-Match": '"other"'})
    assert (other.status, whole) == (200, body)


def test_an_article_is_dated_by_its_last_change_and_lists_by_the_moment(origin: str) -> None:
    truth = next(Newsroom(articles=60).truths())
    dates = {path: ask(origin, path)[0].headers["Last-Modified"] for path in PATHS}

    assert parsedate_to_datetime(dates[ARTICLE]) == datetime.fromisoformat(truth["date"])
    for path in OF_A_MOMENT:
        assert parsedate_to_datetime(dates[path]) == datetime.fromisoformat(truth["date"])
    assert dates["/robots.txt"] is None


def test_without_an_etag_the_date_decides_and_with_one_it_does_not(origin: str) -> None:
    date = ask(origin, ARTICLE)[0].headers["Last-Modified"]

    for headers, status in (
        ({"If-Modified-Since": date}, 304),
        ({"If-Modified-Since": "Sun, 01 Jan 2040 00:00:00 GMT"}, 304),
        ({"If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT"}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
        ({"If-Modified-Since": date, "If-None-Match": '"other"'}, 200),
    ):
        assert ask(origin, ARTICLE, headers=headers)[0].status == status, headers


def test_what_is_no_page_has_no_validators(origin: str) -> None:
    for path in ("/nothing", f"{ARTICLE}-old"):
        answer, _ = ask(origin, path, headers={"If-None-Match": "*"})
        assert answer.status in (301, 404)
        assert answer.headers["ETag"] is None


def test_edits_and_arrivals_make_other_validators_and_nothing_else_does() -> None:
    pace = Pace(arrivals=1, edits=6, removals=0, moves=0, pins=0)
    with newsroom(articles=60, pace=pace) as origin:
        paths = [Newsroom(articles=60).path(Key(index)) for index in range(60)]
        known = {path: ask(origin, path)[0].headers["ETag"] for path in (*paths, *OF_A_MOMENT)}
        move_to(origin, 1)
        answers = {
            path: ask(origin, path, headers={"If-None-Match": etag})[0]
            for path, etag in known.items()
        }
    truths = Newsroom(articles=60, pace=pace, moment=1).truths()
    edited = {
        truth["url"].removeprefix(SITE): truth["history"][-1]["at"]
        for truth in truths
        if len(truth["history"]) > 1
    }

    assert len(edited) == 6
    assert {path for path in paths if answers[path].status == 200} == edited.keys()
    for path, instant in edited.items():
        stated = parsedate_to_datetime(answers[path].headers["Last-Modified"])
        assert stated == datetime.fromisoformat(instant)
    assert {answers[path].status for path in ("/rss.xml", "/sitemap-1.xml")} == {200}


def test_half_of_an_unconditional_server_forgets_its_etags_and_half_ignores_them() -> None:
    with newsroom(articles=60, faults=["unconditional"]) as origin:
        stable: set[str] = set()
        other: set[str] = set()
        for index in range(60):
            path = Newsroom(articles=60).path(Key(index))
            answer, body = ask(origin, path)
            headers = {
                "If-None-Match": answer.headers["ETag"],
                "If-Modified-Since": answer.headers["Last-Modified"],
            }
            again, same = ask(origin, path, headers=headers)
            assert (again.status, same) == (200, body)
            is_same = again.headers["ETag"] == answer.headers["ETag"]
            (stable if is_same else other).add(path)

    assert min(len(stable), len(other)) > 15


def test_saved_pages_heed_conditions_too() -> None:
    host = {"X-Forwarded-Host": "caliber.az"}
    with serving("--outlet=caliber") as origin:
        etag = ask(origin, "/robots.txt", headers=host)[0].headers["ETag"]
        headers = {**host, "If-None-Match": etag}
        assert ask(origin, "/robots.txt", headers=headers)[0].status == 304


def test_when_faults_were_switched_no_page_says_when_it_changed() -> None:
    with newsroom(articles=60) as origin:
        before = ask(origin, ARTICLE)[0].headers
        switch(origin, ["edited"])
        after = ask(origin, ARTICLE, headers={"If-Modified-Since": before["Last-Modified"]})[0]

    assert (after.status, after.headers["Last-Modified"]) == (200, None)
