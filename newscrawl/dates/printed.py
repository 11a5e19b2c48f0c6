"""The grammar of printed dates: the shape of the tokens, and what each shape means."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from newscrawl.dates import jalali
from newscrawl.dates.instants import Instant, placed_instant
from newscrawl.dates.lexicon import Token
from newscrawl.dates.zones import named_zone, offset_zone

_CLOCK = "(?:u?p?[tq]p?u?z?)"
_DAY = "(?:d[mj]y|[mj]dy|yd[mj]|y[mj]d|d[mj]|[mj]d|i|n|r)"
_SHAPES = re.compile(
    rf"u?{_DAY}u?{_CLOCK}?|{_CLOCK}u?{_DAY}|k{_CLOCK}|mdtz?y|(?P<time_only>{_CLOCK})"
)

_DAYS_AHEAD = timedelta(days=1)
"""How far in the future a day without a year may be and still not belong to last year."""

_MINUTES_AHEAD = timedelta(hours=1)
"""The same for a time without a day."""


def chosen(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens of the publication date: those that no label of a change precedes.

    If every token follows such a label, they are the date.
    """
    first, changed = _parted(tokens)
    return first or changed


def is_of_a_change(tokens: Sequence[Token]) -> bool:
    """Tell whether every token follows a label of a change."""
    first, changed = _parted(tokens)
    return bool(changed) and not first


def _parted(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Return the tokens that no label of a change precedes, and the others; without labels."""
    first: list[Token] = []
    changed: list[Token] = []
    part = first
    for token in tokens:
        if token.kind == "U":
            part = changed
        elif token.kind == "l":
            # "Last update date": a label goes on with the label before it.
            part = first if part is first or changed else changed
        else:
            part.append(token)
    return first, changed


def read_printed(
    tokens: Sequence[Token],
    raw: str,
    *,
    zone: ZoneInfo | None,
    now: datetime,
    day_first: bool | None,
    time_only_is_today: bool,
) -> Instant | None:
    """Return the instant that *tokens*, of one date, name, or None.

    :param day_first: order of ``05/10/2025``; None if it cannot be told.
    """
    tokens = _without_decoration(tokens)
    match = _SHAPES.fullmatch("".join(token.kind for token in tokens))
    if match is None:
        return None
    found = {token.kind: token for token in tokens}
    try:
        precision, clock = _clock(found)
        if match["time_only"]:
            if "q" in found or not time_only_is_today or zone is None:
                return None
            naive = datetime.combine(now.astimezone(zone), clock)
            if naive.replace(tzinfo=zone) > now + _MINUTES_AHEAD:
                naive -= timedelta(days=1)
        else:
            day = _day(found, day_first, zone, now)
            if day is None:
                return None
            naive = datetime.combine(day, clock)
    except (ValueError, OverflowError):
        return None
    own: tzinfo | None = None
    if token := found.get("z"):
        own = named_zone(token.text, naive, zone) if token.text else offset_zone(token.numbers[0])
        if own is None:
            return None
    return placed_instant(naive, precision, raw, own=own, zone=zone, now=now)


def _without_decoration(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return *tokens* without weekdays; a word with two meanings gets the one that fits."""
    kinds = {token.kind for token in tokens}
    if kinds.isdisjoint("vgow"):
        return tokens
    has_month = not kinds.isdisjoint("mj")
    has_day = not kinds.isdisjoint("mjinkrvg")
    kept = []
    for token in tokens:
        if token.kind in "vg":
            if token.kind == "v" and has_month:
                continue
            token = Token("m", token.numbers)
        if token.kind == "o" or (token.kind == "w" and has_day):
            continue
        kept.append(token)
    return kept


def _clock(found: dict[str, Token]) -> tuple[str, time]:
    """Return the precision and the time of day, midnight if none is printed.

    :raises ValueError: for ``14:05 AM``, ``00:05 PM``, or ``10.23`` beside a day without a year.
    """
    token = found.get("t") or found.get("q")
    if token is None:
        return "day", time()
    if token.kind == "q" and not found.keys() & set("yin"):
        raise ValueError("a dotted pair is a time only after a full date")
    hour, minute, *seconds = token.numbers
    if half := found.get("p"):
        afternoon = half.numbers[0] == 12
        if (hour > 12 and not afternoon) or (hour == 0 and afternoon):
            raise ValueError("no such time on a clock of twelve hours")
        if hour <= 12:
            hour = hour % 12 + half.numbers[0]
    return ("second", time(hour, minute, seconds[0])) if seconds else ("minute", time(hour, minute))


def _day(
    found: dict[str, Token], day_first: bool | None, zone: ZoneInfo | None, now: datetime
) -> date | None:
    """Return the day, or None if its order or year cannot be told.

    :raises ValueError: if there is no such day.
    """
    if token := found.get("r"):
        return now.astimezone(zone).date() - timedelta(days=token.numbers[0]) if zone else None
    if token := found.get("i"):
        return _date(*token.numbers)
    if token := found.get("n"):
        first, second, year = token.numbers
        if first == second or token.text == "." or day_first:
            return _date(year, second, first)
        if day_first is False or second > 12:
            return _date(year, first, second)
        return _date(year, second, first) if first > 12 else None
    if token := found.get("k"):
        day, month, year = token.numbers
        return date(2000 + year, month, day) if token.text == "." else None
    month_token = found.get("m") or found["j"]
    is_jalali = month_token.kind == "j"
    month, day = month_token.numbers[0], found["d"].numbers[0]
    if "y" in found:
        year = found["y"].numbers[0]
        return _date(year, month, day) if jalali.is_jalali(year) == is_jalali else None
    return _latest(month, day, is_jalali, now.astimezone(zone or UTC).date())


def _date(year: int, month: int, day: int) -> date:
    if jalali.is_jalali(year):
        return jalali.gregorian(year, month, day)
    return date(year, month, day)


def _latest(month: int, day: int, is_jalali: bool, today: date) -> date | None:
    """Return the last such day that has come, the next few hours counted in."""
    limit = today + _DAYS_AHEAD
    start = jalali.jalali_year(limit) if is_jalali else limit.year
    for year in range(start, start - 9, -1):  # 29 February can be eight years away
        try:
            found = _date(year, month, day)
        except ValueError:
            continue
        if found <= limit:
            return found
    return None
