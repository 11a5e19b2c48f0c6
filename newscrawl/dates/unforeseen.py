"""The last step: dates with words that this package does not know, read by dateparser."""

import re
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newscrawl.dates.instants import FIRST_YEAR, Instant, local_instant

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_LONGEST = 60
_NUMBERS = re.compile(r"\d+")
_ORDERED = re.compile(r"\d\s?[./-]\s?\d")
_SECONDS = re.compile(r"\d:\d\d:\d\d")


@lru_cache(maxsize=64)
def _reader(languages: tuple[str, ...]) -> "DateDataParser | None":
    """Return dateparser for those of *languages* that it knows, or None if it knows none."""
    from dateparser.data.languages_info import language_order
    from dateparser.date import DateDataParser

    codes = [code for tag in languages if (code := tag.split("-")[0]) in language_order]
    if not codes:
        return None
    return DateDataParser(
        languages=list(dict.fromkeys(codes)),
        settings={
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "RETURN_TIME_AS_PERIOD": True,
            # Otherwise dateparser looks at the clock.
            "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001
        },
    )


def read_unforeseen(
    text: str, *, zone: ZoneInfo | None, now: datetime, languages: tuple[str, ...]
) -> Instant | None:
    """Return the instant that *text* names in one of *languages*, or None.

    Only short texts with a day, a year and the month in letters are tried: dateparser takes
    milliseconds for others, and reads ``05/10/2025`` either way. A text with a zone is refused.
    """
    numbers = [int(number) for number in _NUMBERS.findall(text[:_LONGEST])]
    if len(text) > _LONGEST or len(numbers) < 2 or _ORDERED.search(text):
        return None
    if not any(FIRST_YEAR <= number <= now.year + 1 for number in numbers):
        return None
    reader = _reader(languages)
    data = reader.get_date_data(text) if reader else None
    found = data.date_obj if data else None
    # dateparser's own table of zones takes AMT for the Amazon.
    if data is None or found is None or found.tzinfo is not None:
        return None
    if data.period == "time":
        precision = "second" if _SECONDS.search(text) else "minute"
    else:
        precision, found = "day", found.replace(hour=0, minute=0, second=0)
    return local_instant(found.replace(microsecond=0), precision, text, zone=zone, now=now)
