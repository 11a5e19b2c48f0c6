"""The figures of a run, and that they reach who started it."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newscrawl.demo.process import newsroom
from newscrawl.figures import Figures
from tests.crawling import Crawls

STATS = {
    "response_received_count": 120,
    "newscrawl/outcome/stored": 30,
    "newscrawl/outcome/failed": 4,
    "newscrawl/outcome/skipped": 3,
    "newscrawl/outcome/duplicate": 2,
    "newscrawl/outcome/unchanged": 1,
    "newscrawl/listing/failed/http 500": 2,
    "newscrawl/listed/known": 57,
    "finish_reason": "finished",
}
NEWEST = datetime(2031, 3, 4, 23, 30, tzinfo=ZoneInfo("Asia/Baku"))
FIGURES = Figures.of(STATS, run=12, asked=80, newest=NEWEST, seconds=120.0)


def test_figures_add_up_what_stats_tell() -> None:
    expected = Figures(
        run=12,
        seconds=120.0,
        pages=120,
        asked=80,
        settled=40,
        stored=30,
        known=57,
        skipped=5,
        errors=6,
        newest="2031-03-04T23:30:00+04:00",
    )
    assert expected == FIGURES
    assert (FIGURES.day, FIGURES.pages_per_minute) == ("2031-03-04", 60)


def test_time_left_is_told_once_the_pace_says_something() -> None:
    assert FIGURES.seconds_left == 120
    assert replace(FIGURES, settled=9).seconds_left is None
    assert "left" not in str(replace(FIGURES, settled=80))


def test_figures_come_back_from_json_and_may_have_more() -> None:
    said = json.loads(FIGURES.to_json())
    assert Figures.read(json.dumps({**said, "later": 1})) == FIGURES
    for text in ("", "[]", "{"):
        with pytest.raises(ValueError):  # noqa: PT011 - any text
            Figures.read(text)


def test_a_crawl_says_how_far_it_is_in_its_log_and_in_a_file(tmp_path: Path) -> None:
    status, logs = tmp_path / "status.json", tmp_path / "logs" / "{outlet}-{time}.log"
    crawls = Crawls(tmp_path)
    with newsroom(articles=12) as origin:
        done = crawls.run(
            origin,
            *("-a", "ways=feed", "-s", f"NEWSCRAWL_STATUS_PATH={status}"),
            *("-s", f"NEWSCRAWL_LOG_PATH={logs}", "-s", "NEWSCRAWL_PROGRESS_INTERVAL_S=0.1"),
        )
    assert (done.returncode, done.stderr) == (0, "")
    figures = Figures.read(status.read_text())
    records = crawls.records()
    assert figures.run == 1
    assert figures.stored == figures.settled == figures.asked == len(records) > 0
    assert figures.newest == max((record["date"] for record in records), key=datetime.fromisoformat)
    (log,) = (tmp_path / "logs").iterdir()
    said = [line for line in log.read_text().splitlines() if ".progress] INFO: caliber: " in line]
    assert f"{figures.stored} stored, 0 skipped, 0 errors" in said[-1]
    assert len(said) > 1
