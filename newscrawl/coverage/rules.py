"""Why a day looks incomplete: one function per rule."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from math import sqrt
from statistics import median

from newscrawl.coverage.days import Counts
from newscrawl.items import GONE
from newscrawl.storage.coverage import Reach

FINAL = frozenset({GONE, "robots.txt", "offsite"})
"""Failures that leave no gap: the outlet has withdrawn the article, withholds it, or it is
another site's."""

_FARTHEST = 26
"""How many steps away from a day its like are looked for."""

_NOISE = 2
"""How many times as far from the usual as days commonly are is too far."""


def lost(counts: Counts) -> Counter[str]:
    """Return the failures that a further attempt could mend, by reason.

    >>> lost(Counts(failures=Counter({"gone": 2, "http 500": 1})))
    Counter({'http 500': 1})
    """
    return Counter(
        {reason: count for reason, count in counts.failures.items() if reason not in FINAL}
    )


def in_use(reaches: Iterable[Reach], abandoned_after: timedelta) -> list[Reach]:
    """Return the *reaches* of listings that the crawls still read.

    A listing that was last read so much earlier than the others was renamed or is asked for no
    more: it says nothing of the days since.
    """
    found = list(reaches)
    newest = max((reach.read_at for reach in found), default=None)
    return [reach for reach in found if newest and reach.read_at >= newest - abandoned_after]


def missed_by(begin: datetime, end: datetime, reaches: Iterable[Reach]) -> tuple[str, ...]:
    """Return the listings that were never read in full over the whole of ``[begin, end)``."""
    return tuple(
        reach.listing
        for reach in reaches
        if reach.until is None
        or reach.until < end
        or (reach.since is not None and reach.since > begin)
    )


def silent_days(days: Mapping[date, Counts], times: int) -> set[date]:
    """Return the days of silences that are out of the ordinary: longer than *times* what commonly
    lies between one day with an article and the next.

    Fewer than *times* such days are too few to tell.
    """
    active = sorted(day for day, counts in days.items() if counts.had)
    steps = [(later - day).days for day, later in pairwise(active)]
    if len(active) < times:
        return set()
    most = times * median(steps)
    return {
        day + timedelta(days=number)
        for day, step in zip(active, steps, strict=False)
        if step > most
        for number in range(1, step)
    }


def like_days(
    day: date, days: Mapping[date, Counts], *, first: date, last: date, most: int, step: timedelta
) -> list[int]:
    """Return what was had on the days before and after *day* that are a multiple of *step* away.

    :param first: the first day of which that can be told.
    :param last: the last one.
    :param most: how many of the days before, and how many of those after. Days in the midst of a
        week in which nothing was had are passed over: that is a gap, or before the outlet's time.
    """
    found = []
    for way in (-1, 1):
        values: list[int] = []
        for distance in range(1, _FARTHEST + 1):
            other = day + way * distance * step
            if not first <= other <= last or len(values) == most:
                break
            if _is_active(other, days):
                values.append(_had(other, days))
        found += values
    return found


def is_far_below(count: int, like: Sequence[int], share: float) -> bool:
    """Tell whether *count* is far fewer than the usual of *like* days, which are at least one.

    It is at most *share* of their median, and twice as far below it as such days commonly are
    from one another: by chance, or as they themselves show (their median deviation).

    >>> is_far_below(0, [30, 31, 29, 30], 0.3), is_far_below(12, [30, 31, 29, 30], 0.3)
    (True, False)
    >>> is_far_below(0, [1, 2, 0, 3], 0.3)
    False
    """
    usual = median(like)
    spread = 1.48 * median(abs(value - usual) for value in like)
    return count <= share * usual and usual - count >= _NOISE * max(sqrt(usual), spread) > 0


def _is_active(day: date, days: Mapping[date, Counts]) -> bool:
    """Tell whether anything was had in the seven days around *day*."""
    return any(_had(day + timedelta(days=distance), days) for distance in range(-3, 4))


def _had(day: date, days: Mapping[date, Counts]) -> int:
    counts = days.get(day)
    return counts.had if counts else 0
