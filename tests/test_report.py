"""`scrapy report`: figures, tolerant of what reports lack; the page, also in a real browser."""

import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newscrawl.reports import view_of
from newscrawl.reports.outlets import Arrivals, OutletReport
from newscrawl.reports.page import page
from newscrawl.storage import ArticleStore
from newscrawl.storage.inspection import Inspection
from newscrawl.storage.runs import Run
from newscrawl.verdicts import Verdict
from tests.crawling import needs_chromium, run_command
from tests.reported import HOSTILE, enter_run, fill

NOW = datetime.now(UTC).replace(hour=12)
BROWSERS_OWN = (".google.com", ".googleapis.com", ".gvt1.com")
"""Whom a Chromium asks for itself."""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('reported')}/news.db"
    fill(url, NOW)
    return url


def report(database: str, *words: str) -> tuple[int, str, str]:
    done = run_command(
        [sys.executable, "-m", "scrapy", "report", *words], NEWSCRAWL_DATABASE_URL=database
    )
    return done.returncode, done.stdout, done.stderr


def test_each_outlet_has_a_line_that_adds_up_its_runs(database: str) -> None:
    code, printed, error = report(database, "--since", "4d")
    assert (code, error) == (0, "")
    heading, apa, caliber, civil = printed.splitlines()
    assert heading.split()[:7] == [
        "outlet", "verdict", "runs", "new", "revised", "dropped", "failed"
    ]  # fmt: skip
    # The fourth day ago began an hour before noon at the earliest: 3 or 4 runs and the open one.
    runs = int(apa.split()[2])
    assert apa.split()[:4] == ["apa", "ok", str(runs), str(14 * (runs - 1))]
    assert apa.endswith(" has not ended")
    assert caliber.split()[1] == "failed"
    assert caliber.endswith(HOSTILE)
    assert "byline 20%" in caliber
    assert civil.startswith("civil_ge  going on")


def test_one_run_or_the_latest_can_be_asked_for(database: str) -> None:
    _, printed, _ = report(database, "--run", "2", "--since", "30d", "--json")
    (outlet,) = map(json.loads, printed.splitlines())
    assert [run["run"] for run in outlet["runs"]] == [2]
    assert outlet["outlet"] == "caliber"
    _, printed, _ = report(database, "--run", "latest", "--outlet", "apa", "--json")
    (outlet,) = map(json.loads, printed.splitlines())
    assert outlet["outlet"] == "apa"
    assert len(outlet["runs"]) == 1
    assert outlet["latency_minutes"]["articles"] > 0
    assert outlet["gaps"]


def test_runs_that_are_not_counted_are_told(database: str) -> None:
    words = ("--since", "30d", "-s", "NEWSCRAWL_REPORT_MAX_RUNS=3", "--json")
    code, printed, error = report(database, *words)
    assert code == 0
    assert sum(len(json.loads(line)["runs"]) for line in printed.splitlines()) == 3
    assert error == ("newscrawl: only the last 3 runs are counted; NEWSCRAWL_REPORT_MAX_RUNS\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["apa"], "unknown argument: apa"),
        (["--run", "last"], "take the number of a run, or latest"),
        (["--run", "4711"], "no such run"),
        (["--outlet", "apaa"], "did you mean 'apa'?"),
        (["--since", "soon"], "since"),
        (["--html", "/proc/nowhere/r.html"], "cannot be written"),
    ],
)
def test_a_wrong_call_is_said_in_one_line(database: str, words: list[str], said: str) -> None:
    code, printed, error = report(database, *words)
    assert (code, printed) == (2, "")
    assert said in error
    assert error.count("\n") == 1


def test_a_page_without_its_libraries_is_said_in_one_line(database: str, tmp_path: Path) -> None:
    words = "import sys; sys.modules['matplotlib'] = None; from scrapy.cmdline import execute; "
    words += f"execute(['scrapy', 'report', '--html', '{tmp_path}/r.html'])"
    done = run_command([sys.executable, "-c", words], NEWSCRAWL_DATABASE_URL=database)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "pip install 'newscrawl[report]'" in done.stderr
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    "said",
    [
        None,
        {},
        {"reasons": None, "fields": None, "outcomes": [], "newest": 7, "listings": [None, {}]},
        {"fields": {"a": "b", "c": True, "d": 7.5}, "newest": "2031-03-04T05:58:00", "alarm": []},
        {"newest": "yesterday", "outcomes": {"stored": None}, "requests": "61", "listings": {}},
    ],
)
def test_what_a_report_lacks_is_empty(said: dict[str, object] | None) -> None:
    run = Run(7, "apa", {}, NOW, NOW, "finished", {"newscrawl/outcome/stored": 3}, None, said)
    view = view_of(run)
    assert view.verdict == "not judged"
    assert (view.newest, view.requests, view.alarm) == (None, 0, None)
    assert view.outcomes == {"stored": 3}
    assert dict(view.fields) in ({}, {"d": 1.0})
    assert not view.reasons


class Page(HTMLParser):
    """The tags of a page, and what they would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            outside = name in ("src", "href", "xlink:href", "srcset", "data", "action")
            if outside and not (value or "").startswith("#"):
                self.fetched.append(f"{tag} {name}={value}")
            if name == "id":
                self.ids.append(value or "")


@pytest.fixture(scope="module")
def html(database: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    code, printed, error = report(database, "--since", "20d", "--html", str(path))
    assert (code, printed, error) == (0, f"3 outlets: {path}\n", "")
    return path


def test_the_page_asks_nobody_escapes_all_and_names_each_part_once(html: Path) -> None:
    text = html.read_text(encoding="utf-8")
    found = Page()
    found.feed(text)
    assert found.fetched == []
    assert "script" not in found.tags
    assert len(found.ids) == len(set(found.ids))
    assert not re.search(r"url\((?!#)|@import|#0101[0-9a-f]{2}|#0102[0-9a-f]{2}", text)
    assert "&lt;script&gt;" in text
    assert found.tags.count("svg") == found.tags.count("figure") == 5
    assert text.count('role="img" aria-label="') == 5
    outlets = [name for name in found.ids if name.startswith("outlet-")]
    assert outlets == ["outlet-caliber", "outlet-apa", "outlet-civil_ge"]  # the worst first


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/news.db"
    with ArticleStore(url) as store:
        enter_run(
            store, HOSTILE, NOW, Verdict.OK, fields={HOSTILE: 0.5}, failures={HOSTILE: 1},
            outcomes={HOSTILE: 4}, alarm={"kind": HOSTILE},
        )  # fmt: skip
    with Inspection(url) as store:
        (run,) = store.crawls(most=9)
    outlet = OutletReport(f'"><script>\\g<9>{HOSTILE}', [view_of(run)], Arrivals(), [])
    day = timedelta(days=1)
    with pytest.warns(UserWarning, match="missing from font"):
        text = page([outlet], since=NOW - day, now=NOW, coverage_of=1)
    found = Page()
    found.feed(text)
    assert "script" not in found.tags
    assert found.tags.count("svg") == 2


def shown(page: Path, folder: Path) -> tuple[int, set[str]]:
    """How large a picture of *page* is, and the hosts that the browser asks to draw it."""
    picture, log = folder / f"{page.stem}.png", folder / f"{page.stem}-net.json"
    subprocess.run(
        [
            needs_chromium(), "--headless", "--no-sandbox", "--disable-gpu",
            "--disable-dev-shm-usage", "--disable-background-networking",
            f"--user-data-dir={folder}/profile", f"--log-net-log={log}",
            "--window-size=1000,2400", f"--screenshot={picture}", page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )  # fmt: skip
    assert picture.read_bytes().startswith(b"\x89PNG")
    urls = re.findall(r'"url":"(https?://[^"]+)"', log.read_text(encoding="utf-8"))
    hosts = {urlsplit(url).hostname or "" for url in urls}
    return picture.stat().st_size, {host for host in hosts if not host.endswith(BROWSERS_OWN)}


def test_a_browser_shows_the_page_without_asking_for_anything(html: Path, tmp_path: Path) -> None:
    needs_chromium()
    other = tmp_path / "other.html"
    other.write_text("<img src=http://127.0.0.1:9/picture.png>")
    size_of_an_empty_page, asked = shown(other, tmp_path)
    assert asked == {"127.0.0.1"}
    size, asked = shown(html, tmp_path)
    assert asked == set()
    assert size > 4 * size_of_an_empty_page
