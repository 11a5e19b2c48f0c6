"""What only SQLite does: how it is opened, searched and talked to when it fails."""

import json
import sqlite3
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    FromClause,
    bindparam,
    column,
    create_engine,
    event,
    literal_column,
    table,
)
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

READ = ("BEGIN",)
WRITE = ("BEGIN IMMEDIATE",)
"""Takes the one writer's lock at once; after a read, SQLite could not wait for it any more."""

_PAGES_PER_CHECKPOINT = 8000
"""An article changes some thirty pages; SQLite's 1000 would sync the disk every thirty articles."""

_CACHE_KIB = 8 * 1024
"""At most; with SQLite's 2 MB each article of a large database costs more than the one before."""

DDL: Sequence[str] = (
    """
    CREATE VIRTUAL TABLE article_texts USING fts5(
        headline, body, content='articles', content_rowid='number',
        tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER article_texts_insert AFTER INSERT ON articles BEGIN
        INSERT INTO article_texts(rowid, headline, body)
        VALUES (new.number, new.headline, new.body);
    END
    """,
    """
    CREATE TRIGGER article_texts_delete AFTER DELETE ON articles BEGIN
        INSERT INTO article_texts(article_texts, rowid, headline, body)
        VALUES ('delete', old.number, old.headline, old.body);
    END
    """,
    """
    CREATE TRIGGER article_texts_update AFTER UPDATE OF headline, body ON articles BEGIN
        INSERT INTO article_texts(article_texts, rowid, headline, body)
        VALUES ('delete', old.number, old.headline, old.body);
        INSERT INTO article_texts(rowid, headline, body)
        VALUES (new.number, new.headline, new.body);
    END
    """,
    """
    CREATE VIEW readable_articles AS
    SELECT id, outlet, language, section, date, date_precision, headline, byline,
        (SELECT group_concat(name, '; ') FROM
            (SELECT name FROM authors WHERE article = articles.number ORDER BY position)
        ) AS authors,
        agency,
        (SELECT group_concat(tag, '; ') FROM
            (SELECT tag FROM tags WHERE article = articles.number ORDER BY position)
        ) AS tags,
        1 + length(lines) - length(replace(replace(lines, char(10), ''), ' ', '')) AS words,
        url, summary, body, revision, duplicate_of, story, date_modified, removed_at, fetched_at
    FROM (SELECT *, replace(body, char(10) || char(10), char(10)) AS lines FROM articles)
        AS articles
    """,
)
"""What is created after the tables: full-text search kept by triggers, the analyst's view.
Words are counted by the spaces and line ends between them."""

TEXTS: FromClause = table("article_texts", column("rowid"))
TEXTS_ARTICLE: ColumnElement[int] = TEXTS.c.rowid
MATCHES: ColumnElement[bool] = literal_column("article_texts").op("MATCH")(bindparam("words"))
BEST_FIRST: ColumnElement[float] = literal_column("article_texts.rank")


def unread(connection: Connection) -> AbstractContextManager[None]:
    """Do nothing: there is nobody to wait for."""
    return nullcontext()


def index_text(connection: Connection, number: int, headline: str, body: str) -> None:
    """Do nothing: triggers keep the search."""


def search_expression(text: str) -> str:
    """Return the FTS5 expression for articles with every word of *text*, whatever it holds.

    >>> search_expression('river OR "flood')
    '"river" "OR" \"\"\"flood\"'
    """
    return " ".join('"' + word.replace('"', '""') + '"' for word in text.replace("\0", " ").split())


def open_engine(url: URL, *, timeout_s: float) -> Engine:
    """Return an engine with one connection, which threads may take turns with.

    Directories that are missing are made.

    :raises OSError: if they cannot be.

    The driver begins no transaction by itself; that is :data:`READ` and :data:`WRITE`.
    """
    if url.database and url.database != ":memory:" and "uri" not in url.query:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        poolclass=StaticPool,
        connect_args={"timeout": timeout_s, "check_same_thread": False, "isolation_level": None},
        json_serializer=partial(json.dumps, ensure_ascii=False),
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        # What is in the JSON Lines file must be in the database even after a power cut.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA cache_size = {-_CACHE_KIB}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_PER_CHECKPOINT}")
        connection.execute("PRAGMA foreign_keys = ON")

    return engine


def name_of(url: URL) -> str:
    """Return what messages call the database."""
    return url.database or ":memory:"


def prepare(connection: Connection, timeout_s: float) -> None:
    """Switch to write-ahead logging; two who do so at once are not made to wait by SQLite."""
    give_up = time.monotonic() + timeout_s
    while True:
        try:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        except OperationalError as error:
            if _code(error.orig) != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.01)
        else:
            return
        finally:
            connection.rollback()


def _code(error: BaseException | None) -> int | None:
    """Return SQLite's primary result code."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


_ADVICE = {
    sqlite3.SQLITE_BUSY: "another process keeps it locked; end that process, then run again",
    sqlite3.SQLITE_LOCKED: "another process keeps it locked; end that process, then run again",
    sqlite3.SQLITE_FULL: "the disk is full; free space, then run again",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written; check it and its free space",
    sqlite3.SQLITE_READONLY: "it cannot be written; check the rights of the file and its directory",
    sqlite3.SQLITE_PERM: "it cannot be written; check the rights of the file and its directory",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check that its directory is there and writable",
    sqlite3.SQLITE_NOTADB: "it is no SQLite database; move it away or name another file",
    sqlite3.SQLITE_CORRUPT: "it is damaged; move it away and restore a copy",
}


def advice(error: DBAPIError) -> str:
    """Return what an operator can do about *error*."""
    return _ADVICE.get(_code(error.orig) or 0, str(error.orig))


def is_bad_value(error: DBAPIError) -> bool:
    """Whether it is not the database that failed: a value cannot be stored."""
    return isinstance(error.orig, ValueError)


def is_empty(connection: Connection) -> bool:
    """Whether the database has no table at all."""
    return connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").first() is None
