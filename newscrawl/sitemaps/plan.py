"""Which sitemaps remain to be asked for, and in which order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Self

from newscrawl.sitemaps.periods import (
    date_in_map_address,
    filled,
    period_of,
    starts_back_from,
)

LATENESS = timedelta(days=1)
"""How long after a change a map may still be served as it was, in any zone."""


@dataclass(frozen=True)
class PlannedMap:
    url: str

    depth: int = 0
    """How many indexes led to it."""

    changed_before: datetime | None = None
    """It was last changed before this moment, aware; None if that cannot be told."""


@dataclass(frozen=True)
class Plan:
    """The maps that are still to be asked for, those that may have changed last first."""

    maps: tuple[PlannedMap, ...] = ()

    asked: frozenset[str] = frozenset()
    """Addresses that were in the plan before: an index may name itself."""

    gaps: int | None = None
    """After how many further maps without an article none is expected any more; None for no
    such end."""

    empty: int = 0
    """How many maps before this one held nothing, one after the other."""

    def next(self) -> tuple[PlannedMap | None, Self]:
        """Return the map to ask for now, and what remains."""
        if not self.maps or (self.gaps is not None and self.empty >= self.gaps):
            return None, self
        return self.maps[0], replace(self, maps=self.maps[1:])

    def after(self, entries: int) -> Self:
        """Return this plan after a map of so many *entries*."""
        return replace(self, empty=0 if entries else self.empty + 1)

    def with_maps(self, maps: Sequence[PlannedMap], at_most: int) -> Self:
        """Return this plan with further *maps* in their places.

        A map whose last change is unknown may hold the newest articles and comes first; others
        of one date stay in the order in which the index names them.
        """
        new = {found.url: found for found in maps if found.url not in self.asked}
        both = sorted((*new.values(), *self.maps), key=_last_change, reverse=True)
        return replace(self, maps=tuple(both[:at_most]), asked=self.asked | new.keys())


def planned(
    rows: Sequence[tuple[str, datetime | None]], *, depth: int, until: datetime | None = None
) -> list[PlannedMap]:
    """Return the maps of an index that may hold what is wanted.

    A map that is named after a day holds what was published between then and the day of the
    next map, or between the day of the map before and then: sites do it both ways. So it
    counts as unchanged only from the day of the next map on.

    :param rows: addresses with the last change that the index states, aware.
    :param depth: of the index.
    :param until: what was published from here on is not wanted.

    >>> index = [("https://a.example/2025-10.xml", None), ("https://a.example/2025-11.xml", None)]
    >>> for found in planned(index, depth=0):
    ...     print(found.url, found.changed_before)
    https://a.example/2025-10.xml 2025-11-02 00:00:00+00:00
    https://a.example/2025-11.xml None
    """
    days: dict[str, dict[str, date]] = {}
    for url, _ in rows:
        if day := date_in_map_address(url):
            days.setdefault(_series(url), {})[url] = day
    maps = []
    for url, changed in rows:
        series = days.get(_series(url), {})
        if day := series.get(url):
            earlier = max((other for other in series.values() if other < day), default=None)
            later = min((other for other in series.values() if other > day), default=None)
            if until and earlier and _midnight(earlier) >= until + LATENESS:
                continue
            # Sites state the moment of the request as the last change of every map.
            changed = _midnight(later) if later else changed
        maps.append(PlannedMap(url, depth + 1, changed + LATENESS if changed else None))
    return maps


def planned_back(
    template: str, today: date, *, until: datetime | None = None
) -> Iterator[PlannedMap]:
    """Yield the maps that *template* stands for, from that of *today* back.

    :param today: in the outlet's zone.
    :param until: as in :func:`planned`.

    >>> maps = planned_back("https://a.example/{month:%Y-%m}", date(2025, 1, 9))
    >>> next(maps).url, next(maps).url
    ('https://a.example/2025-01', 'https://a.example/2024-12')
    """
    later = None
    for start in starts_back_from(today, period_of(template) or "day"):
        if until is None or _midnight(start) < until + LATENESS:
            changed_before = _midnight(later) + LATENESS if later else None
            yield PlannedMap(filled(template, start), 0, changed_before)
        later = start


def _series(url: str) -> str:
    """Return what the addresses of maps have in common that are numbered or dated alike."""
    return re.sub(r"\d+", "0", url)


def _last_change(found: PlannedMap) -> datetime:
    return found.changed_before or datetime.max.replace(tzinfo=UTC)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
