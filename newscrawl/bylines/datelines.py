"""Datelines: the place, the day and the wire service that a story begins with."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newscrawl.bylines.agencies import service
from newscrawl.bylines.names import capitalised
from newscrawl.bylines.words import fold

_LONGEST = 90
_MOST_SEGMENTS = 5
_PLACE_WORDS = 3
_SEPARATOR = re.compile(r"\s*(?:[,،.։:՝()\[\]/]|\s[-–—]+(?=\s|$)|[-–—]+(?=\s|$))\s*")
_BRACKETS = "()[]/"
_BEHIND = re.compile(r"[)\]/]\s*(?:[-–—:.։]|$)")
_DIGIT = re.compile(r"\d")
_COMMON_WORDS = frozenset({"Trend", "Report"})
"""Services of Baku whose names begin sentences too: they are read behind their city alone."""
_THEIR_CITY = frozenset({"baku", "bakı", "bakou", "баку"})


class _Segment(NamedTuple):
    text: str
    rest: str
    """What follows, with the separator."""


def dateline_service(start: str) -> str | None:
    """Return the wire service of the dateline that *start* begins with, as printed, or None.

    A dateline has a place, perhaps a day, and a service that is set apart from the text.

    >>> dateline_service("KYIV, March 4 (Reuters) - The river"), dateline_service("Bakı. Trend: It")
    ('Reuters', 'Trend')
    >>> dateline_service("The river rose, Reuters reported."), dateline_service("Trend: it rises")
    (None, None)
    """
    place = ""
    for segment in _segments(start):
        if not place:
            if not _may_be_place(segment.text):
                return None
            place = segment.text
        elif (agency := service(segment.text)) and _is_written_as_name(segment.text, agency):
            is_common = agency in _COMMON_WORDS and fold(place) not in _THEIR_CITY
            return None if is_common or not _is_set_apart(segment) else segment.text
        elif not (_DIGIT.search(segment.text) or _may_be_place(segment.text)):
            return None
    return None


def _segments(start: str) -> Iterator[_Segment]:
    begin = 0
    for number, separator in enumerate(_SEPARATOR.finditer(start[:_LONGEST])):
        text = start[begin : separator.start()].strip()
        if text:
            yield _Segment(text, start[separator.start() :])
        begin = separator.end()
        if number >= 2 * _MOST_SEGMENTS:
            return
    if begin and len(start) <= _LONGEST and (text := start[begin:].strip()):
        yield _Segment(text, "")


def _may_be_place(text: str) -> bool:
    """Whether *text* is a few words that start with a capital, if their script has any."""
    words = text.split()
    return len(words) <= _PLACE_WORDS and all(
        word[0].isalpha() and capitalised(word) for word in words
    )


def _is_written_as_name(text: str, agency: str) -> bool:
    """Whether *text* has a capital, unless the service, as ``dpa``, or its script has none."""
    return text == agency or capitalised(text)


def _is_set_apart(segment: _Segment) -> bool:
    """Whether the service ends the dateline: brackets close and a stop follows, or a stop does."""
    rest = segment.rest.lstrip()
    if rest[:1] and rest[0] in _BRACKETS:
        return bool(_BEHIND.match(rest))
    return rest[:1] not in (",", "،")
