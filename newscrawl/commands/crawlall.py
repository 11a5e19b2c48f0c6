"""`scrapy crawlall`: all outlets, or some, in one go."""

import argparse
import asyncio
import json
import signal
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from scrapy.commands import ScrapyCommand
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.utils.conf import arglist_to_dict, feed_process_params_from_cli

from newscrawl.arguments import names_in
from newscrawl.base_spiders import OutletSpider
from newscrawl.catalogue import chosen_outlets
from newscrawl.commands.feed_checks import check_feeds
from newscrawl.commands.fleet_view import Lines, Screen, View, summary
from newscrawl.commands.inspecting import open_inspection
from newscrawl.errors import OperatorError
from newscrawl.fleet import Fleet, Run, in_order, overall
from newscrawl.revisits import parse_time

BAD_INPUT = 2
"""Exit code for a call that cannot be carried out."""

_SIGNALS = {
    signal.SIGINT: "interrupted",
    signal.SIGTERM: "told to end",
    signal.SIGHUP: "the terminal was closed",
}


class Command(ScrapyCommand):
    """Crawl all outlets, or some, each in a process of its own with a log of its own.

    Those begin first that the deadline left out the last time, then those that took longest. The
    exit code is that of the worst verdict, 2 for a wrong call.
    """

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[options]"

    def short_desc(self) -> str:
        return "Crawl all outlets, or some, a few at a time"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add("--outlet", action="extend", type=names_in, default=[], metavar="NAMES",
            help="parted by commas (default: all)")  # fmt: skip
        add("--country", action="extend", type=names_in, default=[], metavar="CODES",
            help="those of, e.g., az or az,ge")  # fmt: skip
        add("--jobs", type=int, default=2, metavar="N", help="how many at a time (default: 2)")
        add("--deadline", metavar="TIME", help="by when all have to have ended, like 45m or 2h")
        add("-a", dest="spargs", action="append", default=[], metavar="NAME=VALUE",
            help="an argument of each `scrapy crawl`; may be repeated")  # fmt: skip
        add("-o", "--output", action="append", default=[], metavar="FILE",
            help="append the articles to FILE; %%(name)s in it is the outlet's name")  # fmt: skip
        add("-O", "--overwrite-output", action="append", default=[], metavar="FILE",
            help="the same, in the place of what is there; a file for each outlet")  # fmt: skip
        add("--quiet", action="store_true", help="print only what is not good")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            if args:
                raise OperatorError(f"unknown argument: {args[0]}; outlets go after --outlet")
            if opts.jobs < 1:
                raise OperatorError("--jobs is 1 or more")
            deadline = parse_time("--deadline", opts.deadline) if opts.deadline else None
            arguments = _arguments(opts.spargs)
            outlets = chosen_outlets(self.settings, opts.outlet, opts.country)
            self._set_feeds(opts)
            self._check(outlets, arguments)
            with tempfile.TemporaryDirectory(prefix="newscrawl-") as folder:
                names = self._in_order([spider.name for spider in outlets], deadline)
                runs = self._runs(names, opts, Path(folder))
                self.exitcode = asyncio.run(self._crawl(runs, opts, deadline))
        except OperatorError as error:
            print(f"newscrawl: {error}", file=sys.stderr)
            self.exitcode = BAD_INPUT

    def _set_feeds(self, opts: argparse.Namespace) -> None:
        """Enter the feeds of *opts* as each `scrapy crawl` will, so that they can be checked.

        :raises OperatorError: for one that the crawls cannot write.
        """
        assert self.settings is not None
        given = [*opts.output, *opts.overwrite_output]
        if any(feed.split(":")[0] in ("-", "stdout") for feed in given):
            raise OperatorError("the crawls have no standard output in common; name a file")
        if given:
            feeds = feed_process_params_from_cli(
                self.settings, opts.output, overwrite_output=opts.overwrite_output
            )
            self.settings.set("FEEDS", feeds, priority="cmdline")

    def _check(self, outlets: Sequence[type[OutletSpider]], arguments: dict[str, str]) -> None:
        """:raises OperatorError: for arguments or feeds that an outlet cannot be crawled with."""
        assert self.settings is not None
        taken: dict[Path, str] = {}
        for spidercls in outlets:
            crawler = Crawler(spidercls, self.settings)
            try:
                spider = spidercls.from_crawler(crawler, **arguments)
                alone = check_feeds(crawler.settings, spider, now=datetime.now(UTC))
            except OperatorError as error:
                raise OperatorError(f"{spidercls.name}: {error}") from None
            for path in alone:
                if path in taken:
                    raise OperatorError(
                        f"{path} cannot be the feed of {taken[path]} and of {spidercls.name}; "
                        "put %(name)s into its name, or append to a .jsonl or .csv file with -o"
                    )
                taken[path] = spidercls.name

    def _in_order(self, outlets: Sequence[str], deadline: timedelta | None) -> list[str]:
        """Return the outlets in the order in which their runs are to begin."""
        assert self.settings is not None
        durations: Mapping[str, timedelta] = {}
        begun: Mapping[str, datetime] = {}
        # The crawls say better what is wrong with the store.
        with suppress(OperatorError), open_inspection(self.settings) as store:
            durations, begun = store.durations(), store.last_begun()
        return in_order(outlets, durations, begun, deadline)

    def _runs(self, outlets: Sequence[str], opts: argparse.Namespace, folder: Path) -> list[Run]:
        assert self.settings is not None
        logs = Path(self.settings["NEWSCRAWL_LOGS_PATH"])
        return [
            Run(
                name,
                crawl_command(name, opts, folder / f"{name}.json"),
                logs / f"{name}.log",
                folder / f"{name}.json",
            )
            for name in outlets
        ]

    async def _crawl(
        self, runs: list[Run], opts: argparse.Namespace, deadline: timedelta | None
    ) -> int:
        assert self.settings is not None
        view: View = Screen(runs) if sys.stdout.isatty() and not opts.quiet else Lines(opts.quiet)
        fleet = Fleet(
            runs,
            at_once=opts.jobs,
            deadline_s=None if deadline is None else deadline.total_seconds(),
            grace_s=self.settings.getfloat("NEWSCRAWL_STOP_GRACE_S"),
            keep_logs=self.settings.getint("NEWSCRAWL_KEEP_LOGS"),
            report_of=self._report,
            changed=view.changed,
        )
        loop = asyncio.get_running_loop()
        for number, why in _SIGNALS.items():
            if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup has it
                loop.add_signal_handler(number, fleet.stop, why)
        with view:
            await fleet.sail()
        summary(runs, quiet=opts.quiet)
        return overall(runs).exit_code

    def _report(self, run: Run) -> Mapping[str, Any] | None:
        """Return the report of a run that has ended, from the store or from its file."""
        assert self.settings is not None
        if run.figures.run:
            with suppress(OperatorError), open_inspection(self.settings) as store:
                if report := store.report(run.figures.run, run.outlet):
                    return report
        folder = self.settings["NEWSCRAWL_RUNS_PATH"]
        return written_report(Path(folder), run) if folder else None


def written_report(folder: Path, run: Run) -> Mapping[str, Any] | None:
    """Return the report that *run* wrote to a file in *folder*; None if it wrote none."""
    began = time.time() - run.seconds(time.monotonic())
    files = folder.glob(f"{quote(run.outlet, safe='')}-[0-9]*.json")
    with suppress(OSError, ValueError):
        modified, path = max((file.stat().st_mtime, file) for file in files)
        report = json.loads(path.read_text(encoding="utf-8"))
        return report if modified >= began and isinstance(report, dict) else None
    return None


def crawl_command(outlet: str, opts: argparse.Namespace, status: Path) -> list[str]:
    """Return the words that crawl *outlet* as *opts* say."""
    words = [sys.executable, "-m", "scrapy", "crawl", outlet]
    for given in opts.spargs:
        words += ["-a", given]
    for given in opts.set:
        words += ["-s", given]
    for given in opts.output:
        words += ["-o", given]
    for given in opts.overwrite_output:
        words += ["-O", given]
    if opts.loglevel:
        words += ["--loglevel", opts.loglevel]
    return [*words, "-s", f"NEWSCRAWL_STATUS_PATH={status}"]


def _arguments(given: list[str]) -> dict[str, str]:
    try:
        return arglist_to_dict(given)
    except ValueError:
        raise UsageError("Invalid -a value, use -a NAME=VALUE", print_help=False) from None
