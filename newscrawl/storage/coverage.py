"""What there is to know of how completely an outlet was read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from newscrawl.storage.database import Database
from newscrawl.storage.schema import articles, ledger, runs, walks

_BATCH = 2000

_OUTLETS = select(ledger.c.outlet).distinct().order_by(ledger.c.outlet)
_ENTRIES = (
    select(
        ledger.c.outcome,
        ledger.c.reason,
        ledger.c.date,
        ledger.c.listed_at,
        ledger.c.settled_at,
        runs.c.started_at,
    )
    .outerjoin_from(ledger, runs, runs.c.id == ledger.c.run)
    .where(ledger.c.outlet == bindparam("of"))
)
_WALKED = (
    select(walks.c.listing, walks.c.since, runs.c.started_at, runs.c.arguments)
    .join_from(walks, runs, runs.c.id == walks.c.run)
    .where(walks.c.outlet == bindparam("of"))
)
_DATES = (
    select(articles.c.date_utc)
    .where(articles.c.outlet == bindparam("of"))
    .order_by(articles.c.date_utc.desc())
    .limit(bindparam("most"))
)
_SHOWN = (
    select(ledger.c.listing, func.max(ledger.c.run).label("run"))
    .where(ledger.c.outlet == bindparam("of"), ledger.c.listing.is_not(None))
    .group_by(ledger.c.listing)
    .subquery()
)
_NEVER_WALKED = (
    select(_SHOWN.c.listing, runs.c.started_at)
    .join_from(_SHOWN, runs, runs.c.id == _SHOWN.c.run)
    .outerjoin(walks, walks.c.listing == _SHOWN.c.listing)
    .where(walks.c.listing.is_(None))
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that the ledger knows."""

    outcome: str
    reason: str | None
    date: datetime | None
    """First publication, aware; None if it was never learnt."""

    listed_at: datetime
    """UTC."""

    seen_again: bool
    """A later run than the one that settled it found it on a listing."""


@dataclass(frozen=True)
class Reach:
    """Which articles a listing has shown, by their publication."""

    listing: str
    since: datetime | None
    """Moment from which on all are known; None if from the listing's end."""

    until: datetime | None
    """Moment up to which they are, aware; None if the listing was never read in full."""

    read_at: datetime
    """When the run began that this is known from, UTC."""


class Coverage(Database):
    """The part of the store that tells how completely outlets were read."""

    def listed_outlets(self) -> list[str]:
        """Return the outlets of which the ledger knows an article, by name."""
        with self.reading() as connection:
            return list(connection.scalars(_OUTLETS))

    def entries(self, outlet: str) -> Iterator[Entry]:
        """Yield what the ledger knows of *outlet*, in no order, a few in memory at a time.

        All in one transaction: nobody else can use the store until the last is taken.
        """
        with self.reading() as connection:
            rows = connection.execute(
                _ENTRIES, {"of": outlet}, execution_options={"yield_per": _BATCH}
            )
            for row in rows:
                again = row.settled_at and row.started_at and row.started_at > row.settled_at
                yield Entry(row.outcome, row.reason, row.date, row.listed_at, bool(again))

    def last_dates(self, outlet: str, limit: int) -> list[datetime]:
        """Return when the last stored articles of *outlet* were published, UTC, newest first."""
        with self.reading() as connection:
            return list(connection.scalars(_DATES, {"of": outlet, "most": limit}))

    def reaches(self, outlet: str) -> list[Reach]:
        """Return how far each listing of *outlet* was read, by the last time it was read in full.

        What appeared after the beginning of that run, or was left out by its ``until``, is not
        known from it.
        """
        with self.reading() as connection:
            walked = connection.execute(_WALKED, {"of": outlet}).all()
            never = connection.execute(_NEVER_WALKED, {"of": outlet}).all()
        found = [
            Reach(row.listing, row.since, _end(row.started_at, row.arguments), row.started_at)
            for row in walked
        ]
        found += [Reach(row.listing, None, None, row.started_at) for row in never]
        return sorted(found, key=lambda reach: reach.listing)


def _end(started_at: datetime, arguments: dict[str, str]) -> datetime:
    until = arguments.get("until")
    return min(started_at, datetime.fromisoformat(until)) if until else started_at
