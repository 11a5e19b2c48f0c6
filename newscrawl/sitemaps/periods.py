"""Days, weeks, months and years in the addresses of sitemaps."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

_PLACE = re.compile(r"\{(day|week|month|year)((?:\.(?:day|month|year))?(?::[^{}]*)?)\}")
_YEAR = r"(?P<year>199\d|20\d\d)"
_SHAPES = (
    re.compile(rf"(?<!\d){_YEAR}(?P<mark>[-_/.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}[-_/.]?(?P<month>\d\d)(?!\d)"),
    # Named parts, in any order; one site in use spells the month "mount".
    re.compile(
        rf"(?=.*year\D?{_YEAR}(?!\d))(?=.*mo(?:n|un)t?h?\D?(?P<month>\d\d?)(?!\d))"
        r"(?:.*day\D?(?P<day>\d\d?)(?!\d))?"
    ),
    re.compile(rf"(?<!\d){_YEAR}(?!\d)"),
)


def period_of(template: str) -> str | None:
    """Return which period the address *template* stands for, or None if it is one address.

    ``{day:%Y-%m-%d}``, ``{week:...}`` (its Monday), ``{month:%Y-%m}`` and ``{year:%Y}`` are
    filled with the first day of the period, as :meth:`str.format` fills in a date; so
    ``{day.month}`` is the month without a leading zero.

    >>> period_of("https://a.example/map-{month:%Y-%m}.xml"), period_of("https://a.example/map.xml")
    ('month', None)
    """
    periods = {match[1] for match in _PLACE.finditer(template)}
    if len(periods) > 1:
        raise ValueError(f"{template!r} names more than one period")
    return next(iter(periods), None)


def filled(template: str, day: date) -> str:
    """Return *template* for the period that *day* lies in; other braces are left alone.

    >>> filled("https://a.example/{mark}/map_{week.day}_{week:%Y%m}.xml", date(2025, 10, 16))
    'https://a.example/{mark}/map_13_202510.xml'
    """

    def fill(match: re.Match[str]) -> str:
        start = _start(match[1], day)
        return f"{{day{match[2]}}}".format(day=start)

    return _PLACE.sub(fill, template)


def starts_back_from(day: date, period: str) -> Iterator[date]:
    """Yield the first days of the periods from that of *day* back to 1990, newest first.

    >>> months = starts_back_from(date(2025, 1, 20), "month")
    >>> next(months), next(months)
    (datetime.date(2025, 1, 1), datetime.date(2024, 12, 1))
    """
    start = _start(period, day)
    while start.year >= 1990:
        yield start
        start = _start(period, start - timedelta(days=1))


def date_in_map_address(url: str) -> date | None:
    """Return the day, or the first day of the month or year, that a sitemap is named after.

    >>> date_in_map_address("https://a.example/map-2025-10.xml")
    datetime.date(2025, 10, 1)
    >>> date_in_map_address("https://a.example/map_day_4_year_2026_month_11.xml")
    datetime.date(2026, 11, 4)
    >>> date_in_map_address("https://a.example/post-sitemap2.xml") is None
    True
    """
    for shape in _SHAPES:
        if match := shape.search(url):
            parts = match.groupdict()
            try:
                year, month, day = (int(parts.get(name) or 1) for name in ("year", "month", "day"))
                return date(year, month, day)
            except ValueError:
                continue
    return None


def _start(period: str, day: date) -> date:
    match period:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)
    return day
