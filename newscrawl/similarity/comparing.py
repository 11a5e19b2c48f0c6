"""Whether two texts are copies of one: Broder's measures, held against the facts."""

from dataclasses import dataclass
from typing import Literal

from newscrawl.similarity.sketch import MIN_WORDS
from newscrawl.similarity.texts import Fact, Shingle, Text

How = Literal["same", "near", "part"]


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
    """How much of the lead of each is in the other text."""

    agreement: float
    """Facts of both, of those of the text that has fewer."""

    facts: int
    figures: int
    names: int
    """How many facts stand in the same place and contradict each other."""

    is_about_other: bool
    """Whether each headline names what the other text does not know."""


def likeness(a: Text, b: Text) -> Likeness:
    common = len(a.shingles & b.shingles)
    fewer = min(len(a.shingles), len(b.shingles))
    union = len(a.shingles) + len(b.shingles) - common
    facts = min(len(a.values), len(b.values))
    figures, names = _contradictions(a, b)
    return Likeness(
        common / union if union else 0.0,
        common / fewer if fewer else 0.0,
        (_contained(a.lead, b), _contained(b.lead, a)),
        len(a.values & b.values) / facts if facts else 1.0,
        facts,
        figures,
        names,
        bool(a.subjects - b.stems and b.subjects - a.stems),
    )


def _contained(lead: frozenset[Shingle], text: Text) -> float:
    return len(lead & text.shingles) / len(lead) if lead else 0.0


def _contradictions(a: Text, b: Text) -> tuple[int, int]:
    """Return how many figures and how many names of each other's place are unknown to either."""
    places: dict[tuple[str, ...], list[Fact]] = {}
    for fact in a.facts:
        if fact.value not in b.stems:
            for context in fact.contexts:
                places.setdefault(context, []).append(fact)
    figures: set[tuple[str, str]] = set()
    names: set[tuple[str, str]] = set()
    for fact in b.facts:
        if fact.value not in a.stems:
            for context in fact.contexts:
                for other in places.get(context, ()):
                    (figures if fact.is_figure else names).add((other.value, fact.value))
    return len(figures), len(names)


def copies(a: Text, b: Text) -> Match | None:
    """Say how *a* and *b* are copies of one text, or None if they are not."""
    if min(len(a.words), len(b.words)) < MIN_WORDS:
        return None
    if a.words == b.words:
        return Match("same", 1.0)
    return judged(likeness(a, b))


def judged(like: Likeness) -> Match | None:
    if like.is_about_other or like.figures or like.names > 1:
        return None
    if like.containment > 2 * like.resemblance and min(like.leads) >= 0.5:
        return Match("part", like.containment)
    if max(like.leads) < 0.15:
        return None
    if like.resemblance >= 0.3 or (
        like.resemblance >= 0.08 and like.facts >= 3 and like.agreement >= 0.6
    ):
        return Match("near", like.resemblance)
    return None
