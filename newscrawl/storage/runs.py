"""Runs, and how far each listing was read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, null, select, update

from newscrawl.storage.backends import Upsert, newer
from newscrawl.storage.bookmarks import drop_bookmark
from newscrawl.storage.database import Database
from newscrawl.storage.schema import ledger, runs, walks


@dataclass(frozen=True)
class Run:
    """A crawl of one outlet."""

    id: int
    outlet: str
    arguments: dict[str, Any]
    started_at: datetime
    """UTC."""

    ended_at: datetime | None
    """UTC; None while it goes on, and for ever if it was killed."""

    reason: str | None
    """How it ended, in Scrapy's words."""

    counts: dict[str, Any]
    """Its figures; empty until it has ended."""

    verdict: str | None = None
    """What it is worth; None until it was judged."""

    report: dict[str, Any] | None = None
    """All that is known of it; None until it was judged."""


@dataclass(frozen=True)
class Walk:
    """A complete reading of a listing."""

    listing: str
    outlet: str
    run: int
    ended_at: datetime
    """UTC."""

    since: datetime | None
    """Moment of publication back to which it was read; None if to the listing's end."""

    pages: int


_BEGIN = insert(runs).returning(runs.c.id)
_END = (
    update(runs)
    .where(runs.c.id == bindparam("run"))
    .values(
        ended_at=bindparam("now"),
        reason=bindparam("why"),
        counts=bindparam("totals"),
        verdict=bindparam("worth"),
        report=bindparam("all_known"),
    )
)
_NOTE = (
    update(runs)
    .where(runs.c.id == bindparam("run"))
    .values(verdict=bindparam("worth"), report=bindparam("all_known"))
)
_JUDGED = (
    select(runs.c.verdict)
    .where(
        runs.c.outlet == bindparam("of"),
        runs.c.id < bindparam("before"),
        runs.c.verdict.is_not(None),
    )
    .order_by(runs.c.id.desc())
    .limit(1)
)
_REPORTS = (
    select(runs.c.report)
    .where(
        runs.c.outlet == bindparam("of"),
        runs.c.verdict.in_(bindparam("verdicts", expanding=True)),
        runs.c.report.is_not(None),
    )
    .order_by(runs.c.id.desc())
    .limit(bindparam("most"))
)
_FORGET = (
    update(runs)
    .where(
        runs.c.outlet == bindparam("of"),
        runs.c.started_at < bindparam("before", type_=runs.c.started_at.type),
        runs.c.report.is_not(None),
    )
    .values(report=null(), counts=null())
)
_RUN = select(runs).where(runs.c.id == bindparam("run"))
_LAST_RUN = select(runs).where(runs.c.outlet == bindparam("of")).order_by(runs.c.id.desc()).limit(1)
_OUTLETS = select(runs.c.outlet).distinct().subquery()
_whole = runs.alias("whole")
_LAST_WHOLE = (
    select(_whole.c.id)
    .where(
        _whole.c.outlet == _OUTLETS.c.outlet,
        _whole.c.reason == "finished",
        _whole.c.ended_at.is_not(None),
    )
    .order_by(_whole.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
GOOD_RUNS = select(runs.c.outlet, runs.c.started_at, runs.c.ended_at).join_from(
    _OUTLETS, runs, runs.c.id == _LAST_WHOLE
)
"""The last crawl of each outlet that came to its end. Back from its last one: over the years there
are many, and each has its report beside it."""
_OUTCOMES = (
    select(ledger.c.outcome, func.count().label("articles"))
    .where(ledger.c.run == bindparam("run"))
    .group_by(ledger.c.outcome)
    .order_by(ledger.c.outcome)
)
_WALK = select(walks).where(walks.c.listing == bindparam("name"))
_FINISH_WALK = Upsert(walks, ["listing"], newer("outlet", "run", "ended_at", "since", "pages"))


class Runs(Database):
    """The part of the store that remembers the crawls."""

    def begin_run(self, outlet: str, arguments: Mapping[str, object], now: datetime) -> int:
        """Enter a crawl and return its number; *arguments* are its spider's, for JSON."""
        row = {"outlet": outlet, "arguments": dict(arguments), "started_at": now}
        with self.writing() as connection:
            number: int = connection.execute(_BEGIN, row).scalar_one()
        return number

    def end_run(
        self,
        run: int,
        reason: str,
        counts: Mapping[str, object],
        now: datetime,
        *,
        verdict: str | None = None,
        report: Mapping[str, object] | None = None,
    ) -> None:
        """Enter how a crawl ended; *counts* are its figures and *report* all that is known of it,
        for JSON."""
        row = {
            "run": run,
            "now": now,
            "why": reason,
            "totals": dict(counts),
            "worth": verdict,
            "all_known": None if report is None else dict(report),
        }
        with self.writing() as connection:
            connection.execute(_END, row)

    def note_report(self, run: int, verdict: str, report: Mapping[str, object]) -> None:
        """Enter what is known of a crawl after its end, also of one that had no verdict then."""
        with self.writing() as connection:
            row = {"run": run, "worth": verdict, "all_known": dict(report)}
            connection.execute(_NOTE, row)

    def forget_reports(self, outlet: str, *, before: datetime) -> None:
        """Forget the figures and reports of the outlet's crawls that began before then."""
        with self.writing() as connection:
            connection.execute(_FORGET, {"of": outlet, "before": before})

    def reports(self, outlet: str, verdicts: Collection[str], limit: int) -> list[dict[str, Any]]:
        """Return the reports of the outlet's last crawls with one of *verdicts*, newest first."""
        key = {"of": outlet, "verdicts": list(verdicts), "most": limit}
        with self.reading() as connection:
            return list(connection.scalars(_REPORTS, key))

    def verdict_before(self, run: int, outlet: str) -> str | None:
        """Return the verdict on the outlet's last crawl before *run* that was judged."""
        with self.reading() as connection:
            verdict: str | None = connection.scalar(_JUDGED, {"of": outlet, "before": run})
        return verdict

    def run(self, id: int) -> Run | None:
        """Return the crawl of that number."""
        with self.reading() as connection:
            row = connection.execute(_RUN, {"run": id}).mappings().first()
        return None if row is None else Run(**dict(row, counts=row["counts"] or {}))

    def last_run(self, outlet: str) -> Run | None:
        """Return the outlet's last crawl, which may still go on."""
        with self.reading() as connection:
            row = connection.execute(_LAST_RUN, {"of": outlet}).mappings().first()
        return None if row is None else Run(**dict(row, counts=row["counts"] or {}))

    def last_good_runs(self) -> dict[str, datetime]:
        """Return for each outlet when its last crawl that came to its end did so, UTC."""
        with self.reading() as connection:
            return {row.outlet: row.ended_at for row in connection.execute(GOOD_RUNS)}

    def outcomes(self, run: int) -> dict[str, int]:
        """Return how many of the articles that *run* listed have which outcome by now."""
        with self.reading() as connection:
            rows = connection.execute(_OUTCOMES, {"run": run}).all()
        return {row.outcome: row.articles for row in rows}

    def walk(self, listing: str) -> Walk | None:
        """Return the last complete reading of a listing."""
        with self.reading() as connection:
            row = connection.execute(_WALK, {"name": listing}).mappings().first()
        return None if row is None else Walk(**row)

    def finish_walk(
        self, listing: str, outlet: str, run: int, since: datetime | None, pages: int, now: datetime
    ) -> None:
        """Enter that *run* has read a listing back to *since*, or to its end."""
        row = {
            "listing": listing,
            "outlet": outlet,
            "run": run,
            "ended_at": now,
            "since": since,
            "pages": pages,
        }
        with self.writing() as connection:
            _FINISH_WALK.on(connection, row)
            drop_bookmark(connection, listing)
