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
from functools import cached_property
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
        feed = self.feed.read_bytes() if self.feed.exists() else None
        told = self._told()
        process = subprocess.Popen(
            self.command(*words, **where),
            cwd=PROJECT,
            env={**os.environ, "NEWSCRAWL_CONTACT": "", "PYTHONPATH": str(PROJECT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=limit,
        )
        return Crawl(self, process, feed, told)

    def copied_to(self, folder: Path) -> "Night":
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return Night(folder, self.origin)

    def _told(self) -> int:
        return len(self.told.read_text().splitlines()) if self.told.exists() else 0


@dataclass(frozen=True)
class Crawl:
    """A run that goes on, and what there was when it began."""

    night: Night
    process: subprocess.Popen[str]
    feed_before: bytes | None
    told_before: int

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
        code = self.process.returncode
        return Morning(self.night, code, log, self.feed_before, self.told_before)


@dataclass(frozen=True)
class Morning:
    """What is there after a night."""

    night: Night
    exit_code: int
    log: str
    feed_before: bytes | None
    told_before: int

    @cached_property
    def report(self) -> dict[str, Any] | None:
        """The report of the last run, if it left one."""
        reports = sorted(self.night.folder.glob("runs/*.json"), key=lambda p: p.stat().st_mtime_ns)
        return json.loads(reports[-1].read_text()) if reports else None

    @property
    def feed(self) -> str:
        """``published``, ``kept`` or ``none``."""
        if not self.night.feed.exists():
            return "none"
        content = self.night.feed.read_bytes()
        assert not content or content.endswith(b"\n"), "half a file"
        manifest = json.loads(Path(f"{self.night.feed}.manifest.json").read_text())
        assert manifest["published"]["sha256"] == hashlib.sha256(content).hexdigest()
        return "kept" if content == self.feed_before else "published"

    @property
    def alarm(self) -> str:
        """``yes`` if the operator was told of this run, else ``no``."""
        return "yes" if self.night._told() > self.told_before else "no"
