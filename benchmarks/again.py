"""A second run over a newsroom that has not changed, against a spider that asks for its lists only.

The first run fills a database. What the second one asks for is read from its own record of
requests; the bare spider asks for the same pages, on the same conditions, and reads nothing. Both
run by turns: where lists are sent whole, as of a site that ignores conditions, and where they are
answered 304.

    python -m benchmarks.again [--articles 20000] [--rounds 5] [--database FILE]
"""

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from sqlalchemy import text

from benchmarks.measured import Measured, crawl_here, measured
from newscrawl.demo.control import switch
from newscrawl.demo.process import newsroom
from newscrawl.spiders.caliber import CaliberSpider
from newscrawl.storage import ArticleStore

_SENT_WHOLE, _CONDITIONAL = "sent whole", "answered 304"
_FAULTS = {_SENT_WHOLE: ["unconditional"], _CONDITIONAL: []}

Asked = tuple[str, dict[str, str]]
"""An address and the conditions on which it is asked for."""


class ListsSpider(Spider):
    """Asks for the pages that a file names, and does nothing with them."""

    name = "lists"
    handle_httpstatus_list = (304,)

    def __init__(self, origin: str, pages: str) -> None:
        super().__init__()
        self.origin = origin
        self.pages: list[Asked] = json.loads(Path(pages).read_text(encoding="utf-8"))

    async def start(self) -> AsyncIterator[Request]:
        for url, conditions in self.pages:
            yield Request(url, headers=conditions)

    def parse(self, response: Response) -> None:
        pass


def asked_for(database: str) -> tuple[list[Asked], Counter[str]]:
    """Return the lists that the last run asked for, and how often it asked for what."""
    lists: list[Asked] = []
    kinds: Counter[str] = Counter()
    with ArticleStore(f"sqlite:///{database}") as store:
        run = store.last_run("caliber")
        assert run is not None
        query = "SELECT kind, url, outcome FROM fetches WHERE run = :run ORDER BY number"
        with store.reading() as connection:
            rows = connection.execute(text(query), {"run": run.id}).all()
        for row in rows:
            kinds[row.kind] += 1
            if row.kind == "listing":
                version = store.page_version(row.url) if row.outcome == "unchanged" else None
                conditions = {"If-None-Match": version.etag} if version and version.etag else {}
                lists.append((row.url, conditions))
    return lists, kinds


def run(kind: str, origin: str, database: str, pages: str) -> None:
    """Crawl in this process and print what it took."""
    settings: dict[str, Any] = {
        "NEWSCRAWL_DATABASE_URL": f"sqlite:///{database}",
        "NEWSCRAWL_JSONLINES_PATH": str(Path(database).with_suffix(".jsonl")),
        "NEWSCRAWL_RUNS_PATH": str(Path(database).with_suffix(".runs")),
        # How much becomes due depends on the hour at which this is run.
        "NEWSCRAWL_MAX_REVISITS": 0,
    }
    if kind == "bare":
        crawl_here(ListsSpider, settings, origin=origin, pages=pages)
    else:
        crawl_here(CaliberSpider, settings, origin=origin, ways="feed,listing")


def compare(origin: str, database: str, pages: Path, rounds: int) -> None:
    """Let both crawl by turns, and print the best of each."""
    best: dict[str, Measured] = {}
    words = (origin, database, str(pages))
    for _ in range(rounds):
        for kind in ("caliber", "bare"):
            took = measured("benchmarks.again", "--run", kind, *words)
            if kind not in best or took.seconds < best[kind].seconds:
                best[kind] = took
            if kind == "caliber":
                lists, kinds = asked_for(database)
                pages.write_text(json.dumps(lists), encoding="utf-8")
    for kind, took in best.items():
        print(
            f"  {kind:8} {took.pages:4} pages {took.seconds:6.2f} s "
            f"{took.cpu_seconds:6.2f} s CPU {took.peak_mb:5.0f} MB"
        )
    caliber, bare = best["caliber"], best["bare"]
    print(
        f"  {kinds['article']} articles asked for; caliber / bare: "
        f"{caliber.seconds / bare.seconds:.2f} of its seconds, "
        f"{caliber.cpu_seconds / bare.cpu_seconds:.2f} of its CPU"
    )


def measure(articles: int, rounds: int, database: str, pages: Path) -> None:
    with newsroom(articles=articles) as origin:
        # Where it is filled already this is a second run, too: it leaves the lists' versions.
        first = measured("benchmarks.again", "--run", "caliber", origin, database, str(pages))
        print(f"first run: {first.pages} pages in {first.seconds:.1f} s", flush=True)
        for answers, faults in _FAULTS.items():
            switch(origin, faults)
            # What a switch changed is read once more before it is measured.
            measured("benchmarks.again", "--run", "caliber", origin, database, str(pages))
            print(f"lists {answers}:", flush=True)
            compare(origin, database, pages, rounds)


def main(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--database", help="is filled if it is not there, and kept")
    parser.add_argument("--run", nargs=4, metavar=("KIND", "ORIGIN", "DATABASE", "PAGES"))
    options = parser.parse_args(words)
    if options.run:
        run(*options.run)
        return
    with tempfile.TemporaryDirectory() as folder:
        database = options.database or f"{folder}/newscrawl.db"
        measure(options.articles, options.rounds, database, Path(folder) / "pages.json")


if __name__ == "__main__":
    main()
