"""`scrapy report`: what the crawls did, as a table, for programs, or as a page with plots."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from scrapy.commands import ScrapyCommand

from newscrawl.arguments import names_in
from newscrawl.catalogue import described_outlets
from newscrawl.commands.gaps import UTC_ZONE, chosen_names, day_report
from newscrawl.commands.inspecting import (
    BAD_INPUT,
    open_inspection,
    period,
    print_table,
    printing,
)
from newscrawl.coverage import spans
from newscrawl.errors import OperatorError
from newscrawl.files import write_whole
from newscrawl.middlewares.gaps import gaps_bounds
from newscrawl.reports import OutletReport, as_record, view_of
from newscrawl.reports.outlets import Arrivals
from newscrawl.storage.inspection import Inspection
from newscrawl.storage.runs import Run

_HEADINGS = (
    "outlet", "verdict", "runs", "new", "revised", "dropped", "failed", "days missing",
    "newest", "least covered", "alarm", "why",
)  # fmt: skip
_NUMBERS = 6
_LEAST_COVERED = 3
_DAY = timedelta(days=1)


class Command(ScrapyCommand):
    """Say how the crawls of each outlet went: verdicts, reasons, figures, gaps and alarms.

    Exit code 0, also if they went badly; 2 for a wrong call or no database.
    """

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[options]"

    def short_desc(self) -> str:
        return "Show how the crawls went: figures, verdicts, reasons, gaps; as a page with --html"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add("--run", metavar="ID", help="only this run, or `latest` of each outlet")
        add("--outlet", action="extend", type=names_in, metavar="NAMES",
            help="parted by commas (default: all that were crawled)")  # fmt: skip
        add("--since", default="7d", help="runs and articles since this day, or 30d (default: 7d)")
        way = parser.add_mutually_exclusive_group()
        way.add_argument("--json", action="store_true", help="one JSON object per outlet and line")
        way.add_argument("--html", metavar="FILE", help="write a page with plots there")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        now = datetime.now(UTC)
        try:
            if args:
                raise OperatorError(f"unknown argument: {args[0]}; outlets go after --outlet")
            since, _ = period({"since": opts.since}, zone=UTC_ZONE, now=now)
            assert since is not None
            assert self.settings is not None
            with printing() as console, open_inspection(self.settings) as store:
                reports = self._reports(store, opts, since, now)
                if opts.html:
                    self._write(Path(opts.html), reports, since, now)
                elif opts.json:
                    for report in reports:
                        print(json.dumps(as_record(report), ensure_ascii=False))
                else:
                    show(console, reports)
        except OperatorError as error:
            print(f"newscrawl: {error}", file=sys.stderr)
            self.exitcode = BAD_INPUT

    def _reports(
        self, store: Inspection, opts: argparse.Namespace, since: datetime, now: datetime
    ) -> list[OutletReport]:
        """:raises OperatorError: if there is nothing to report of what is asked for."""
        assert self.settings is not None
        bounds = gaps_bounds(self.settings)
        zones = {
            spider.name: ZoneInfo(spider.outlet.timezone)
            for spider in described_outlets(self.settings)
        }
        crawled = store.crawled_outlets()
        names = crawled if opts.outlet is None else chosen_names(opts.outlet, {*zones, *crawled})
        runs = self._runs(store, opts.run, names, since)
        if not runs:
            raise OperatorError("no such run is in the database; `scrapy report --since 30d`?")
        arrivals = _arrivals(store, sorted(runs), since, now)
        given = {"since": opts.since}
        return [
            OutletReport(
                outlet,
                [view_of(run) for run in found],
                arrivals.get(outlet, Arrivals()),
                [
                    *spans(
                        day_report(
                            store, outlet, zones.get(outlet, UTC_ZONE), given, bounds, now
                        ).verdicts
                    )
                ],
            )
            for outlet, found in sorted(runs.items())
        ]

    def _runs(
        self, store: Inspection, wanted: str | None, names: list[str], since: datetime
    ) -> Mapping[str, Sequence[Run]]:
        """Return the runs that are to be reported, by outlet, oldest first."""
        assert self.settings is not None
        if wanted not in (None, "latest") and not (wanted or "").isdecimal():
            raise OperatorError(f"--run {wanted}: take the number of a run, or latest")
        most = self.settings.getint("NEWSCRAWL_REPORT_MAX_RUNS")
        if wanted is None:
            found = store.crawls(outlets=names, since=since, most=most)
        elif wanted == "latest":
            found = store.crawls(outlets=names, latest=True, most=most)
        else:
            found = store.crawls(outlets=names, run=int(wanted), most=most)
        if len(found) == most:
            print(
                f"newscrawl: only the last {most} runs are counted; NEWSCRAWL_REPORT_MAX_RUNS",
                file=sys.stderr,
            )
        by_outlet: dict[str, list[Run]] = {}
        for run in found:
            by_outlet.setdefault(run.outlet, []).append(run)
        return by_outlet

    def _write(
        self, path: Path, reports: Sequence[OutletReport], since: datetime, now: datetime
    ) -> None:
        """:raises OperatorError: if a library is missing or the file cannot be written."""
        assert self.settings is not None
        try:
            from newscrawl.reports.page import page
        except ImportError as error:
            raise OperatorError(
                f"--html needs {error.name}: pip install 'newscrawl[report]'"
            ) from error
        most = self.settings.getint("NEWSCRAWL_REPORT_MAX_PLOTS")
        try:
            write_whole(path, page(reports, since=since, now=now, coverage_of=most))
        except OSError as error:
            raise OperatorError(f"{path} cannot be written: {error.strerror}") from error
        print(f"{len(reports)} outlet{'s' * (len(reports) != 1)}: {path}")


def _arrivals(
    store: Inspection, outlets: list[str], since: datetime, now: datetime
) -> Mapping[str, Arrivals]:
    """Return the arrivals of each outlet since *since*; what claims to be of the future is left
    out."""
    began = store.first_runs()
    found: dict[str, Arrivals] = {}
    for arrival in store.arrivals(since, outlets):
        if arrival.date > now + _DAY:
            continue
        of_outlet = found.setdefault(arrival.outlet, Arrivals())
        day = arrival.date.date()
        of_outlet.days[day] += 1
        first = began.get(arrival.outlet)
        if not arrival.to_the_day and first and first <= arrival.date <= arrival.stored_at:
            minutes = (arrival.stored_at - arrival.date).total_seconds() / 60
            of_outlet.minutes.setdefault(day, []).append(minutes)
    return found


def show(console: Console, reports: Sequence[OutletReport]) -> None:
    """Print a line for each outlet, and below it what else is to be said."""
    print_table(console, _HEADINGS, [_row(report) for report in reports], numbers=_NUMBERS)


def _row(report: OutletReport) -> tuple[str, ...]:
    articles, outcomes = report.total("articles"), report.total("outcomes")
    alarms = [run.alarm for run in report.runs if run.alarm]
    least = sorted((share, name) for name, share in report.fields.items() if share < 1)
    return (
        report.outlet,
        report.last.verdict,
        str(len(report.runs)),
        str(articles["new"]),
        str(articles["revised"]),
        str(report.total("dropped").total()),
        str(outcomes["failed"]),
        str(report.days_missing),
        f"{report.newest:%Y-%m-%d %H:%M}" if report.newest else "–",
        ", ".join(f"{name} {share:.0%}" for share, name in least[:_LEAST_COVERED]) or "–",
        alarms[-1] if alarms else "–",
        report.why or "–",
    )
