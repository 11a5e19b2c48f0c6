"""Fetches: the requests of the last weeks, and what came of each."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import bindparam, delete, insert

from newscrawl.storage.database import Database
from newscrawl.storage.schema import fetches, pages


@dataclass(frozen=True)
class Fetch:
    """One request: every attempt is one."""

    kind: Literal["listing", "article", "revisit"]
    url: str
    id: str | None
    """Of the article; None for a listing."""

    status: int | None
    """None where there was no answer."""

    outcome: Literal["read", "unchanged", "failed"]
    """``unchanged`` is an answer 304."""

    reason: str | None
    """Of the failure."""

    bytes: int
    seconds: float | None
    """Until the head of the answer was there."""

    fetched_at: datetime
    """UTC."""


_ENTER = insert(fetches)
_FORGET_FETCHES, _FORGET_PAGES = (
    delete(table).where(table.c.fetched_at < bindparam("before", type_=table.c.fetched_at.type))
    for table in (fetches, pages)
)


class Fetches(Database):
    """The part of the store that remembers requests."""

    def enter_fetches(self, run: int, rows: Sequence[Fetch]) -> None:
        """Enter the requests that *run* has made."""
        with self.writing() as connection:
            connection.execute(_ENTER, [dict(asdict(row), run=run) for row in rows])

    def forget(self, *, fetches: datetime, pages: datetime) -> None:
        """Forget requests, and versions of listings' pages, of before then."""
        with self.writing() as connection:
            connection.execute(_FORGET_FETCHES, {"before": fetches})
            connection.execute(_FORGET_PAGES, {"before": pages})
