"""Bookmarks: how far a listing was read by who did not come to its end."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, select

from newscrawl.storage.backends import Upsert, newer
from newscrawl.storage.database import Database
from newscrawl.storage.schema import bookmarks, sightings


@dataclass(frozen=True)
class Bookmark:
    """How far the reading of a listing has come: from its first page to this one, all articles
    since ``since`` are in the ledger."""

    listing: str
    outlet: str
    run: int
    page: int
    """From 1."""

    url: str
    """Of that page."""

    since: datetime | None
    """Moment of publication before which articles were left out; None if none were."""

    read_at: datetime
    """UTC; when the page was read."""


_AT = select(bookmarks).where(bookmarks.c.listing == bindparam("name"))
_PUT = Upsert(bookmarks, ["listing"], newer("outlet", "run", "page", "url", "since", "read_at"))
_DROP = delete(bookmarks).where(bookmarks.c.listing == bindparam("name"))
_SIGHTED = select(func.count()).where(
    sightings.c.id.in_(bindparam("ids", expanding=True)),
    sightings.c.listing == bindparam("name"),
    sightings.c.first_seen <= bindparam("by", type_=sightings.c.first_seen.type),
)


class Bookmarks(Database):
    """The part of the store that remembers where the reading of a listing was cut short."""

    def bookmark(self, listing: str) -> Bookmark | None:
        """Return how far the listing was read; None if to its end, or never past its first page."""
        with self.reading() as connection:
            row = connection.execute(_AT, {"name": listing}).mappings().first()
        return None if row is None else Bookmark(**row)

    def put_bookmark(self, bookmark: Bookmark) -> None:
        """Remember how far a listing was read, in place of what was known of that."""
        with self.writing() as connection:
            _PUT.on(connection, asdict(bookmark))

    def drop_bookmark(self, listing: str) -> None:
        """Forget how far a listing was read: it is read from its first page again."""
        with self.writing() as connection:
            drop_bookmark(connection, listing)

    def sighted(self, listing: str, ids: Sequence[str], *, by: datetime) -> int:
        """Return how many of *ids*, those of a page, the listing first showed at *by* or before."""
        with self.reading() as connection:
            key = {"ids": list(ids), "name": listing, "by": by}
            found: int = connection.execute(_SIGHTED, key).scalar_one()
        return found


def drop_bookmark(connection: Connection, listing: str) -> None:
    """Forget how far a listing was read, in the transaction that enters that it was read whole."""
    connection.execute(_DROP, {"name": listing})
