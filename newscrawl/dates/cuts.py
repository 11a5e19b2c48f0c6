"""The date that stands in a line beside the names of places and outlets."""

import re
from itertools import groupby

from newscrawl.dates.lexicon import UNKNOWN, Token
from newscrawl.dates.tokens import tokens_of

_LONGEST = 320
_PIECE = re.compile(r"(?:(?!\s[/-]\s)[^,،;|•·∙●│–—])+")


def date_with_clock(line: str) -> str | None:
    """Return the part of *line* that is a full date and its time of day, or None.

    A line is cut at commas, bars and dashes alone: a word beside the clock that is not known may
    be a zone or a half of the day, without which the clock is wrong.

    >>> date_with_clock("Gazette.example, 4 Mar 2031 - 18:05, Quillby, Inkshire")
    '4 Mar 2031 - 18:05'
    >>> date_with_clock("Quillby, 4 March 2031, 18:05 QXT") is None
    True
    """
    if len(line) > _LONGEST:
        return None
    pieces = [match for match in _PIECE.finditer(line) if match.group().strip()]
    for is_known, run in groupby(pieces, key=_is_of_a_date):
        first, *rest = run
        part = line[first.start() : (rest or [first])[-1].end()].strip()
        if is_known and _has_day_and_clock(tokens_of(part, ())):
            return part
    return None


def _is_of_a_date(piece: re.Match[str]) -> bool:
    tokens = tokens_of(piece.group().strip(), ())
    return tokens is not None and not any(token.kind == UNKNOWN for token in tokens)


def _has_day_and_clock(tokens: list[Token] | None) -> bool:
    kinds = {token.kind for token in tokens or ()}
    return not kinds.isdisjoint("yin") and "t" in kinds
