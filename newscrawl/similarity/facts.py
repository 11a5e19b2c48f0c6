"""What two texts say of figures and names: what they agree in, and where they contradict."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from newscrawl.similarity.texts import FIGURE, NAME, Context, Place, Text, value


@dataclass(frozen=True)
class Facts:
    """How far two texts agree in figures and names; what nobody asks for is not computed."""

    a: Text
    b: Text

    @cached_property
    def _compared(self) -> tuple[frozenset[str], Text]:
        """Facts of the text that has fewer, and the other text."""
        a, b = self.a, self.b
        facts = (a.figures, b.figures)
        if min(map(len, facts)) < 3:
            facts = (a.figures | a.names, b.figures | b.names)
        return (facts[0], b) if len(facts[0]) <= len(facts[1]) else (facts[1], a)

    @property
    def count(self) -> int:
        """Of the text that has fewer: its figures, or with few figures all its facts."""
        return len(self._compared[0])

    @cached_property
    def agreement(self) -> float:
        """Those that the other text has, too."""
        fewer, other = self._compared
        return sum(fact in other.counts for fact in fewer) / len(fewer) if fewer else 1.0

    @cached_property
    def novel_figures(self) -> int:
        """Those that only one text has, of the text that has fewer such."""
        a, b = self.a.figures, self.b.figures
        return min(len(a - b), len(b - a))

    @property
    def novel_share(self) -> float:
        """Of these in the figures of the text that has fewer."""
        fewer = min(len(self.a.figures), len(self.b.figures))
        return self.novel_figures / fewer if fewer else 0.0

    @cached_property
    def novel_names(self) -> int:
        """As for figures."""
        a, b = self.a, self.b
        return min(len(a.names - b.counts.keys()), len(b.names - a.counts.keys()))

    @cached_property
    def novel_repeats(self) -> int:
        """As for figures: words that only one text has, and repeats."""
        a, b = self.a, self.b
        return min(len(a.repeated - b.counts.keys()), len(b.repeated - a.counts.keys()))

    @property
    def has_names(self) -> bool:
        """Whether both scripts tell names from other words."""
        return self.a.has_capitals and self.b.has_capitals

    @property
    def is_about_other(self) -> bool:
        """Whether each headline names what the other text does not know."""
        a, b = self.a, self.b
        one = [word for word in a.subjects if value(word) not in b.counts]
        other = [word for word in b.subjects if value(word) not in a.counts]
        return bool(one and other) and not any(_is_spelling(x, y) for x in one for y in other)

    @property
    def is_of_other_day(self) -> bool:
        """Whether both name days, and none that the other names."""
        one, other = self.a.days, self.b.days
        return bool(one and other) and one.isdisjoint(other)


@dataclass(frozen=True)
class Contradictions:
    """How often something else stands in the same place of two texts."""

    figures: int
    names: int
    subjects: int
    """Those of a headline: see :attr:`Text.subjects`."""

    words: int
    """Words, where names cannot be told: those that are another in more than one place, and those
    that each text repeats."""

    @classmethod
    def of(cls, a: Text, b: Text) -> "Contradictions":
        pairs = _contradictions(a, b)
        return cls(
            sum(mark == FIGURE for mark, _, _ in pairs),
            sum(mark == NAME for mark, _, _ in pairs),
            sum(mark != FIGURE and (x in a.subjects or y in b.subjects) for mark, x, y in pairs),
            sum(
                not mark and (times > 1 or (value(x) in a.repeated and value(y) in b.repeated))
                for (mark, x, y), times in pairs.items()
            ),
        )


def _is_spelling(word: str, other: str) -> bool:
    """Whether two words are one name, spelt in two ways.

    >>> _is_spelling("zelenskyy", "zelenski"), _is_spelling("aliev", "aliyev")
    (True, True)
    >>> _is_spelling("peru", "nepal"), _is_spelling("12", "123")
    (False, False)
    """
    is_figure = word[0].isdecimal() or other[0].isdecimal()
    return not is_figure and SequenceMatcher(None, word, other, autojunk=False).ratio() > 0.75


Contradiction = tuple[str, str, str]
"""A mark, the word in one text and that in the other."""

_Found = tuple[Contradiction, int]
"""With the number of its place."""


def _contradictions(a: Text, b: Text) -> Counter[Contradiction]:
    """Return what stands in the same place of two texts and differs, and how often.

    Three words around are enough to say that a place is the same, if one text has what the other
    has nowhere; for figures two, if each text has these two only once. Elsewhere two are enough if
    neither text has what the other has. Two figures that have changed places count, too.
    """
    tight = _differing(
        [(place, place.tight) for place in a.places if place.mark],
        [(place, place.tight) for place in b.places if place.mark],
    ) | _differing(
        [(place, place.loose) for place in a.places if place.mark == FIGURE],
        [(place, place.loose) for place in b.places if place.mark == FIGURE],
        once=True,
    )
    pairs = {
        (pair, number)
        for pair, number in tight
        if value(pair[1]) not in b.counts or value(pair[2]) not in a.counts
    } | _differing(
        [(place, place.loose) for place in a.places if place.value not in b.counts],
        [(place, place.loose) for place in b.places if place.value not in a.counts],
    )
    pairs |= _swapped(tight)
    return Counter(pair for pair, _ in pairs if not _is_spelling(pair[1], pair[2]))


def _swapped(found: set[_Found]) -> set[_Found]:
    """Return the two figures that stand the other way round elsewhere, as 3:1 and 1:3."""
    pairs = {pair for pair, _ in found if pair[0] == FIGURE}
    return {each for each in found if (each[0][0], each[0][2], each[0][1]) in pairs}


_MOST_PLACES = 10
"""Words around that one text has more often say nothing of a place: they are those of a table."""

_Placed = list[tuple[Place, tuple[Context, ...]]]


def _differing(one: _Placed, other: _Placed, *, once: bool = False) -> set[_Found]:
    """Return what *one* and *other* have in the same contexts, if nothing of it is the same, with
    the number of its place in *other*.

    :param once: leave out contexts that either has more than once, and those without two words.
    """
    before: defaultdict[tuple[str, Context], set[Place]] = defaultdict(set)
    for place, contexts in one:
        for context in contexts:
            before[place.mark, context].add(place)
    after: defaultdict[tuple[str, Context], list[tuple[Place, int]]] = defaultdict(list)
    for number, (place, contexts) in enumerate(other):
        for context in contexts:
            if (place.mark, context) in before:
                after[place.mark, context].append((place, number))
    return {
        ((mark, there.word, here.word), number)
        for (mark, context), found in after.items()
        if max(len(found), len(before[mark, context])) <= _MOST_PLACES
        if not once or (len(found) == len(before[mark, context]) == 1 and _has_words(context))
        if {place.value for place in before[mark, context]}.isdisjoint(
            place.value for place, _ in found
        )
        for there in before[mark, context]
        for here, number in found
    }


def _has_words(context: Context) -> bool:
    return all(word and word not in (FIGURE, NAME) for word in context)
