"""`scrapy doctor`: whether this installation can crawl."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table
from rich.text import Text
from scrapy.commands import ScrapyCommand
from scrapy.crawler import Crawler

from newscrawl import settings as ours
from newscrawl.alarms.mail import PASSWORD, USER
from newscrawl.arguments import names_in
from newscrawl.base_spiders import OutletSpider
from newscrawl.catalogue import chosen_outlets
from newscrawl.commands.extract import be_quiet
from newscrawl.doctor import Finding, Level, RobotsSpider, addresses_of, clock, examine, robots
from newscrawl.doctor.robots import Answer, robots_url
from newscrawl.errors import OperatorError

PROBLEMS, BAD_INPUT = 1, 2

_STYLES = {Level.OK: "green", Level.WARNING: "yellow", Level.PROBLEM: "bold red"}

SECRET = frozenset((USER, PASSWORD))
"""What is set by variables of the environment alone."""


class Command(ScrapyCommand):
    """Check Python, packages, settings, outputs, database, browser and time, and say what to do.

    Exit code 0 if crawls can be relied on, 1 if not, 2 for a wrong call.
    """

    requires_project = True

    def syntax(self) -> str:
        return "[options]"

    def short_desc(self) -> str:
        return "Check whether this installation can crawl, and say what to mend"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add("--live", action="store_true", help="ask the outlets for their robots.txt, too")
        add("--outlet", action="extend", type=names_in, default=[], metavar="NAMES",
            help="parted by commas (default: all)")  # fmt: skip
        add("--country", action="extend", type=names_in, default=[], metavar="CODES",
            help="outlets of, e.g., az or az,ge")  # fmt: skip
        add("--origin", help="scheme and host to ask instead of the outlets' own")
        add("--json", action="store_true", help="one JSON object per finding and line")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None
        be_quiet(self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            if args:
                raise OperatorError(f"unknown argument: {args[0]}; name outlets with --outlet")
            outlets = chosen_outlets(self.settings, opts.outlet, opts.country)
            known = [name for name in vars(ours) if name.startswith("NEWSCRAWL_")]
            findings = [*examine(self.settings, outlets, datetime.now(UTC), known, SECRET)]
            if opts.live:
                findings += self._ask(outlets, opts.origin)
        except OperatorError as error:
            print(f"newscrawl: {error}", file=sys.stderr)
            self.exitcode = BAD_INPUT
            return
        if opts.json:
            for finding in findings:
                print(json.dumps(asdict(finding), ensure_ascii=False))
        else:
            show(findings)
        if any(finding.level is Level.PROBLEM for finding in findings):
            self.exitcode = PROBLEMS

    def _ask(self, outlets: Sequence[type[OutletSpider]], origin: str | None) -> Iterator[Finding]:
        """Yield what the outlets' hosts say.

        :raises OperatorError: for an origin or a contact address that is none.
        """
        assert self.settings is not None
        assert self.crawler_process is not None
        given = {"origin": origin} if origin else {}
        addresses = {
            spidercls.name: addresses_of(
                spidercls.from_crawler(Crawler(spidercls, self.settings), **given)
            )
            for spidercls in outlets
        }
        urls = dict.fromkeys(robots_url(url) for starts in addresses.values() for url in starts)
        answers: dict[str, Answer] = {}
        timeout_s = self.settings.getfloat("NEWSCRAWL_DOCTOR_TIMEOUT_S")
        self.settings.set("CLOSESPIDER_TIMEOUT", timeout_s, priority="cmdline")
        self.crawler_process.crawl(RobotsSpider, urls=urls, answers=answers, origin=origin)
        self.crawler_process.start()
        yield clock(answers.values())
        for name, starts in addresses.items():
            yield robots(name, starts, answers, self.settings["ROBOTSTXT_USER_AGENT"])


def show(findings: Sequence[Finding]) -> None:
    """Print a table, and what to do below it."""
    table = Table("check", "", "found", "what to do")
    for finding in findings:
        level = Text(finding.level, _STYLES[finding.level])
        table.add_row(Text(finding.check), level, Text(finding.said), Text(finding.advice))
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(table)
    counts = {level: sum(finding.level is level for finding in findings) for level in Level}
    console.print(", ".join(f"{level}: {count}" for level, count in counts.items()))
