"""How far a run is: a few figures, for people and for the process that started it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, Self

_LEAST_SETTLED = 10
"""Articles after which their pace says something."""


@dataclass(frozen=True)
class Figures:
    """What a run has done so far."""

    run: int = 0
    """Its number in the store; 0 if it has none."""

    seconds: float = 0.0
    pages: int = 0
    """Answers of all kinds."""

    asked: int = 0
    """Articles that were asked for; those that listings are still to show are not among them."""

    settled: int = 0
    """Those of them that came to their end, whichever."""

    stored: int = 0
    known: int = 0
    """Listed again, and not asked for."""

    skipped: int = 0
    """Skipped, dropped, or duplicates."""

    errors: int = 0
    """Articles and pages of listings that failed."""

    newest: str | None = None
    """First publication of the newest article that came, ISO 8601 with offset."""

    @classmethod
    def of(
        cls,
        stats: Mapping[str, Any],
        *,
        run: int,
        asked: int,
        newest: datetime | None,
        seconds: float,
    ) -> Self:
        """Return the figures of a run whose Scrapy stats are *stats*."""
        outcomes = {
            key.removeprefix("newscrawl/outcome/"): count
            for key, count in stats.items()
            if key.startswith("newscrawl/outcome/")
        }
        unread = sum(n for key, n in stats.items() if key.startswith("newscrawl/listing/failed/"))
        return cls(
            run=run,
            seconds=seconds,
            pages=stats.get("response_received_count", 0),
            asked=asked,
            settled=sum(outcomes.values()),
            stored=outcomes.get("stored", 0),
            known=stats.get("newscrawl/listed/known", 0),
            skipped=sum(outcomes.get(name, 0) for name in ("skipped", "dropped", "duplicate")),
            errors=outcomes.get("failed", 0) + unread,
            newest=newest.isoformat() if newest else None,
        )

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what :meth:`to_json` wrote.

        :raises ValueError: if it did not.
        """
        said = json.loads(text)
        if not isinstance(said, dict):
            raise ValueError("no object")
        names = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in said.items() if name in names})

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @property
    def pages_per_minute(self) -> float:
        return 60 * self.pages / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long the articles that were asked for take at the pace so far: what listings are
        still to show comes on top. None while the pace says nothing."""
        if self.settled < _LEAST_SETTLED:
            return None
        return self.seconds / self.settled * max(self.asked - self.settled, 0)

    @property
    def day(self) -> str:
        """Day of the newest article, as its outlet has it; a dash if there is none."""
        return self.newest[:10] if self.newest else "–"

    def __str__(self) -> str:
        """One line, without the outlet.

        >>> print(Figures(seconds=60, pages=30, asked=40, settled=20, stored=18, errors=2))
        30 pages (30/min), 20 of 40 articles, 18 stored, 0 skipped, 2 errors, 0 known, newest –, \
at least 1:00 left
        """
        parts = [
            f"{self.pages} pages ({self.pages_per_minute:.0f}/min)",
            f"{self.settled} of {self.asked} articles",
            f"{self.stored} stored",
            f"{self.skipped} skipped",
            f"{self.errors} errors",
            f"{self.known} known",
            f"newest {self.day}",
        ]
        if self.seconds_left:
            parts.append(f"at least {clock(self.seconds_left)} left")
        return ", ".join(parts)


def clock(seconds: float) -> str:
    """Return a length of time as minutes and seconds, or as hours.

    >>> clock(9.6), clock(3661)
    ('0:10', '1:01:01')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
