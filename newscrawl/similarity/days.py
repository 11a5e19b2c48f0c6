"""Which days a text names."""

from collections.abc import Sequence

from newscrawl.dates import month_named

_LAST = 31

Day = tuple[int, int]
"""Number of the month, as :func:`~newscrawl.dates.month_named` gives it, and day of the month."""


def days_in(words: Sequence[str]) -> frozenset[Day]:
    """Return the days that *words* name: a figure beside the name of a month, whichever is first.

    >>> sorted(days_in("from 4 march 12 men worked until april 2 in 2031".split()))
    [(3, 4), (4, 2)]
    """
    days = {at: int(word) for at, word in enumerate(words) if _is_day(word)}
    found = set()
    for at, day in days.items():
        month = month_named(words[at + 1]) if at + 1 < len(words) else None
        if month is None and at > 0 and at - 2 not in days:
            month = month_named(words[at - 1])
        if month is not None:
            found.add((month, day))
    return frozenset(found)


def _is_day(word: str) -> bool:
    return len(word) <= 2 and word.isdecimal() and 0 < int(word) <= _LAST
