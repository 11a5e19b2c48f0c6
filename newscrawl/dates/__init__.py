"""Printed and machine-readable dates to aware instants; what cannot be read is None.

``parse_date`` reads ISO 8601 first (``machine``), then its own grammar (``tokens``, ``printed``,
``relative``) over the words of some forty languages (``words``, ``months``), and asks dateparser
only about words it does not know.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from newscrawl.dates.addresses import date_in_url
from newscrawl.dates.cuts import date_with_clock
from newscrawl.dates.instants import Instant
from newscrawl.dates.lexicon import UNKNOWN, month_named
from newscrawl.dates.local import in_local_time
from newscrawl.dates.machine import read_machine
from newscrawl.dates.printed import chosen, is_of_a_change, read_printed
from newscrawl.dates.relative import read_relative
from newscrawl.dates.tokens import tokens_of
from newscrawl.dates.unforeseen import read_unforeseen

__all__ = [
    "Instant",
    "date_in_url",
    "date_label",
    "date_with_clock",
    "in_local_time",
    "month_named",
    "parse_date",
    "parse_machine_date",
]

_LONGEST = 200


def parse_date(
    text: str,
    *,
    zone: ZoneInfo | None,
    now: datetime,
    languages: Sequence[str] = (),
    day_first: bool | None = None,
    time_only_is_today: bool = False,
) -> Instant | None:
    """Return the instant that the whole of *text* names, or None.

    Weekdays, labels and words like "at" may stand in it, anything else makes it unreadable. Of
    two dates it is the one that no label of a change precedes. A missing year is that of the
    last such day. Refused are dates before 1990, more than two days after *now*, impossible,
    or with two readings.

    :param text: what a page prints, or what :func:`parse_machine_date` reads.
    :param zone: the outlet's; read into *text* that names none. Without it such a text gives
        the day alone, and "yesterday" nothing.
    :param now: when the page was fetched, aware; "ago" counts back from here.
    :param languages: BCP 47, likeliest first; they decide between months of the same name.
    :param day_first: how ``05/10/2025`` and ``05-10-2025`` are read. By default day first, but
        not at all if the likeliest language is English or unknown. Dots are always day first.
    :param time_only_is_today: read ``10:23`` as today's, or as yesterday's if that is over an
        hour ahead of *now*.

    >>> baku = ZoneInfo("Asia/Baku")
    >>> noon = datetime(2025, 11, 16, 12, tzinfo=baku)
    >>> parse_date("15 noyabr, 2025 / 19:44", zone=baku, now=noon).moment.isoformat()
    '2025-11-15T19:44:00+04:00'
    >>> parse_date("3 hours ago", zone=baku, now=noon).precision
    'day'
    >>> parse_date("soon", zone=baku, now=noon) is None
    True
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    if instant := read_machine(text, zone=zone, now=now):
        return instant
    tags = tuple(languages)
    tokens = tokens_of(text, tags)
    if not tokens:
        return None
    if tokens[-1].kind == UNKNOWN:
        return read_unforeseen(text, zone=zone, now=now, languages=tags) if tags else None
    if day_first is None and tags and tags[0].split("-")[0] != "en":
        day_first = True
    tokens = chosen(tokens)
    return read_printed(
        tokens, text, zone=zone, now=now, day_first=day_first, time_only_is_today=time_only_is_today
    ) or read_relative(tokens, text, zone=zone, now=now)


def parse_machine_date(text: str, *, zone: ZoneInfo | None, now: datetime) -> Instant | None:
    """Return the instant that *text*, written for machines, names, or None.

    ISO 8601 as the web writes it (a space for ``T``, ``+0400``, no offset, no time), RFC 822
    as in feeds, seconds or milliseconds since 1970. Nothing relative, nothing without a year.

    >>> tehran = ZoneInfo("Asia/Tehran")
    >>> noon = datetime(2024, 1, 1, 12, tzinfo=tehran)
    >>> parse_machine_date("2023-12-27T07:07:14Z", zone=tehran, now=noon).moment.isoformat()
    '2023-12-27T10:37:14+03:30'
    >>> parse_machine_date("Wed, 27 Dec 2023 07:07 GMT", zone=tehran, now=noon).precision
    'minute'
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    if instant := read_machine(text, zone=zone, now=now):
        return instant
    tokens = tokens_of(text, ())
    if not tokens or not any(token.kind in "yin" for token in tokens):
        return None
    return read_printed(tokens, text, zone=zone, now=now, day_first=None, time_only_is_today=False)


def date_label(text: str) -> Literal["published", "changed", ""] | None:
    """Return what *text*, a date with its labels, says of it; None if other words stand in it.

    Of a text with two dates it is what :func:`parse_date` takes from it.

    >>> date_label("Published: 4 March 2031"), date_label("Last update: 4 March 2031")
    ('published', 'changed')
    >>> date_label("4 March 2031, 18:05"), date_label("Ada Quill, 4 March 2031")
    ('', None)
    """
    tokens = tokens_of(text.strip(), ()) if len(text) <= _LONGEST else None
    if not tokens or tokens[-1].kind == UNKNOWN:
        return None
    if is_of_a_change(tokens):
        return "changed"
    return "published" if any(token.kind == "l" for token in tokens) else ""
