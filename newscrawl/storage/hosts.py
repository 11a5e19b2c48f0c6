"""Hosts that have refused to be read, and until when they are left alone."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from newscrawl.storage.backends import Upsert, newer
from newscrawl.storage.database import Database
from newscrawl.storage.schema import hosts


@dataclass(frozen=True)
class BlockedHost:
    """A host that refused the last run that asked it."""

    host: str
    blocked_since: datetime
    """UTC; when the first of these runs ended."""

    blocked_times: int
    """How many runs, one after the other."""

    not_before: datetime
    """UTC; when it may be asked again."""


_HOST = select(hosts).where(hosts.c.host == bindparam("name"))
_BLOCK = Upsert(hosts, ["host"], newer("blocked_since", "blocked_times", "not_before"))
_OPEN = delete(hosts).where(hosts.c.host == bindparam("name"))


class Hosts(Database):
    """The part of the store that remembers who refused to be read."""

    def blocked_host(self, host: str) -> BlockedHost | None:
        """Return what is known of *host*; None for one that has answered the last time."""
        with self.reading() as connection:
            row = connection.execute(_HOST, {"name": host}).mappings().first()
        return None if row is None else BlockedHost(**row)

    def block_host(self, blocked: BlockedHost) -> None:
        """Remember that a host has refused to be read."""
        with self.writing() as connection:
            _BLOCK.on(connection, asdict(blocked))

    def open_host(self, host: str) -> None:
        """Forget that *host* has ever refused."""
        with self.writing() as connection:
            connection.execute(_OPEN, {"name": host})
