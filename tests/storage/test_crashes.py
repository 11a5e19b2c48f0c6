import json
import random
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from newscrawl.storage import ArticleStore, JsonLinesFile
from tests.storage.samples import NOW, article, rows

KILLS = 10
STARTS_WITHIN_S = 120

processes = get_context("fork")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "articles.jsonl"


def crawl(database: str, path: Path, name: str, count: int, ready: Callable[[], object]) -> None:
    """Store *count* articles, each with a second text, and keep the file level."""
    with ArticleStore(database) as store, JsonLinesFile(path, store) as file:
        first = store.count()
        for number in range(first, first + count):
            for body in ("The river rose. " * 100, "The river fell. " * 100):
                text = article(number, id=f"{name}:en:{number}", outlet=name, body=body)
                store.save(text, now=NOW)
                file.catch_up()
            if number == first:
                ready()


def start(*args: object) -> BaseProcess:
    process = processes.Process(target=crawl, args=args)
    process.start()
    return process


def stored(store: ArticleStore) -> list[tuple[str, int]]:
    return [(text.id, text.revision) for _, text in store.revisions_after(0, 1_000_000)]


def check(database: str, path: Path) -> int:
    """The database is sound, and after one opening the file has all of it, each text once."""
    with ArticleStore(database) as store:
        with JsonLinesFile(path, store):
            lines = path.read_text(encoding="utf-8").splitlines()
        texts = stored(store)
        records = [json.loads(line) for line in lines]
        written = [(record["id"], record["revision"]) for record in records]
        assert sorted(written) == sorted(texts)
        assert len(set(texts)) == len(texts)
        if database.startswith("sqlite"):
            _check_file(store)
        return len(texts)


def _check_file(store: ArticleStore) -> None:
    assert rows(store, "PRAGMA integrity_check") == [("ok",)]
    assert rows(store, "PRAGMA foreign_key_check") == []
    with store.writing() as connection:  # raises if the index is not that of the articles
        connection.exec_driver_sql(
            "INSERT INTO article_texts(article_texts, rank) VALUES ('integrity-check', 1)"
        )


def test_whenever_it_is_killed_every_text_is_there_once(database: str, path: Path) -> None:
    total = 0
    for _ in range(KILLS):
        begun = processes.Event()
        process = start(database, path, "harbour_post", 10_000, begun.set)
        assert begun.wait(STARTS_WITHIN_S)
        time.sleep(random.uniform(0, 0.03))
        process.kill()
        process.join()
        now = check(database, path)
        assert now > total, "what was stored before is still there, and more"
        total = now


def test_processes_may_crawl_into_one_database_and_file(database: str, path: Path) -> None:
    together = processes.Barrier(3, timeout=STARTS_WITHIN_S)
    crawls = [start(database, path, name, 40, together.wait) for name in ("a", "b", "c")]
    for process in crawls:
        process.join()
        assert process.exitcode == 0
    assert check(database, path) == 3 * 40 * 2


def test_one_that_is_killed_leaves_nothing_undone_to_the_other(database: str, path: Path) -> None:
    together = processes.Barrier(3, timeout=STARTS_WITHIN_S)
    victim = start(database, path, "victim", 10_000, together.wait)
    survivor = start(database, path, "survivor", 100, together.wait)
    together.wait()
    time.sleep(random.uniform(0, 0.03))
    victim.kill()
    victim.join()
    survivor.join()
    assert survivor.exitcode == 0
    before = len(path.read_text(encoding="utf-8").splitlines())
    assert check(database, path) == before, "the survivor wrote what the other left"
