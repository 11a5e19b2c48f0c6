"""`scrapy canary`: whether the descriptions of outlets still fit their sites."""

import argparse
import json
import sys
from collections import Counter
from dataclasses import asdict

from rich.console import Console
from rich.table import Table
from scrapy.commands import ScrapyCommand
from scrapy.crawler import Crawler

from newscrawl.base_spiders.outlet import OutletSpider
from newscrawl.base_spiders.sample import Sample, sample_spider
from newscrawl.canary import FIELDS
from newscrawl.catalogue import described_outlets
from newscrawl.commands.extract import be_quiet
from newscrawl.errors import OperatorError

PROBLEMS, BAD_INPUT = 1, 2


class Command(ScrapyCommand):
    """Take one listing and three articles of each outlet and say how its selectors fare.

    Exit code 0 if all is as described, 1 if not, each reason in one line, 2 for a wrong call.
    """

    requires_project = True

    def syntax(self) -> str:
        return "[options] <outlet> …"

    def short_desc(self) -> str:
        return "Compare an outlet's selectors with what its live pages say without them"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add("--all", action="store_true", help="every outlet")
        add("--articles", type=int, default=3, metavar="N", help="of each (default: 3)")
        add("--origin", help="scheme and host to ask instead of the outlets' own")
        add("--until", help="the last day of archives by day (default: today)")
        add("--json", action="store_true", help="one JSON object per outlet and line")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None
        be_quiet(self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        try:
            samples = self.take(args, opts)
        except OperatorError as error:
            print(f"newscrawl: {error}", file=sys.stderr)
            self.exitcode = BAD_INPUT
            return
        if opts.json:
            for sample in samples:
                print(json.dumps(asdict(sample), ensure_ascii=False))
        else:
            show(Console(width=None if sys.stdout.isatty() else 160), samples)
        for sample in samples:
            for problem in sample.problems:
                print(f"{sample.outlet}: {problem}", file=sys.stderr)
        if any(sample.problems for sample in samples):
            self.exitcode = PROBLEMS

    def take(self, names: list[str], opts: argparse.Namespace) -> list[Sample]:
        """:raises OperatorError: for a call that cannot be carried out."""
        assert self.settings is not None
        assert self.crawler_process is not None
        if opts.articles < 1:
            raise OperatorError("--articles takes a number of 1 or more")
        arguments = {name: value for name in ("origin", "until") if (value := getattr(opts, name))}
        timeout_s = self.settings.getfloat("NEWSCRAWL_CANARY_TIMEOUT_S")
        samples = []
        for outlet in self._chosen(names, opts.all):
            sample = Sample(outlet.name)
            spidercls = sample_spider(outlet, timeout_s)
            given = {"sample": sample, "articles": opts.articles, **arguments}
            spidercls.from_crawler(Crawler(spidercls, self.settings), **given)
            self.crawler_process.crawl(spidercls, **given)
            samples.append(sample)
        self.crawler_process.start()
        return samples

    def _chosen(self, names: list[str], all_of_them: bool) -> list[type[OutletSpider]]:
        assert self.settings is not None
        outlets = {outlet.name: outlet for outlet in described_outlets(self.settings)}
        if bool(names) == all_of_them:
            raise OperatorError("name outlets, or say --all; `scrapy outlets` lists them")
        if unknown := sorted(set(names).difference(outlets)):
            raise OperatorError(f"no outlet is called {unknown[0]!r}; `scrapy outlets` lists them")
        return list(outlets.values()) if all_of_them else [outlets[name] for name in names]


def show(console: Console, samples: list[Sample]) -> None:
    """Print for each field where it was read, and how often selectors and page agreed."""
    table = Table("outlet", "articles", *FIELDS, "problems")
    for sample in samples:
        cells = [_cell(sample, name) for name in FIELDS]
        table.add_row(sample.outlet, str(len(sample.looks)), *cells, str(len(sample.problems)))
    console.print(table)


def _cell(sample: Sample, name: str) -> str:
    """``css 3, agree 2/3``: where the field was read, and in how many articles of those in which
    both found something the selectors agreed with the page."""
    places = Counter(
        look.evidence.get("byline" if name == "authors" else name, "–") for look in sample.looks
    )
    verdicts = Counter(look.page.get(name) for look in sample.looks)
    both = verdicts["agree"] + verdicts["differ"]
    told = ", ".join(f"{place} {count}" for place, count in places.most_common())
    return f"{told}; agree {verdicts['agree']}/{both}" if both else told
