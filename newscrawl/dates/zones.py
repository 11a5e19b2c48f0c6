"""Zones that a printed time names: abbreviations and offsets."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

_UNIVERSAL = frozenset("utc ut gmt z".split())

_FIXED = {
    "msk": 180, "мск": 180, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "wet": 0, "west": 60,
    "est": -300, "edt": -240, "pst": -480, "pdt": -420, "azt": 240, "trt": 180, "irst": 210,
    "irdt": 270, "uzt": 300, "wib": 420, "jst": 540, "kst": 540,
}  # fmt: skip
"""Abbreviations with one meaning in the news: minutes east of Greenwich."""

_SHARED = {
    "amt": ("Asia/Yerevan",), "almt": ("Asia/Almaty",), "kgt": ("Asia/Bishkek",),
    "bst": ("Europe/London",), "ist": ("Asia/Kolkata", "Asia/Jerusalem"),
    "cst": ("America/Chicago",), "cdt": ("America/Chicago",),
    "mst": ("America/Denver",), "mdt": ("America/Denver",),
}  # fmt: skip
"""Abbreviations with several meanings: the zones of outlets that may print them."""

_PLACES = {"et": "America/New_York", "pt": "America/Los_Angeles"}
"""Abbreviations of a place's time, be it winter or summer."""

NAMES = (*_UNIVERSAL, *_FIXED, *_SHARED, *_PLACES)

_WIDEST = 14 * 60


def offset_zone(minutes: int) -> timezone | None:
    """Return the zone *minutes* east of Greenwich, or None beyond 14 hours."""
    return timezone(timedelta(minutes=minutes)) if abs(minutes) <= _WIDEST else None


def named_zone(name: str, naive: datetime, zone: ZoneInfo | None) -> tzinfo | None:
    """Return the zone that the abbreviation *name*, lower case, means beside *naive*.

    An abbreviation of the outlet's own zone, of its winter or its summer, is the outlet's local
    time: many print ``CET`` all year. Otherwise only one with a single meaning is understood.

    >>> summer = datetime(2025, 7, 1, 12)
    >>> named_zone("cet", summer, ZoneInfo("Europe/Prague"))
    zoneinfo.ZoneInfo(key='Europe/Prague')
    >>> named_zone("bst", summer, ZoneInfo("Asia/Dhaka")) is None
    True
    """
    if name in _UNIVERSAL:
        return UTC
    if zone is not None and (zone.key in _SHARED.get(name, ()) or _uses(zone, name, naive.year)):
        return zone
    if name in _PLACES:
        return ZoneInfo(_PLACES[name])
    minutes = _FIXED.get(name)
    return None if minutes is None else offset_zone(minutes)


def _uses(zone: ZoneInfo, name: str, year: int) -> bool:
    names = (zone.tzname(datetime(year, month, 1)) for month in (1, 7))  # noqa: DTZ001
    return name.upper() in names
