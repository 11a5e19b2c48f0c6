"""How `scrapy crawlall` shows its runs."""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from types import TracebackType

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from newscrawl.commands.inspecting import print_table
from newscrawl.figures import clock
from newscrawl.fleet import Run, State, overall
from newscrawl.verdicts import Verdict

_HEADINGS = ("outlet", "state", "pages", "articles", "errors", "newest", "time")
_NUMBERS = 3
_REFRESHES_PER_S = 2
_WHY_CHARACTERS = 90
_LINES_BESIDE = 8
"""Of a screen: the frame of the table, the line below it, the prompt above."""

_STYLES = {
    Verdict.OK: "green",
    Verdict.QUIET: "green",
    Verdict.LOCKED: "yellow",
    Verdict.INTERRUPTED: "yellow",
    Verdict.DEGRADED: "yellow",
    Verdict.BLOCKED: "bold red",
    Verdict.FAILED: "bold red",
}


@contextmanager
def telling() -> Iterator[None]:
    """The block prints; that nobody can hear it any more is no reason to end the crawls."""
    try:
        yield
        sys.stdout.flush()
    except OSError:  # a pipe without a reader, a terminal that was closed, a full disk
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class View(AbstractContextManager["View"]):
    """Shows runs while they go on."""

    def changed(self, run: Run) -> None:
        """Show that *run* has begun or ended."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop showing."""


class Lines(View):
    """A line for each run that begins or ends; *quiet*: only for ends that are not good."""

    def __init__(self, quiet: bool) -> None:
        self.quiet = quiet

    def changed(self, run: Run) -> None:
        with telling():
            if run.verdict is None:
                if not self.quiet:
                    print(f"{run.outlet}: begun, log: {run.log}")
            elif not (self.quiet and run.verdict.good):
                print(ending(run))


class Screen(View):
    """A table on a terminal that is always of now."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = runs
        self.console = Console()
        self.live = Live(
            get_renderable=self.picture,
            console=self.console,
            refresh_per_second=_REFRESHES_PER_S,
            transient=True,  # the summary takes its place
        )

    def __enter__(self) -> "Screen":
        self.live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with telling():
            self.live.stop()

    def picture(self) -> Group:
        now = time.monotonic()
        for run in self.runs:
            if run.state in (State.RUNNING, State.STOPPING):
                run.look()
        table = Table(*_HEADINGS)
        for column in table.columns[2 : 2 + _NUMBERS]:
            column.justify = "right"
        for run in shown(self.runs, most=max(self.console.height - _LINES_BESIDE, 1)):
            outlet, state, *others = cells(run, now)
            style = _STYLES[run.verdict] if run.verdict else ""
            table.add_row(Text(outlet), Text(state, style), *map(Text, others))
        return Group(table, Text(counted(self.runs)))


def shown(runs: Iterable[Run], *, most: int) -> list[Run]:
    """Return the *most* interesting runs: what goes on, what has ended, the last first, what is
    still to come."""

    def rank(run: Run) -> tuple[int, float]:
        if run.ended is not None:
            return 1, -run.ended
        return (2, 0.0) if run.state is State.WAITING else (0, run.began or 0.0)

    return sorted(runs, key=rank)[:most]


def cells(run: Run, now: float) -> tuple[str, ...]:
    figures = run.figures
    began = run.began is not None
    return (
        run.outlet,
        str(run.verdict or run.state),
        str(figures.pages) if began else "",
        f"{figures.stored} of {figures.asked}" if began else "",
        str(figures.errors) if began else "",
        figures.day if began else "",
        clock(run.seconds(now)) if began else "",
    )


def counted(runs: Iterable[Run]) -> str:
    """Say how many runs are in which state, in one line."""
    states = Counter(str(run.verdict or run.state) for run in runs)
    return ", ".join(f"{state} {number}" for state, number in states.items())


def ending(run: Run) -> str:
    """Say in one line how a run ended."""
    assert run.verdict is not None
    figures = run.figures
    said = f"{run.outlet}: {run.verdict}"
    if run.began is not None:
        said += (
            f", {figures.pages} pages, {figures.stored} of {figures.asked} articles stored,"
            f" {figures.errors} errors, newest {figures.day}, {clock(run.seconds(0.0))}"
        )
    if not run.verdict.good and run.reasons:
        said += f"; {'; '.join(run.reasons)}"
    return said


def summary(runs: Sequence[Run], *, quiet: bool) -> None:
    """Print how all runs ended, the worst first; *quiet*: one line, and only if it is not good."""
    verdict = overall(runs)
    line = f"{verdict}: {counted(runs)}"
    if quiet:
        if not verdict.good:
            with telling():
                print(line)
        return
    ranks = {verdict: rank for rank, verdict in enumerate(Verdict)}
    order = sorted(runs, key=lambda run: (-ranks[run.verdict or Verdict.OK], run.outlet))
    rows = [(*cells(run, 0.0), _why(run)) for run in order]
    with telling():
        print_table(Console(), [*_HEADINGS, "why"], rows, numbers=_NUMBERS)
        print(line)


def _why(run: Run) -> str:
    """Return the gravest reason, no longer than a table bears; its log has them all."""
    why = run.reasons[0] if run.reasons else ""
    return why if len(why) <= _WHY_CHARACTERS else f"{why[: _WHY_CHARACTERS - 1]}…"
