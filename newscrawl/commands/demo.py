"""`scrapy demo`: the demonstration newsroom, crawled by the real spider and checked."""

import argparse
import json
import subprocess
import sys
from collections import Counter
from datetime import datetime
from heapq import nlargest
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.demo.articles import Newsroom
from newscrawl.demo.check import Record, differences, read_jsonlines, truth
from newscrawl.demo.faults import read_faults
from newscrawl.demo.process import newsroom
from newscrawl.items import Article
from newscrawl.storage import ArticleStore

_SHOWN_DIFFERENCES = 10
_SHOWN_HEADLINES = 8
_TELLS_OTHERS = (
    "NEWSCRAWL_ALARM_COMMAND",
    "NEWSCRAWL_ALARM_WEBHOOK",
    "NEWSCRAWL_ALARM_MAIL_TO",
    "NEWSCRAWL_METRICS_PATH",
)
"""Settings that say nothing of a demonstration to anybody."""


class Command(ScrapyCommand):
    """Start the newsroom, crawl it, compare what is stored with its truth, show what came."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[options]"

    def short_desc(self) -> str:
        return "Crawl the demonstration newsroom and show what came"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--articles", type=int, default=300, help="how many (default: 300)")
        parser.add_argument("--seed", type=int, default=7, help="of the invention (default: 7)")
        parser.add_argument(
            "--fault", action="append", default=[], metavar="NAME", help="a fault, or all"
        )
        parser.add_argument(
            "--folder",
            type=Path,
            default=Path("output/demo"),
            help="for the outputs; those in it are removed first (default: output/demo)",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if args:
            raise UsageError(f"unknown argument: {args[0]}", print_help=False)
        try:
            read_faults(opts.fault)
            Newsroom(seed=opts.seed, articles=opts.articles)
        except ValueError as error:
            raise UsageError(str(error), print_help=False) from None
        console = Console()
        database, lines = opts.folder / "newscrawl.db", opts.folder / "articles.jsonl"
        opts.folder.mkdir(parents=True, exist_ok=True)
        for name in (database.name, f"{database.name}-wal", f"{database.name}-shm", lines.name):
            (opts.folder / name).unlink(missing_ok=True)
        with newsroom(seed=opts.seed, articles=opts.articles, faults=opts.fault) as origin:
            console.print(f"The newsroom answers at {origin}")
            crawl = subprocess.run(crawl_command(origin, database, lines), check=False)
            with ArticleStore(f"sqlite:///{database}") as store:
                problems = list(_problems(origin, store, lines))
                _show(console, store)
        console.print(f"Database: {database}\nJSON Lines: {lines}")
        for problem in problems[:_SHOWN_DIFFERENCES]:
            console.print(problem, style="red", highlight=False, markup=False)
        if problems or crawl.returncode:
            console.print(
                f"{len(problems)} differences from the newsroom's truth; "
                f"the crawl's exit code was {crawl.returncode}",
                style="bold red",
            )
            self.exitcode = 1
        else:
            console.print("Every field of every article is as the newsroom's truth says.")


def crawl_command(origin: str, database: Path, lines: Path) -> list[str]:
    """Return the words that crawl the newsroom and touch nothing of crawls of the outlet itself."""
    folder = lines.parent
    settings = {
        "NEWSCRAWL_DATABASE_URL": f"sqlite:///{database}",
        "NEWSCRAWL_JSONLINES_PATH": lines,
        "NEWSCRAWL_RUNS_PATH": folder / "runs",
        "NEWSCRAWL_LOCK_PATH": folder / "locks",
        "NEWSCRAWL_ALARM_PATH": folder / "alarms",
        **dict.fromkeys(_TELLS_OTHERS, ""),
        "LOG_LEVEL": "WARNING",
    }
    words = [word for name, value in settings.items() for word in ("-s", f"{name}={value}")]
    return [sys.executable, "-m", "scrapy", "crawl", "caliber", "-a", f"origin={origin}", *words]


def _problems(origin: str, store: ArticleStore, lines: Path) -> list[str]:
    """Return how the database and the file differ from the truth."""

    def in_database(id: str) -> Record | None:
        article = store.get(id)
        return json.loads(article.to_json()) if article else None

    records, count = read_jsonlines(lines) if lines.exists() else ({}, 0)
    return [
        *(
            f"database: {problem}"
            for problem in differences(truth(origin), in_database, store.count())
        ),
        *(f"JSON Lines: {problem}" for problem in differences(truth(origin), records.get, count)),
    ]


def _show(console: Console, store: ArticleStore) -> None:
    """Print how many articles each edition and section has, and the newest."""
    sections: Counter[tuple[str, str]] = Counter()
    newest: list[Article] = []
    for article in store.articles():
        sections[article.language, article.section or "–"] += 1
        newest = nlargest(_SHOWN_HEADLINES, [*newest, article], key=_published)
    counts = Table("edition", "section", "articles", title="Articles")
    for (language, section), count in sorted(sections.items()):
        counts.add_row(language, section, str(count))
    console.print(counts)
    headlines = Table("published", "headline", "byline", "tags", title="Newest")
    for article in newest:
        headlines.add_row(
            _published(article).isoformat(" ", "minutes"),
            escape(article.headline or ""),
            escape(article.byline or "–"),
            escape(", ".join(article.tags)),
        )
    console.print(headlines)


def _published(article: Article) -> datetime:
    assert article.date is not None, "no article is stored without"
    return article.date
