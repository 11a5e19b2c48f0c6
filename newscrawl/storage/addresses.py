"""Addresses: which article is at each of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from newscrawl.storage.backends import Upsert
from newscrawl.storage.database import Database
from newscrawl.storage.schema import addresses, articles

_ENTER = Upsert(addresses, ["key"])
_KNOWN = (
    select(addresses.c.key, articles.c.id)
    .join(articles, articles.c.number == addresses.c.article)
    .where(addresses.c.key.in_(bindparam("keys", expanding=True)))
)
_OF = (
    select(addresses.c.url)
    .join(articles, articles.c.number == addresses.c.article)
    .where(articles.c.id == bindparam("id"))
    .order_by(addresses.c.first_seen, addresses.c.url)
)


class Addresses(Database):
    """The part of the store that knows the addresses of articles."""

    def ids_at(self, keys: Sequence[str]) -> Mapping[str, str]:
        """Return the id of the article at each of *keys* that leads to one.

        :param keys: some tens of :func:`~newscrawl.urls.address_key`.
        """
        if not keys:
            return {}
        with self.reading() as connection:
            rows = connection.execute(_KNOWN, {"keys": list(keys)}).all()
        return {row.key: row.id for row in rows}

    def addresses_of(self, id: str) -> list[str]:
        """Return all addresses that led to an article, the first one first."""
        with self.reading() as connection:
            return list(connection.scalars(_OF, {"id": id}))


def enter_addresses(
    connection: Connection, number: int, found: Sequence[tuple[str, str]], now: datetime
) -> None:
    """Enter that each of *found*, key and address, leads to an article, unless it is another's."""
    rows = [{"key": key, "article": number, "url": url, "first_seen": now} for key, url in found]
    if rows:
        _ENTER.on(connection, rows)
