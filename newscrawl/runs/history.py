"""What the runs of an outlet commonly bring."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Self

_ENOUGH_DATES = 30
_ENOUGH_TIME = timedelta(days=14)
"""Two weekends: a shorter time may have no night in it, or no day of rest."""

_USUAL_DATES = 1000
_USUAL_TIME = timedelta(days=30)
_ENOUGH_RUNS = 3


@dataclass(frozen=True)
class PastRun:
    """A run that was good."""

    articles: int
    """Articles that it read."""

    fields: Mapping[str, float]
    """Share of them that have the field."""

    selected: Mapping[str, float]
    """Share of them in which the outlet's selectors found the field."""

    pages: Mapping[str, int]
    """By listing, how far it was read."""

    shown: Mapping[str, int]
    """By listing that was read, how many articles it showed."""

    @classmethod
    def of(cls, report: Mapping[str, Any]) -> Self:
        """Return what *report*, a run report as it was stored, says."""
        listings = [listing for listing in report.get("listings") or () if listing.get("pages")]
        return cls(
            articles=report.get("read") or 0,
            fields=report.get("fields") or {},
            selected=report.get("selected") or {},
            pages={
                listing["listing"]: listing["pages"] + listing.get("skipped", 0)
                for listing in listings
            },
            shown={listing["listing"]: listing.get("shown") or 0 for listing in listings},
        )


@dataclass(frozen=True)
class History:
    """The last good runs of an outlet, and what it published last."""

    runs: Sequence[PastRun] = ()
    published: Sequence[datetime] = ()
    """When its last articles were first published, aware, the newest first."""

    @classmethod
    def of(
        cls,
        reports: Iterable[Mapping[str, Any]],
        published: Sequence[datetime],
        *,
        since: datetime,
    ) -> Self:
        """Return what *reports*, run reports as they were stored, say.

        :param since: runs that ended before are left out. An outlet that has changed for good
            has no good run any more that is like those before: they are to be forgotten.
        """
        lately = [r for r in reports if datetime.fromisoformat(r["ended_at"]) >= since]
        return cls([PastRun.of(report) for report in lately], published)

    def shares(self, field: str) -> list[tuple[float, int]]:
        """Return how many articles had *field* in earlier runs: their share, and of how many;
        nothing where too few runs tell."""
        found = [
            (run.fields[field], run.articles)
            for run in self.runs
            if run.articles and field in run.fields
        ]
        return found if len(found) >= _ENOUGH_RUNS else []

    def was_selected(self, field: str) -> bool:
        """Tell whether the selectors of *field* have found it in some earlier run, or whether no
        run tells."""
        told = [run.selected[field] for run in self.runs if field in run.selected]
        return not told or any(told)

    def shown(self, listing: str) -> list[int]:
        """Return how many articles *listing* showed in earlier runs."""
        return [run.shown[listing] for run in self.runs if listing in run.shown]

    def pages(self, listing: str) -> int:
        """Return how far *listing* was read in the earlier run that read it furthest; 0 if none
        did."""
        return max((run.pages[listing] for run in self.runs if listing in run.pages), default=0)

    def newest(self, now: datetime) -> datetime | None:
        """Return when its newest article was published, those left out that claim to be of the
        time after *now*."""
        return next((moment for moment in self.published if moment <= now), None)

    def silence(self, now: datetime) -> timedelta | None:
        """Return how long the outlet is silent at times, by what it published before *now*: the
        longest pause but one of its last 1000 articles, or of the last thirty days if these have
        more. None if there are too few, or all are of less than two weeks.

        >>> from datetime import UTC
        >>> days = [datetime(2031, 3, 4, tzinfo=UTC) - timedelta(hours=12 * n) for n in range(40)]
        >>> History(published=days).silence(days[0])
        datetime.timedelta(seconds=43200)
        """
        moments = [moment for moment in self.published if moment <= now]
        of_late = sum(1 for moment in moments if now - moment <= _USUAL_TIME)
        moments = moments[: max(of_late, _USUAL_DATES)]
        if len(moments) < _ENOUGH_DATES or moments[0] - moments[-1] < _ENOUGH_TIME:
            return None
        pauses = sorted(later - earlier for later, earlier in pairwise(moments))
        return pauses[-2]
