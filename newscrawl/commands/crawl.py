"""`scrapy crawl`: Scrapy's own, with errors that an operator can act on."""

import argparse
import asyncio
import sys
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.crawler import Crawler
from scrapy.spiderloader import get_spider_loader

from newscrawl.commands.feed_checks import check_feeds
from newscrawl.errors import OperatorError
from newscrawl.pipelines.database import STORE_FAILED
from newscrawl.run_logs import new_log
from newscrawl.storage import ArticleStore, JsonLinesFile, LooseArticles

BAD_INPUT = 2
"""Exit code for a call, a setting or a machine that is not as it has to be."""


class Command(ScrapyCrawl):
    """Run a spider after a look at its arguments, its settings and its outputs.

    What is wrong with them is said in one line, before anything is fetched.
    """

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        try:
            self.check(args, opts.spargs)
            self._open_log(args[0])
        except OperatorError as error:
            _say(error)
            sys.exit(BAD_INPUT)

    def check(self, names: list[str], arguments: dict[str, str]) -> None:
        """:raises OperatorError: for what a crawl could not work with."""
        assert self.settings is not None
        loader = get_spider_loader(self.settings)
        if len(names) != 1:
            raise OperatorError("name one spider; `scrapy list` shows them all")
        known = loader.list()
        if names[0] not in known:
            guess = get_close_matches(names[0], known, n=1)
            hint = f"did you mean {guess[0]!r}?" if guess else "`scrapy list` shows them all"
            raise OperatorError(f"no spider is called {names[0]!r}; {hint}")
        crawler = Crawler(loader.load(names[0]), self.settings)
        spider = crawler.spidercls.from_crawler(crawler, **arguments)
        check_feeds(crawler.settings, spider, now=datetime.now(UTC))
        _check_outputs(
            crawler.settings["NEWSCRAWL_DATABASE_URL"],
            crawler.settings["NEWSCRAWL_JSONLINES_PATH"],
            repeats=crawler.settings.getbool("NEWSCRAWL_EXPORT_REPEATS"),
        )

    def _open_log(self, spider: str) -> None:
        """Give the run a log of its own, if there is to be one.

        :raises OperatorError: if there cannot be one.
        """
        assert self.settings is not None
        if pattern := self.settings["NEWSCRAWL_LOG_PATH"]:
            keep = self.settings.getint("NEWSCRAWL_KEEP_LOGS")
            path = new_log(pattern, spider, now=datetime.now(UTC), keep=keep)
            self.settings.set("LOG_FILE", str(path), priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.crawler_process
        crawler = self.crawler_process.create_crawler(args[0])
        crawl = self.crawler_process.crawl(crawler, **opts.spargs)
        if isinstance(crawl, asyncio.Task):
            crawl.add_done_callback(self._explain)
        self.crawler_process.start()
        if self.exitcode:
            return
        started = not self.crawler_process.bootstrap_failed
        if not started or crawler.stats.get_value("finish_reason") == STORE_FAILED:
            self.exitcode = 1

    def _explain(self, crawl: asyncio.Task[Any]) -> None:
        """Say in one line what kept a crawl from starting, if that is the operator's to mend."""
        if not crawl.cancelled() and isinstance(error := crawl.exception(), OperatorError):
            _say(error)
            self.exitcode = BAD_INPUT


def _check_outputs(database_url: str | None, path: str | None, *, repeats: bool) -> None:
    """Open the outputs as a crawl would; what a crash has left in them is mended."""
    if database_url:
        with ArticleStore(database_url) as store:
            if path:
                with JsonLinesFile(Path(path), store, repeats=repeats):
                    pass
    elif path:
        with JsonLinesFile(Path(path), LooseArticles()):
            pass


def _say(error: OperatorError) -> None:
    print(f"newscrawl: {error}", file=sys.stderr)
