"""Articles: saving each text once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from newscrawl.items import Article
from newscrawl.storage import ledger, sqlite
from newscrawl.storage.database import Database
from newscrawl.storage.records import (
    COLUMNS,
    article_row,
    as_record,
    changes,
    folded,
    read_article,
)
from newscrawl.storage.schema import articles, authors, revisions, tags

_SEQ = (
    select(revisions.c.seq)
    .where(revisions.c.article == articles.c.number, revisions.c.revision == articles.c.revision)
    .scalar_subquery()
    .label("seq")
)
_GET = select(articles.c.number, _SEQ, *COLUMNS).where(articles.c.id == bindparam("id"))
_INSERT = (
    sqlite.insert(articles)
    .on_conflict_do_nothing(index_elements=["id"])
    .returning(articles.c.number)
)
"""Gives no number if the article is stored already: nearly none is, so this is asked first."""
_UPDATE = update(articles).where(articles.c.number == bindparam("known_number"))
_INSERT_REVISION = insert(revisions).returning(revisions.c.seq)
_INSERT_AUTHORS = insert(authors)
_INSERT_TAGS = insert(tags)
_DELETE_AUTHORS = delete(authors).where(authors.c.article == bindparam("number"))
_DELETE_TAGS = delete(tags).where(tags.c.article == bindparam("number"))


@dataclass(frozen=True)
class Saved:
    """What saving an article came to."""

    outcome: Literal["new", "revised", "unchanged"]
    revision: int
    seq: int
    """Number of the stored text among all that were ever stored."""


class Articles(Database):
    """The part of the store that saves articles."""

    def save(self, article: Article, *, now: datetime) -> Saved:
        """Store *article* unless its text is stored already, and settle it in the ledger.

        A text that differs in one of :data:`~newscrawl.storage.records.TEXT` becomes the next
        revision, and the record that it replaces is kept whole. If none differs, what is
        stored stays as it is. Sets ``article.revision``.

        :raises ValueError: if *article* lacks what every stored record has, or is no valid Unicode.
        """
        try:
            with self.writing() as connection:
                saved = self._save(connection, article, now)
                ledger.settle_as_stored(connection, article, now)
        except IntegrityError as error:
            raise ValueError(f"{article.id}: {error.orig}") from error
        except ValueError as error:
            raise ValueError(f"{article.id}: {error}") from error
        article.revision = saved.revision
        return saved

    def _save(self, connection: Connection, article: Article, now: datetime) -> Saved:
        row = dict(article_row(article), revision=1)
        number: int | None = connection.execute(_INSERT, row).scalar_one_or_none()
        if number is not None:
            _insert_names(connection, number, article)
            return Saved("new", 1, _insert_revision(connection, number, article, 1, now))
        known = connection.execute(_GET, {"id": article.id}).mappings().one()
        number, old = known["number"], read_article(known)
        changed = changes(old, article)
        if not changed:
            return Saved("unchanged", old.revision, known["seq"])
        revision = old.revision + 1
        row = dict(article_row(article), revision=revision, known_number=number)
        connection.execute(_UPDATE, row)
        connection.execute(_DELETE_AUTHORS, {"number": number})
        connection.execute(_DELETE_TAGS, {"number": number})
        _insert_names(connection, number, article)
        seq = _insert_revision(connection, number, article, revision, now, changed, old)
        return Saved("revised", revision, seq)

    def get(self, id: str) -> Article | None:
        """Return the current text of an article."""
        with self.reading() as connection:
            row = connection.execute(_GET, {"id": id}).mappings().first()
        return None if row is None else read_article(row)


def _insert_names(connection: Connection, number: int, article: Article) -> None:
    if article.authors:
        connection.execute(
            _INSERT_AUTHORS,
            [
                {"article": number, "position": position, "name": name}
                for position, name in enumerate(article.authors)
            ],
        )
    if article.tags:
        connection.execute(
            _INSERT_TAGS,
            [
                {"article": number, "position": position, "tag": tag, "folded": folded(tag)}
                for position, tag in enumerate(article.tags)
            ],
        )


def _insert_revision(
    connection: Connection,
    number: int,
    article: Article,
    revision: int,
    now: datetime,
    changed: list[str] | None = None,
    superseded: Article | None = None,
) -> int:
    row: dict[str, Any] = {
        "article": number,
        "revision": revision,
        "content_hash": article.content_hash,
        "stored_at": now,
        "changed": changed or [],
        "superseded": as_record(superseded) if superseded else None,
    }
    seq: int = connection.execute(_INSERT_REVISION, row).scalar_one()
    return seq
