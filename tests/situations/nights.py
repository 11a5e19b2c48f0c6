"""Nights: crawls of the newsroom with a last good feed before them, and what is left after them."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.crawling import PROJECT

_LONGEST_S = 300


@dataclass(frozen=True)
class Night:
    """One run, in a folder that may hold what earlier runs left."""

    folder: Path
    origin: str

    @property
    def feed(self) -> Path:
        return self.folder / "night.jsonl"

    @property
    def told(self) -> Path:
        """What the operator's program was told, one report a line."""
        return self.folder / "told.jsonl"

    def command(self, *words: str, spider: str = "caliber", origin: str | None = None) -> list[str]:
        folder = self.folder
        alarm = folder / "alarm.sh"
        alarm.write_text(f"#!/bin/sh\ncat >> {self.told}; echo >> {self.told}\n")
        alarm.chmod(0o755)
        return [
            sys.executable, "-m", "scrapy", "crawl", spider,
            "-a", f"origin={origin or self.origin}",
            "-a", "editions=en",
            "-s", f"NEWSCRAWL_DATABASE_URL=sqlite:///{folder}/news.db",
            "-s", f"NEWSCRAWL_JSONLINES_PATH={folder}/articles.jsonl",
            "-s", f"NEWSCRAWL_LOCK_PATH={folder}/locks",
            "-s", f"NEWSCRAWL_RUNS_PATH={folder}/runs",
            "-s", f"NEWSCRAWL_ALARM_PATH={folder}/alarms",
            "-s", f"NEWSCRAWL_ALARM_COMMAND={alarm}",
            "-s", "RETRY_TIMES=1",
            "-s", "NEWSCRAWL_RETRY_AFTER_MAX_S=1",
            "-O", str(self.feed),
            *words,
        ]  # fmt: skip

    def run(self, *words: str, **where: Any) -> "Morning":
        return self.start(*words, **where).end()

    def start(self, *words: str, **where: Any) -> "Crawl":
        limit = where.pop("limit", None)
        before = self.state()
        process = subprocess.Popen(
            self.command(*words, **where),
            cwd=PROJECT,
            env={**os.environ, "NEWSCRAWL_CONTACT": "", "PYTHONPATH": str(PROJECT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=limit,
        )
        return Crawl(self, process, before)

    def copied_to(self, folder: Path) -> "Night":
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return Night(folder, self.origin)

    def state(self) -> "State":
        return State(
            self.feed.read_bytes() if self.feed.exists() else None,
            self.told.read_text().splitlines() if self.told.exists() else [],
            {path: path.read_text() for path in self.folder.glob("runs/*.json")},
        )


@dataclass(frozen=True)
class State:
    """What a folder holds at a time."""

    feed: bytes | None
    told: list[str]
    reports: dict[Path, str]


@dataclass(frozen=True)
class Crawl:
    """A run that goes on."""

    night: Night
    process: subprocess.Popen[str]
    before: State

    def wait_for(self, true: Callable[[], object]) -> None:
        """Wait until something is *true* of the run, which goes on until then."""
        give_up = time.monotonic() + _LONGEST_S
        while not true():
            assert self.process.poll() is None, "it went on no longer"
            assert time.monotonic() < give_up
            time.sleep(0.05)

    def end(self, number: signal.Signals | None = None) -> "Morning":
        """Wait for its end, if there is a *number* after that signal."""
        if number is not None:
            self.process.send_signal(number)
        _, log = self.process.communicate(timeout=_LONGEST_S)
        return Morning(self.night, self.process.returncode, log, self.before, self.night.state())


@dataclass(frozen=True)
class Morning:
    """What is there after a night."""

    night: Night
    exit_code: int
    log: str
    before: State
    after: State

    @property
    def report(self) -> dict[str, Any] | None:
        """The report that the run left, if it did."""
        left = [
            text
            for path, text in self.after.reports.items()
            if text != self.before.reports.get(path)
        ]
        assert len(left) < 2
        return json.loads(left[0]) if left else None

    @property
    def feed(self) -> str:
        """``published``, ``kept`` or ``none``."""
        content = self.after.feed
        if content is None:
            return "none"
        assert not content or content.endswith(b"\n"), "half a file"
        manifest = json.loads(Path(f"{self.night.feed}.manifest.json").read_text())
        assert manifest["published"]["sha256"] == hashlib.sha256(content).hexdigest()
        return "kept" if content == self.before.feed else "published"

    @property
    def alarm(self) -> str:
        """``yes`` if the operator was told of this run, else ``no``."""
        return "yes" if len(self.after.told) > len(self.before.told) else "no"
