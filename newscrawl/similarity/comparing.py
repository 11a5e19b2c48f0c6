"""Whether two texts are copies of one: Broder's measures, held against the facts."""

from dataclasses import dataclass
from typing import Literal

from newscrawl.similarity.facts import Contradictions, Facts
from newscrawl.similarity.sketch import MIN_WORDS
from newscrawl.similarity.texts import Text

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

    @property
    def times_longer(self) -> float:
        """How many times as many shingles the longer text has."""
        return self.containment / self.resemblance - 1 + self.containment

    @classmethod
    def of(cls, a: Text, b: Text) -> "Likeness":
        common = len(a.shingles & b.shingles)
        one, other = sorted((_contained(a.lead, b), _contained(b.lead, a)))
        return cls(
            common / (len(a.shingles) + len(b.shingles) - common),
            common / min(len(a.shingles), len(b.shingles)),
            (one, other),
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
    facts = Facts(a, b)
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
    if like.times_longer > 1.3 and like.containment >= 0.7 and lesser >= 0.4:
        return Match("part", like.containment)
    return Match("near", like.resemblance)


def disagree(facts: Facts, like: Likeness) -> bool:
    """Say whether two texts have too many facts of their own to be one, or have too few in common,
    for so much in common else."""
    if facts.novel_share > (0.2 if like.resemblance >= 0.5 else 0.1):
        return True
    if facts.is_of_other_day or facts.is_about_other:
        return True
    if _is_faint(like):
        return (
            not _are_enough(facts)
            or facts.agreement < 0.8
            or facts.novel_figures > 0
            or facts.novel_names > 2
        )
    if facts.count < 3:
        is_told = not facts.has_names and _are_enough(facts) and like.leads[0] >= 0.6
        return like.containment < 0.7 and not is_told
    return facts.agreement < (0.8 if facts.count < 6 and facts.novel_names else 0.6)


def _are_enough(facts: Facts) -> bool:
    """Whether facts can say that two texts are one. Where names cannot be told, what the texts
    repeat has to stand for them."""
    return facts.count >= 3 if facts.has_names else facts.count > 0 and facts.novel_repeats < 2


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


def _contained(lead: frozenset[int], text: Text) -> float:
    return len(lead & text.shingles) / len(lead) if lead else 0.0
