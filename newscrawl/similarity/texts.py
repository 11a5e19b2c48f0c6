"""A text prepared for comparison: its shingles, its facts, and where these stand."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from newscrawl.similarity.days import Day, days_in

LEAD_WORDS = 50
"""First words of a body: they say what the story is."""

_MAX_CHARS = 40_000
"""What follows in a longer text is not read."""

_MAX_HEADLINE = 1000

_CACHED_WORDS = 50_000

_TOKENS = re.compile(
    r"""
      \d{1,3} (?: [ \u00a0\u202f.,٬٫] \d{3} )+ (?: [.,٫] \d+ )? (?!\d)   # 1,234,567.8
    | \d+ (?: [.,٫] \d+ )*                                               # 12.5, 05.10.2026
    | [^\W_]+
    """,
    re.VERBOSE,
)
_ENDS = re.compile(r"[.!?…։؟:\n“”«»\"„]")
"""What stands before a capital letter that grammar asks for."""

_STEM = 5
"""Letters by which two names, or two forms of one, are held for the same."""

Context = tuple[str, ...]


class Place(NamedTuple):
    """Where a word or a fact stands, and what stands there."""

    value: str
    """Of a figure its digits, else the stem of the (last) word."""

    word: str
    """The same, whole."""

    mark: str
    """``FIGURE``, ``NAME`` or nothing."""

    tight: tuple[Context, ...]
    """Three words around it, facts masked, in two ways."""

    loose: tuple[Context, ...]
    """Two words around it, in three ways."""


FIGURE, NAME = "#", "@"
_MARKS = (FIGURE, NAME)


@lru_cache(maxsize=_CACHED_WORDS)
def stem(word: str) -> str:
    """Return what is compared of a name: its first letters, without diacritics and case.

    >>> stem("Şəkidən"), stem("Алиевым"), stem("Türkiye")
    ('səkid', 'алиев', 'turki')
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


def value(word: str) -> str:
    """Return what is compared of *word*, a figure or not."""
    return digits(word) if word[0].isdecimal() else stem(word)


@dataclass(frozen=True)
class Text:
    """Headline and body of one article. What is derived from them is computed once, when asked
    for."""

    headline: str | None
    body: str | None

    def prepare(self) -> None:
        """Compute all that a comparison may ask for, for one who wants to know when."""
        _ = (
            self.shingles,
            self.lead,
            self.figures,
            self.counts,
            self.subjects,
            self.places,
            self.heading,
            self.days,
            self.repeated,
        )

    @cached_property
    def _headline(self) -> str:
        return unicodedata.normalize("NFKC", (self.headline or "")[:_MAX_HEADLINE])

    @cached_property
    def _heading(self) -> list[str]:
        """Words of the headline, as compared."""
        return list(map(str.casefold, _TOKENS.findall(self._headline)))

    @cached_property
    def _normal(self) -> str:
        return unicodedata.normalize("NFKC", (self.body or "")[:_MAX_CHARS])

    @cached_property
    def _matches(self) -> tuple[str, list[re.Match[str]], list[str]]:
        """The body, its words as they are printed, and as compared."""
        return self._normal, list(_TOKENS.finditer(self._normal)), self._words

    @cached_property
    def _words(self) -> list[str]:
        """Of the body, as compared."""
        # Most texts are told apart by their words alone: no match is made for each of them.
        return list(map(str.casefold, _TOKENS.findall(self._normal)))

    @cached_property
    def words(self) -> list[str]:
        """Of headline and body, as compared."""
        return [*self._heading, *self._words]

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Hashes of the runs of three words; they mean nothing in another process."""
        return _shingles(self.words)

    @cached_property
    def lead(self) -> frozenset[int]:
        """Shingles of the first :data:`LEAD_WORDS` words of the body."""
        return _shingles(self._words[:LEAD_WORDS])

    @cached_property
    def has_capitals(self) -> bool:
        """Whether the script tells names by a capital letter: Georgian and Persian do not."""
        first = Counter(word[0] for word in self._words if not word[0].isdecimal())
        return 2 * sum(n for char, n in first.items() if char.title() != char) > first.total()

    @cached_property
    def _names(self) -> frozenset[str]:
        """Words of the body, as compared, that have a capital letter where grammar asks for none,
        or more than once, and that are nowhere without one. A headline counts if it is a sentence:
        if not each of its words has one."""
        if not self.has_capitals:
            return frozenset()
        text, matches, words = self._matches
        names, small = set[str](), set[str]()
        printed = _TOKENS.findall(self._headline)
        is_sentence = any(word.islower() and len(word) > 3 for word in printed)
        initial = {word.casefold() for word in printed if is_sentence and word[0].isupper()}
        end = 0
        for match, word in zip(matches, words, strict=True):
            if not match[0][0].isupper():
                small.add(word)
            elif word in initial or (end and not _ENDS.search(text, end, match.start())):
                names.add(word)
            else:
                initial.add(word)
            end = match.end()
        return frozenset(names - small)

    @cached_property
    def places(self) -> list[Place]:
        """Of the facts of headline and body in reading order, the words of one name together; where
        names cannot be told, of all words."""
        heading, matches = self._headline, list(_TOKENS.finditer(self._headline))
        return [*self._placed(heading, matches, self._heading), *self._placed(*self._matches)]

    def _placed(self, text: str, matches: list[re.Match[str]], words: list[str]) -> list[Place]:
        masked: list[tuple[str, str, str]] = []
        end = 0
        for match, word in zip(matches, words, strict=True):
            if word[0].isdecimal():
                masked.append((FIGURE, digits(word), word))
            elif word in self._names:
                if masked and masked[-1][0] == NAME and text[end : match.start()].isspace():
                    masked.pop()
                masked.append((NAME, stem(word), word))
            else:
                masked.append((word, "" if self.has_capitals else stem(word), word))
            end = match.end()
        edge = ("", "")
        seen = (*edge, *(mask for mask, _, _ in masked), *edge)
        return [
            Place(
                value,
                word,
                mask if mask in _MARKS else "",
                (
                    ("<", *seen[at : at + 2], seen[at + 3]),
                    (">", seen[at + 1], *seen[at + 3 : at + 5]),
                ),
                (
                    ("<", *seen[at : at + 2]),
                    (">", *seen[at + 3 : at + 5]),
                    ("-", seen[at + 1], seen[at + 3]),
                ),
            )
            for at, (mask, value, word) in enumerate(masked)
            if value
        ]

    @cached_property
    def figures(self) -> frozenset[str]:
        """Of headline and body."""
        return frozenset(digits(word) for word in self.words if word[0].isdecimal())

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of the words of names."""
        return frozenset(map(stem, self._names))

    @cached_property
    def days(self) -> frozenset[Day]:
        """Those that headline and body name."""
        return days_in(self.words)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often headline and body have each stem, and each figure."""
        counts = Counter[str]()
        for word, times in Counter(self.words).items():
            counts[value(word)] += times
        return counts

    @cached_property
    def repeated(self) -> frozenset[str]:
        """Stems of the words that headline and body have more than once."""
        return frozenset(
            word for word, times in self.counts.items() if times > 1 and not word[0].isdecimal()
        )

    @cached_property
    def heading(self) -> frozenset[str]:
        """Words of the headline, as compared."""
        return frozenset(self._heading)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """What the headline names: its figures, and those of its words that the body has as names.

        Where names cannot be told: its words that the body repeats.
        """
        if self.has_capitals:
            return frozenset(
                word for word in self.heading if word[0].isdecimal() or word in self._names
            )
        return frozenset(
            word for word in self.heading if word[0].isdecimal() or self.counts[stem(word)] > 2
        )


def _shingles(words: list[str]) -> frozenset[int]:
    return frozenset(map(hash, zip(words, words[1:], words[2:], strict=False)))
