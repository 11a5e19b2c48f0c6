"""What one rule says of a run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newscrawl.verdicts import Verdict

_MOST = 5


@dataclass(frozen=True)
class Finding:
    """What a rule has found."""

    verdict: Verdict
    """What the run is because of it; ``ok`` for what is only to be told."""

    said: str
    """In a sentence, for whoever has to do something about it."""


def counted(reasons: Mapping[str, int]) -> str:
    """Return reasons and how often each was met, the most frequent first.

    >>> counted({"http 500": 3, "gone": 1})
    'http 500 (3), gone (1)'
    """
    ranked = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    told = [f"{reason} ({count})" for reason, count in ranked[:_MOST]]
    more = len(ranked) - _MOST
    return ", ".join(told) + (f" and {more} other reasons" if more > 0 else "")


def some(names: Sequence[str]) -> str:
    """Return the first few of *names*.

    >>> some(["a", "b"])
    'a, b'
    """
    more = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f" and {more} more" if more > 0 else "")
