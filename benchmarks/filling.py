"""Stores filled with invented articles past their API: a million in minutes, a few in memory."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeAlias

import psycopg
from sqlalchemy import Dialect, Index, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex

from benchmarks.invented import EVIDENCE, LISTING, RIGHTS, Told, published, teaser, told
from newscrawl.similarity import signature
from newscrawl.storage import ArticleStore
from newscrawl.storage.backends.postgres import DDL as POSTGRES_DDL
from newscrawl.storage.backends.postgres import search_expression
from newscrawl.storage.backends.sqlite import DDL as SQLITE_DDL
from newscrawl.storage.records import article_row, folded
from newscrawl.storage.schema import metadata

_BATCH = 2000

_TEXTS = 4_000
"""A text comes again after so many articles, a fortnight later, under another address: it costs
more to invent than to store."""

_EVIDENCE, _RIGHTS = map(json.dumps, (EVIDENCE, RIGHTS))

Rows: TypeAlias = list[tuple[Any, ...]]
Batch: TypeAlias = dict[str, Rows]
"""Rows by table, each in the order of its columns; instants and JSON as text."""


@dataclass(frozen=True)
class _Text:
    number: int
    told: Told
    values: Sequence[int]


def fill(sizes: Mapping[str, int]) -> None:
    """Put the first articles into empty stores.

    :param sizes: how many, by the URL of the store; multiples of 2,000.
    """
    most = max(sizes.values(), default=0)
    texts = [_text(number) for number in range(min(most, _TEXTS))]
    fillers = [
        ((_Postgres if "postgres" in url else _SQLite)(url, texts), size)
        for url, size in sizes.items()
    ]
    with ThreadPoolExecutor(1 + len(fillers)) as threads:
        writing: list[Future[None]] = []
        for start in range(0, most, _BATCH):
            batch = _batch(start, texts)
            _wait(writing)
            writing = [
                threads.submit(filler.write, start, batch)
                for filler, size in fillers
                if start < size
            ]
        _wait(writing)
        _wait([threads.submit(filler.finish) for filler, _ in fillers])


def _wait(writing: Iterable[Future[None]]) -> None:
    for each in writing:
        each.result()


def _batch(start: int, texts: Sequence[_Text]) -> Batch:
    batch: Batch = {}
    for number in range(start, start + _BATCH):
        for table, rows in _rows(number, texts[number % _TEXTS]).items():
            batch.setdefault(table, []).extend(rows)
    return batch


def stored_text(number: int) -> Told:
    """Return what article *number* of a filled store says."""
    return told(number % _TEXTS)


def _text(number: int) -> _Text:
    text = told(number)
    return _Text(number, text, signature(text.headline, text.body))


def _rows(number: int, text: _Text) -> Batch:
    """Return what a crawl that found article *number* leaves in each table."""
    article = published(text.told, number)
    number += 1  # as the databases count
    seen = article.fetched_at.isoformat() if article.fetched_at else ""
    date = article.date.isoformat() if article.date else ""
    row = dict(article_row(article), number=number, revision=1, story=article.id)
    row |= {"date": date, "date_utc": date, "fetched_at": seen}
    row |= {"alternates": "{}", "evidence": _EVIDENCE, "rights": _RIGHTS}
    shown = _json(dict(vars(teaser(article)), date=date))
    return {
        "articles": [tuple(row[column.name] for column in metadata.tables["articles"].c)],
        "authors": [(number, place, name) for place, name in enumerate(article.authors)],
        "tags": [(number, place, tag, folded(tag)) for place, tag in enumerate(article.tags)],
        "revisions": [(number, number, 1, article.content_hash, seen, "[]", None)],
        "addresses": [(_key(article.url), number, article.url, seen)],
        "visits": [(number, article.outlet, seen, 1, None, None, None)],
        "clusters": [(number, article.id, None, "first", None, seen)],
        "ledger": [
            (
                article.id, article.outlet, article.language, article.url, LISTING, 1,
                seen, date, "stored", None, 0, seen, shown,
            )
        ],
        "sightings": [(article.id, LISTING, seen, seen, 1, 1, 1, 1, 1, 1)],
    }  # fmt: skip


def _key(url: str) -> str:
    """Return the :func:`~newscrawl.urls.address_key` of an address that is as ours are."""
    return url.removeprefix("https://").rstrip("/")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


_TABLES = [table for table in metadata.sorted_tables if table.name != "signatures"]
_INDEXES = [index for table in metadata.sorted_tables for index in sorted(table.indexes, key=str)]


class _Filler:
    """A store while it is filled: without the indexes that are made faster when all is there."""

    def write(self, start: int, batch: Batch) -> None:
        for table in _TABLES:
            if rows := batch.get(table.name):
                self.insert(table.name, rows)
        self.derive(1 + start, _BATCH + start)
        self.commit()

    def insert(self, table: str, rows: Rows) -> None: ...
    def derive(self, first: int, last: int) -> None:
        """Index the texts of the articles of these numbers, and enter their signatures."""

    def commit(self) -> None: ...
    def finish(self) -> None: ...


class _SQLite(_Filler):
    def __init__(self, url: str, texts: Sequence[_Text]) -> None:
        ArticleStore(url).close()
        self.connection = sqlite3.connect(make_url(url).database or "", check_same_thread=False)
        for statement in (
            "PRAGMA journal_mode = OFF",
            "PRAGMA synchronous = OFF",
            "PRAGMA cache_size = -200000",
            *(f"DROP INDEX {index.name}" for index in _INDEXES),
            "DROP TRIGGER article_texts_insert",
            "INSERT INTO article_texts (article_texts, rank) VALUES ('hashsize', 128000000)",
            "CREATE TEMPORARY TABLE told (text INTEGER, value INTEGER, PRIMARY KEY (text, value))"
            " WITHOUT ROWID",
            f"INSERT INTO runs (id, outlet, arguments, started_at) VALUES {_RUN}",
        ):
            self.connection.execute(statement)
        values = ((text.number, value) for text in texts for value in text.values)
        self.connection.executemany("INSERT INTO told VALUES (?, ?)", values)

    def insert(self, table: str, rows: Rows) -> None:
        places = ", ".join("?" * len(rows[0]))
        self.connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)

    def derive(self, first: int, last: int) -> None:
        self.connection.execute(
            "INSERT INTO signatures SELECT unixepoch(date_utc) / 86400 AS day, value, number"
            " FROM articles JOIN told ON text = (number - 1) % ? WHERE number BETWEEN ? AND ?"
            " ORDER BY day, value, number",
            (_TEXTS, first, last),
        )
        self.connection.execute(
            "INSERT INTO article_texts (rowid, headline, body)"
            " SELECT number, headline, body FROM articles WHERE number BETWEEN ? AND ?",
            (first, last),
        )

    def commit(self) -> None:
        self.connection.commit()

    def finish(self) -> None:
        for index in _INDEXES:
            self.connection.execute(_created(index, sqlite.dialect()))
        self.connection.execute(
            "INSERT INTO article_texts (article_texts, rank) VALUES ('hashsize', 1048576)"
        )
        # What is written in bulk is in layers of a size that no crawl leaves; merging them would be
        # the first articles' share.
        self.connection.execute("INSERT INTO article_texts (article_texts) VALUES ('optimize')")
        self.connection.execute(next(each for each in SQLITE_DDL if "article_texts_insert" in each))
        self.connection.commit()
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.close()


class _Postgres(_Filler):
    def __init__(self, url: str, texts: Sequence[_Text]) -> None:
        ArticleStore(url).close()
        plain = make_url(url).set(drivername="postgresql")
        self.connection = psycopg.connect(plain.render_as_string(hide_password=False))
        for statement in (
            "SET synchronous_commit = off",
            "SET maintenance_work_mem = '512MB'",
            "SET session_replication_role = replica",  # foreign keys are not looked up
            *(f"DROP INDEX {index.name}" for index in _INDEXES),
            "DROP INDEX article_texts_by_word",
            "ALTER TABLE signatures DROP CONSTRAINT signatures_pkey",
            "CREATE TEMPORARY TABLE told (number integer, sketch bigint[], words text)",
            f"INSERT INTO runs (id, outlet, arguments, started_at) VALUES {_RUN}",
        ):
            self.connection.execute(statement)
        self.insert(
            "told",
            [
                (
                    text.number,
                    list(text.values),
                    search_expression(f"{text.told.headline}\n{text.told.body}"),
                )
                for text in texts
            ],
        )
        self.connection.execute(
            "CREATE TEMPORARY TABLE texts AS"
            " SELECT number AS text, sketch, to_tsvector('simple', words) AS words FROM told"
        )
        self.commit()

    def insert(self, table: str, rows: Rows) -> None:
        with self.connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def derive(self, first: int, last: int) -> None:
        self.connection.execute(
            "INSERT INTO signatures"
            " SELECT floor(extract(epoch FROM date_utc) / 86400), unnest(sketch), number"
            " FROM articles JOIN texts ON text = (number - 1) %% %s"
            " WHERE number BETWEEN %s AND %s",
            (_TEXTS, first, last),
        )
        self.connection.execute(
            "INSERT INTO article_texts SELECT number, words FROM articles"
            " JOIN texts ON text = (number - 1) %% %s WHERE number BETWEEN %s AND %s",
            (_TEXTS, first, last),
        )

    def commit(self) -> None:
        self.connection.commit()

    def finish(self) -> None:
        for statement in (
            "ALTER TABLE signatures ADD PRIMARY KEY (day, value, article)",
            *(_created(index, postgresql.dialect()) for index in _INDEXES),
            *(each for each in POSTGRES_DDL if "article_texts_by_word" in each),
            *(
                f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), max({column}))"
                f" FROM {table}"
                for table, column in (("articles", "number"), ("revisions", "seq"), ("runs", "id"))
            ),
        ):
            self.connection.execute(statement)
        self.connection.commit()
        self.connection.autocommit = True
        self.connection.execute("ANALYZE")
        self.connection.close()


_RUN = "(1, 'outlet_00', '{}', '2016-03-01T00:00:00+00:00')"


def _created(index: Index, dialect: Dialect) -> str:
    return str(CreateIndex(index).compile(dialect=dialect))
