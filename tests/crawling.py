"""Real crawls of the demonstration newsroom, as processes."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from newscrawl.browser import find_chromium
from newscrawl.demo.check import differences, read_jsonlines, truth
from newscrawl.storage import ArticleStore, Run
from newscrawl.storage.records import TEXT

PROJECT = Path(__file__).parent.parent

REMOVED = "removed"
SHOWN = [name for name in TEXT if name != "agency"]  # the newsroom credits none


def needs_chromium() -> str:
    """Return the path of the browser; skip a test where there is none, but in CI there has to be
    one."""
    if path := find_chromium(None):
        return path
    if os.environ.get("CI"):
        pytest.fail("CI has to have a Chromium")
    pytest.skip("no Chromium on this machine")


@dataclass(frozen=True)
class Crawls:
    """Crawls that write to one folder."""

    folder: Path
    url: str = ""
    """Of the database; none for a file in the folder."""

    @property
    def database(self) -> str:
        return self.url or f"sqlite:///{self.folder}/newscrawl.db"

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
            "-s", f"NEWSCRAWL_ALARM_PATH={self.folder}/alarms",
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

    def start_and_store(self, origin: str, *words: str) -> subprocess.Popen[bytes]:
        """Start a crawl and wait until it has stored something more."""
        before = self.written()
        process = self.start(origin, *words)
        while self.written() == before:
            assert process.poll() is None, "it goes on until something is stored"
            time.sleep(0.02)
        return process

    def written(self) -> int:
        """How long the JSON Lines file is."""
        return self.lines.stat().st_size if self.lines.exists() else 0

    def problems(self, origin: str) -> list[str]:
        """How both outputs differ from the newsroom's truth."""
        expected = list(truth(origin))
        with ArticleStore(self.database) as store:
            stored = list(differences(expected, lambda id: _record(store, id), store.count()))
            apart = list(self._apart(store))
        records, count = read_jsonlines(self.lines)
        written = list(differences(expected, records.get, count))
        return [f"database: {p}" for p in stored] + [f"JSON Lines: {p}" for p in written] + apart

    def revision_problems(self, origin: str) -> list[str]:
        """How the revisions in the outputs differ from those of the newsroom, each of which was
        seen or, if another followed, missed; the last one was not."""
        written: dict[str, list[dict[str, Any]]] = {}
        for record in self.records():
            written.setdefault(record["id"], []).append(record)
        problems = []
        for true in truth(origin):
            ids = {version["record"]["id"] for version in true["history"]} & written.keys()
            lines = [line for id in sorted(ids) for line in written[id]]
            found, shown = [_state(line) for line in lines], versions(true)
            rest = iter(shown)
            if len(ids) > 1:
                problem = f"stored as {' and '.join(sorted(ids))}"
            elif [line["revision"] for line in lines] != [*range(1, len(lines) + 1)]:
                problem = f"its revisions are {[line['revision'] for line in lines]}"
            elif not all(state in rest for state in found):
                problem = "a revision is none of its versions, or in another order"
            elif found[-1:] != shown[-1:] and (found or not _was_gone(true)):
                problem = f"the last of {len(found)} revisions is not the last version"
            else:
                continue
            problems.append(f"{true['id']} ({_told(true)}): {problem}")
        with ArticleStore(self.database) as store:
            return problems + list(self._apart(store))

    def _apart(self, store: ArticleStore) -> Iterator[str]:
        """How the outputs differ from each other: both hold the same texts, each once."""
        written = Counter(self.lines.read_text(encoding="utf-8").splitlines())
        seq = 0
        while texts := store.revisions_after(seq, 500):
            seq = texts[-1][0]
            for _, article in texts:
                if article.duplicate_of:
                    continue
                line = article.to_json()
                if not written[line]:
                    yield f"only in the database: {line}"
                written[line] -= 1
        yield from (f"only in the file, {n} times: {line}" for line, n in written.items() if n > 0)

    def let_all_be_due(self) -> None:
        """What the passing of time does."""
        with ArticleStore(self.database) as store, store.writing() as connection:
            connection.execute(text("UPDATE visits SET due_at = '2020-01-01T00:00:00+00:00'"))

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


def versions(record: Mapping[str, Any]) -> list[Any]:
    """The revisions that a crawl at every moment finds of an article: :data:`REMOVED` or fields."""
    found: list[Any] = []
    for version in record["history"]:
        seen = REMOVED if version["removed"] else _state({**version["record"], "removed_at": None})
        if seen == REMOVED and not found:
            continue  # taken down before anybody saw it
        if found[-1:] != [seen]:
            found.append(seen)
    return found or [REMOVED]


def _told(record: Mapping[str, Any]) -> str:
    """What happened to an article, and when."""
    return ", ".join(f"{v['moment']}: {' '.join(v['kinds'])}" for v in record["history"])


def _was_gone(record: Mapping[str, Any]) -> bool:
    """Whether an article was taken down for a time: who asked for it then has given it up."""
    return any(version["removed"] for version in record["history"])


def _state(line: Mapping[str, Any]) -> Any:
    return REMOVED if line["removed_at"] else {name: line[name] for name in SHOWN}


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
