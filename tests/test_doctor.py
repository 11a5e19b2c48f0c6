"""`scrapy doctor`, as a process."""

import json
import subprocess
import sys
from pathlib import Path

from newscrawl.demo.process import serving
from tests.crawling import Crawls, run_command
from tests.static_site import static_site


def doctor(
    folder: Path, *words: str, contact: str = "crawls@newsroom.example"
) -> subprocess.CompletedProcess[str]:
    crawls = Crawls(folder)
    outputs = [
        "-s", f"NEWSCRAWL_DATABASE_URL={crawls.database}",
        "-s", f"NEWSCRAWL_JSONLINES_PATH={crawls.lines}",
        "-s", "NEWSCRAWL_MIN_FREE_MB=0",
    ]  # fmt: skip
    command = [sys.executable, "-m", "scrapy", "doctor", *outputs, *words]
    return run_command(command, NEWSCRAWL_CONTACT=contact)


def test_an_installation_that_is_well(tmp_path: Path) -> None:
    done = doctor(tmp_path, "--outlet", "apa")
    assert (done.returncode, done.stderr) == (0, "")
    assert "problem: 0" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_what_is_wrong_is_in_the_exit_code_and_for_programs(tmp_path: Path) -> None:
    done = doctor(tmp_path, "--outlet", "apa", "--json", contact="")
    assert done.returncode == 1
    findings = {finding["check"]: finding for finding in map(json.loads, done.stdout.splitlines())}
    assert findings["contact"]["level"] == "problem"
    assert findings["contact"]["advice"]
    assert [check for check, it in findings.items() if it["level"] == "problem"] == ["contact"]


def test_outlets_are_asked_what_they_allow(tmp_path: Path) -> None:
    with serving("--articles=5") as origin:
        done = doctor(tmp_path, "--live", "--origin", origin, "--outlet", "caliber", "--json")
    findings = {finding["check"]: finding for finding in map(json.loads, done.stdout.splitlines())}
    assert findings["robots.txt of caliber"]["level"] == "ok"
    assert findings["clock of others"]["level"] == "ok"
    assert done.returncode == 0
    with static_site({"/robots.txt": "User-agent: *\nDisallow: /\n"}, []) as origin:
        done = doctor(tmp_path, "--live", "--origin", origin, "--outlet", "apa")
    assert done.returncode == 1
    assert "forbids" in done.stdout


def test_a_robots_txt_is_heard_where_it_has_moved_to(tmp_path: Path) -> None:
    with static_site(
        {"/rules.txt": "User-agent: *\nDisallow: /\n"}, [], redirects={"/robots.txt": "/rules.txt"}
    ) as origin:
        done = doctor(tmp_path, "--live", "--origin", origin, "--outlet", "apa")
    assert done.returncode == 1
    assert "forbids" in done.stdout


def test_a_wrong_call_is_one_line(tmp_path: Path) -> None:
    for words in (("--outlet", "calibre"), ("--live", "--outlet", "apa", "--origin", "nowhere")):
        done = doctor(tmp_path, *words)
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1
