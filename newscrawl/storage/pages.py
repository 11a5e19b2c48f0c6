"""Pages of listings: which version of each was read last."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from newscrawl.storage.backends import Upsert, newer
from newscrawl.storage.database import Database
from newscrawl.storage.schema import pages


@dataclass(frozen=True)
class PageVersion:
    """What an answer names as the version of a page; at least one of both, as it was sent."""

    url: str
    etag: str | None
    last_modified: str | None


_VERSION = select(pages.c.url, pages.c.etag, pages.c.last_modified, pages.c.run).where(
    pages.c.url == bindparam("address")
)
_RECORD = Upsert(pages, ["url"], newer("etag", "last_modified", "fetched_at", "run"))


class Pages(Database):
    """The part of the store that remembers the versions of listings' pages."""

    def page_version(self, url: str, *, by: int | None = None) -> PageVersion | None:
        """Return the version of the page that was read last: all its articles are in the
        ledger.

        :param by: None is returned if a later run than this was the last to read it.
        """
        with self.reading() as connection:
            row = connection.execute(_VERSION, {"address": url}).first()
        if row is None or (by is not None and row.run > by):
            return None
        return PageVersion(row.url, row.etag, row.last_modified)


def record_version(connection: Connection, version: PageVersion, run: int, now: datetime) -> None:
    """Remember *version* as read, in the transaction that enters its articles."""
    row = {
        "url": version.url,
        "etag": version.etag,
        "last_modified": version.last_modified,
        "fetched_at": now,
        "run": run,
    }
    _RECORD.on(connection, row)
