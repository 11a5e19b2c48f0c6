"""The ledger: every article that a listing showed, and what became of it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import (
    Connection,
    RowMapping,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    update,
)

from newscrawl.items import GONE, Article, Teaser
from newscrawl.storage.backends import Upsert, newer
from newscrawl.storage.database import Database
from newscrawl.storage.decisions import (
    SETTLED,
    TRIED,
    Decision,
    Listing,
    Unwanted,
    decision_on,
)
from newscrawl.storage.pages import PageVersion, record_version
from newscrawl.storage.records import read_teaser, teaser_record
from newscrawl.storage.schema import ledger
from newscrawl.storage.sightings import enter_sightings

Settlement: TypeAlias = Literal["stored", "duplicate", "skipped", "dropped", "failed"]

_BATCH = 500

_KNOWN = select(
    ledger.c.id,
    ledger.c.run,
    ledger.c.outcome,
    ledger.c.reason,
    ledger.c.attempts,
    ledger.c.date,
).where(ledger.c.id.in_(bindparam("ids", expanding=True)))

_LISTED_BY = (
    select(func.count())
    .select_from(ledger)
    .where(
        ledger.c.id.in_(bindparam("ids", expanding=True)),
        ledger.c.listed_at <= bindparam("by", type_=ledger.c.listed_at.type),
    )
)

_LIST = Upsert(
    ledger,
    ["id"],
    lambda new: {
        "url": new.url,
        "listing": new.listing,
        "run": new.run,
        "outcome": new.outcome,
        "reason": new.reason,
        # A stored article is always read with what led to it first.
        "teaser": case((ledger.c.outcome == "stored", ledger.c.teaser), else_=new.teaser),
        "date": case(
            (ledger.c.outcome == "stored", ledger.c.date),
            else_=func.coalesce(new.date, ledger.c.date),
        ),
    },
)

_SETTLE = (
    update(ledger)
    .where(ledger.c.id == bindparam("settled"), ledger.c.outcome.not_in(SETTLED))
    .values(
        outcome=bindparam("outcome"),
        reason=bindparam("reason"),
        settled_at=bindparam("settled_at"),
        attempts=ledger.c.attempts + bindparam("attempt"),
        date=func.coalesce(bindparam("date", type_=ledger.c.date.type), ledger.c.date),
    )
)

_SETTLE_AS_STORED = Upsert(
    ledger,
    ["id"],
    newer("outcome", "reason", "settled_at", "date"),
    only=ledger.c.outcome != "stored",
)

_TEASERS = select(ledger.c.id, ledger.c.teaser).where(
    ledger.c.id.in_(bindparam("ids", expanding=True)),
    ledger.c.outcome == "stored",
    ledger.c.teaser.is_not(None),
)

_UNSETTLED = (
    select(ledger.c.id, ledger.c.teaser)
    .where(
        ledger.c.outlet == bindparam("outlet"),
        ledger.c.id > bindparam("after"),
        ledger.c.run != bindparam("run"),
        ledger.c.outcome.in_(("pending", *TRIED)),
        or_(
            ledger.c.outcome == "pending",
            and_(
                ledger.c.attempts < bindparam("max_attempts"),
                func.coalesce(ledger.c.reason, "") != GONE,
            ),
        ),
    )
    .order_by(ledger.c.id)
    .limit(_BATCH)
)
_TAKE_OVER = (
    update(ledger)
    .where(ledger.c.id.in_(bindparam("ids", expanding=True)))
    .values(run=bindparam("taken_by"), outcome="pending", reason=None)
)


class Ledger(Database):
    """The part of the store that remembers what listings showed."""

    def list_teasers(
        self,
        run: int,
        listing: str,
        teasers: Sequence[Teaser],
        *,
        now: datetime,
        max_attempts: int,
        refetch: bool = False,
        unwanted: Unwanted = lambda date: False,
        page: int = 1,
        version: PageVersion | None = None,
    ) -> Listing:
        """Enter the teasers of one page and say which of them to fetch.

        What is new is pending from now on, until it is settled. Where the page shows them is kept
        as their sightings.

        :param listing: name of the listing that shows them, in the order in which it does.
        :param max_attempts: after so many failures an article is given up, and so known.
        :param refetch: all that this run has not listed yet is new.
        :param unwanted: tells the dates of publication that this run leaves out.
        :param page: number of the page, from 1.
        :param version: what the answer named as the version of the page.
        """
        shown: dict[str, Teaser] = {}
        for teaser in teasers:
            shown.setdefault(teaser.id, teaser)
        with self.writing() as connection:
            entries = _entries(connection, list(shown))
            decisions = {
                id: decision_on(
                    entries.get(id), run, max_attempts, refetch=refetch, unwanted=unwanted
                )
                for id in shown
            }
            rows = [
                _listed_row(teaser, entries.get(id), decisions[id], run, listing, now)
                for id, teaser in shown.items()
            ]
            if rows:
                _LIST.on(connection, rows)
                enter_sightings(connection, list(shown), run, listing, page, now)
            if version is not None:
                record_version(connection, version, run, now)
            led = _teasers(connection, list(shown)) if refetch else {}
        return Listing(decisions, led)

    def pending(
        self,
        outlet: str,
        *,
        run: int,
        max_attempts: int,
        wanted: Callable[[Teaser], bool] = lambda teaser: True,
    ) -> Iterator[Teaser]:
        """Yield what earlier runs listed and left unsettled, or failed and may be tried again.

        *run* takes over those that are *wanted*, as if it had listed them: its own listings find
        them planned. The others stay as they are.
        """
        after = ""
        while True:
            key = {"outlet": outlet, "run": run, "max_attempts": max_attempts, "after": after}
            with self.writing() as connection:
                entries = connection.execute(_UNSETTLED, key).all()
                teasers = [read_teaser(entry.teaser) for entry in entries]
                teasers = [teaser for teaser in teasers if wanted(teaser)]
                if teasers:
                    ids = [teaser.id for teaser in teasers]
                    connection.execute(_TAKE_OVER, {"ids": ids, "taken_by": run})
            yield from teasers
            if len(entries) < _BATCH:
                return
            after = entries[-1].id

    def all_listed(self, ids: Sequence[str], *, by: datetime) -> bool:
        """Tell whether each of *ids* was first listed at *by* or before."""
        with self.reading() as connection:
            return all(
                connection.scalar(_LISTED_BY, {"ids": batch, "by": by}) == len(batch)
                for batch in _batches(list(dict.fromkeys(ids)))
            )

    def settle(
        self,
        id: str,
        outcome: Settlement,
        *,
        reason: str | None,
        now: datetime,
        date: datetime | None = None,
    ) -> bool:
        """Enter what became of an article; what is stored already stays so.

        :param date: its first publication, aware, if that is known better than from its teaser.
        :returns: whether the entry was changed; an article that was never listed has none.
        """
        settlement = {
            "settled": id,
            "outcome": outcome,
            "reason": reason,
            "settled_at": now,
            "attempt": int(outcome in TRIED),
            "date": date,
        }
        with self.writing() as connection:
            return connection.execute(_SETTLE, settlement).rowcount > 0


def settle_as_stored(connection: Connection, article: Article, now: datetime) -> None:
    """Enter *article* as stored, or as the duplicate it is, in the transaction that stores it,
    listed or not."""
    row = {
        "id": article.id,
        "outlet": article.outlet,
        "language": article.language,
        "url": article.url,
        "listed_at": now,
        "date": article.date,
        "outcome": "duplicate" if article.duplicate_of else "stored",
        "reason": f"same text as {article.duplicate_of}" if article.duplicate_of else None,
        "attempts": 0,
        "settled_at": now,
    }
    _SETTLE_AS_STORED.on(connection, row)


def _teasers(connection: Connection, ids: Sequence[str]) -> dict[str, Teaser]:
    found = {}
    for batch in _batches(ids):
        for row in connection.execute(_TEASERS, {"ids": batch}):
            found[row.id] = read_teaser(row.teaser)
    return found


def _entries(connection: Connection, ids: Sequence[str]) -> dict[str, RowMapping]:
    found = {}
    for batch in _batches(ids):
        rows = connection.execute(_KNOWN, {"ids": batch}).mappings()
        found.update({row["id"]: row for row in rows})
    return found


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]


def _listed_row(
    teaser: Teaser,
    entry: RowMapping | None,
    decision: Decision,
    run: int,
    listing: str,
    now: datetime,
) -> dict[str, Any]:
    outcome, reason = (entry["outcome"], entry["reason"]) if entry else ("pending", None)
    if decision == "new" and outcome not in SETTLED:
        outcome, reason = "pending", None
    return {
        "id": teaser.id,
        "outlet": teaser.id.partition(":")[0],
        "language": teaser.language,
        "url": teaser.url,
        "listing": listing,
        "run": run,
        "listed_at": now,
        "date": teaser.date,
        "outcome": outcome,
        "reason": reason,
        "attempts": 0,
        "teaser": teaser_record(teaser),
    }
