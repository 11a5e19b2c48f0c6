"""The day that an article's address names."""

import re
from datetime import date
from urllib.parse import urlsplit

from newscrawl.dates import jalali

_YEAR = r"(19[9]\d|20\d\d|1[34]\d\d)"
_SHAPES = (
    re.compile(rf"/{_YEAR}/(\d\d?)/(\d\d?)(?=/|$)"),
    re.compile(rf"/{_YEAR}-(\d\d)-(\d\d)(?=[-_/]|$)"),
    re.compile(r"/(19[9]\d|20\d\d)(\d\d)(\d\d)/"),
)
"""Segments of a path. Eight digits are a day only where the path goes on: last, they are an id."""


def date_in_url(url: str) -> date | None:
    """Return the day of publication that the path of *url* names, or None.

    A Jalali year is read as such. A date inside a slug is what the article is about, and more
    digits than a date has are an id.

    >>> date_in_url("https://news.example/en/news/2025/10/13/Flood-gates/3120456")
    datetime.date(2025, 10, 13)
    >>> date_in_url("https://news.example/en/202510134821") is None
    True
    """
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    for shape in _SHAPES:
        if match := shape.search(path):
            year, month, day = map(int, match.groups())
            try:
                if jalali.is_jalali(year):
                    return jalali.gregorian(year, month, day)
                return date(year, month, day)
            except ValueError:
                return None
    return None
