"""`scrapy newsroom`: the demonstration newsroom."""

import argparse
import asyncio
import re
import sys
from dataclasses import fields
from pathlib import Path

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.arguments import names_in
from newscrawl.catalogue import described_outlets
from newscrawl.commands.help import WithTables, table
from newscrawl.demo.articles import ARMENIAN_PREFIX, Newsroom
from newscrawl.demo.content import Content, NewsroomContent
from newscrawl.demo.faults import Fault, read_faults
from newscrawl.demo.outlets import NO_MOMENTS, SavedContent
from newscrawl.demo.world import Pace
from newscrawl.errors import OperatorError

BAD_INPUT = 2
"""Exit code for a port that cannot be had; also that of a wrong call, which Scrapy reports."""


class Command(ScrapyCommand):
    """Serve the newsroom until it is interrupted; the first line printed is its origin."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[options]"

    def short_desc(self) -> str:
        return "Serve an invented newsroom on 127.0.0.1 whose every article is known"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.formatter_class = WithTables
        parser.epilog = table("Faults", ((str(fault), fault.meaning) for fault in Fault))
        add = parser.add_argument
        add("--port", type=int, default=0, help="0 for any that is free (default: 0)")
        add("--seed", type=int, default=7, help="of the invention (default: 7)")
        add("--articles", type=int, default=300, help="how many (default: 300)")
        add(
            "--fault",
            "--faults",
            action="append",
            default=[],
            metavar="NAME",
            help="may be repeated; those below, or all for each that is not of the whole site",
        )
        add(
            "--armenian-prefix",
            default=ARMENIAN_PREFIX,
            metavar="MARK",
            help=f"of the Armenian edition's paths (default: {ARMENIAN_PREFIX})",
        )
        add(
            "--moment",
            type=int,
            default=0,
            metavar="N",
            help="at which it is seen: at each, some articles are new, edited, gone, elsewhere",
        )
        for pace in fields(Pace):
            add(
                f"--{pace.name}",
                type=int,
                default=pace.default,
                metavar="N",
                help=f"from one moment to the next (default: {pace.default})",
            )
        add(
            "--outlet",
            action="extend",
            type=names_in,
            default=[],
            metavar="NAMES",
            help="serve these outlets, parted by commas, from their saved pages instead; or all",
        )
        add(
            "--pages",
            type=Path,
            default=Path("tests/pages"),
            metavar="FOLDER",
            help="where saved pages are (default: tests/pages)",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if args:
            raise UsageError(f"unknown argument: {args[0]}", print_help=False)
        if not 0 <= opts.port <= 65535:
            raise UsageError("--port is a number from 0 to 65535", print_help=False)
        if not re.fullmatch("[a-z]+", opts.armenian_prefix) or opts.armenian_prefix == "en":
            raise UsageError("--armenian-prefix takes small Latin letters", print_help=False)
        try:
            faults = read_faults(opts.fault)
            content = self._content(opts, faults)
        except ValueError as error:
            raise UsageError(str(error), print_help=False) from None
        # Every command is loaded for each: what only a server needs is loaded when it serves.
        from newscrawl.demo.server import announce, serve

        try:
            asyncio.run(serve(content, faults, port=opts.port, ready=announce))
        except OperatorError as error:
            print(f"newscrawl: {error}", file=sys.stderr)
            self.exitcode = BAD_INPUT

    def _content(self, opts: argparse.Namespace, faults: frozenset[Fault]) -> Content:
        """:raises ValueError: for what cannot be served."""
        if opts.outlet:
            if opts.moment:
                raise ValueError(NO_MOMENTS)
            assert self.settings is not None
            spiders = {spider.name: spider for spider in described_outlets(self.settings)}
            names = sorted(spiders) if opts.outlet == ["all"] else opts.outlet
            if unknown := sorted(set(names).difference(spiders)):
                raise ValueError(f"no outlet is called {unknown[0]!r}; `scrapy outlets` lists them")
            return SavedContent([spiders[name] for name in names], opts.pages, seed=opts.seed)
        newsroom = Newsroom(
            seed=opts.seed,
            articles=opts.articles,
            armenian_prefix=opts.armenian_prefix,
            edited=Fault.EDITED in faults,
            wire=Fault.WIRE in faults,
            stale=Fault.STALE in faults,
            pace=Pace(**{pace.name: getattr(opts, pace.name) for pace in fields(Pace)}),
            moment=opts.moment,
        )
        return NewsroomContent(newsroom, faults)
