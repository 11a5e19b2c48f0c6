"""A store in another database: all of it, and it goes on there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from newscrawl.storage import ArticleStore, JsonLinesFile, StoreError
from newscrawl.storage.copying import copy_store
from newscrawl.storage.schema import metadata
from tests.crawling import run_command
from tests.postgres import new_schema
from tests.storage.samples import NOW, article, full_article, teaser


@contextmanager
def other_database(kind: str, folder: Path) -> Iterator[str]:
    if kind == "sqlite":
        yield f"sqlite:///{folder}/other.db"
    else:
        with new_schema() as url:
            yield url


def fill(store: ArticleStore, lines: Path) -> None:
    with JsonLinesFile(lines, store):
        run = store.begin_run("harbour_post", {"since": "7d"}, now=NOW)
        store.list_teasers(run, "front", [teaser(1), teaser(9)], now=NOW, max_attempts=3)
        store.save(full_article(), now=NOW)
        for number in (2, 3):
            for body in ("The river rose. " * 40, "The river fell. " * 40):
                store.save(article(number, body=body, content_hash=None), now=NOW)
        store.settle("harbour_post:en:9", "failed", reason="http 500", now=NOW)
        store.end_run(run, "finished", {"a": 1}, now=NOW + timedelta(minutes=1))


def contents(store: ArticleStore) -> dict[str, list[Any]]:
    with store.reading() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_copy_has_all_rows_and_goes_on(store: ArticleStore, kind: str, tmp_path: Path) -> None:
    lines = tmp_path / "articles.jsonl"
    fill(store, lines)
    written = lines.read_bytes()
    counts: dict[str, int] = {}
    with other_database(kind, tmp_path) as url, ArticleStore(url) as copy:
        copy_store(store, copy, counts.__setitem__)
        assert contents(copy) == contents(store)
        assert counts["articles"] == 3
        assert counts["revisions"] == 5
        assert [found.id for found in copy.search("fell")] == [
            found.id for found in store.search("fell")
        ]
        assert len(copy.search("fell")) == 2
        with JsonLinesFile(lines, copy):
            assert lines.read_bytes() == written
            assert copy.save(article(4), now=NOW).outcome == "new"
            assert copy.begin_run("harbour_post", {}, now=NOW) == 2
        assert lines.read_bytes().count(b"\n") == written.count(b"\n") + 1


def test_what_is_there_is_not_touched(store: ArticleStore, tmp_path: Path) -> None:
    fill(store, tmp_path / "articles.jsonl")
    with ArticleStore(f"sqlite:///{tmp_path}/other.db") as copy:
        copy.save(article(7), now=NOW)
        with pytest.raises(StoreError, match="it is not empty"):
            copy_store(store, copy, lambda table, count: None)
        assert copy.count() == 1


def test_the_command_says_what_it_copied(tmp_path: Path) -> None:
    first, second = (f"sqlite:///{tmp_path}/{name}.db" for name in ("first", "second"))
    with ArticleStore(first) as store:
        fill(store, tmp_path / "articles.jsonl")

    def copystore(*words: str) -> tuple[int, str, str]:
        done = run_command(
            [sys.executable, "-m", "scrapy", "copystore", *words], NEWSCRAWL_DATABASE_URL=first
        )
        return done.returncode, done.stdout, done.stderr

    code, printed, error = copystore(second)
    assert (code, error) == (0, "")
    assert "articles: 3\n" in printed
    for words, said in (([second], "it is not empty"), ([], "name one database")):
        code, printed, error = copystore(*words)
        assert (code, printed) == (2, "")
        assert said in error
        assert error.count("\n") == 1
