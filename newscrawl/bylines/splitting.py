"""A line of a byline cut where one name ends and the next begins."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from newscrawl.bylines.words import (
    AND,
    AND_SHORT,
    CUT,
    DESKS,
    MONTHS,
    NOT_NAMES,
    QUALIFIERS,
    STOP,
    TIMES,
    fold,
)
from newscrawl.text import plain

FULL_NAME = 2
"""Words of a name that is believed without a label."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ADDRESS = re.compile(
    r"\S*@\S+|(?:https?://|www\.)\S+"
    r"|(?<![\w.])(?=[\d-]*[a-z])(?:[\w-]+\.)+[a-z]{2,4}(?:/\S*)?(?![\w.])"
)
_COLON = re.compile(r"\s*(?<!\d)[:：՝](?!\S*[:：])\s*")
_READING_TIME = re.compile(r"\b\d{1,3}[ -]?min(?:ute)?s?\.?(?:[ -]read)?\b", re.IGNORECASE)
_JUNIOR = re.compile(r",\s+(?=(?:[JS]r|I{2,3}|IV)\b)")
_BREAKS = re.compile(
    r"[\n\t|•;·()\[\]{}<>►▪●✉×→\u2028]+|(?:^|\s)[-–—−~]+(?=\s|$)|\s//\s|\s\.(?=\s)"
)
_COMMAS = re.compile(r"[,，、،/]|\s\+(?=\s)")
_QUOTES = str.maketrans("", "", '"“”„«»*')
_DIGIT = re.compile(r"\d")
_HOST = re.compile(r"(?:www\.)?([\w-]{3,})(?:\.[a-z]{2,3})?\.[a-z]{2,}")
_AFTER_NAME = CUT | STOP
_ACRONYM = re.compile(r"[A-Z]{3,5}")
_DEPARTMENT = DESKS | QUALIFIERS
_LONGEST = 600
_LONGEST_DATE = 5


def tidy(text: str) -> str:
    """Return *text* without markup and, line by line, without superfluous white space.

    >>> tidy("By  Ada O&#039;Quill<br>\\n")
    "By Ada O'Quill"
    """
    text = text[:_LONGEST]
    if "<" in text or "&" in text:
        text = _TAG.sub("\n", html.unescape(text))
    return "\n".join(line for line in map(plain, text.splitlines()) if line)


@lru_cache(maxsize=256)
def own_name_patterns(own_names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return the patterns that find an outlet's own names in a line.

    A name of several words is the outlet's wherever it stands. One of a single word could be
    part of a person's: it is the outlet's only as a whole entry or at the end of one.
    """
    names = {plain(name) for name in own_names}
    names |= {host[1] for name in names if (host := _HOST.fullmatch(name.casefold()))}
    long = sorted((re.escape(name) for name in names if " " in name), key=len, reverse=True)
    short = sorted((re.escape(name) for name in names if name and " " not in name), reverse=True)
    patterns = []
    if long:
        patterns.append(rf"(?<!\w)(?:the\s+)?(?:{'|'.join(long)})(?!\w)")
    if short:
        patterns.append(
            r"(?:^|(?<=[|,(/;–—-])|(?<=\w\s\w)(?=\w)|(?<=\w))\s*\b(?:the\s+)?"
            rf"(?:{'|'.join(short)})(?=\s*(?:$|[|,)/;]))"
        )
    return tuple(re.compile(pattern, re.IGNORECASE | re.MULTILINE) for pattern in patterns)


def sections(line: str, own: tuple[re.Pattern[str], ...]) -> list[str]:
    """Return what stands between the breaks of *line*, without addresses and own names.

    >>> sections("Ada Quill | ada@quill.example (Reuters)", ())
    ['Ada Quill', 'Reuters']
    """
    line = _READING_TIME.sub(" | ", _ADDRESS.sub(" | ", line))
    line = _JUNIOR.sub(" ", line.translate(_QUOTES))
    for pattern in own:
        line = pattern.sub(" | ", line)
    found = _BREAKS.split(_COLON.sub(": ", line))
    return [stripped for section in found if (stripped := section.strip())]


def first_section(line: str) -> str:
    """Return what stands before the first break of *line*.

    >>> first_section("News Desk | 4 March 2025")
    'News Desk'
    """
    return next((part.strip() for part in _BREAKS.split(line) if part.strip()), "")


def entries(words: list[str], not_and: frozenset[str]) -> Iterator[tuple[list[str], bool]]:
    """Yield the words between commas and words such as "and"; and whether a comma led to them."""
    for number, chunk in enumerate(_COMMAS.split(" ".join(words))):
        entry: list[str] = []
        listed = number > 0
        chunk_words = chunk.split()
        for place, word in enumerate(chunk_words):
            key = fold(word)
            if (
                key not in AND
                or key in not_and
                or (not place and word != key)
                or (key in AND_SHORT and not (_full(entry) and _full(chunk_words[place + 1 :])))
            ):
                entry.append(word)
                continue
            if entry:
                yield entry, listed
            entry = []
            listed = False
        if entry:
            yield entry, listed


def _full(words: list[str]) -> bool:
    return sum(word[0].isupper() for word in words) >= FULL_NAME


def until_cut(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the words of a name and those that begin something else.

    >>> until_cut("Ada Quill in Kyiv".split())
    (['Ada', 'Quill'], ['in', 'Kyiv'])
    >>> until_cut("Ada Quill XYZ News".split())
    (['Ada', 'Quill'], ['XYZ', 'News'])
    """
    for place, word in enumerate(words):
        key = fold(word.strip(".,"))
        if (word == key and key in _AFTER_NAME) or (place >= FULL_NAME and key in NOT_NAMES):
            return words[:place], words[place:]
        if _ACRONYM.fullmatch(word) and any(fold(w) in _DEPARTMENT for w in words[place + 1 :][:1]):
            return words[:place], words[place:]
    return words, []


def undated(words: list[str]) -> list[str]:
    """Return *words* up to the date or time that follows a name, or after one before it.

    >>> undated("Ada Quill March 4".split()), undated("4 March 2025 Ada Quill".split())
    (['Ada', 'Quill'], ['Ada', 'Quill'])
    """
    figures = [place for place, word in enumerate(words) if _DIGIT.search(word)]
    if figures and (not figures[0] or (figures[0] == 1 and _bare(words[0]) in MONTHS)):
        last = max(place for place in figures if place < _LONGEST_DATE)
        figures = [place - last - 1 for place in figures if place > last]
        words = words[last + 1 :]
    dated = bool(figures)
    if figures:
        words = words[: figures[0]]
        if words and _bare(words[-1]) in MONTHS:
            words = words[:-1]
    while words and _of_a_date(words[-1], dated):
        words = words[:-1]
    while words and _of_a_date(words[0], dated):
        words = words[1:]
    return words


def once(words: list[str]) -> list[str]:
    """Return *words* without the repetition of a name that a page prints twice in a row."""
    for size in (2, 3, 4):
        if len(words) >= 2 * size and words[:size] == words[size : 2 * size]:
            return words[:size]
    if len(words) > FULL_NAME and words[-1] == words[0]:
        return words[:-1]
    return words


def _of_a_date(word: str, dated: bool) -> bool:
    """Whether *word* belongs to a date; in capitals, "AT" does only beside a figure."""
    return _bare(word) in TIMES and (dated or len(word) > FULL_NAME or word.islower())


def _bare(word: str) -> str:
    return fold(word.strip(".,:"))
