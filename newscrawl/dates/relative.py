"""Dates that count back from now: "3 hours ago", "just now"."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from newscrawl.dates.instants import Instant, aware_instant, local_instant
from newscrawl.dates.lexicon import Token

_HOUR, _DAY = 60, 1440
_AGO = re.compile(r"x|a(?:[do]u){1,2}a?|(?:[do]u){1,2}a|[do]b|a?[do]?c")


def read_relative(
    tokens: Sequence[Token], raw: str, *, zone: ZoneInfo | None, now: datetime
) -> Instant | None:
    """Return the instant that *tokens* count back to, or None.

    Minutes give the minute. Hours and days are rounded by those who print them: they give the
    day, and days only if the zone is known. Weeks and more do not tell the day.
    """
    tokens = [Token("a", ()) if token.kind == "g" else token for token in tokens]
    if not _AGO.fullmatch("".join(token.kind for token in tokens)):
        return None
    total, finest, count = 0, _DAY, 1
    for kind, numbers, _ in tokens:
        if kind in "do":
            count = numbers[0]
        elif kind in "ubc":
            if numbers[0] < 0:
                return None
            total += count * numbers[0]
            finest = min(finest, numbers[0])
            count = 1
        elif kind == "x":
            finest = 0
    then = (now - timedelta(minutes=total)).astimezone(zone or UTC)
    if finest < _HOUR:
        then = then.replace(second=0, microsecond=0)
        return aware_instant(then, "minute", raw, zone=zone, now=now, zoned=False)
    if finest == _DAY and zone is None:
        return None
    midnight = datetime(then.year, then.month, then.day)  # noqa: DTZ001
    return local_instant(midnight, "day", raw, zone=zone, now=now)
