"""How completely an outlet was read, day by day of publication."""

from newscrawl.coverage.days import OUTCOMES, Counts, tally
from newscrawl.coverage.rules import lost
from newscrawl.coverage.verdicts import Bounds, Flaw, Verdict, incomplete_spans, judge, spans

__all__ = [
    "OUTCOMES",
    "Bounds",
    "Counts",
    "Flaw",
    "Verdict",
    "incomplete_spans",
    "judge",
    "lost",
    "spans",
    "tally",
]
