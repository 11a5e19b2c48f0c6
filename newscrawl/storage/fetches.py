"""Fetches: the requests of the last weeks, and what came of each."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import bindparam, delete, insert, select

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


_FORGOTTEN_AT_ONCE = 200_000
"""Requests; about a second, in which nobody else can write."""

_ENTER = insert(fetches)
_OLD = (
    select(fetches.c.number)
    .where(fetches.c.fetched_at < bindparam("before", type_=fetches.c.fetched_at.type))
    .order_by(fetches.c.fetched_at)
    .limit(bindparam("most"))
)
_FORGET_FETCHES = delete(fetches).where(fetches.c.number.in_(_OLD))
_FORGET_PAGES = delete(pages).where(
    pages.c.fetched_at < bindparam("before", type_=pages.c.fetched_at.type)
)


class Fetches(Database):
    """The part of the store that remembers requests."""

    def enter_fetches(self, run: int, rows: Sequence[Fetch]) -> None:
        """Enter the requests that *run* has made."""
        with self.writing() as connection:
            connection.execute(_ENTER, [dict(asdict(row), run=run) for row in rows])

    def forget(self, *, fetches: datetime, pages: datetime, most: int = _FORGOTTEN_AT_ONCE) -> None:
        """Forget requests, and versions of listings' pages, of before then.

        :param most: of the requests, the oldest first; if there are more, as when fewer days are
            to be kept than before, the next runs forget the rest.
        """
        with self.writing() as connection:
            connection.execute(_FORGET_FETCHES, {"before": fetches, "most": most})
            connection.execute(_FORGET_PAGES, {"before": pages})
