"""In which country and zone an outlet may be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

_ZONES = {
    "AM": "Asia/Yerevan", "AZ": "Asia/Baku", "GE": "Asia/Tbilisi", "IR": "Asia/Tehran",
    "KG": "Asia/Bishkek", "KZ": "Asia/Almaty", "RU": "Europe/Moscow", "TJ": "Asia/Dushanbe",
    "TM": "Asia/Ashgabat", "TR": "Europe/Istanbul", "UA": "Europe/Kyiv", "UZ": "Asia/Tashkent",
}  # fmt: skip
"""The zone of a country's capital."""

_HOMES = {
    "az": "AZ", "fa": "IR", "hy": "AM", "ka": "GE", "kk": "KZ", "ky": "KG", "tg": "TJ",
    "tk": "TM", "tr": "TR", "uk": "UA", "uz": "UZ",
}  # fmt: skip
"""Where most that is written in a language is published."""


@dataclass(frozen=True)
class Place:
    country: str
    """ISO 3166-1 alpha-2; ``ZZ`` where nothing tells."""

    timezone: str
    """IANA name; ``UTC`` where nothing tells."""

    reason: str
    doubt: str = ""
    """What speaks against it."""


def guess_place(url: str, language: str, stated: Iterable[datetime]) -> Place:
    """Return where the outlet at *url* that writes *language* may be.

    :param stated: moments as its pages state them, with their offsets: they confirm a zone or
        speak against it.

    >>> stated = datetime.fromisoformat("2025-03-04T18:00+04:00")
    >>> place = guess_place("https://a.example/", "ka", [stated])
    >>> place.country, place.timezone, place.reason
    ('GE', 'Asia/Tbilisi', 'the language is ka; dates are stated with its offset')
    >>> guess_place("https://a.example/", "en", []).country
    'ZZ'
    """
    ending = (urlsplit(url).hostname or "").rpartition(".")[2].upper()
    if ending in _ZONES:
        country, reason = ending, f"the host ends with .{ending.lower()}"
    elif language in _HOMES:
        country, reason = _HOMES[language], f"the language is {language}"
    else:
        return Place("ZZ", "UTC", "nothing tells", "country and zone are unknown")
    zone = _ZONES[country]
    offsets = [(moment, moment.utcoffset()) for moment in stated]
    telling = [(moment, offset) for moment, offset in offsets if offset]
    if not telling:
        return Place(country, zone, reason)
    if all(moment.astimezone(ZoneInfo(zone)).utcoffset() == offset for moment, offset in telling):
        return Place(country, zone, f"{reason}; dates are stated with its offset")
    return Place(country, zone, reason, "dates are stated with the offset of another zone")
