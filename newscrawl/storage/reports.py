"""What the crawls reported, and how soon articles came."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, func, select

from newscrawl.storage.database import Database
from newscrawl.storage.runs import GOOD_RUNS, Run
from newscrawl.storage.schema import articles, revisions, runs

_BATCH = 1000
_LAST_NUMBER = 2**31 - 1  # to which a column of PostgreSQL counts

_REPORT = select(runs.c.outlet, runs.c.report).where(runs.c.id == bindparam("run"))
_FIRST = select(runs.c.outlet, runs.c.started_at).where(
    runs.c.id.in_(select(func.min(runs.c.id)).group_by(runs.c.outlet))
)
_LATEST = select(func.max(runs.c.id).label("id")).group_by(runs.c.outlet)
_LAST = select(runs.c.outlet, runs.c.started_at).where(runs.c.id.in_(_LATEST))
_ARRIVALS = (
    select(
        articles.c.outlet,
        articles.c.date,
        articles.c.date_precision,
        revisions.c.stored_at,
    )
    .join_from(
        articles,
        revisions,
        and_(revisions.c.article == articles.c.number, revisions.c.revision == 1),
    )
    .where(articles.c.date_utc >= bindparam("since", type_=articles.c.date_utc.type))
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """When an article was published and when it was first stored."""

    outlet: str
    date: datetime
    """First publication, in the outlet's zone."""

    to_the_day: bool
    """Only the day of ``date`` is known."""

    stored_at: datetime
    """UTC."""


class Reports(Database):
    """The part of the store that tells how the crawls went."""

    def durations(self) -> dict[str, timedelta]:
        """Return for each outlet how long its last crawl took that came to its end."""
        with self.reading() as connection:
            return {
                row.outlet: row.ended_at - row.started_at for row in connection.execute(GOOD_RUNS)
            }

    def report(self, run: int, outlet: str) -> dict[str, Any] | None:
        """Return the report of that number, if it is of *outlet* and there is one."""
        with self.reading() as connection:
            row = connection.execute(_REPORT, {"run": run}).first()
        return row.report if row is not None and row.outlet == outlet else None

    def crawls(
        self,
        *,
        run: int | None = None,
        latest: bool = False,
        outlets: list[str] | None = None,
        since: datetime | None = None,
        most: int,
    ) -> list[Run]:
        """Return crawls in the order in which they began, the last *most* of them.

        :param run: only that number.
        :param latest: only the last of each outlet.
        :param outlets: only theirs.
        :param since: only those that began then or later.
        """
        if run is not None and run > _LAST_NUMBER:
            return []
        wanted = select(runs.c.id).order_by(runs.c.id.desc()).limit(most)
        if run is not None:
            wanted = wanted.where(runs.c.id == run)
        if latest:
            wanted = wanted.where(runs.c.id.in_(_LATEST))
        if outlets is not None:
            wanted = wanted.where(runs.c.outlet.in_(outlets))
        if since is not None:
            wanted = wanted.where(runs.c.started_at >= since)
        # Sorted by number alone: a report is some thousand times as long.
        query = select(runs).where(runs.c.id.in_(wanted)).order_by(runs.c.id)
        with self.reading() as connection:
            rows = connection.execute(query).mappings().all()
        return [Run(**dict(row, counts=row["counts"] or {})) for row in rows]

    def first_runs(self) -> dict[str, datetime]:
        """Return for each outlet when its first crawl began, UTC."""
        with self.reading() as connection:
            return {row.outlet: row.started_at for row in connection.execute(_FIRST)}

    def last_begun(self) -> dict[str, datetime]:
        """Return for each outlet when its last crawl began, UTC."""
        with self.reading() as connection:
            return {row.outlet: row.started_at for row in connection.execute(_LAST)}

    def crawled_outlets(self) -> list[str]:
        """Return the outlets that were ever crawled, by name."""
        with self.reading() as connection:
            return list(
                connection.scalars(select(runs.c.outlet).distinct().order_by(runs.c.outlet))
            )

    def arrivals(self, since: datetime, outlets: list[str] | None = None) -> Iterator[Arrival]:
        """Yield the articles that were published at *since* or later, in no order, a few in memory
        at a time.

        All in one transaction: nobody else can use the store until the last is taken.
        """
        query = _ARRIVALS if outlets is None else _ARRIVALS.where(articles.c.outlet.in_(outlets))
        with self.reading() as connection:
            rows = connection.execute(
                query, {"since": since}, execution_options={"yield_per": _BATCH}
            )
            for row in rows:
                yield Arrival(row.outlet, row.date, row.date_precision == "day", row.stored_at)
