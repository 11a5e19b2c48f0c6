"""Visits: when an article was asked for last, and when it is to be looked at again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, and_, bindparam, or_, select, update

from newscrawl.items import Article, Teaser
from newscrawl.storage.backends import Upsert
from newscrawl.storage.database import Database
from newscrawl.storage.records import read_teaser
from newscrawl.storage.schema import articles, ledger, visits

_BATCH = 500


@dataclass(frozen=True)
class Visit:
    """What is known of an answer beside the article in it."""

    due_at: datetime | None = None
    """When to look at the article again; None for never."""

    etag: str | None = None
    last_modified: str | None = None
    addresses: Sequence[tuple[str, str]] = ()
    """Every address that led to the article, each after its
    :func:`~newscrawl.urls.address_key`."""


NO_VISIT = Visit()


@dataclass(frozen=True)
class Revisit:
    """An article to look at again."""

    teaser: Teaser
    """What led to it first, with its present address."""

    published: datetime
    """Aware; when it was first published, in the outlet's zone."""

    visited_at: datetime
    """UTC."""

    etag: str | None
    last_modified: str | None


_COME = Upsert(
    visits,
    ["article"],
    lambda new: {
        "visited_at": new.visited_at,
        "visits": visits.c.visits + 1,
        "due_at": new.due_at,
        "etag": new.etag,
        "last_modified": new.last_modified,
    },
)
_DUE = (
    select(
        visits.c.due_at,
        visits.c.article,
        visits.c.visited_at,
        visits.c.etag,
        visits.c.last_modified,
        articles.c.id,
        articles.c.url,
        articles.c.language,
        articles.c.date,
        ledger.c.teaser,
    )
    .join(articles, articles.c.number == visits.c.article)
    .outerjoin(ledger, ledger.c.id == articles.c.id)
    .where(
        visits.c.outlet == bindparam("outlet"),
        visits.c.due_at <= bindparam("by", type_=visits.c.due_at.type),
        or_(
            visits.c.due_at > bindparam("after", type_=visits.c.due_at.type),
            and_(
                visits.c.due_at == bindparam("after", type_=visits.c.due_at.type),
                visits.c.article > bindparam("after_article"),
            ),
        ),
    )
    .order_by(visits.c.due_at, visits.c.article)
    .limit(_BATCH)
)
_POSTPONE = (
    update(visits)
    .where(
        visits.c.article
        == select(articles.c.number).where(articles.c.id == bindparam("visited")).scalar_subquery()
    )
    .values(
        visited_at=bindparam("now", type_=visits.c.visited_at.type),
        visits=visits.c.visits + 1,
        due_at=bindparam("next_due", type_=visits.c.due_at.type),
    )
)


class Visits(Database):
    """The part of the store that knows which articles to look at again."""

    def due(self, outlet: str, *, by: datetime) -> Iterator[Revisit]:
        """Yield the outlet's articles that are due, those longest due first.

        Some hundreds are in memory at a time. An article that is visited meanwhile comes once.
        """
        key: dict[str, Any] = {"outlet": outlet, "by": by, "after": _BEGINNING, "after_article": 0}
        while True:
            with self.reading() as connection:
                rows = connection.execute(_DUE, key).mappings().all()
            for row in rows:
                yield _read(row)
            if len(rows) < _BATCH:
                return
            key |= {"after": rows[-1]["due_at"], "after_article": rows[-1]["article"]}

    def visited(self, id: str, *, due_at: datetime | None, now: datetime) -> None:
        """Enter that an article was looked at, brought nothing, and is due next at *due_at*."""
        with self.writing() as connection:
            connection.execute(_POSTPONE, {"visited": id, "now": now, "next_due": due_at})


def record_visit(
    connection: Connection, number: int, article: Article, visit: Visit, now: datetime
) -> None:
    """Enter what came of asking for *article*, in the transaction that stores it."""
    row = {
        "article": number,
        "outlet": article.outlet,
        "visited_at": now,
        "visits": 1,
        "due_at": visit.due_at,
        "etag": visit.etag,
        "last_modified": visit.last_modified,
    }
    _COME.on(connection, row)


_BEGINNING = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def _read(row: RowMapping) -> Revisit:
    if row["teaser"] is None:
        teaser = Teaser(row["id"], row["url"], row["language"], source="listing")
    else:
        teaser = replace(read_teaser(row["teaser"]), url=row["url"])
    return Revisit(
        teaser=teaser,
        published=row["date"],
        visited_at=row["visited_at"],
        etag=row["etag"],
        last_modified=row["last_modified"],
    )
