"""What only PostgreSQL does: how it is opened, searched and talked to when it fails."""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import Any, cast

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    FromClause,
    bindparam,
    column,
    create_engine,
    func,
    table,
)
from sqlalchemy import (
    text as sql,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from newscrawl.storage.errors import StoreError
from newscrawl.text import words

READ = ("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",)
WRITE = (
    "SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
    "SELECT pg_advisory_xact_lock(hashtextextended('newscrawl ' || current_schema(), 0))",
)
"""One writer at a time, as in SQLite: numbers that a sequence gives to two transactions at once
need not become visible in their order, and whoever follows ``revisions.seq`` would miss some.
What comes after the lock sees all that was committed before it, whatever the server's default."""

_LONGEST_TEXT = 500_000
"""Bytes of an article that are searched; PostgreSQL holds no more than 1 MB of words of one, each
with some bytes beside it."""

DDL: Sequence[str] = (
    """
    CREATE TABLE article_texts (
        article integer PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
        words tsvector NOT NULL
    )
    """,
    "CREATE INDEX article_texts_by_word ON article_texts USING gin (words)",
    """
    CREATE VIEW readable_articles AS
    SELECT id, outlet, language, section, date, date_precision, headline, byline,
        (SELECT string_agg(name, '; ' ORDER BY position) FROM authors
            WHERE article = articles.number) AS authors,
        agency,
        (SELECT string_agg(tag, '; ' ORDER BY position) FROM tags
            WHERE article = articles.number) AS tags,
        1 + length(lines) - length(replace(replace(lines, chr(10), ''), ' ', '')) AS words,
        url, summary, body, revision, duplicate_of, story, date_modified, removed_at, fetched_at
    FROM (SELECT *, replace(body, chr(10) || chr(10), chr(10)) AS lines FROM articles)
        AS articles
    """,
)
"""What is created after the tables: full-text search, the analyst's view. Words are counted by
the spaces and line ends between them."""

TEXTS: FromClause = table("article_texts", column("article"), column("words"))
TEXTS_ARTICLE: ColumnElement[int] = TEXTS.c.article
_QUERY = func.plainto_tsquery(sql("'simple'"), bindparam("words"))
MATCHES: ColumnElement[bool] = TEXTS.c.words.op("@@", is_comparison=True)(_QUERY)
BEST_FIRST: ColumnElement[float] = func.ts_rank(TEXTS.c.words, _QUERY).desc()

_INDEX = sql(
    "INSERT INTO article_texts (article, words) VALUES (:article, to_tsvector('simple', :text))"
    " ON CONFLICT (article) DO UPDATE SET words = excluded.words"
)


@contextmanager
def unread(connection: Connection) -> Iterator[None]:
    """Send all statements in one go: a trip to the server takes longer than most of them."""
    from psycopg import Error, Pipeline

    driver: Any = connection.connection.driver_connection
    try:
        with driver.pipeline() if Pipeline.is_supported() else nullcontext():
            yield
    except Error as error:
        # SQLAlchemy has not seen it.
        gone = connection.dialect.is_disconnect(cast(Any, error), driver, None)
        if gone:
            connection.invalidate(error)
        raise DBAPIError.instance(
            None, None, error, Error, connection_invalidated=gone, dialect=connection.dialect
        ) from error


def index_text(connection: Connection, number: int, headline: str, body: str) -> None:
    """Let the article be found by the words of its *headline* and *body*."""
    text = search_expression(f"{headline}\n{body[:_LONGEST_TEXT]}").encode()[:_LONGEST_TEXT]
    connection.execute(_INDEX, {"article": number, "text": text.decode(errors="ignore")})


def search_expression(text: str) -> str:
    """Return *text* as it is searched and looked for: words without letter case and diacritics.

    With what is between them, PostgreSQL would read addresses, paths and the like, whose parts
    nobody finds, and some of them in time that grows with the square of their length.

    >>> search_expression("İstanbul'da Şəhər: a.example/su_basdi \\0")
    'istanbul da səhər a example su basdi'
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    return words("".join(char for char in folded if not unicodedata.combining(char)))


def open_engine(url: URL, *, timeout_s: float) -> Engine:
    """Return an engine with one connection.

    :raises StoreError: if the driver is not installed.
    """
    try:
        return create_engine(
            url,
            poolclass=QueuePool,
            pool_size=1,
            max_overflow=0,
            connect_args={
                "connect_timeout": 10,
                "application_name": "newscrawl",
                # Keyword and address both may hold options; these go with those of the address.
                "options": f"{url.query.get('options', '')} -c lock_timeout={timeout_s * 1000:.0f}",
            },
            json_serializer=partial(json.dumps, ensure_ascii=False),
        )
    except ModuleNotFoundError as error:
        raise StoreError(
            f"database {name_of(url)}: the package {error.name} is not installed; "
            "pip install 'newscrawl[postgres]'"
        ) from error


def name_of(url: URL) -> str:
    """Return what messages call the database."""
    return url.render_as_string(hide_password=True)


def prepare(connection: Connection, timeout_s: float) -> None:
    """Do nothing: the server is prepared."""


_ADVICE = {
    "55P03": "another process keeps it locked; end that process, then run again",
    "53100": "the server's disk is full; free space, then run again",
    "53300": "the server takes no more connections; end some, then run again",
    "42501": "this user may not write there; grant the rights, or name another user",
    "28P01": "the server does not accept the password",
    "3D000": "there is no such database; make it with createdb, or name another one",
    "25006": "it takes no writes now; name the server that does",
}
_NO_DATABASE = "the server cannot be reached or has gone; start it, or mend the address"


def advice(error: DBAPIError) -> str:
    """Return what an operator can do about *error*."""
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        first = str(error.orig).strip().partition("\n")[0]
        return f"{_NO_DATABASE} ({first})"
    return _ADVICE.get(state, str(error.orig))


def is_bad_value(error: DBAPIError) -> bool:
    """Whether it is not the database that failed: a value cannot be stored.

    Class 22 is "data exception"; 54000 says that a value is too long for an index.
    """
    state = getattr(error.orig, "sqlstate", None) or ""
    return state.startswith("22") or state == "54000" or type(error.orig).__name__ == "DataError"


def is_empty(connection: Connection) -> bool:
    """Whether the schema has no table at all."""
    found = "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1"
    return connection.exec_driver_sql(found).first() is None
