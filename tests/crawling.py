"""Real crawls of the demonstration newsroom, as processes."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newscrawl.browser import DEBIAN_CHROMIUM
from newscrawl.demo.check import differences, read_jsonlines, truth
from newscrawl.storage import ArticleStore, Run

PROJECT = Path(__file__).parent.parent


def needs_chromium() -> None:
    """Skip a test where no browser is installed; in CI there has to be one."""
    if not DEBIAN_CHROMIUM.is_file() and not shutil.which("chromium"):
        if os.environ.get("CI"):
            pytest.fail("CI has to have a Chromium")
        pytest.skip("no Chromium on this machine")


@dataclass(frozen=True)
class Crawls:
    """Crawls that write to one folder."""

    folder: Path

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder}/newscrawl.db"

    @property
    def lines(self) -> Path:
        return self.folder / "articles.jsonl"

    def command(self, *words: str, spider: str = "caliber") -> list[str]:
        return [
            sys.executable, "-m", "scrapy", "crawl", spider,
            "-s", f"NEWSCRAWL_DATABASE_URL={self.database}",
            "-s", f"NEWSCRAWL_JSONLINES_PATH={self.lines}",
            "-s", f"NEWSCRAWL_LOCK_PATH={self.folder}/locks",
            "-s", f"NEWSCRAWL_RUNS_PATH={self.folder}/runs",
            *words,
        ]  # fmt: skip

    def run(self, origin: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Crawl *origin* and return how it went; every word goes to ``scrapy crawl``."""
        return run_command(self.command("-a", f"origin={origin}", *words))

    def start(self, origin: str, *words: str) -> subprocess.Popen[bytes]:
        command = self.command("-a", f"origin={origin}", *words)
        return subprocess.Popen(
            command, cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def problems(self, origin: str) -> list[str]:
        """How both outputs differ from the newsroom's truth."""
        expected = list(truth(origin))
        with ArticleStore(self.database) as store:
            stored = list(differences(expected, lambda id: _record(store, id), store.count()))
        records, count = read_jsonlines(self.lines)
        written = list(differences(expected, records.get, count))
        return [f"database: {p}" for p in stored] + [f"JSON Lines: {p}" for p in written]

    def records(self) -> list[dict[str, Any]]:
        """The lines of the JSON Lines file."""
        return [json.loads(line) for line in self.lines.read_text(encoding="utf-8").splitlines()]

    def counts(self) -> dict[str, int]:
        """The figures of the last run."""
        return self.last_run().counts

    def last_run(self) -> Run:
        with ArticleStore(self.database) as store:
            run = store.last_run("caliber")
        assert run is not None
        return run

    def report(self) -> dict[str, Any]:
        """The report of the last run, as its file has it."""
        newest = max(self.folder.glob("runs/*.json"), key=lambda path: path.stat().st_mtime_ns)
        found: dict[str, Any] = json.loads(newest.read_text(encoding="utf-8"))
        return found


def run_command(command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=PROJECT,
        env={**os.environ, "NEWSCRAWL_CONTACT": "", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def _record(store: ArticleStore, id: str) -> Any:
    article = store.get(id)
    return json.loads(article.to_json()) if article else None
