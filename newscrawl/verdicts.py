"""How a run went, in one word and one exit code."""

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """How a run went; from the best to the worst."""

    OK = "ok"
    QUIET = "quiet"
    LOCKED = "locked"
    INTERRUPTED = "interrupted"
    DEGRADED = "degraded"
    BLOCKED = "blocked"
    FAILED = "failed"

    @property
    def exit_code(self) -> int:
        """Of the command whose run it was.

        1 stays that of a crawl that could not start or lost its database, 2 that of a call that
        is wrong: neither is a run that could be judged.
        """
        return _EXIT_CODES[self]

    @property
    def meaning(self) -> str:
        """One sentence for whoever keeps the crawls going."""
        return _MEANINGS[self]

    @property
    def good(self) -> bool:
        """Whether nobody need look at it.

        >>> [str(verdict) for verdict in Verdict if verdict.good]
        ['ok', 'quiet']
        """
        return self.exit_code == 0


_EXIT_CODES = {
    Verdict.OK: 0,
    Verdict.QUIET: 0,
    Verdict.DEGRADED: 3,
    Verdict.FAILED: 4,
    Verdict.BLOCKED: 5,
    Verdict.LOCKED: 6,
    Verdict.INTERRUPTED: 7,
}

_MEANINGS = {
    Verdict.OK: "New articles were stored and nothing is wrong.",
    Verdict.QUIET: "All was read and nothing was new, as may well be.",
    Verdict.LOCKED: "Another run of the outlet was going on, so this one did nothing.",
    Verdict.INTERRUPTED: "The run was stopped before its end; the next one goes on.",
    Verdict.DEGRADED: "Articles were stored, but a part of them or of their fields is missing.",
    Verdict.BLOCKED: "The outlet refused to be read: challenges, bans or its robots.txt.",
    Verdict.FAILED: "The run brought nothing that can be relied on.",
}

_ORDER = {verdict: rank for rank, verdict in enumerate(Verdict)}


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the worst of *verdicts*: that of many runs taken as one.

    :raises ValueError: if there are none.

    >>> worst([Verdict.QUIET, Verdict.DEGRADED, Verdict.OK]).exit_code
    3
    """
    return max(verdicts, key=_ORDER.__getitem__)
