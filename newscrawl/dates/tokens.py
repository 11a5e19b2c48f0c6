"""A printed date as a row of tokens."""

import re
from functools import lru_cache

from newscrawl.dates.lexicon import REFUSED, UNKNOWN, Token, month_in, word_token

_FILLING = r"[\s,.|/\\\-–—−·•:;@()\[\]،؛…、，。]*"

_TOKEN = re.compile(
    rf"""(?:
    (?=\d)(?:
      (?P<i>(?P<y1>\d{{4}})\s?(?P<s1>[./-])\s?(?P<m1>\d\d?)\s?(?P=s1)\s?(?P<d1>\d\d?)(?![\d:])
        (?:T(?=\d))?)
    | (?P<n>(?P<d2>\d\d?)\s?(?P<s2>[./-])\s?(?P<m2>\d\d?)\s?(?P=s2)\s?
        (?P<y2>\d{{4}}|\d\d)(?![\d:]))
    | (?P<c>(?P<y3>\d{{4}})\s?[年년]\s?(?P<m3>\d\d?)\s?[月월]\s?(?P<d3>\d\d?)\s?[日일])
    | (?P<t>(?P<hour>\d\d?)(?:\s?[:：hч]\s?(?P<minute>\d\d)|[時时시点點]\s?(?P<minute2>\d\d?)[分분])
        (?!\d)(?:[:：](?P<second>\d\d)(?!\d)(?:[.,]\d{{1,9}})?)?)
        # 10:00-11:00 is an hour of a programme: minus and colon are an offset only after seconds.
        (?:\s?(?P<east>\+\d\d:?\d\d|[−-]\d{{4}}|(?(second)[−-]\d\d:\d\d|(?!)))(?![\d:]))?
    | (?P<q>(?P<hour2>\d\d?)\.(?P<minute3>\d\d)(?![\d.]))
    | (?P<number>\d+)
    )
    | (?P<z>(?:UTC|GMT)\s?(?P<east2>[+−–-]\s?\d\d?(?::?\d\d)?)(?!\d))
    | (?P<h>(?:tháng|thg)\s(?P<month>\d\d?)(?!\d))
    | (?P<p>(?:(?P<am>[ap])\.?\s?m|(?P<am2>ق|π)\.\s?(?:ظ|μ)|(?:ب|μ)\.\s?(?:ظ|μ))(?!\w)\.?)
    | (?P<word>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0655\u0670\u0900-\u0963'’ʻʼ‘`॰\u200c])*)
    ){_FILLING}""",
    re.VERBOSE | re.IGNORECASE,
)
_LEADING = re.compile(_FILLING)

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\ufeff"))
"""Marks of writing direction and the like, which may stand inside a number."""

_NO_WORD = Token(UNKNOWN, ())

_MOST = 24
"""Tokens of the longest date and its update with all their labels; a longer text is none."""


def tokens_of(text: str, languages: tuple[str, ...]) -> list[Token] | None:
    """Return the tokens of *text*, or None if a sign in it belongs to no date.

    The row ends with ``?`` at the first word that is not known.
    """
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    leading = _LEADING.match(text)
    position = leading.end() if leading else 0
    tokens: list[Token] = []
    before, mark = "", 0  # the last word, and how many tokens stood in front of it
    for match in _TOKEN.finditer(text, position):
        if match.start() != position or len(tokens) > _MOST:
            return None
        position = match.end()
        stuck = bool(tokens) and tokens[-1].kind == UNKNOWN
        kind = match.lastgroup
        if kind == "word":
            printed = match["word"]
            word = word_token(f"{before} {printed}") if before else _NO_WORD
            if word.kind != UNKNOWN:
                del tokens[mark:]
            elif stuck:
                return tokens
            else:
                mark = len(tokens)
                word = word_token(printed)
            before = printed
            if word.kind:
                tokens.append(_month_of(word, languages) if word.kind == "h" else word)
        elif stuck:
            return tokens
        else:
            before = ""
            if kind == "p" and match[0].lower().startswith("am") and not _ends_in_clock(tokens):
                continue  # the German word: "am 4. März um 18:05 Uhr"
            if kind == "number":
                tokens.append(_number(match["number"]))
            else:
                tokens += _numeric(kind or "", match)
    return tokens if position == len(text) else None


def _ends_in_clock(tokens: list[Token]) -> bool:
    return bool(tokens) and tokens[-1].kind in "tqd"


def _month_of(word: Token, languages: tuple[str, ...]) -> Token:
    month = month_in(word.text, languages)
    return Token("m", (month,)) if month else Token(REFUSED, ())


@lru_cache(maxsize=1024)
def _number(digits: str) -> Token:
    size = len(digits)
    return Token("d" if size < 3 else "y" if size == 4 else REFUSED, (int(digits),))


def _numeric(kind: str, match: re.Match[str]) -> list[Token]:
    group = match.group
    if kind in ("t", "east"):
        numbers = [int(group("hour")), int(group("minute") or group("minute2"))]
        if group("second"):
            numbers.append(int(group("second")))
        clock = Token("t", tuple(numbers))
        return [clock, _offset(group("east"))] if kind == "east" else [clock]
    if kind == "z":
        return [_offset(group("east2"))]
    if kind == "n":
        numbers = [int(group("d2")), int(group("m2")), int(group("y2"))]
        return [Token("n" if len(group("y2")) == 4 else "k", tuple(numbers), group("s2"))]
    if kind == "p":
        half = group("am") or group("am2")
        return [Token("p", (0 if half in ("a", "A", "ق", "π", "Π") else 12,))]
    if kind == "h":
        return [Token("m", (int(group("month")),))]
    names = {"i": ("y1", "m1", "d1"), "c": ("y3", "m3", "d3"), "q": ("hour2", "minute3")}[kind]
    return [Token("q" if kind == "q" else "i", tuple(int(group(name)) for name in names))]


def _offset(printed: str) -> Token:
    """Read ``+4``, ``+04``, ``+0400``, ``+4:30`` or ``- 04:00``."""
    digits = re.sub(r"\D", "", printed)
    hours, minutes = (digits, "0") if len(digits) < 3 else (digits[:-2], digits[-2:])
    if int(minutes) > 59:
        return Token(REFUSED, ())
    east = int(hours) * 60 + int(minutes)
    return Token("z", (east if printed[0] == "+" else -east,))
