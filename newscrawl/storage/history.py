"""All that was ever stored of one article."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Select, bindparam, select

from newscrawl.items import Article
from newscrawl.storage.database import Database
from newscrawl.storage.records import COLUMNS, parse_article, read_article
from newscrawl.storage.schema import addresses, articles, revisions

_GUESSES = 20

_CURRENT = select(articles.c.number, *COLUMNS).where(articles.c.id == bindparam("name"))
_BY_ID = select(articles.c.id).where(articles.c.id == bindparam("name"))
_BY_URL = (
    select(articles.c.id)
    .where(articles.c.url == bindparam("url"))
    .order_by(articles.c.number)
    .limit(1)
)
_BY_ADDRESS = (
    select(articles.c.id)
    .join_from(addresses, articles, articles.c.number == addresses.c.article)
    .where(addresses.c.key == bindparam("key"))
)
_REVISIONS = (
    select(revisions)
    .where(revisions.c.article == bindparam("number"))
    .order_by(revisions.c.revision)
)


@dataclass(frozen=True)
class Version:
    """One text of an article."""

    revision: int
    stored_at: datetime
    """UTC."""

    changed: tuple[str, ...]
    """What differs from the text before; empty for the first."""

    article: Article
    """The record as it was stored then."""


class History(Database):
    """The part of the store that shows what an article was before."""

    def find(self, name: str, *, url: str, key: str) -> str | None:
        """Return the id of an article; None if there is none.

        :param name: its id; if none has that, it is looked for at its address:
        :param url: in canonical form,
        :param key: or as the :func:`~newscrawl.urls.address_key` of any it ever had.
        """
        with self.reading() as connection:
            found: str | None = (
                connection.scalar(_BY_ID, {"name": name})
                or connection.scalar(_BY_URL, {"url": url})
                or connection.scalar(_BY_ADDRESS, {"key": key})
            )
        return found

    def neighbours(self, name: str) -> list[str]:
        """Return ids and addresses that begin like *name*: those that stand beside it in order."""
        with self.reading() as connection:
            return [
                found
                for column in (articles.c.id, articles.c.url)
                for following in (True, False)
                for found in connection.scalars(_beside(column, name, following=following))
            ]

    def versions(self, id: str) -> list[Version]:
        """Return all texts of an article, the first one first; empty if none is stored."""
        with self.reading() as connection:
            current = connection.execute(_CURRENT, {"name": id}).mappings().first()
            if current is None:
                return []
            key = {"number": current["number"]}
            rows = connection.execute(_REVISIONS, key).mappings().all()
        records = [row["superseded"] for row in rows[1:]]
        texts = [*map(parse_article, records), read_article(current)]
        return [
            Version(row["revision"], row["stored_at"], tuple(row["changed"]), text)
            for row, text in zip(rows, texts, strict=True)
        ]


def _beside(column: Column[str], name: str, *, following: bool) -> Select[Any]:
    beside, order = (column > name, column) if following else (column < name, column.desc())
    return select(column).where(beside).order_by(order).limit(_GUESSES)
