"""How runs are judged, by the real command: exit codes, reports, locks, alarms."""

import json
import shlex
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest

from newscrawl.demo.process import newsroom
from newscrawl.figures import Figures
from newscrawl.runs.schema import report_schema
from newscrawl.storage import ArticleStore
from tests.crawling import Crawls

WAYS = ["-a", "ways=feed"]


def pausing(seconds: float) -> list[str]:
    """So long between two requests."""
    return ["-s", f'DOWNLOAD_SLOTS={{"127.0.0.1": {{"delay": {seconds}, "jitter": 0}}}}']


SLOWLY = pausing(0.5)
ARTICLES = 60


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with newsroom(articles=ARTICLES) as address:
        yield address


@pytest.fixture
def crawls(tmp_path: Path) -> Crawls:
    return Crawls(tmp_path)


def wait_for(true: Callable[[], object]) -> None:
    give_up = time.monotonic() + 300
    while not true():
        assert time.monotonic() < give_up
        time.sleep(0.02)


def has_begun(crawls: Crawls) -> bool:
    """Whether the first run is in the database."""
    if not (crawls.folder / "newscrawl.db").is_file():
        return False
    with ArticleStore(crawls.database) as store:
        return store.last_run("caliber") is not None


def test_a_good_and_a_quiet_run_and_their_reports(origin: str, crawls: Crawls) -> None:
    first = crawls.run(origin, *WAYS)
    assert first.returncode == 0, first.stderr
    report = crawls.report()
    jsonschema.validate(report, report_schema())
    assert (report["verdict"], report["previous_verdict"]) == ("ok", None)
    assert report["articles"]["new"] == report["outcomes"]["stored"] == sum(report["days"].values())
    (listing,) = report["listings"]
    assert (listing["pages"], listing["ended"]) == (1, "end")
    newest = max(datetime.fromisoformat(record["date"]) for record in crawls.records())
    assert datetime.fromisoformat(report["newest"]) == newest
    run = crawls.last_run()
    assert (run.verdict, run.report) == ("ok", report)
    assert "caliber: ok, run 1" in first.stderr

    quiet = crawls.run(origin, *WAYS, "--quiet")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    report = crawls.report()
    assert (report["verdict"], report["previous_verdict"]) == ("quiet", "ok")
    assert report["listings"][0]["unchanged"] == 1


@pytest.mark.parametrize(
    ("fault", "code", "reason"),
    [
        ("down", 4, "pages could not be read: robots.txt unreachable: http 503"),
        ("forbidden", 5, "the outlet refused"),
        ("half", 3, "articles failed: http 500"),
        ("emptyfeed", 4, "listings answered and show no article"),
    ],
)
def test_a_bad_night_has_its_exit_code_and_says_why(
    crawls: Crawls, fault: str, code: int, reason: str
) -> None:
    with newsroom(articles=ARTICLES, faults=[fault]) as origin:
        done = crawls.run(origin, *WAYS, "-s", "RETRY_ENABLED=0", "--quiet")
    assert done.returncode == code, done.stderr
    assert reason in done.stderr
    assert crawls.report()["exit_code"] == code


def test_the_age_of_a_copy_counts_only_if_that_is_asked_for(origin: str, crawls: Crawls) -> None:
    assert crawls.run(origin, *WAYS).returncode == 0
    done = crawls.run(origin, *WAYS, "-s", "NEWSCRAWL_VERDICT_COPIES=1")
    assert done.returncode == 3
    assert "the newest article is of 2026-" in done.stderr


def test_a_second_run_of_an_outlet_does_nothing(origin: str, crawls: Crawls) -> None:
    told = crawls.folder / "told.json"
    command = [
        sys.executable,
        "-c",
        f"import sys; open({str(told)!r}, 'w').write(sys.stdin.read())",
    ]
    log = crawls.folder / "caliber.log"
    logs = ["-s", f"NEWSCRAWL_LOG_PATH={log}", "-s", "NEWSCRAWL_KEEP_LOGS=1"]
    first = crawls.start(origin, *WAYS, *SLOWLY, *logs)
    wait_for(lambda: log.is_file() and log.stat().st_size)
    alarm = f"NEWSCRAWL_ALARM_COMMAND={shlex.join(command)}"
    alarms = ["-s", alarm, "-s", f"NEWSCRAWL_ALARM_PATH={crawls.folder}/alarms"]
    second = crawls.run(origin, *WAYS, *alarms, *logs)
    written = log.read_text()
    first.kill()
    first.wait()
    assert second.returncode == 6, second.stderr
    assert f"caliber is being crawled by process {first.pid} since" in written
    assert "Spider opened" in written
    said = json.loads(told.read_text())
    assert (said["verdict"], said["alarm"]) == ("locked", "changed")


@pytest.mark.parametrize("how", ["deadline", "SIGTERM"])
def test_a_run_that_is_stopped_keeps_what_came_and_the_next_one_goes_on(
    origin: str, crawls: Crawls, how: str
) -> None:
    if how == "deadline":
        done = crawls.run(origin, *WAYS, *SLOWLY, "--deadline", "8s")
        assert done.returncode == 7, done.stderr
    else:
        process = crawls.start(origin, *WAYS, *SLOWLY)
        wait_for(lambda: crawls.lines.is_file() and crawls.lines.stat().st_size)
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 7
    report = crawls.report()
    assert report["verdict"] == "interrupted"
    assert report["ledger"]["wrong"] == 0
    stored = len(crawls.records())
    assert 0 < stored < 50
    assert crawls.run(origin, *WAYS).returncode == 0
    assert crawls.report()["articles"]["new"] == 50 - stored


def test_a_run_that_is_told_twice_to_stop_stops_at_once_and_leaves_word(
    origin: str, crawls: Crawls
) -> None:
    slow = ["-s", 'DOWNLOAD_SLOTS={"127.0.0.1": {"delay": 60, "jitter": 0}}']
    log, status = crawls.folder / "crawl.log", crawls.folder / "status.json"
    words = ("-s", f"LOG_FILE={log}", "-s", f"NEWSCRAWL_STATUS_PATH={status}")
    process = crawls.start(origin, *WAYS, *slow, *words)
    # From its first answer on it waits for the next.
    wait_for(lambda: status.is_file() and Figures.read(status.read_text()).pages)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    wait_for(lambda: "shutting down gracefully" in log.read_text())
    process.send_signal(signal.SIGTERM)
    assert process.wait() == 7
    assert time.monotonic() - began < 30
    report = crawls.report()
    jsonschema.validate(report, report_schema())
    assert (report["verdict"], report["finish_reason"], report["run"]) == (
        "interrupted",
        "killed",
        1,
    )
    assert crawls.run(origin, *WAYS).returncode == 0
    assert crawls.report()["reasons"] == [
        "the run before, 1, has not ended: it was killed, or goes on"
    ]


def test_a_run_that_cannot_be_entered_asks_for_nothing_and_has_failed(
    origin: str, crawls: Crawls
) -> None:
    assert crawls.run(origin, *WAYS, "-a", "max_articles=1").returncode == 0
    with closing(sqlite3.connect(crawls.folder / "newscrawl.db")) as database:
        database.execute("CREATE TRIGGER t BEFORE INSERT ON runs BEGIN SELECT of_no_use(); END")
    done = crawls.run(origin, *WAYS)
    assert done.returncode == 1, done.stderr
    assert "ERROR: caliber: the run cannot begin: database" in done.stderr
    assert "Traceback" not in done.stderr
    report = crawls.report()
    assert (report["verdict"], report["finish_reason"]) == ("failed", "store_failed")
    assert len(crawls.records()) == 1


def test_a_run_that_cannot_be_judged_has_failed(origin: str, crawls: Crawls) -> None:
    feed = crawls.folder / "night.jsonl"
    words = ("-s", "NEWSCRAWL_VERDICT_HISTORY=twenty", "-O", str(feed))
    done = crawls.run(origin, *WAYS, "-a", "max_articles=1", *words)
    assert done.returncode == 4, done.stderr
    report = crawls.report()
    assert (report["verdict"], report["finish_reason"]) == ("failed", "finished")
    assert "it could not be judged" in report["reasons"][0]
    assert crawls.last_run().verdict == "failed"
    assert not feed.exists()


def test_alarms_and_metrics_after_a_run(crawls: Crawls) -> None:
    told, metrics = crawls.folder / "told.json", crawls.folder / "metrics"
    command = [
        sys.executable,
        "-c",
        f"import sys; open({str(told)!r}, 'w').write(sys.stdin.read())",
    ]
    settings = {
        "NEWSCRAWL_ALARM_COMMAND": shlex.join(command),
        "NEWSCRAWL_ALARM_PATH": crawls.folder / "alarms",
        "NEWSCRAWL_METRICS_PATH": metrics,
        "RETRY_ENABLED": 0,
    }
    words = [word for name, value in settings.items() for word in ("-s", f"{name}={value}")]
    with newsroom(articles=ARTICLES, faults=["forbidden"]) as origin:
        assert crawls.run(origin, *WAYS, *words).returncode == 5
    assert json.loads(told.read_text())["alarm"] == "changed"
    report = crawls.report()
    assert report["alarm"] == {"kind": "changed", "sent": ["command"], "failed": []}
    with ArticleStore(crawls.database) as store:
        run = store.last_run("caliber")
    assert run is not None
    assert run.report == report
    assert 'verdict="blocked"} 1' in (metrics / "newscrawl_caliber.prom").read_text()


def test_a_call_that_is_wrong_begins_nothing(crawls: Crawls) -> None:
    done = subprocess.run(
        crawls.command("-a", "origin=http://127.0.0.1:9", "--deadline", "soon"),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "--deadline: 'soon' is no time" in done.stderr
    assert not (crawls.folder / "runs").exists()
