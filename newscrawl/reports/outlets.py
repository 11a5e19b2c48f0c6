"""What the runs of one outlet come to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from statistics import quantiles
from typing import Any

from newscrawl.coverage import Verdict as Day
from newscrawl.reports.views import RunView


@dataclass
class Arrivals:
    """When articles were published, and how long it took until they were stored."""

    days: Counter[date] = field(default_factory=Counter)
    """Articles by day of publication, in the outlet's zone."""

    minutes: dict[date, list[float]] = field(default_factory=dict)
    """By day of publication, from publication to storage: of articles whose time of publication is
    known and that appeared after the outlet's first run had begun."""


@dataclass(frozen=True)
class OutletReport:
    """One outlet over some time."""

    outlet: str
    runs: Sequence[RunView]
    """Oldest first; at least one."""

    arrivals: Arrivals
    gaps: Sequence[Sequence[Day]]
    """Days that look incomplete, those that follow one another together."""

    @property
    def last(self) -> RunView:
        """The last run that was judged; the last of all if none was."""
        return next((run for run in reversed(self.runs) if run.judged), self.runs[-1])

    @property
    def why(self) -> str:
        """The reasons of the last run that was judged, and whether one has begun since that has
        not ended: it goes on, or was killed."""
        said = list(self.last.reasons)
        newest = self.runs[-1]
        if newest is not self.last and newest.ended_at is None:
            said.append(f"run {newest.run} of {newest.started_at:%Y-%m-%d %H:%M} has not ended")
        return "; ".join(said)

    @property
    def newest(self) -> datetime | None:
        return max((run.newest for run in self.runs if run.newest), default=None)

    @property
    def fields(self) -> Mapping[str, float]:
        """Coverage in the last run that read an article."""
        return next((run.fields for run in reversed(self.runs) if run.fields), {})

    @property
    def days_missing(self) -> int:
        return sum(map(len, self.gaps))

    def total(self, figures: str) -> Counter[str]:
        """Add up ``articles``, ``outcomes``, ``failures`` or another such field of all runs."""
        return sum((Counter(dict(getattr(run, figures))) for run in self.runs), Counter[str]())


def median_and_p90(minutes: Sequence[float]) -> tuple[float, float]:
    """Return the median and what nine of ten do not exceed.

    >>> median_and_p90([1.0]), median_and_p90([1.0, 2.0, 3.0])
    ((1.0, 1.0), (2.0, 2.8))
    """
    if len(minutes) == 1:
        return minutes[0], minutes[0]
    parts = quantiles(minutes, n=10, method="inclusive")
    return parts[4], parts[8]


def as_record(report: OutletReport) -> dict[str, Any]:
    """Return the report as an object that JSON can hold."""
    minutes = [one for day in report.arrivals.minutes.values() for one in day]
    latency = dict(zip(("median", "p90"), median_and_p90(minutes), strict=True)) if minutes else {}
    return {
        "outlet": report.outlet,
        "newest": report.newest.isoformat() if report.newest else None,
        "articles": dict(report.total("articles")),
        "outcomes": dict(report.total("outcomes")),
        "failures": dict(report.total("failures")),
        "fields": dict(report.fields),
        "latency_minutes": {**latency, "articles": len(minutes)} if minutes else {},
        "days": {day.isoformat(): count for day, count in sorted(report.arrivals.days.items())},
        "gaps": [
            {
                "first": span[0].day.isoformat(),
                "last": span[-1].day.isoformat(),
                "looks_incomplete": sorted({flaw for day in span for flaw in day.flaws}),
            }
            for span in report.gaps
        ],
        "runs": [
            {
                "run": run.run,
                "verdict": run.verdict,
                "reasons": list(run.reasons),
                "started_at": run.started_at.isoformat(),
                "ended_at": run.ended_at.isoformat() if run.ended_at else None,
                "articles": dict(run.articles),
                "outcomes": dict(run.outcomes),
                "failures": dict(run.failures),
                "dropped": dict(run.dropped),
                "fields": dict(run.fields),
                "listings_cut": list(run.listings_cut),
                "requests": run.requests,
                "bytes": run.bytes,
                "alarm": run.alarm,
            }
            for run in report.runs
        ],
    }
