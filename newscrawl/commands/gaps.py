"""`scrapy gaps`: how completely outlets were read, day by day."""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from zoneinfo import ZoneInfo

from scrapy.commands import ScrapyCommand

from newscrawl.arguments import names_in
from newscrawl.catalogue import described_outlets
from newscrawl.commands.days import DayReport, as_record, show
from newscrawl.commands.inspecting import BAD_INPUT, open_inspection, period, printing
from newscrawl.coverage import Bounds, judge, tally
from newscrawl.errors import OperatorError
from newscrawl.middlewares.gaps import gaps_bounds
from newscrawl.storage.inspection import Inspection

UTC_ZONE = ZoneInfo("UTC")

GAPS = 1
"""Exit code if some day looks incomplete."""


@dataclass(frozen=True)
class _Wanted:
    outlets: list[str]
    zones: dict[str, ZoneInfo]
    """By outlet; an outlet that nobody has described is read in UTC."""


class Command(ScrapyCommand):
    """Say for each day of publication what became of its articles and whether some are missing.

    Exit code 0 if no day looks incomplete, 1 if one does, 2 for a wrong call or no database.
    """

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[options]"

    def short_desc(self) -> str:
        return "Show on which days articles are missing, and why it looks so"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add("--outlet", action="extend", type=names_in, metavar="NAMES",
            help="parted by commas (default: all that were crawled)")  # fmt: skip
        add("--since", default="30d", help="first day of publication, or 7d (default: 30d)")
        add("--until", help="last day of publication (default: the newest)")
        add("--json", action="store_true", help="one JSON object per outlet and line")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        now = datetime.now(UTC)
        given = {"since": opts.since, "until": opts.until}
        found = False
        try:
            if args:
                raise OperatorError(f"unknown argument: {args[0]}; outlets go after --outlet")
            assert self.settings is not None
            bounds = gaps_bounds(self.settings)
            with printing() as console, open_inspection(self.settings) as store:
                wanted = self._wanted(opts.outlet, store)
                for outlet in wanted.outlets:
                    zone = wanted.zones.get(outlet, UTC_ZONE)
                    report = day_report(store, outlet, zone, given, bounds, now)
                    found = found or report.looks_incomplete
                    if opts.json:
                        print(json.dumps(as_record(report), ensure_ascii=False))
                    else:
                        show(console, report)
        except OperatorError as error:
            print(f"newscrawl: {error}", file=sys.stderr)
            self.exitcode = BAD_INPUT
            return
        self.exitcode = GAPS if found else 0

    def _wanted(self, names: list[str] | None, store: Inspection) -> _Wanted:
        """:raises OperatorError: for an outlet that there is not."""
        assert self.settings is not None
        zones = {
            spider.name: ZoneInfo(spider.outlet.timezone)
            for spider in described_outlets(self.settings)
        }
        listed = store.listed_outlets()
        chosen = chosen_names(names, {*zones, *listed}) if names is not None else listed
        if not chosen:
            raise OperatorError("nothing was crawled yet")
        return _Wanted(chosen, zones)


def chosen_names(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return *names*, each once.

    :raises OperatorError: if there is none, or one that is not *known*.
    """
    chosen = list(dict.fromkeys(names))
    if not chosen:
        raise OperatorError("--outlet takes names, parted by commas")
    for name in chosen:
        if name not in known:
            guess = get_close_matches(name, known, n=1)
            hint = f"did you mean {guess[0]!r}?" if guess else "`scrapy outlets` lists them"
            raise OperatorError(f"no outlet is called {name!r}; {hint}")
    return chosen


def day_report(
    store: Inspection,
    outlet: str,
    zone: ZoneInfo,
    given: Mapping[str, str | None],
    bounds: Bounds,
    now: datetime,
) -> DayReport:
    """Return what is to be thought of the days of *outlet* within ``since`` and ``until`` of
    *given*; ``since`` has to be there.

    :raises OperatorError: if one of them cannot be read.
    """
    since, until = period(given, zone=zone, now=now)
    assert since is not None
    days = tally(store.entries(outlet), zone)
    verdicts = judge(
        days,
        store.reaches(outlet),
        since=since.astimezone(zone).date(),
        until=(until - timedelta.resolution).astimezone(zone).date() if until else date.max,
        zone=zone,
        now=now,
        bounds=bounds,
    )
    return DayReport(outlet, zone, verdicts, has_articles=any(c.had for c in days.values()))
