"""Crontabs and units: read back as cron, a shell and systemd read them."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newscrawl.errors import OperatorError
from newscrawl.schedules import (
    Schedule,
    crontab,
    first_minute,
    minutes_of,
    times,
    units,
    units_together,
)
from tests.crawling import PROJECT, run_command

TELL = """
import json, os, sys
print(json.dumps([os.getcwd(), os.environ["NEWSCRAWL_CONTACT"], sys.argv[1:]]))
"""
CONTACT = 'https://news.example/?who=it\'s%20"us" & $HOME'


@pytest.fixture
def odd(tmp_path: Path) -> Schedule:
    """A schedule whose every value wants quoting."""
    project = tmp_path / 'it\'s 100% "news" $HOME'
    project.mkdir()
    program = project / "tell.py"
    program.write_text(TELL, encoding="utf-8")
    command = [sys.executable, str(program), "$(id)", "a 'b' %n"]
    return Schedule(60, project, command, {"NEWSCRAWL_CONTACT": CONTACT})


def test_every_is_a_part_of_an_hour_or_a_day() -> None:
    assert [minutes_of(every) for every in ("15m", "60m", "1h", "6h", "24h", "1d")] == [
        15, 60, 60, 360, 1440, 1440,
    ]  # fmt: skip
    for wrong in ("", "0m", "7m", "90m", "5h", "2d", "1w", "-1h", "1.5h", "hourly"):
        with pytest.raises(OperatorError, match="like 15m"):
            minutes_of(wrong)


@pytest.mark.parametrize("every", [15, 60, 360, 1440])
def test_an_outlet_is_crawled_at_even_distances_around_the_clock(every: int) -> None:
    minutes, hours = times("caliber", every)
    every_hour = ",".join(map(str, range(24)))
    moments = sorted(
        60 * int(hour) + int(minute)
        for hour in hours.replace("*", every_hour).split(",")
        for minute in minutes.split(",")
    )
    assert moments == list(range(first_minute("caliber", every), 1440, every))


def test_outlets_are_spread() -> None:
    names = [file.stem for file in (PROJECT / "newscrawl" / "spiders").glob("[a-z]*.py")]
    minutes = [first_minute(name, 60) for name in names]
    assert len(set(minutes)) > 35
    assert max(minutes.count(minute) for minute in minutes) < 8


def test_the_operators_page_shows_the_minutes_that_are_printed() -> None:
    page = (PROJECT / "docs" / "operators.md").read_text(encoding="utf-8")
    for name, command in (("apa", "crawl apa"), ("newscrawl", "crawlall")):
        minute = first_minute(name, 60)
        assert re.search(rf"^    {minute} \* \* \* \* cd .* scrapy {command} ", page, re.MULTILINE)


def as_cron_runs_it(line: str) -> str:
    """The command of a crontab's *line*: a bare ``%`` ends it, ``\\%`` is one."""
    command = line.split(maxsplit=5)[5]
    assert not re.search(r"(?<!\\)%", command)
    return command.replace(r"\%", "%")


def test_cron_and_its_shell_run_what_was_meant(odd: Schedule) -> None:
    (line,) = crontab(odd, ["caliber"]).splitlines()
    assert line.startswith(f"{first_minute('caliber', 60)} * * * * ")
    done = subprocess.run(
        ["/bin/sh", "-c", as_cron_runs_it(line)], cwd="/", env={"PATH": os.environ["PATH"]}
    )
    assert done.returncode == 0
    told = json.loads((odd.project / "output" / "logs" / "caliber.log").read_text())
    assert told == [str(odd.project), CONTACT, [*odd.command[2:], "caliber"]]


def test_what_cron_cannot_run_is_refused(odd: Schedule) -> None:
    for value in ("a\nb", "x" * 1000, r"a\%b"):
        schedule = Schedule(60, odd.project, odd.command, {"NEWSCRAWL_CONTACT": value})
        with pytest.raises(OperatorError, match="caliber"):
            crontab(schedule, ["caliber"])


def unquoted(line: str) -> str:
    """What systemd makes of a quoted word."""
    return json.loads(line.replace("%%", "%"))  # type: ignore[no-any-return]


def test_units_hold_what_was_meant(odd: Schedule) -> None:
    files = units(odd, ["caliber", "civil_ge"])
    assert set(files) == {
        "newscrawl@.service", "newscrawl@caliber.timer", "newscrawl@civil_ge.timer",
    }  # fmt: skip
    service = dict(re.findall(r"^(\w+)=(.*)$", files["newscrawl@.service"], re.MULTILINE))
    assert unquoted(service["Environment"]) == f"NEWSCRAWL_CONTACT={CONTACT}"
    assert service["WorkingDirectory"] == str(odd.project).replace("%", "%%")
    words = re.findall(r'"(?:[^"\\]|\\.)*"', service["ExecStart"])
    assert [unquoted(word).replace("$$", "$") for word in words] == odd.command
    assert service["ExecStart"].endswith(" %i")
    assert service["KillMode"] == "mixed"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd on this machine")
@pytest.mark.parametrize("every", [15, 60, 360, 1440])
def test_systemd_accepts_the_units(tmp_path: Path, odd: Schedule, every: int) -> None:
    schedule = Schedule(every, odd.project, odd.command, odd.environment)
    for name, text in (units(schedule, ["caliber"]) | units_together(schedule)).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "run").mkdir(mode=0o700)
    names = ("newscrawl@caliber", "newscrawl")
    files = [str(tmp_path / f"{name}.{kind}") for name in names for kind in ("timer", "service")]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", "--man=no", *files],
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path / "run")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("every", [15, 60, 1440])
def test_timers_that_are_late_do_not_begin_all_at_once(odd: Schedule, every: int) -> None:
    schedule = Schedule(every, odd.project, odd.command, odd.environment)
    timer = units(schedule, ["caliber"])["newscrawl@caliber.timer"]
    (delay,) = re.findall(r"^RandomizedDelaySec=(\d+)min$", timer, re.MULTILINE)
    # The next time must not have come when the delay is over.
    assert every / 3 < int(delay) < every or int(delay) == 30
    assert "FixedRandomDelay=true" in timer.splitlines()


def schedule(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {"NEWSCRAWL_CONTACT": "crawls@newsroom.example", **environment}
    return run_command([sys.executable, "-m", "scrapy", "schedule", *words], **given)


def test_the_command_prints_a_line_for_each_outlet_of_a_country() -> None:
    done = schedule("--cron", "--country", "tr", NEWSCRAWL_SMTP_PASSWORD="wine-dark sea")
    lines = [line for line in done.stdout.splitlines() if not line.startswith("#")]
    assert len(lines) > 3
    for line in lines:
        assert f"cd {PROJECT} && " in line
        assert "NEWSCRAWL_CONTACT=crawls@newsroom.example" in line
    assert "wine-dark" not in done.stdout
    assert "# NEWSCRAWL_SMTP_PASSWORD is not in here" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("way", ["--cron", "--systemd"])
def test_a_password_is_in_no_line_and_in_no_unit(way: str) -> None:
    for url, shown in (
        ("postgresql+psycopg://desk:wine-dark@db.example/news", False),
        ("postgresql+psycopg://desk@db.example/news", True),
    ):
        done = schedule(way, "--outlet", "apa", NEWSCRAWL_DATABASE_URL=url)
        assert done.returncode == 0
        assert (url in done.stdout) == shown
        assert ("# NEWSCRAWL_DATABASE_URL is not in here" in done.stdout) != shown
        assert "wine-dark" not in done.stdout


def test_the_settings_of_the_shell_are_handed_on_but_for_passwords() -> None:
    for url, handed_on in (
        ("postgresql+psycopg://crawler@db.example/news", True),
        ("postgresql+psycopg://crawler:wine-dark@db.example/news", False),
    ):
        variables = {"NEWSCRAWL_DATABASE_URL": url, "NEWSCRAWL_REVISITS": "", "NEWSCRAWL_X": "1"}
        done = schedule("--cron", "--outlet", "apa", **variables)
        assert done.returncode == 0
        assert (f"NEWSCRAWL_DATABASE_URL={url} " in done.stdout) is handed_on
        assert ("# NEWSCRAWL_DATABASE_URL is not in here" in done.stdout) is not handed_on
        assert "wine-dark" not in done.stdout
        assert "NEWSCRAWL_REVISITS='' " in done.stdout
        assert "NEWSCRAWL_X" not in done.stdout


def test_the_command_writes_units_where_it_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "user"
    done = schedule("--systemd", "--outlet", "caliber", "--every", "6h", "--into", str(folder))
    assert done.returncode == 0
    assert sorted(file.name for file in folder.iterdir()) == [
        "newscrawl@.service", "newscrawl@caliber.timer",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--cron", "--outlet", "apa,calibre"), "no outlet is called 'calibre'"),
        (("--cron", "--country", "az,xx"), "no outlet is of 'XX'"),
        (("--cron", "--every", "7m"), "--every 7m"),
        (("--cron", "caliber"), "unknown argument: caliber"),
        (("--cron", "--into", "/tmp"), "--into is for --systemd"),
        (("--cron", "-s", "NEWSCRAWL_CONTACT="), "NEWSCRAWL_CONTACT is not set"),
    ],
)
def test_a_wrong_call_is_one_line(words: tuple[str, ...], said: str) -> None:
    done = schedule(*words)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert said in line


def test_all_outlets_in_one_go_are_one_line_that_has_ended_when_it_is_time_again() -> None:
    done = schedule("--cron", "--together", "--country", "az,ge", "--jobs", "3", "--every", "6h")
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = [line for line in done.stdout.splitlines() if not line.startswith("#")]
    words = "scrapy crawlall --quiet --deadline 358m --country az,ge --jobs 3"
    assert f"{words} >> output/logs/newscrawl.log" in line


def test_all_outlets_in_one_go_are_one_service_with_one_timer(odd: Schedule) -> None:
    files = units_together(odd)
    assert set(files) == {"newscrawl.service", "newscrawl.timer"}
    (command,) = re.findall("^ExecStart=(.*)$", files["newscrawl.service"], re.MULTILINE)
    words = re.findall(r'"(?:[^"\\]|\\.)*"', command)
    assert [unquoted(word).replace("$$", "$") for word in words] == odd.command
    assert command.endswith('"')


def test_jobs_are_for_all_outlets_in_one_go() -> None:
    done = schedule("--cron", "--jobs", "3")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--together" in done.stderr
