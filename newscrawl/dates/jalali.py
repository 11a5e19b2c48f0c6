"""The Jalali calendar of Iran and Afghanistan, by arithmetic."""

from datetime import date

FIRST_YEAR, LAST_YEAR = 1300, 1499
"""Years that are read as Jalali: 1921 to 2121. The 33-year cycle below holds in all of them."""

_EPOCH = 668_108
"""Proleptic ordinal on which year 1209, the start of a cycle, would begin, less its leap day."""


def is_jalali(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def _new_year(year: int) -> int:
    # Of 33 years the 1st, 5th, ... 29th are leap: eight, then a gap of five years.
    cycles, rest = divmod(year - 1209, 33)
    return _EPOCH + 365 * (year - 1209) + 8 * cycles + (rest + 2) // 4


def gregorian(year: int, month: int, day: int) -> date:
    """Return the Gregorian date of a Jalali one.

    :raises ValueError: if there is no such day, or *year* is not read as Jalali.

    >>> gregorian(1404, 7, 21)
    datetime.date(2025, 10, 13)
    """
    if not (is_jalali(year) and 1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        raise ValueError(f"no Jalali date: {year}-{month}-{day}")
    start = _new_year(year)
    ordinal = start + 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1
    if ordinal >= _new_year(year + 1):
        raise ValueError(f"no Jalali date: {year} is not a leap year")
    return date.fromordinal(ordinal)


def jalali_year(day: date) -> int:
    """Return the Jalali year that *day* falls in.

    >>> jalali_year(date(2025, 3, 20)), jalali_year(date(2025, 3, 21))
    (1403, 1404)
    """
    year = day.year - 621
    return year if day.toordinal() >= _new_year(year) else year - 1
