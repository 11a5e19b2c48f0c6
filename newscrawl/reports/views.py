"""A run as its report tells it; what an older or a broken report lacks is empty."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newscrawl.storage.runs import Run

GOING_ON, NOT_JUDGED = "going on", "not judged"


@dataclass(frozen=True)
class RunView:
    """What people want to know of one run."""

    run: int
    outlet: str
    started_at: datetime
    ended_at: datetime | None
    verdict: str
    """Or ``going on``, which a run that was killed is, too; or ``not judged``."""

    reasons: tuple[str, ...]
    articles: Mapping[str, int]
    """``new``, ``revised``, ``unchanged``, ``removed``."""

    outcomes: Mapping[str, int]
    failures: Mapping[str, int]
    dropped: Mapping[str, int]
    fields: Mapping[str, float]
    """Share of the articles that have it, from 0 to 1."""

    listed: Mapping[str, int]
    listings_cut: tuple[str, ...]
    """Listings that were not read to an end."""

    newest: datetime | None
    requests: int
    bytes: int
    alarm: str | None
    """What somebody was told: ``changed``, ``repeated``, ``recovered``."""

    @property
    def judged(self) -> bool:
        return self.verdict not in (GOING_ON, NOT_JUDGED)


def view_of(run: Run) -> RunView:
    """Return what is known of a run of the store."""
    report = run.report if isinstance(run.report, dict) else {}
    alarm = report.get("alarm")
    return RunView(
        run=run.id,
        outlet=run.outlet,
        started_at=run.started_at,
        ended_at=run.ended_at,
        verdict=run.verdict or (GOING_ON if run.ended_at is None else NOT_JUDGED),
        reasons=tuple(str(reason) for reason in _list(report.get("reasons"))),
        articles=_whole(report.get("articles")),
        outcomes=_whole(report.get("outcomes")) or _counted(run.counts, "newscrawl/outcome/"),
        failures=_whole(report.get("failures")),
        dropped=_whole(report.get("dropped")),
        fields={name: min(max(share, 0.0), 1.0) for name, share in _numbers(report.get("fields"))},
        listed=_whole(report.get("listed")) or _counted(run.counts, "newscrawl/listed/"),
        listings_cut=tuple(
            str(listing.get("listing"))
            for listing in _list(report.get("listings"))
            if isinstance(listing, dict) and not listing.get("ended")
        ),
        newest=_instant(report.get("newest")),
        requests=_whole({"n": report.get("requests")}).get("n", 0),
        bytes=_whole({"n": report.get("bytes")}).get("n", 0),
        alarm=str(alarm.get("kind")) if isinstance(alarm, dict) else None,
    )


def _counted(counts: Mapping[str, Any], prefix: str) -> dict[str, int]:
    named = {
        key.removeprefix(prefix): count for key, count in counts.items() if key.startswith(prefix)
    }
    return _whole(named)


def _numbers(said: object) -> list[tuple[str, float]]:
    if not isinstance(said, dict):
        return []
    return [
        (str(name), value)
        for name, value in said.items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    ]


def _whole(said: object) -> dict[str, int]:
    return {name: int(value) for name, value in _numbers(said)}


def _list(said: object) -> list[Any]:
    return said if isinstance(said, list) else []


def _instant(said: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    return found if found and found.tzinfo else None
