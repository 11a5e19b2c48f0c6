"""Plots of what crawls did."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from newscrawl.reports.drawing import SCALE, SERIES, Canvas, Plot
from newscrawl.reports.outlets import OutletReport, median_and_p90

_TELLING = len(SERIES) - 1
"""Series that are told apart; the rest are one."""

_LABELS = 12
_FEWEST_DAYS = 8
"""For which a plot has room: one bar alone is not as wide as the page."""

_MOST_RUNS = 30
_READABLE_CELLS = 16
_OUTCOMES = {
    "stored": SERIES[0],
    "unchanged": SERIES[4],
    "duplicate": SERIES[7],
    "skipped": SERIES[5],
    "dropped": SERIES[1],
    "removed": SERIES[3],
    "other": SERIES[2],
    "failed": SERIES[6],
}
"""In the order in which they stand upon each other, each always in its colour."""

_MINUTES = {
    1: "1 min",
    5: "5 min",
    15: "15 min",
    60: "1 h",
    360: "6 h",
    1440: "1 day",
    10080: "1 week",
}


def articles_per_day(reports: Sequence[OutletReport]) -> Plot | None:
    """Articles by day of publication; None if there are none."""
    by_outlet = {report.outlet: report.arrivals.days for report in reports}
    sizes = Counter({outlet: days.total() for outlet, days in by_outlet.items() if days})
    if not sizes:
        return None
    named = [outlet for outlet, _ in sizes.most_common(_TELLING)]
    series = {outlet: by_outlet[outlet] for outlet in named}
    if others := [outlet for outlet in sizes if outlet not in named]:
        series[f"{len(others)} others"] = sum(
            (by_outlet[outlet] for outlet in others), Counter[date]()
        )
    days = _each_day({day for counts in series.values() for day in counts})
    says = (
        f"{sizes.total()} articles of {len(sizes)} outlets, published from {days[0]} to {days[-1]}"
    )
    colours = dict(zip(series, SERIES, strict=False))
    return _stacked("Articles by day of publication", says, days, series, colours)


def outcomes_per_day(reports: Sequence[OutletReport]) -> Plot | None:
    """What became of articles, by the day on which a run began; None if there were none."""
    found: dict[str, Counter[date]] = {}
    for report in reports:
        for run in report.runs:
            for outcome, count in run.outcomes.items():
                name = outcome if outcome in _OUTCOMES else "other"
                found.setdefault(name, Counter())[run.started_at.date()] += count
    series = {name: found[name] for name in _OUTCOMES if found.get(name)}
    if not series:
        return None
    days = _each_day({day for counts in series.values() for day in counts})
    sums = ", ".join(f"{name} {counts.total()}" for name, counts in series.items())
    return _stacked(
        "What became of articles", f"By day of the run: {sums}", days, series, _OUTCOMES
    )


def latency_per_day(reports: Sequence[OutletReport]) -> Plot | None:
    """How long articles took from publication to storage; None if that is known of none."""
    minutes: dict[date, list[float]] = {}
    for report in reports:
        for day, found in report.arrivals.minutes.items():
            minutes.setdefault(day, []).extend(found)
    if not minutes:
        return None
    days = sorted(minutes)
    both = [median_and_p90(minutes[day]) for day in days]
    canvas = Canvas()
    axes = canvas.axes
    for place, name in enumerate(("median", "nine of ten within")):
        values = [max(pair[place], 0.5) for pair in both]
        axes.plot(_places(days), values, "o-", color=SERIES[place], label=name, markersize=4)
    axes.set_yscale("log")
    lowest, highest = min(pair[0] for pair in both), max(pair[1] for pair in both)
    axes.set_ylim(max(min(lowest / 2, 5), 0.5), max(highest * 1.5, 60))
    axes.yaxis.set_major_locator(FixedLocator(list(_MINUTES)))
    axes.yaxis.set_minor_locator(FixedLocator([]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _MINUTES.get(round(value), "")))
    _mark_days(axes, days)
    says = f"From publication to storage, {days[0]} to {days[-1]}; the median of the last day is "
    says += f"{both[-1][0]:.0f} minutes"
    rows = [
        (str(day), f"{median:.0f}", f"{p90:.0f}", str(len(minutes[day])))
        for day, (median, p90) in zip(days, both, strict=True)
    ]
    headings = ("published", "median, minutes", "nine of ten within, minutes", "articles")
    return Plot("From publication to storage", says, canvas.svg("latency", says), headings, rows)


def coverage_per_run(report: OutletReport) -> Plot | None:
    """Which share of an outlet's articles had each field, run by run; None if that is not known."""
    runs = [run for run in report.runs if run.fields][-_MOST_RUNS:]
    names = list(dict.fromkeys(name for run in runs for name in run.fields))
    if not names:
        return None
    names.sort(key=lambda name: min(run.fields.get(name, 1.0) for run in runs))
    canvas = Canvas(height=0.7 + 0.24 * len(names))
    axes = canvas.axes
    for row, name in enumerate(names):
        for column, run in enumerate(runs):
            share = run.fields.get(name)
            if share is None:
                continue
            colour = SCALE[_step(share)]
            axes.barh(row, 0.94, left=column + 0.03, height=0.86, color=colour)
            if share < 1 and len(runs) <= _READABLE_CELLS:
                axes.text(column + 0.5, row, f"{share:.0%}", ha="center", va="center", fontsize=8)
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.5, -0.5)
    every = -(-len(runs) // _LABELS)
    marked = range(0, len(runs), every)
    axes.set_xticks(
        [column + 0.5 for column in marked],
        [f"{runs[column].started_at:%d %b}\nrun {runs[column].run}" for column in marked],
    )
    axes.set_xlim(0, max(len(runs), 6))
    axes.grid(visible=False)
    last = ", ".join(f"{name} {runs[-1].fields.get(name, 0):.0%}" for name in names)
    says = f"Share of the articles of {report.outlet} with each field; in the last run {last}"
    headings = ("field", *(f"run {run.run}" for run in runs))
    rows = [
        (name, *(f"{run.fields[name]:.0%}" if name in run.fields else "–" for run in runs))
        for name in names
    ]
    svg = canvas.svg(f"coverage-{report.outlet}", says)
    return Plot("Coverage of fields, run by run", says, svg, headings, rows)


def _step(share: float) -> int:
    """Place in the scale: only what all articles have is at its end."""
    return len(SCALE) - 1 if share >= 1 else int(share * (len(SCALE) - 1))


def _stacked(
    title: str,
    says: str,
    days: Sequence[date],
    series: Mapping[str, Counter[date]],
    colours: Mapping[str, str],
) -> Plot:
    canvas = Canvas()
    axes = canvas.axes
    below = [0] * len(days)
    for name, counts in series.items():
        heights = [counts[day] for day in days]
        axes.bar(_places(days), heights, bottom=below, color=colours[name], label=name, width=0.8)
        below = [low + height for low, height in zip(below, heights, strict=True)]
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    axes.set_ylabel("articles")
    _mark_days(axes, days)
    rows = [(str(day), *(str(counts[day]) for counts in series.values())) for day in days]
    svg = canvas.svg(title.split()[0].lower(), says)
    return Plot(title, says, svg, ("day", *series), rows)


def _mark_days(axes: Axes, days: Sequence[date]) -> None:
    every = -(-len(days) // _LABELS)
    marked = days[::-1][::every][::-1]
    axes.set_xticks(_places(marked), [f"{day:%d %b}" for day in marked])
    beside = max((_FEWEST_DAYS - len(days)) / 2, 1)
    axes.set_xlim(days[0].toordinal() - beside, days[-1].toordinal() + beside)


def _places(days: Sequence[date]) -> list[int]:
    return [day.toordinal() for day in days]


def _each_day(days: set[date]) -> list[date]:
    return [
        date.fromordinal(day) for day in range(min(days).toordinal(), max(days).toordinal() + 1)
    ]
