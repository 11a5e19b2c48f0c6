"""`scrapy crawlall`, as a process, on outlets' saved pages and on the invented newsroom."""

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from scrapy.utils.project import get_project_settings

from newscrawl.commands.crawlall import Command, crawl_command
from newscrawl.commands.fleet_view import Screen, shown
from newscrawl.demo.process import newsroom, serving
from newscrawl.figures import Figures
from newscrawl.fleet import Run, State
from newscrawl.locks import run_lock
from newscrawl.storage import ArticleStore
from newscrawl.verdicts import Verdict, worst
from tests.crawling import PROJECT, run_command
from tests.saved_pages import FOLDER

NOW = datetime.now(UTC)
COPIES = ("--outlet", "apa,armenpress", "-a", "origin=http://127.0.0.1:9")


def command(folder: Path, *words: str) -> list[str]:
    return [
        sys.executable, "-m", "scrapy", "crawlall",
        "-s", f"NEWSCRAWL_DATABASE_URL=sqlite:///{folder}/newscrawl.db",
        "-s", f"NEWSCRAWL_JSONLINES_PATH={folder}/articles.jsonl",
        "-s", f"NEWSCRAWL_LOCK_PATH={folder}/locks",
        "-s", f"NEWSCRAWL_LOGS_PATH={folder}/logs",
        "-s", f"NEWSCRAWL_RUNS_PATH={folder}/runs",
        *words,
    ]  # fmt: skip


def rows(printed: str) -> dict[str, list[str]]:
    """The cells of the table in the end, by outlet."""
    lines = printed.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("outlet "))
    return {line.split()[0]: line.split() for line in lines[start + 1 : -1]}


def test_outlets_are_crawled_into_one_store_and_the_worst_verdict_counts(tmp_path: Path) -> None:
    # The newsroom has no page of oc_media, and another run holds civil_ge.
    served = ("apa", "armenpress", "civil_ge")
    with (
        serving(*(f"--outlet={name}" for name in served), f"--pages={FOLDER}") as origin,
        run_lock(tmp_path / "locks", "civil_ge"),
    ):
        done = run_command(
            command(
                tmp_path, "--outlet", "apa, armenpress,civil_ge,oc_media", "-a", f"origin={origin}"
            )
        )
    assert done.stderr == ""
    states = {outlet: Verdict(cells[1]) for outlet, cells in rows(done.stdout).items()}
    assert set(states) == {"apa", "armenpress", "civil_ge", "oc_media"}
    assert states["armenpress"].good
    assert states["civil_ge"] is Verdict.LOCKED
    assert not states["oc_media"].good
    assert done.returncode == worst(states.values()).exit_code
    with ArticleStore(f"sqlite:///{tmp_path}/newscrawl.db") as store:
        stored = {name: store.last_run(name) for name in states}
        count = store.count()
    assert stored["civil_ge"] is None
    lines = (tmp_path / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert len({json.loads(line)["id"] for line in lines}) == count > 0
    assert sorted(path.name for path in (tmp_path / "logs").iterdir()) == [
        f"{name}.log" for name in sorted(states)
    ]
    assert f"armenpress: begun, log: {tmp_path}/logs/armenpress.log" in done.stdout


def test_each_outlet_has_a_feed_of_its_own_or_all_append_to_one(tmp_path: Path) -> None:
    served, folder = ("apa", "armenpress"), tmp_path / "feeds"
    words = ("--outlet", ",".join(served), "--quiet")
    with serving(*(f"--outlet={name}" for name in served), f"--pages={FOLDER}") as origin:
        copies = ("-a", f"origin={origin}")
        run_command(command(tmp_path, *words, *copies, "-O", f"{folder}/%(name)s.jsonl"))
        (tmp_path / "newscrawl.db").unlink()
        (tmp_path / "articles.jsonl").unlink()
        run_command(command(tmp_path, *words, *copies, "-o", f"{folder}/all.jsonl"))
    found = {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in folder.glob("[a-z]*.jsonl")
    }
    assert set(found) == {*served, "all"}
    for name in served:
        assert {article["outlet"] for article in found[name]} == {name}
    assert {a["id"] for a in found["all"]} == {a["id"] for name in served for a in found[name]}


def test_that_nobody_listens_any_more_ends_no_crawl(tmp_path: Path) -> None:
    outlets = ["apa", "armenpress"]
    with ExitStack() as held:
        for outlet in outlets:
            held.enter_context(run_lock(tmp_path / "locks", outlet))
        process = subprocess.Popen(
            command(tmp_path, *COPIES), cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        error = process.stderr.read()
        process.stderr.close()
        code = process.wait(60)
    assert (code, error) == (Verdict.LOCKED.exit_code, b"")
    assert sorted(path.stem for path in (tmp_path / "logs").iterdir()) == outlets


def test_a_terminal_that_is_closed_ends_nothing_that_is_not_to_hear_of_it(tmp_path: Path) -> None:
    with newsroom(articles=3000) as origin:
        outlets = ("--outlet", "caliber,apa", "--jobs", "1")
        words = command(tmp_path, *outlets, "-a", f"origin={origin}")
        process = subprocess.Popen(
            ["nohup", *words],
            cwd=PROJECT,
            env={**os.environ, "NEWSCRAWL_CONTACT": ""},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert ": begun, log: " in process.stdout.readline()
        process.send_signal(signal.SIGHUP)
        time.sleep(0.5)  # of two signals at once the second may come first
        process.send_signal(signal.SIGTERM)
        printed = process.stdout.read()
        process.stdout.close()
        process.wait(60)
    assert "not begun: told to end" in printed
    assert "the terminal was closed" not in printed


def test_what_took_longest_begins_first_and_quiet_says_only_what_is_not_good(
    tmp_path: Path,
) -> None:
    with ArticleStore(f"sqlite:///{tmp_path}/newscrawl.db") as store:
        for outlet, minutes in (("apa", 1), ("armenpress", 5)):
            run = store.begin_run(outlet, {}, now=NOW)
            store.end_run(run, "finished", {}, now=NOW + timedelta(minutes=minutes))
    outlets = ["apa", "armenpress", "oc_media"]
    words = ("--outlet", ",".join(outlets), "--jobs", "1", "--deadline", "1h", "--quiet")
    with ExitStack() as held:  # so each of them ends at once
        for outlet in outlets:
            held.enter_context(run_lock(tmp_path / "locks", outlet))
        done = run_command(command(tmp_path, *words, "-a", "origin=http://127.0.0.1:9"))
    assert (done.returncode, done.stderr) == (Verdict.LOCKED.exit_code, "")
    *endings, last = done.stdout.splitlines()
    # Of oc_media it is not known how long it takes, nor has it ever begun.
    assert [line.split(":")[0] for line in endings] == ["oc_media", "armenpress", "apa"]
    assert all(f"is being crawled by process {os.getpid()} since" in line for line in endings)
    assert last == "locked: locked 3"


def test_it_ends_in_order_when_told_to(tmp_path: Path) -> None:
    with newsroom(articles=3000) as origin:
        process = subprocess.Popen(
            command(tmp_path, "--outlet", "caliber,apa", "--jobs", "1", "-a", f"origin={origin}"),
            cwd=PROJECT,
            env={**os.environ, "NEWSCRAWL_CONTACT": ""},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        first = process.stdout.readline()
        outlet = first.split(":")[0]
        process.send_signal(signal.SIGTERM)
        printed = process.stdout.read()
        process.stdout.close()
        code = process.wait(60)
    cells = rows(printed)
    other = {"caliber": "apa", "apa": "caliber"}[outlet]
    assert cells[outlet][1] == cells[other][1] == "interrupted"
    assert f"{other}: interrupted; not begun: told to end" in printed
    assert code == Verdict.INTERRUPTED.exit_code


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["apa"], "unknown argument: apa; outlets go after --outlet"),
        (["--outlet", "apaa", "--outlet", "apa"], "no outlet is called 'apaa'"),
        (["--country", "xx"], "no outlet is of 'XX'"),
        (["--jobs", "0"], "--jobs is 1 or more"),
        (["--deadline", "soon"], "write it like 30s"),
        (["--outlet", "apa", "-a", "sinse=7d"], "apa: unknown argument 'sinse'"),
        ([*COPIES, "-O", "all.csv"], "all.csv cannot be the feed of apa and of armenpress"),
        ([*COPIES, "-o", "all.json"], "put %(name)s into its name, or append to a .jsonl"),
        ([*COPIES, "-O", "%(nam)s.csv"], "apa: the feed %(nam)s.csv: what to fill in is not known"),
        ([*COPIES, "-o-:jsonl"], "no standard output in common"),
        (["--outlet", "apa"], "NEWSCRAWL_CONTACT is not set"),
    ],
)
def test_a_wrong_call_is_said_before_anything_begins(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    crawlall = Command()
    crawlall.settings = get_project_settings()
    crawlall.settings.set("NEWSCRAWL_CONTACT", "", priority="cmdline")
    crawlall.settings.set("NEWSCRAWL_LOGS_PATH", str(tmp_path / "logs"), priority="cmdline")
    parser = argparse.ArgumentParser()
    crawlall.add_options(parser)
    opts, args = parser.parse_known_args(words)
    crawlall.run(args, opts)
    printed = capsys.readouterr()
    assert (crawlall.exitcode, printed.out) == (2, "")
    assert said in printed.err
    assert printed.err.count("\n") == 1
    assert not any(tmp_path.iterdir())


def test_each_crawl_gets_the_arguments_and_settings_of_the_call() -> None:
    opts = argparse.Namespace(
        spargs=["since=7d"], set=["A=b c"], output=[], overwrite_output=["%(name)s.csv"],
        loglevel="DEBUG",
    )  # fmt: skip
    assert crawl_command("apa", opts, Path("/x/apa.json"))[1:] == [
        "-m", "scrapy", "crawl", "apa", "-a", "since=7d", "-s", "A=b c", "-O", "%(name)s.csv",
        "--loglevel", "DEBUG", "-s", "NEWSCRAWL_STATUS_PATH=/x/apa.json",
    ]  # fmt: skip


def ship(outlet: str, state: State, **others: object) -> Run:
    run = Run(outlet, [], Path(f"/none/{outlet}.log"), Path(f"/none/{outlet}.json"), state)
    for name, value in others.items():
        setattr(run, name, value)
    return run


def test_a_terminal_shows_what_goes_on_and_has_room_for_the_rest() -> None:
    runs = [
        *(ship(f"waiting{number}", State.WAITING) for number in range(40)),
        ship("old", State.ENDED, began=1.0, ended=2.0, verdict=Verdict.OK),
        ship("new", State.ENDED, began=1.0, ended=9.0, verdict=Verdict.FAILED),
        ship("going", State.RUNNING, began=3.0, figures=Figures(pages=7, stored=3, asked=9)),
    ]
    assert [run.outlet for run in shown(runs, most=4)] == ["going", "new", "old", "waiting0"]
    screen = Screen(runs)
    screen.console = Console(file=StringIO(), force_terminal=True, width=80, height=12)
    screen.console.print(screen.picture())
    assert isinstance(screen.console.file, StringIO)
    printed = screen.console.file.getvalue()
    assert "3 of 9" in printed
    assert "waiting1" not in printed
    assert "waiting 40, ok 1, failed 1, running 1" in printed
