"""One page about the crawls, which asks nobody for anything."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newscrawl.coverage import Verdict as Day
from newscrawl.reports.drawing import SCALE, SERIES
from newscrawl.reports.outlets import OutletReport
from newscrawl.reports.plots import (
    articles_per_day,
    coverage_per_run,
    latency_per_day,
    outcomes_per_day,
)
from newscrawl.verdicts import Verdict

_MARKS = {
    "ok": "✓",
    "quiet": "✓",
    "locked": "–",
    "interrupted": "–",
    "degraded": "!",
    "blocked": "✕",
    "failed": "✕",
}
"""So that colour is not all that tells verdicts apart."""

_RANKS = {str(verdict): rank for rank, verdict in enumerate(Verdict)}


def page(
    reports: Sequence[OutletReport], *, since: datetime, now: datetime, coverage_of: int
) -> str:
    """Return the page as HTML, on which those outlets stand first whose last run was worst.

    :param since: from when on, aware; *now* is when the page is made.
    :param coverage_of: of so many outlets the coverage of fields is drawn, the first ones.
    """
    reports = sorted(
        reports, key=lambda report: (-_RANKS.get(report.last.verdict, -1), report.outlet)
    )
    plots = [articles_per_day(reports), outcomes_per_day(reports), latency_per_day(reports)]
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["share"] = lambda share: f"{share:.0%}"
    environment.filters["minute"] = lambda moment: f"{moment:%Y-%m-%d %H:%M}"
    return environment.get_template("page.html").render(
        reports=reports,
        since=since,
        now=now,
        plots=[plot for plot in plots if plot],
        coverage={report.outlet: coverage_per_run(report) for report in reports[:coverage_of]},
        marks=_MARKS,
        verdicts=Counter(report.last.verdict for report in reports).most_common(),
        span=said_span,
        n_series=len(SERIES),
        n_scale=len(SCALE),
    )


def said_span(span: Sequence[Day]) -> str:
    """Say which days look incomplete, and why."""
    flaws = ", ".join(sorted({flaw for day in span for flaw in day.flaws}))
    first, last = span[0].day, span[-1].day
    days = str(first) if first == last else f"{first} … {last} ({len(span)} days)"
    return f"{days}: {flaws}"
