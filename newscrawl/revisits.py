"""When to look at an article again."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from newscrawl.errors import OperatorError

_DELAY = re.compile(r"([1-9]\d{0,4})([smhdw])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def parse_delays(words: Sequence[str], *, setting: str = "NEWSCRAWL_REVISITS") -> list[timedelta]:
    """Return the delays that *words* name, in order.

    :param setting: where they are from, for the message.
    :raises OperatorError: for a word that names none.

    >>> parse_delays(["1d", "6h"])
    [datetime.timedelta(seconds=21600), datetime.timedelta(days=1)]
    """
    return sorted(parse_time(setting, word) for word in words)


def parse_time(name: str, word: str) -> timedelta:
    """Return the time that *word* names.

    :param name: of the setting or option, for the message.
    :raises OperatorError: for a word that names none.

    >>> parse_time("--deadline", "45m").total_seconds()
    2700.0
    """
    match = _DELAY.fullmatch(word.strip())
    if match is None:
        raise OperatorError(f"{name}: {word!r} is no time; write it like 30s, 45m, 6h, 7d or 2w")
    return timedelta(**{_UNITS[match[2]]: int(match[1])})


def due_after(
    visited: datetime, *, published: datetime, delays: Sequence[timedelta]
) -> datetime | None:
    """Return when an article that was *published* and *visited* then is due next; None for never.

    Visits that were missed are not made up for: one visit stands for all that were due before.

    :param delays: after publication, in order.

    >>> at = datetime.fromisoformat("2031-03-04T12:00+00:00")
    >>> due = due_after(at + timedelta(hours=2), published=at, delays=parse_delays(["1h", "6h"]))
    >>> due.isoformat()
    '2031-03-04T18:00:00+00:00'
    """
    for delay in delays:
        if (due := published + delay) > visited:
            return due
    return None


def due_again(
    failed: datetime, *, published: datetime, delays: Sequence[timedelta]
) -> datetime | None:
    """Return when an article is due whose last visit *failed* then; None for never.

    A seventh of the last delay later, as long as twice that delay has not gone by.

    >>> at, delays = datetime.fromisoformat("2031-03-04T12:00+00:00"), parse_delays(["7d"])
    >>> due_again(at + timedelta(days=8), published=at, delays=delays).isoformat()
    '2031-03-13T12:00:00+00:00'
    >>> due_again(at + timedelta(days=14), published=at, delays=delays)
    """
    if not delays or failed >= published + 2 * delays[-1]:
        return None
    return failed + delays[-1] / 7
