"""Dates written for machines: ISO 8601, as the web writes it, and seconds since 1970."""

import re
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from newscrawl.dates.instants import Instant, aware_instant, local_instant, placed_instant
from newscrawl.dates.zones import NAMES, named_zone, offset_zone

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_SLOPPY = re.compile(
    r"""(\d{4})(?P<dash>-?)(\d\d)(?P=dash)(\d\d)
    (?:T|\s|(?P<before>[a-z]{2,5})\s?)
    (\d\d)(?P<colon>:?)(\d\d)(?:(?P=colon)(?P<second>\d\d?)(?:[.,]\d{1,9})?)?
    \s?(?P<offset>[+-]\d\d:?\d\d|z{1,2})?
    \s?(?P<after>[a-z]{2,5})?""",
    re.VERBOSE | re.IGNORECASE,
)


def read_machine(text: str, *, zone: ZoneInfo | None, now: datetime) -> Instant | None:
    """Return the instant that *text* names, or None if it is of no such form.

    >>> noon = datetime(2024, 1, 1, 12, tzinfo=UTC)
    >>> read_machine("2023-12-27T07:07:14Z", zone=None, now=noon).precision
    'second'
    >>> read_machine("1703660834", zone=None, now=noon).moment.isoformat()
    '2023-12-27T07:07:14+00:00'
    """
    if not text[:4].isdigit() or not text.isascii():
        return None
    if len(text) in (10, 13) and text.isdigit():
        moment = _EPOCH + timedelta(seconds=int(text[:10]))
        return aware_instant(moment, "second", text, zone=zone, now=now)
    return _iso(text, zone, now) or _sloppy(text, zone, now)


def _iso(text: str, zone: ZoneInfo | None, now: datetime) -> Instant | None:
    """The fast way for the forms that the standard library reads; the others follow."""
    if text[4:5] == "-" == text[7:8]:
        day_alone, seconds = len(text) == 10, text[16:17] == ":"
        timed = text[13:14] == ":"
    elif text[8:9] == "T" and text[:8].isdigit():
        day_alone, seconds = False, text[9:15].isdigit()
        timed = text[9:13].isdigit()
    else:
        return None
    if not (day_alone or timed):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    precision = "day" if day_alone else "second" if seconds else "minute"
    moment = moment.replace(microsecond=0)
    if moment.tzinfo is None:
        return local_instant(moment, precision, text, zone=zone, now=now)
    return aware_instant(moment, precision, text, zone=zone, now=now)


def _sloppy(text: str, zone: ZoneInfo | None, now: datetime) -> Instant | None:
    """What nearly is ISO 8601: a zone's name as well, a Z too many, a second of one digit.

    An offset wins over a name. That of zero is what software writes that knows no zone: beside
    the name of another only the day is sure.
    """
    match = _SLOPPY.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute = (int(match[group]) for group in (1, 3, 4, 6, 8))
    second, offset = match["second"], match["offset"]
    names = [name.lower() for name in (match["before"], match["after"]) if name]
    if len(names) > 1 or any(name not in NAMES for name in names):
        return None
    try:
        naive = datetime(year, month, day, hour, minute, int(second or 0))  # noqa: DTZ001
    except ValueError:
        return None
    precision = "second" if second else "minute"
    own: tzinfo | None = None
    if offset:
        own = UTC if offset[0] in "Zz" else _zone_of(offset)
    if names and (own is None or not own.utcoffset(naive)):
        named = named_zone(names[0], naive, zone)
        if own is not None and named is not UTC:
            midnight = naive.replace(hour=0, minute=0, second=0)
            return local_instant(midnight, "day", text, zone=zone, now=now)
        own = named
    if own is None and (names or offset):
        return None
    return placed_instant(naive, precision, text, own=own, zone=zone, now=now)


def _zone_of(offset: str) -> tzinfo | None:
    hours, minutes = int(offset[1:3]), int(offset[-2:])
    if minutes > 59:
        return None
    return offset_zone((hours * 60 + minutes) * (1 if offset[0] == "+" else -1))
