"""`scrapy gaps`, as a process, on a store that tests fill."""

import json
import sys
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from rich.console import Console

from newscrawl.commands.days import DayReport, show
from newscrawl.coverage import Counts, Verdict
from newscrawl.storage import ArticleStore
from tests.crawling import run_command
from tests.storage.samples import article, teaser

DAY = timedelta(days=1)
NOW = datetime.now(UTC)
BAKU = ZoneInfo("Asia/Baku")


def test_a_terminal_shows_the_columns_that_say_something() -> None:
    days = [
        Verdict(date(2031, 3, 3), Counts(Counter(stored=31)), judged=True),
        Verdict(date(2031, 3, 4), Counts(Counter(failed=1), Counter(gone=1)), judged=True),
    ]
    screen = Console(file=StringIO(), force_terminal=True, width=80)
    show(screen, DayReport("caliber", BAKU, days, has_articles=True))
    assert isinstance(screen.file, StringIO)
    printed = screen.file.getvalue()
    assert "gone 1" in printed
    assert "2031-03-03" in printed
    assert "skipped" not in printed


def gaps(database: str, *words: str) -> tuple[int, str, str]:
    done = run_command(
        [sys.executable, "-m", "scrapy", "gaps", *words], NEWSCRAWL_DATABASE_URL=database
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/news.db"


def day(ago: int) -> date:
    """A day of the outlet."""
    return (NOW - ago * DAY).astimezone(BAKU).date()


def fill(database: str, *, but: int | None = None) -> None:
    """Ten articles of Caliber on each of the last sixty days but one, all read in full."""
    with ArticleStore(database) as store:
        run = store.begin_run("caliber", {}, now=NOW + DAY)
        for ago in range(60):
            for number in range(0 if ago == but else 10):
                id = f"caliber:en:{ago}-{number}"
                text = article(id=id, outlet="caliber", date=NOW - ago * DAY, content_hash=None)
                store.save(text, now=NOW)
        store.finish_walk("caliber:listing:x", "caliber", run, since=None, pages=1, now=NOW)


def test_a_store_without_gaps_is_no_reason_for_alarm(database: str) -> None:
    fill(database)
    code, printed, error = gaps(database, "--since", str(day(30)))
    assert (code, error) == (0, "")
    lines = printed.splitlines()
    assert lines[0].split()[:5] == ["outlet", "day", "listed", "stored", "known"]
    assert lines[1].split()[:5] == ["caliber", str(day(30)), "10", "10", "0"]
    assert lines[-1] == "caliber: no day looks incomplete"


def test_days_that_look_incomplete_are_named_with_their_reasons(database: str) -> None:
    fill(database, but=5)
    with ArticleStore(database) as store:
        run = store.begin_run("caliber", {}, now=NOW)
        lost = teaser(id="caliber:en:lost", date=NOW - 3 * DAY)
        store.list_teasers(run, "caliber:listing:x", [lost], now=NOW, max_attempts=3)
        store.settle(lost.id, "failed", reason="http 500", now=NOW)
    code, printed, _ = gaps(database, "--outlet", "caliber")
    assert code == 1
    quiet, broken = day(5), day(3)
    assert printed.splitlines()[-2:] == [
        f"caliber: {quiet}: 0 articles where 10 are usual",
        f"caliber: {broken}: 1 failed (http 500 1)",
    ]
    code, printed, _ = gaps(database, "--json", "--since", "4d")
    (outlet,) = map(json.loads, printed.splitlines())
    assert (code, outlet["looks_incomplete"]) == (1, True)
    days = {each["day"]: each for each in outlet["days"]}
    assert days[str(broken)]["failures"] == {"http 500": 1}
    assert outlet["read_again"] == [
        {"since": f"{broken}T00:00:00+04:00", "until": f"{broken + DAY}T00:00:00+04:00"}
    ]


def test_an_outlet_of_which_nothing_was_ever_stored_is_incomplete(database: str) -> None:
    fill(database)
    code, printed, _ = gaps(database, "--outlet", "apa")
    assert (code, printed) == (1, "apa: no article of it was ever stored\n")


def test_a_wrong_call_is_one_line(database: str, tmp_path: Path) -> None:
    assert gaps(database)[0] == 2, "nothing to look at"
    assert list(tmp_path.iterdir()) == [], "to look makes no database"
    fill(database)
    for words, said in (
        (["--outlet", "calibr"], "did you mean 'caliber'?"),
        (["--since", "soon"], "'soon' is no date"),
        (["caliber"], "outlets go after --outlet"),
    ):
        code, printed, error = gaps(database, *words)
        assert (code, printed) == (2, "")
        assert said in error
        assert len(error.splitlines()) == 1
