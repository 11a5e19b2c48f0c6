"""The outlet's own time of an instant that a page states in that of Greenwich."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import chain

from newscrawl.dates.instants import Instant

_HALF_HOUR = timedelta(minutes=30)
_HOUR = timedelta(hours=1)
_WIDEST = timedelta(hours=12)


def in_local_time(
    instant: Instant, stated: Sequence[Instant], printed: Iterable[Instant]
) -> Instant:
    """Return *instant* in the offset that the page itself tells, else as it is.

    The page tells it by stating the same instant with another offset, or by printing a time
    that is whole half hours away, to the minute. If it states as the publication also the day
    before or after, that is the day of the outlet, and the offset the least that has it.

    :param instant: at Greenwich.
    :param stated: what else the page states; without a zone it is read as if at Greenwich.
    :param printed: what it prints near its headline; the same.

    >>> from datetime import UTC
    >>> evening = Instant(datetime(2031, 3, 4, 22, 5, tzinfo=UTC), "second", "…", zoned=True)
    >>> clock = Instant(datetime(2031, 3, 5, 2, 5, tzinfo=UTC), "minute", "…", zoned=False)
    >>> in_local_time(evening, [], [clock]).moment.isoformat()
    '2031-03-05T02:05:00+04:00'
    """
    minute = instant.moment.replace(second=0)
    for other in stated:
        if other.zoned and other.moment.utcoffset() and other.moment.replace(second=0) == minute:
            return replace(instant, moment=instant.moment.astimezone(other.moment.tzinfo))
    offsets = chain((_by_clock(minute, x) for x in printed), (_by_day(minute, x) for x in stated))
    east = next(filter(None, offsets), None)
    return replace(instant, moment=instant.moment.astimezone(timezone(east))) if east else instant


def _by_clock(minute: datetime, other: Instant) -> timedelta | None:
    east = other.moment.replace(second=0) - minute
    is_clock = not other.zoned and other.precision != "day" and not east % _HALF_HOUR
    return east if is_clock and abs(east) <= _WIDEST else None


def _by_day(minute: datetime, other: Instant) -> timedelta | None:
    """The least whole hours that bring *minute* to the day of *other*, if that is the next one
    on either side."""
    if other.zoned or other.precision != "day":
        return None
    start, end = other.moment, other.moment + timedelta(days=1)
    if minute < start:
        east = -((minute - start) // _HOUR) * _HOUR
    elif minute >= end:
        east = -((minute - end) // _HOUR + 1) * _HOUR
    else:
        return None
    return east if abs(east) <= _WIDEST else None
