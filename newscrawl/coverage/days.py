"""What became of the articles of each day of publication."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from newscrawl.storage.coverage import Entry

OUTCOMES = ("stored", "duplicate", "skipped", "dropped", "failed", "pending")


@dataclass
class Counts:
    """What became of the articles of one day."""

    outcomes: Counter[str] = field(default_factory=Counter)
    """Number of articles by outcome: one of :data:`OUTCOMES`."""

    failures: Counter[str] = field(default_factory=Counter)
    """Number of failed articles by reason."""

    known: int = 0
    """How many of them a listing has shown again after they were settled."""

    @property
    def listed(self) -> int:
        return self.outcomes.total()

    @property
    def had(self) -> int:
        """How many are in the store, under their own or another id."""
        return self.outcomes["stored"] + self.outcomes["duplicate"]

    def add(self, entry: Entry) -> None:
        self.outcomes[entry.outcome] += 1
        self.known += entry.seen_again
        if entry.outcome == "failed":
            self.failures[entry.reason or "unknown"] += 1


def tally(entries: Iterable[Entry], zone: ZoneInfo) -> dict[date, Counts]:
    """Return the counts by day of publication in *zone*.

    An article whose date is not known counts for the day on which it was first listed.
    """
    days: defaultdict[date, Counts] = defaultdict(Counts)
    for entry in entries:
        days[(entry.date or entry.listed_at).astimezone(zone).date()].add(entry)
    return dict(days)
