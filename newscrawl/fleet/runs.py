"""A run of one outlet as the process that started it sees it."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from newscrawl.figures import Figures
from newscrawl.verdicts import Verdict, worst


class State(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    STOPPING = "stopping"
    ENDED = "ended"


@dataclass
class Run:
    """One outlet's crawl, from before its process begins until after it has ended."""

    outlet: str
    command: Sequence[str]
    log: Path
    """Gets standard output and standard error."""

    status: Path
    """In which the process keeps its :class:`~newscrawl.figures.Figures`."""

    state: State = State.WAITING
    figures: Figures = field(default_factory=Figures)
    began: float | None = None
    """As by :func:`time.monotonic`."""

    ended: float | None = None
    exit_code: int | None = None
    """Minus the number of the signal that ended it; None if it never began."""

    verdict: Verdict | None = None
    """None until it has ended."""

    reasons: tuple[str, ...] = ()
    """For a verdict that is not good."""

    def look(self) -> None:
        """Read the figures again; those that cannot be read stay as they were."""
        with suppress(OSError, ValueError, TypeError):
            self.figures = Figures.read(self.status.read_text(encoding="utf-8"))

    def seconds(self, now: float) -> float:
        """How long it has taken, as by :func:`time.monotonic`; 0 if it never began."""
        return 0.0 if self.began is None else (self.ended or now) - self.began


def verdict_of(exit_code: int, report: Mapping[str, Any] | None, *, stopped: bool) -> Verdict:
    """Return the verdict on a run whose process ended with *exit_code*.

    :param report: the run's own; None if there is none.
    :param stopped: the process was told to stop.

    >>> str(verdict_of(0, {"verdict": "quiet"}, stopped=False))
    'quiet'
    >>> str(verdict_of(-9, None, stopped=True)), str(verdict_of(1, None, stopped=False))
    ('interrupted', 'failed')
    """
    with suppress(ValueError):
        said = Verdict(str((report or {}).get("verdict")))
        if said.exit_code == exit_code:
            return said
    if stopped and exit_code <= 0:
        return Verdict.INTERRUPTED
    by_code = {verdict.exit_code: verdict for verdict in reversed(Verdict)}
    return by_code.get(exit_code, Verdict.FAILED)


def overall(runs: Iterable[Run]) -> Verdict:
    """Return the worst verdict.

    :raises ValueError: if none of *runs* has ended.
    """
    return worst(run.verdict for run in runs if run.verdict)
