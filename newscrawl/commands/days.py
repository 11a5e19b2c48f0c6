"""How the days of an outlet are shown."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console

from newscrawl.commands.inspecting import print_table
from newscrawl.coverage import OUTCOMES, Flaw, Verdict, incomplete_spans, lost, spans

_COUNTS = ("listed", "stored", "known", *OUTCOMES[1:])
_HEADINGS = ("outlet", "day", *_COUNTS, "why failed", "looks incomplete")
_SHOWN_LISTINGS = 3


@dataclass(frozen=True)
class DayReport:
    """What is known of an outlet's days."""

    outlet: str
    zone: ZoneInfo
    verdicts: list[Verdict]
    has_articles: bool
    """Some article of it is stored, whenever it was published."""

    @property
    def looks_incomplete(self) -> bool:
        return not self.has_articles or any(verdict.flaws for verdict in self.verdicts)


def as_record(report: DayReport) -> dict[str, Any]:
    """Return the report as an object that JSON can hold."""
    return {
        "outlet": report.outlet,
        "zone": report.zone.key,
        "looks_incomplete": report.looks_incomplete,
        "read_again": [
            {"since": since.isoformat(), "until": until.isoformat()}
            for since, until in incomplete_spans(report.verdicts, report.zone)
        ],
        "days": [
            {
                "day": verdict.day.isoformat(),
                **_counts(verdict),
                "failures": dict(verdict.counts.failures.most_common()),
                "judged": verdict.judged,
                "usual": verdict.usual,
                "history_too_short": verdict.short,
                "missed_by": list(verdict.missed),
                "looks_incomplete": list(verdict.flaws),
            }
            for verdict in report.verdicts
        ],
    }


def show(console: Console, report: DayReport) -> None:
    """Print the days as a table, then those that look incomplete, and why."""
    name = report.outlet
    if report.verdicts:
        rows = [_row(name, verdict) for verdict in report.verdicts]
        shown = _worth_showing(rows) if console.is_terminal else range(len(_HEADINGS))
        print_table(
            console,
            [_HEADINGS[place] for place in shown],
            [[row[place] for place in shown] for row in rows],
            numbers=sum(_HEADINGS[place] in _COUNTS for place in shown),
        )
    for span in spans(report.verdicts, alike=True):
        why = "; ".join(_why(flaw, span) for flaw in span[0].flaws)
        _say(console, f"{name}: {_days(span)}: {why}")
    if not report.has_articles:
        _say(console, f"{name}: no article of it was ever stored")
    elif not report.looks_incomplete:
        _say(console, f"{name}: no day looks incomplete")
    if short := sum(verdict.short for verdict in report.verdicts):
        _say(console, f"{name}: history too short to say what is usual on {_counted(short, 'day')}")


def _worth_showing(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return which columns a terminal has room for: those that say something."""
    return [
        place
        for place, cells in enumerate(zip(*rows, strict=True))
        if place < _HEADINGS.index("known") or not {*cells} <= {"0", "–"}
    ]


def _row(outlet: str, verdict: Verdict) -> list[str]:
    return [
        outlet,
        verdict.day.isoformat(),
        *map(str, _counts(verdict).values()),
        _reasons(verdict.counts.failures) or "–",
        ", ".join(verdict.flaws) or _unjudged(verdict),
    ]


def _unjudged(verdict: Verdict) -> str:
    if not verdict.judged:
        return "not judged"
    return "history too short" if verdict.short else "–"


def _counts(verdict: Verdict) -> dict[str, int]:
    counts = verdict.counts
    found = {"listed": counts.listed, "known": counts.known, **counts.outcomes}
    return {name: found.get(name, 0) for name in _COUNTS}


def _days(span: Sequence[Verdict]) -> str:
    if len(span) == 1:
        return span[0].day.isoformat()
    return f"{span[0].day} … {span[-1].day} ({len(span)} days)"


def _why(flaw: Flaw, span: Sequence[Verdict]) -> str:
    if flaw == "failed":
        failures = sum((lost(verdict.counts) for verdict in span), Counter[str]())
        return f"{failures.total()} failed ({_reasons(failures)})"
    if flaw == "pending":
        return f"{sum(verdict.counts.outcomes['pending'] for verdict in span)} pending"
    if flaw == "silent":
        return "no article, where such silences are unusual"
    if flaw == "few":
        had = sum(verdict.counts.had for verdict in span)
        usual = sum(verdict.usual or 0 for verdict in span)
        return f"{_counted(had, 'article')} where {usual:g} are usual"
    missed = dict.fromkeys(listing for verdict in span for listing in verdict.missed)
    if not missed:
        return "no listing was read over it in full"
    shown = ", ".join(list(missed)[:_SHOWN_LISTINGS])
    more = f" and {len(missed) - _SHOWN_LISTINGS} more" if len(missed) > _SHOWN_LISTINGS else ""
    return f"not read over in full: {shown}{more}"


def _reasons(failures: Mapping[str, int]) -> str:
    return ", ".join(f"{reason} {count}" for reason, count in Counter(failures).most_common())


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _say(console: Console, line: str) -> None:
    console.print(line, soft_wrap=True, highlight=False, markup=False)
