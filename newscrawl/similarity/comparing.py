"""Whether two texts are copies of one: Broder's measures, held against the facts."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from newscrawl.similarity.sketch import MIN_WORDS
from newscrawl.similarity.texts import FIGURE, NAME, Context, Place, Text, value

How = Literal["same", "near", "part"]

_LEAST = 0.08
"""Resemblance below which nothing is a copy."""

_SURE = 0.3
"""Resemblance from which agreement in most facts suffices; below it nearly all must agree."""


@dataclass(frozen=True)
class Match:
    """Two texts are copies of one.

    :param how: ``same``: the same words; ``near``: edited; ``part``: one is cut.
    :param score: above 0, at most 1: of a part how much of it is in the whole, else how much of
        both they share; in shingles.
    """

    how: How
    score: float


@dataclass(frozen=True)
class Likeness:
    """What two texts have in common; shares are of 0 to 1."""

    resemblance: float
    """Shingles of both, of those of either."""

    containment: float
    """Shingles of both, of those of the shorter."""

    leads: tuple[float, float]
    """How much of the lead of each is in the other text, the lesser first."""

    @classmethod
    def of(cls, a: Text, b: Text) -> "Likeness":
        common = len(a.shingles & b.shingles)
        one, other = sorted((_contained(a.lead, b), _contained(b.lead, a)))
        return cls(
            common / (len(a.shingles) + len(b.shingles) - common),
            common / min(len(a.shingles), len(b.shingles)),
            (one, other),
        )


@dataclass(frozen=True)
class Facts:
    """How far two texts agree in figures and names."""

    count: int
    """Of the text that has fewer: its figures, or with few figures all its facts."""

    agreement: float
    """Those that the other text has, too."""

    novel_figures: int
    """Those that only one text has, of the text that has fewer such."""

    novel_share: float
    """Of these in the figures of the text that has fewer."""

    novel_names: int
    """As for figures."""

    has_names: bool
    """Whether both scripts tell names from other words."""

    is_about_other: bool
    """Whether each headline names what the other text does not know."""

    @classmethod
    def of(cls, a: Text, b: Text) -> "Facts":
        facts = (a.figures, b.figures)
        if min(map(len, facts)) < 3:
            facts = (a.figures | a.names, b.figures | b.names)
        fewer, other = (facts[0], b) if len(facts[0]) <= len(facts[1]) else (facts[1], a)
        novel = min(len(a.figures - b.figures), len(b.figures - a.figures))
        return cls(
            len(fewer),
            sum(fact in other.counts for fact in fewer) / len(fewer) if fewer else 1.0,
            novel,
            novel / min(len(a.figures), len(b.figures)) if novel else 0.0,
            min(len(a.names - b.counts.keys()), len(b.names - a.counts.keys())),
            a.has_capitals and b.has_capitals,
            _are_about_others(a, b),
        )


@dataclass(frozen=True)
class Contradictions:
    """How often something else stands in the same place of two texts."""

    figures: int
    names: int
    subjects: int
    """Of these, names of a headline."""

    words: int
    """Words, where names cannot be told: those that are another in more than one place, and those
    of a headline that both texts repeat."""

    @classmethod
    def of(cls, a: Text, b: Text) -> "Contradictions":
        pairs = _contradictions(a, b)
        return cls(
            sum(mark == FIGURE for mark, _, _ in pairs),
            sum(mark == NAME for mark, _, _ in pairs),
            sum(mark == NAME and (x in a.subjects or y in b.subjects) for mark, x, y in pairs),
            sum(
                not mark and (times > 1 or _is_repeated(a, x, b, y))
                for (mark, x, y), times in pairs.items()
            ),
        )


def copies(a: Text, b: Text) -> Match | None:
    """Say how *a* and *b* are copies of one text, or None if they are not."""
    if min(len(a.words), len(b.words)) < MIN_WORDS:
        return None
    if a.words == b.words:
        return Match("same", 1.0)
    like = Likeness.of(a, b)
    match = judged(like)
    if not match:
        return None
    facts = Facts.of(a, b)
    if disagree(facts, like) or contradict(Contradictions.of(a, b), facts, like):
        return None
    return match


def judged(like: Likeness) -> Match | None:
    """Say what two texts are that have so much in common, unless their facts contradict."""
    lesser, greater = like.leads
    if like.resemblance < _LEAST or greater < 0.15:
        return None
    if like.containment > 2.5 * like.resemblance:
        return Match("part", like.containment) if lesser >= 0.4 else None
    if like.resemblance < 0.5 and lesser < greater / 3:
        return None
    return Match("near", like.resemblance)


def disagree(facts: Facts, like: Likeness) -> bool:
    """Say whether two texts have too many facts of their own to be one, for so much in common."""
    if facts.is_about_other:
        return True
    if facts.novel_share > (0.2 if like.resemblance >= 0.5 else 0.1):
        return True
    if _is_faint(like):
        return (
            facts.count < (3 if facts.has_names else 5)
            or facts.agreement < 0.8
            or facts.novel_figures > 0
            or facts.novel_names > 2
        )
    if facts.count < 3:
        return like.containment < 0.7
    return facts.agreement < (0.8 if facts.count < 6 and facts.novel_names else 0.6)


def contradict(found: Contradictions, facts: Facts, like: Likeness) -> bool:
    """Say whether two texts contradict each other: one name may be another, such as that of the
    service which is credited, if all else agrees."""
    if found.figures or found.subjects or found.words or found.names > 1:
        return True
    return found.names == 1 and (
        _is_faint(like) or facts.count < 3 or facts.agreement < 0.8 or facts.novel_names > 2
    )


def _is_faint(like: Likeness) -> bool:
    return max(like.resemblance, like.containment / 2) < _SURE


def _are_about_others(a: Text, b: Text) -> bool:
    one = [word for word in a.subjects if value(word) not in b.counts]
    other = [word for word in b.subjects if value(word) not in a.counts]
    return bool(one and other) and not any(_is_spelling(x, y) for x in one for y in other)


def _is_spelling(word: str, other: str) -> bool:
    """Whether two words are one name, spelt in two ways.

    >>> _is_spelling("zelenskyy", "zelenski"), _is_spelling("aliev", "aliyev")
    (True, True)
    >>> _is_spelling("peru", "nepal"), _is_spelling("12", "123")
    (False, False)
    """
    is_figure = word[0].isdecimal() or other[0].isdecimal()
    return not is_figure and SequenceMatcher(None, word, other, autojunk=False).ratio() > 0.75


def _is_repeated(a: Text, x: str, b: Text, y: str) -> bool:
    """Whether a headline has *x* or *y*, and *a* repeats *x* and *b* repeats *y*."""
    is_heading = x in a.heading or y in b.heading
    return is_heading and a.counts[value(x)] > 1 and b.counts[value(y)] > 1


def _contained(lead: frozenset[int], text: Text) -> float:
    return len(lead & text.shingles) / len(lead) if lead else 0.0


Contradiction = tuple[str, str, str]
"""A mark, the word in one text and that in the other."""


def _contradictions(a: Text, b: Text) -> Counter[Contradiction]:
    """Return what stands in the same place of two texts and differs, and how often.

    Three words around are enough to say that a place is the same, if one text has what the other
    has nowhere; for figures two, if each text has these two only once. Elsewhere two are enough if
    neither text has what the other has.
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
    return Counter(pair for pair, _ in pairs if not _is_spelling(pair[1], pair[2]))


_Placed = list[tuple[Place, tuple[Context, ...]]]


def _differing(
    one: _Placed, other: _Placed, *, once: bool = False
) -> set[tuple[Contradiction, int]]:
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
        if not once or (len(found) == len(before[mark, context]) == 1 and _has_words(context))
        if {place.value for place in before[mark, context]}.isdisjoint(
            place.value for place, _ in found
        )
        for there in before[mark, context]
        for here, number in found
    }


def _has_words(context: Context) -> bool:
    return all(word and word not in (FIGURE, NAME) for word in context)
