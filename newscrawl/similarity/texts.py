"""A text prepared for comparison: its shingles, its facts, and where these stand."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

LEAD_WORDS = 50
"""First words of a body: they say what the story is."""

_MAX_CHARS = 40_000
"""What follows in a longer text is not read."""

_TOKENS = re.compile(
    r"""
      \d{1,3} (?: [ \u00a0\u202f.,٬٫] \d{3} )+ (?: [.,٫] \d+ )? (?!\d)   # 1,234,567.8
    | \d+ (?: [.,٫] \d+ )*                                               # 12.5, 05.10.2026
    | [^\W_]+
    """,
    re.VERBOSE,
)
_ENDS = re.compile(r"[.!?…։।؟:\n]|[“”«»\"„‟][^\w]*$")
"""What stands before a capital letter that grammar asks for."""

_STEM = 4
"""Letters by which two names, or two forms of one, are held for the same."""

Shingle = tuple[str, str, str]


class Fact(NamedTuple):
    """A figure or a name, at one place of a text."""

    value: str
    """Digits alone, or the first letters of the name's last word, without diacritics."""

    is_figure: bool
    contexts: tuple[tuple[str, ...], ...]
    """The words around it, other facts masked; each of them tells the place."""


def stem(word: str) -> str:
    """Return what is compared of a name: its first letters, without diacritics and case.

    >>> stem("Türkiye"), stem("Turkish"), stem("Алиевым")
    ('turk', 'turk', 'алие')
    """
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
        word = "".join(char for char in word if not unicodedata.combining(char))
    return word.casefold()[:_STEM]


def digits(token: str) -> str:
    """Return the ASCII digits of a printed number: separators do not tell two apart.

    >>> digits("1,234.5"), digits("۱۲")
    ('12345', '12')
    """
    return "".join(str(unicodedata.decimal(char)) for char in token if char.isdecimal())


@dataclass(frozen=True)
class Text:
    """Headline and body of one article. What is derived from them is computed once, when asked
    for."""

    headline: str | None
    body: str | None

    @cached_property
    def _heading(self) -> list[str]:
        return _TOKENS.findall(unicodedata.normalize("NFKC", self.headline or ""))

    @cached_property
    def _matches(self) -> tuple[str, list[re.Match[str]]]:
        text = unicodedata.normalize("NFKC", (self.body or "")[:_MAX_CHARS])
        return text, list(_TOKENS.finditer(text))

    @cached_property
    def _words(self) -> list[str]:
        """Of the body, as compared."""
        return [match[0].casefold() for match in self._matches[1]]

    @cached_property
    def words(self) -> list[str]:
        """Of headline and body, as compared."""
        return [*map(str.casefold, self._heading), *self._words]

    @cached_property
    def shingles(self) -> frozenset[Shingle]:
        return _shingles(self.words)

    @cached_property
    def lead(self) -> frozenset[Shingle]:
        """Shingles of the first :data:`LEAD_WORDS` words of the body."""
        return _shingles(self._words[:LEAD_WORDS])

    @cached_property
    def _names(self) -> frozenset[str]:
        """Words, as compared, that have a capital letter where grammar asks for none, and that
        are nowhere without one."""
        text, matches = self._matches
        capital, small = set(), set()
        end = 0
        for match in matches:
            word = match[0]
            if word[0].isupper():
                if end and not _ENDS.search(text[end : match.start()]):
                    capital.add(word.casefold())
            else:
                small.add(word)
            end = match.end()
        return frozenset(capital - small)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of all words, figures whole."""
        return frozenset(map(_value, self.words))

    @cached_property
    def facts(self) -> list[Fact]:
        """Figures and names of the body in reading order; a name's words are one fact."""
        masked: list[tuple[str, str]] = []
        for word in self._words:
            if word[0].isdecimal():
                masked.append(("#", digits(word)))
            elif word in self._names:
                if masked and masked[-1][0] == "@":
                    masked.pop()
                masked.append(("@", stem(word)))
            else:
                masked.append((word, ""))
        edge = [("", "")] * 2
        marks = [mark for mark, _ in (*edge, *masked, *edge)]
        return [
            Fact(
                value,
                mark == "#",
                (
                    (*marks[place : place + 2], mark, marks[place + 3]),
                    (marks[place + 1], mark, *marks[place + 3 : place + 5]),
                ),
            )
            for place, (mark, value) in enumerate(masked)
            if value
        ]

    @cached_property
    def values(self) -> frozenset[str]:
        """Of the facts."""
        return frozenset(fact.value for fact in self.facts)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """What the headline names: its figures, and those of its words that the body has as names.

        In a script without capital letters: its words that the body repeats.
        """
        heading = {word.casefold() for word in self._heading}
        figures = {digits(word) for word in heading if word[0].isdecimal()}
        if any(char.isupper() for char in self.body[: LEAD_WORDS * 10]):
            return frozenset(figures | {stem(word) for word in heading & self._names})
        counts = Counter(map(stem, self._words))
        return frozenset(figures | {stem(w) for w in heading if counts[stem(w)] > 1})


def _value(word: str) -> str:
    return digits(word) if word[0].isdecimal() else stem(word)


def _shingles(words: list[str]) -> frozenset[Shingle]:
    return frozenset(zip(words, words[1:], words[2:], strict=False))
