"""Addresses: which article is at each of them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from newscrawl.storage.backends import Upsert
from newscrawl.storage.database import Database
from newscrawl.storage.schema import addresses, articles

_ENTER = Upsert(addresses, ["key"])
_KNOWN = (
    select(addresses.c.key, articles.c.id)
    .join(articles, articles.c.number == addresses.c.article)
    .where(addresses.c.key.in_(bindparam("keys", expanding=True)))
)
_STORED = select(articles.c.duplicate_of).where(articles.c.id == bindparam("id"))
_TAKE_FROM_REPEATS = (
    update(addresses)
    .where(
        addresses.c.key.in_(bindparam("keys", expanding=True)),
        addresses.c.article.in_(
            select(articles.c.number).where(articles.c.duplicate_of == bindparam("original"))
        ),
    )
    .values(article=bindparam("taken_by"))
)
_OF = (
    select(addresses.c.url)
    .join(articles, articles.c.number == addresses.c.article)
    .where(articles.c.id == bindparam("id"))
    .order_by(addresses.c.first_seen, addresses.c.url)
)


class Addresses(Database):
    """The part of the store that knows the addresses of articles."""

    def identify(self, id: str, keys: Sequence[str]) -> str:
        """Return *id* if an article has it, else that of the article at the first of *keys* that
        leads to one; *id* if none does.

        An article that moved is found at its new address before it is known to have moved, and
        stored as a repeat of itself: then the first of both is the one.

        :param keys: some tens of :func:`~newscrawl.urls.address_key`.
        """
        with self.reading() as connection:
            stored = connection.execute(_STORED, {"id": id}).first()
            found = _articles_at(connection, keys)
        if stored is not None:
            return stored.duplicate_of if stored.duplicate_of in found.values() else id
        return next((found[key] for key in keys if key in found), id)

    def articles_at(self, keys: Sequence[str]) -> dict[str, str]:
        """Return the ids of the articles to which *keys* lead, by key; some tens of these."""
        with self.reading() as connection:
            return _articles_at(connection, keys)

    def addresses_of(self, id: str) -> list[str]:
        """Return all addresses that led to an article, the first one first."""
        with self.reading() as connection:
            return list(connection.scalars(_OF, {"id": id}))


def _articles_at(connection: Connection, keys: Sequence[str]) -> dict[str, str]:
    return {row.key: row.id for row in connection.execute(_KNOWN, {"keys": list(keys)})}


def enter_addresses(
    connection: Connection, number: int, id: str, found: Sequence[tuple[str, str]], now: datetime
) -> None:
    """Enter that each of *found*, key and address, leads to an article, unless it is another's
    that does not repeat this one."""
    if not found:
        return
    rows = [{"key": key, "article": number, "url": url, "first_seen": now} for key, url in found]
    if _ENTER.on(connection, rows).rowcount != len(rows):
        keys = [key for key, _ in found]
        taken = {"keys": keys, "original": id, "taken_by": number}
        connection.execute(_TAKE_FROM_REPEATS, taken)
