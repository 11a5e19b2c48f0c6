import gzip
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from newscrawl.storage import ArticleStore, JsonLinesFile, StoreError
from newscrawl.storage.schema import metadata
from newscrawl.storage.upgrading import HEAD
from tests.storage.samples import NOW, article, rows


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def open_store(file: Path, timeout_s: float = 0.05) -> ArticleStore:
    return ArticleStore(f"sqlite:///{file}", timeout_s=timeout_s)


def test_directories_that_are_missing_are_made(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "news.db"
    with open_store(file) as store:
        store.save(article(), now=NOW)
    with open_store(file) as store:
        assert store.count() == 1


def test_a_store_in_memory_needs_no_file() -> None:
    with ArticleStore("sqlite://") as store:
        store.save(article(), now=NOW)
        assert store.get(article().id) == article()


def test_it_waits_for_writers_and_loses_nothing_to_a_power_cut(file: Path) -> None:
    with ArticleStore(f"sqlite:///{file}") as store:
        _check_pragmas(store)


def _check_pragmas(store: ArticleStore) -> None:
    assert rows(store, "PRAGMA journal_mode") == [("wal",)]
    assert rows(store, "PRAGMA foreign_keys") == [(1,)]
    assert rows(store, "PRAGMA synchronous") == [(2,)]
    assert rows(store, "PRAGMA busy_timeout") == [(30_000,)]


def _no_database(file: Path) -> None:
    file.write_bytes(b"headline,date\n" * 500)


def _cut_database(file: Path) -> None:
    open_store(file).close()
    file.write_bytes(file.read_bytes()[:5000])


def _foreign_database(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()


def _foreign_version_table(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE schema_version (version)")
    connection.close()


def _set_version(file: Path, version: str) -> None:
    open_store(file).close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


def _newer_database(file: Path) -> None:
    _set_version(file, "9999")


def _unknown_database(file: Path) -> None:
    _old_database(file)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE schema_version SET version = 7")
    connection.close()


def _old_database(file: Path) -> None:
    """One from before the migrations, with two articles, the first in two revisions."""
    file.write_bytes(gzip.decompress((Path(__file__).parent / "version_1.db.gz").read_bytes()))


def _directory(file: Path) -> None:
    file.mkdir()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_no_database, "is no SQLite database"),
        (_cut_database, "is damaged"),
        (_foreign_database, "is not a database of newscrawl"),
        (_foreign_version_table, "is not a database of newscrawl"),
        (_newer_database, "use the newscrawl that wrote it"),
        (_unknown_database, "use the newscrawl that wrote it"),
        (_directory, "cannot be opened"),
    ],
)
def test_what_is_no_database_of_ours_is_refused_and_left_as_it_is(
    file: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(file)
    before = file.read_bytes() if file.is_file() else None
    with pytest.raises(StoreError, match=said) as raised:
        open_store(file)
    assert str(file) in str(raised.value)
    assert "\n" not in str(raised.value)
    assert (file.read_bytes() if file.is_file() else None) == before


@pytest.mark.parametrize(
    "url", ["news.db", "", "mysql://localhost/news", "nosuch:///x", "postgresql://localhost:x/news"]
)
def test_a_url_that_names_no_usable_database_is_refused(url: str) -> None:
    with pytest.raises(StoreError, match="sqlite:///FILE"):
        ArticleStore(url)


def test_no_password_is_said() -> None:
    for url in ("postgresql://me:secret@localhost:x/news", "mysql://me:secret@localhost/news"):
        with pytest.raises(StoreError, match=r"me:\*\*\*@localhost"):
            ArticleStore(url)


def test_a_directory_that_cannot_be_made_is_said(file: Path) -> None:
    file.write_text("in the way")
    with pytest.raises(StoreError, match="directory cannot be made") as raised:
        open_store(file / "news.db")
    assert str(file) in str(raised.value)


def test_a_database_that_cannot_be_written_is_said(file: Path) -> None:
    open_store(file).close()
    with (
        ArticleStore(f"sqlite:///file:{file}?mode=ro&uri=true") as store,
        pytest.raises(StoreError, match="cannot be written"),
    ):
        store.save(article(), now=NOW)


def test_a_database_that_stays_locked_is_said(file: Path) -> None:
    with open_store(file) as store:
        with store.writing(), open_store(file) as second:
            with pytest.raises(StoreError, match="another process keeps it locked"):
                second.save(article(), now=NOW)
            assert second.count() == 0
        store.save(article(), now=NOW)


def test_the_url_says_how_long_to_wait(file: Path) -> None:
    open_store(file).close()
    with (
        ArticleStore(f"sqlite:///{file}?timeout=0.05") as store,
        open_store(file) as other,
        other.writing(),
        pytest.raises(StoreError, match="keeps it locked"),
    ):
        store.save(article(), now=NOW)
    with pytest.raises(StoreError, match="no number of seconds"):
        ArticleStore(f"sqlite:///{file}?timeout=soon")


def test_a_new_database_that_is_locked_is_said(file: Path) -> None:
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="another process keeps it locked"):
        open_store(file)
    holder.close()


def test_a_writer_waits_for_another_to_be_done(file: Path) -> None:
    with open_store(file, timeout_s=30) as store, open_store(file, timeout_s=30) as other:
        waiting = Thread(target=other.save, args=[article()], kwargs={"now": NOW})
        with store.writing() as connection:
            waiting.start()
            count = connection.exec_driver_sql("SELECT count(*) FROM articles").scalar()
        waiting.join()
        assert count == 0
        assert store.get(article().id) == article()


def test_a_full_disk_is_said_and_nothing_is_half_stored(file: Path) -> None:
    with open_store(file) as store:
        pages = rows(store, "PRAGMA page_count")[0][0]
        rows(store, f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(StoreError, match="disk is full") as raised:
            store.save(article(body="word " * 100_000), now=NOW)
        assert str(file) in str(raised.value)
        assert store.count() == 0
        rows(store, "PRAGMA max_page_count = 100000")
        store.save(article(), now=NOW)
        assert store.count() == 1


def test_threads_may_share_a_store(store: ArticleStore) -> None:
    def save(first: int) -> None:
        for number in range(first, first + 20):
            store.save(article(number), now=NOW)

    threads = [Thread(target=save, args=[first]) for first in (0, 20, 40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.count() == 60
    assert len(store.revisions_after(0, 100)) == 60


def test_an_older_database_is_brought_up_to_date(file: Path, tmp_path: Path) -> None:
    _old_database(file)
    for _ in range(2):
        with open_store(file) as store:
            assert rows(store, "SELECT version_num FROM alembic_version") == [(HEAD,)]
            assert store.count() == 2
            first = store.get(article(1).id)
            assert first is not None
            assert (first.revision, first.body, first.tags) == (2, "The river fell.", ["Port"])
            assert [a.id for a in store.search("fell")] == [first.id]
    with open_store(file) as store, JsonLinesFile(tmp_path / "articles.jsonl", store):
        store.save(article(3), now=NOW)
    assert (tmp_path / "articles.jsonl").read_bytes().count(b"\n") == 4


def test_a_migrated_database_has_the_tables_of_a_new_one(file: Path, tmp_path: Path) -> None:
    _old_database(file)
    with open_store(file) as old, open_store(tmp_path / "new.db") as new:
        assert _differences(old) == _differences(new) == []
        assert _columns(old) == _columns(new)
        names = "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
        assert rows(old, names) == rows(new, names)


def test_a_new_database_has_the_tables_that_are_declared(store: ArticleStore) -> None:
    assert _differences(store) == []


def _differences(store: ArticleStore) -> list[Any]:
    """What Alembic finds to migrate, but for the tables of full-text search."""
    with store.reading() as connection:
        context = MigrationContext.configure(connection)
        found = compare_metadata(context, metadata)
    return [one for one in found if "article_texts" not in repr(one)]


def _columns(store: ArticleStore) -> dict[str, set[tuple[str, str, bool]]]:
    with store.reading() as connection:
        tables = inspect(connection)
        return {
            table: {
                (column["name"], str(column["type"]), column["nullable"])
                for column in tables.get_columns(table)
            }
            for table in tables.get_table_names()
        }


def test_the_last_migration_is_what_the_program_knows() -> None:
    config = Config()
    config.set_main_option("script_location", "newscrawl.storage:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_migration_that_fails_leaves_the_older_database(file: Path) -> None:
    _old_database(file)
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE fetches (number)")  # which a migration wants to create
    connection.close()
    with pytest.raises(StoreError, match="already exists"):
        open_store(file)
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE fetches")
    connection.close()
    with open_store(file) as store:
        store.save(article(3), now=NOW)
        assert store.count() == 3
