"""`scrapy demo`, as a process: the first thing that the README shows."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from newscrawl import settings
from newscrawl.commands.demo import crawl_command
from tests.crawling import needs_chromium, run_command


def demo(*words: str) -> subprocess.CompletedProcess[str]:
    return run_command([sys.executable, "-m", "scrapy", "demo", *words])


def test_it_crawls_checks_and_shows_and_does_so_again(tmp_path: Path) -> None:
    needs_chromium()
    for _ in range(2):
        done = demo("--articles", "90", "--folder", str(tmp_path / "demo"))
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.startswith("The newsroom answers at http://127.0.0.1:")
        last = "Every field of every article is as the newsroom's truth says.\n"
        assert done.stdout.endswith(last)
    lines = (tmp_path / "demo" / "articles.jsonl").read_text(encoding="utf-8")
    assert lines.count("\n") == 90


def test_it_touches_nothing_of_real_crawls_and_tells_nobody(tmp_path: Path) -> None:
    words = crawl_command("http://127.0.0.1:9", tmp_path / "news.db", tmp_path / "articles.jsonl")
    given = dict(word.split("=", 1) for before, word in pairwise(words) if before == "-s")
    places = {
        name: value
        for name, value in vars(settings).items()
        if isinstance(value, str) and "output/" in value and name != "NEWSCRAWL_LOGS_PATH"
    }
    assert len(places) >= 5
    assert [name for name in places if str(tmp_path) not in given[name]] == []
    tellers = ("ALARM_COMMAND", "ALARM_WEBHOOK", "ALARM_MAIL_TO", "METRICS_PATH")
    assert [given[f"NEWSCRAWL_{name}"] for name in tellers] == [""] * 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["now"], "unknown argument: now"),
        (["--fault", "quake"], "no fault is called 'quake'"),
        (["--articles", "0"], "0 articles: the newsroom knows 1 to "),
    ],
)
def test_a_wrong_call_is_said_before_anything_begins(
    words: list[str], said: str, tmp_path: Path
) -> None:
    done = demo(*words, "--folder", str(tmp_path / "demo"))
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not any(tmp_path.iterdir())
