"""`scrapy outlets`: the outlets there are, as a table for people, programs or the docs."""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from sqlalchemy import make_url

from newscrawl.arguments import names_in
from newscrawl.base_spiders import OutletSpider
from newscrawl.catalogue import described_outlets
from newscrawl.storage import ArticleStore, StoreError

COLUMNS = {
    "name": "spider",
    "outlet": "outlet",
    "country": "country",
    "languages": "languages",
    "ways": "ways in",
    "facts": "facts",
    "last_run": "last good run",
}


class Command(ScrapyCommand):
    """List the outlets with what is known of each and when it was last crawled to the end."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[options]"

    def short_desc(self) -> str:
        return "List the outlets that can be crawled"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add("--country", action="extend", type=names_in, default=[], metavar="CODES",
            help="only those of, e.g., az or az,ge")  # fmt: skip
        add("--json", action="store_true", help="one JSON object per outlet and line")
        add("--markdown", action="store_true", help="the table of docs/outlets.md")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        if args:
            raise UsageError(f"unknown argument: {args[0]}", print_help=False)
        spiders = described_outlets(self.settings)
        countries = {code.upper() for code in opts.country}
        known = {spider.outlet.country for spider in spiders}
        if unknown := countries - known:
            raise UsageError(
                f"no outlet of {', '.join(sorted(unknown))}; there are {', '.join(sorted(known))}",
                print_help=False,
            )
        chosen = [
            spider for spider in spiders if not countries or spider.outlet.country in countries
        ]
        if opts.markdown:
            print(markdown(map(describe, chosen)))
            return
        last_runs = _last_good_runs(self.settings["NEWSCRAWL_DATABASE_URL"])
        rows = [describe(spider, last_runs.get(spider.name)) for spider in chosen]
        if opts.json:
            for row in rows:
                print(json.dumps(row, ensure_ascii=False))
        else:
            _show(rows)


def describe(spider: type[OutletSpider], last_run: datetime | None = None) -> dict[str, Any]:
    """Return what is known of an outlet, for JSON."""
    facts = spider.facts
    assert facts is not None
    return {
        "name": spider.name,
        "outlet": spider.outlet.name,
        "country": spider.outlet.country,
        "languages": list(spider.outlet.languages),
        "ways": list(spider.ways),
        "confidence": facts.confidence,
        "seen": facts.seen,
        "doubt": facts.doubt or None,
        "last_run": last_run.isoformat() if last_run else None,
    }


def markdown(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return *rows* as a table of Markdown, without what changes from run to run."""
    names = [name for name in COLUMNS if name != "last_run"]
    lines = [
        f"| {' | '.join(COLUMNS[name] for name in names)} | what is doubtful |",
        f"|{'---|' * (len(names) + 1)}",
    ]
    for row in rows:
        cells = _cells(row)
        cells["name"] = f"`{row['name']}`"
        doubt = row["doubt"] or ""
        lines.append(f"| {' | '.join(cells[name] for name in names)} | {doubt} |")
    return "\n".join(lines)


def _cells(row: Mapping[str, Any]) -> dict[str, str]:
    last_run = row["last_run"]
    return {
        "name": row["name"],
        "outlet": row["outlet"],
        "country": row["country"],
        "languages": ", ".join(row["languages"]),
        "ways": ", ".join(row["ways"]),
        "facts": f"{row['confidence']}, {row['seen']}",
        "last_run": last_run[:16].replace("T", " ") + " UTC" if last_run else "–",
    }


def _show(rows: list[dict[str, Any]]) -> None:
    table = Table(*COLUMNS.values())
    for row in rows:
        cells = _cells(row)
        table.add_row(*(cells[name] for name in COLUMNS))
    # In a pipe, lines are as long as they need to be.
    console = Console(width=None if sys.stdout.isatty() else 200)
    console.print(table)
    console.print(f"{len(rows)} outlets")


def _last_good_runs(database_url: str) -> dict[str, datetime]:
    """Return when each outlet was last crawled to the end; nothing where nothing is stored."""
    if not database_url:
        return {}
    try:
        path = make_url(database_url).database
        if path and path != ":memory:" and not Path(path).exists():
            return {}  # to look is no reason to make one
        with ArticleStore(database_url) as store:
            return store.last_good_runs()
    except StoreError as error:
        print(f"newscrawl: {error}", file=sys.stderr)
        return {}
