"""Articles: saving each text once."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from newscrawl.items import Article
from newscrawl.storage import ledger
from newscrawl.storage.addresses import enter_addresses
from newscrawl.storage.backends import Upsert, backend_of
from newscrawl.storage.clusters import USUAL_RULES, StoryRules, enter_story, find_story, sign_anew
from newscrawl.storage.database import Database
from newscrawl.storage.records import (
    COLUMNS,
    REMOVED,
    article_row,
    as_record,
    changes,
    folded,
    read_article,
)
from newscrawl.storage.schema import articles, authors, revisions, tags
from newscrawl.storage.visits import NO_VISIT, Visit, record_visit

_SEQ = (
    select(revisions.c.seq)
    .where(revisions.c.article == articles.c.number, revisions.c.revision == articles.c.revision)
    .scalar_subquery()
    .label("seq")
)
_GET = select(articles.c.number, _SEQ, *COLUMNS).where(articles.c.id == bindparam("id"))
_INSERT = Upsert(articles, ["id"], returning=articles.c.number)
"""Gives no number if the article is stored already: nearly none is, so this is asked first."""
_UPDATE = update(articles).where(articles.c.number == bindparam("known_number"))
_INSERT_REVISION = insert(revisions).returning(revisions.c.seq)
_INSERT_AUTHORS = insert(authors)
_INSERT_TAGS = insert(tags)
_DELETE_AUTHORS = delete(authors).where(authors.c.article == bindparam("number"))
_DELETE_TAGS = delete(tags).where(tags.c.article == bindparam("number"))


_SAME_TEXT = (
    select(articles.c.id)
    .where(
        articles.c.content_hash == bindparam("content_hash"),
        articles.c.outlet == bindparam("outlet"),
        articles.c.id != bindparam("but"),
        articles.c.duplicate_of.is_(None),
    )
    .order_by(articles.c.number)
    .limit(1)
)


@dataclass(frozen=True)
class Saved:
    """What saving an article came to."""

    outcome: Literal["new", "revised", "unchanged"]
    revision: int
    seq: int
    """Number of the stored text among all that were ever stored."""


class Articles(Database):
    """The part of the store that saves articles."""

    def save(
        self,
        article: Article,
        *,
        now: datetime,
        visit: Visit = NO_VISIT,
        rules: StoryRules = USUAL_RULES,
    ) -> Saved:
        """Store *article* unless its text is stored already, and settle it in the ledger.

        A text that :func:`~newscrawl.storage.records.changes` tells from the last one becomes the
        next revision, and the record that it replaces is kept whole. If none differs, what is
        stored stays as it is. Sets ``article.revision`` and ``article.duplicate_of``: the outlet's
        first article with the same text; and ``article.story``.

        :param visit: what is known of the answer beside the article in it.
        :param rules: which articles can be of one story.
        :raises ValueError: if *article* lacks what every stored record has, or holds what no
            database can: half a character, NUL, an instant beyond the years 1 to 9999.
        """
        try:
            with self.writing() as connection:
                saved = self._save(connection, article, visit, rules, now)
        except IntegrityError as error:
            raise ValueError(f"{article.id}: {error.orig}") from error
        except (ValueError, OverflowError) as error:
            raise ValueError(f"{article.id}: {error}") from error
        article.revision = saved.revision
        return saved

    def _save(
        self,
        connection: Connection,
        article: Article,
        visit: Visit,
        rules: StoryRules,
        now: datetime,
    ) -> Saved:
        article.duplicate_of = article.duplicate_of or _twin(connection, article)
        row = dict(article_row(article), revision=1, story=article.story or article.id)
        number: int | None = _INSERT.on(connection, row).scalar_one_or_none()
        found = None
        if number is None:
            number, saved = _save_again(connection, article, rules, now)
        else:
            saved = Saved("new", 1, _insert_revision(connection, number, article, 1, now))
            found = find_story(connection, article, rules)
        enter_addresses(connection, number, article.id, visit.addresses, now)
        backend = backend_of(connection)
        with backend.unread(connection):
            if found is not None:
                _insert_names(connection, number, article)
                backend.index_text(connection, number, row["headline"], row["body"])
                enter_story(connection, number, article, found, now)
            record_visit(connection, number, article, visit, now)
            ledger.settle_as_stored(connection, article, now)
        return saved

    def remove(self, id: str, *, now: datetime, due_at: datetime | None = None) -> bool:
        """Enter that the outlet has taken an article down, which is a revision; its text stays.

        :param due_at: when to see whether it has come back.
        :returns: whether it was there until now.
        """
        with self.writing() as connection:
            known = connection.execute(_GET, {"id": id}).mappings().first()
            if known is None:
                return False
            number, old = known["number"], read_article(known)
            record_visit(connection, number, old, Visit(due_at), now)
            if old.removed_at is not None:
                return False
            gone = replace(old, removed_at=now, revision=old.revision + 1)
            changed = {"removed_at": now, "revision": gone.revision, "known_number": number}
            connection.execute(_UPDATE, changed)
            _insert_revision(connection, number, gone, gone.revision, now, [REMOVED], old)
        return True

    def get(self, id: str) -> Article | None:
        """Return the current text of an article."""
        with self.reading() as connection:
            row = connection.execute(_GET, {"id": id}).mappings().first()
        return None if row is None else read_article(row)


def _save_again(
    connection: Connection, article: Article, rules: StoryRules, now: datetime
) -> tuple[int, Saved]:
    """Store *article* if it differs from what is stored of it; return its number, too."""
    known = connection.execute(_GET, {"id": article.id}).mappings().one()
    number, old = known["number"], read_article(known)
    changed = changes(old, article)
    article.story = old.story
    if not changed:
        article.duplicate_of = old.duplicate_of
        return number, Saved("unchanged", old.revision, known["seq"])
    revision = old.revision + 1
    row = dict(article_row(article), revision=revision, known_number=number)
    connection.execute(_UPDATE, row)
    connection.execute(_DELETE_AUTHORS, {"number": number})
    connection.execute(_DELETE_TAGS, {"number": number})
    _insert_names(connection, number, article)
    backend_of(connection).index_text(connection, number, row["headline"], row["body"])
    sign_anew(connection, number, old, article, rules)
    seq = _insert_revision(connection, number, article, revision, now, changed, old)
    return number, Saved("revised", revision, seq)


def _twin(connection: Connection, article: Article) -> str | None:
    """Return the id of the outlet's first other article with the same text."""
    if article.content_hash is None:
        return None
    key = {"outlet": article.outlet, "content_hash": article.content_hash, "but": article.id}
    twin: str | None = connection.scalar(_SAME_TEXT, key)
    return twin


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
