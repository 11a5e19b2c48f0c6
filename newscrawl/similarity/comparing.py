"""Whether two texts are copies of one: Broder's measures, held against the facts."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Literal

from newscrawl.similarity.sketch import MIN_WORDS
from newscrawl.similarity.texts import FIGURE, NAME, Context, Place, Text

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
    """How two texts agree in figures and names, and where they contradict each other: another
    thing stands in the same place."""

    count: int
    """Of the text that has fewer: its figures, or with few figures all its facts."""

    agreement: float
    """Those that the other text has, too."""

    novel: int
    """Figures that only one text has, of the text that has fewer such."""

    figures: int
    names: int
    subjects: int
    """Of these, names of a headline."""

    words: int
    """Words, where names cannot be told, that both texts repeat or that are repeatedly others."""

    is_about_other: bool
    """Whether each headline names what the other text does not know."""

    @classmethod
    def of(cls, a: Text, b: Text) -> "Facts":
        pairs = _contradictions(a, b)
        facts = (a.figures, b.figures)
        if min(map(len, facts)) < 3:
            facts = (a.figures | a.names, b.figures | b.names)
        fewer, other = (facts[0], b) if len(facts[0]) <= len(facts[1]) else (facts[1], a)
        return cls(
            len(fewer),
            sum(fact in other.counts for fact in fewer) / len(fewer) if fewer else 1.0,
            min(len(a.figures - b.figures), len(b.figures - a.figures)),
            sum(mark == FIGURE for mark, _, _ in pairs),
            sum(mark == NAME for mark, _, _ in pairs),
            sum(mark == NAME and (x in a.subjects or y in b.subjects) for mark, x, y in pairs),
            sum(
                not mark and (times > 1 or (a.counts[x] > 1 and b.counts[y] > 1))
                for (mark, x, y), times in pairs.items()
            ),
            bool(
                any(subject not in b.counts for subject in a.subjects)
                and any(subject not in a.counts for subject in b.subjects)
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
    return match if match and not is_contradicted(Facts.of(a, b), like) else None


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


def is_contradicted(facts: Facts, like: Likeness) -> bool:
    if facts.is_about_other or facts.figures or facts.subjects or facts.words or facts.names > 1:
        return True
    if facts.names and (facts.count < 5 or facts.agreement < 0.75):
        return True
    if facts.novel and like.resemblance < 0.5 and facts.agreement < 0.9:
        return True
    if max(like.resemblance, like.containment / 2) < _SURE:
        return (
            bool(facts.novel)
            or facts.agreement < (0.8 if facts.count > 3 else 1.0)
            or facts.count < 2
        )
    return facts.count > 2 and facts.agreement < 0.6


def _contained(lead: frozenset[int], text: Text) -> float:
    return len(lead & text.shingles) / len(lead) if lead else 0.0


Contradiction = tuple[str, str, str]
"""A mark, what stands in one text and what in the other."""


def _contradictions(a: Text, b: Text) -> Counter[Contradiction]:
    """Return what stands in the same place of two texts and differs, and how often.

    Four words around are enough to say that a place is the same; two are if neither text has
    anywhere what the other has there.
    """
    pairs = _differing(
        [(place, (place.context,)) for place in a.places if place.mark],
        [(place, (place.context,)) for place in b.places if place.mark],
    ) | _differing(
        [(place, place.loose) for place in a.places if place.value not in b.counts],
        [(place, place.loose) for place in b.places if place.value not in a.counts],
    )
    return Counter(pair for pair, _ in pairs)


_Placed = list[tuple[Place, tuple[Context, ...]]]


def _differing(one: _Placed, other: _Placed) -> set[tuple[Contradiction, int]]:
    """Return what *one* and *other* have in the same contexts, if nothing of it is the same, with
    the number of its place in *other*."""
    before: defaultdict[tuple[str, Context], set[str]] = defaultdict(set)
    for place, contexts in one:
        for context in contexts:
            before[place.mark, context].add(place.value)
    after: defaultdict[tuple[str, Context], list[tuple[str, int]]] = defaultdict(list)
    for number, (place, contexts) in enumerate(other):
        for context in contexts:
            if (place.mark, context) in before:
                after[place.mark, context].append((place.value, number))
    return {
        ((mark, value, met), number)
        for (mark, context), found in after.items()
        if before[mark, context].isdisjoint(met for met, _ in found)
        for value in before[mark, context]
        for met, number in found
    }
