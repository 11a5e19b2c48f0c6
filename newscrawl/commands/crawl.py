"""`scrapy crawl`: Scrapy's own, with errors that an operator can act on."""

import argparse
import asyncio
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.crawler import Crawler
from scrapy.spiderloader import get_spider_loader

from newscrawl.commands.ending import Ending
from newscrawl.commands.extract import be_quiet
from newscrawl.commands.feed_checks import check_feeds
from newscrawl.commands.help import WithTables, table
from newscrawl.errors import OperatorError
from newscrawl.extensions.verdict import VerdictExtension
from newscrawl.locks import Locked, run_lock
from newscrawl.revisits import parse_time
from newscrawl.run_logs import new_log
from newscrawl.runs import RunReport
from newscrawl.runs.report import locked_report, short_report
from newscrawl.storage import ArticleStore, JsonLinesFile, LooseArticles
from newscrawl.verdicts import Verdict

BAD_INPUT = 2
"""Exit code for a call, a setting or a machine that is not as it has to be."""


ARGUMENTS = {
    "ways": "ways in, parted by commas: feed, listing, …",
    "editions": "languages, parted by commas",
    "sections": "sections by name or slug, parted by commas",
    "since": "first day (or moment, or 7d, 12h) of publication",
    "until": "last day (or moment, or 7d, 12h) of publication",
    "max_articles": "at most so many article pages are fetched",
    "refetch": "1: fetch what is stored, too",
    "fill_gaps": "1: only what failed or was missed",
    "origin": "scheme and host to ask instead of the outlet's",
}


def exit_codes() -> list[tuple[str, str]]:
    """Return what each exit code means."""
    verdicts = [(str(v.exit_code), f"{v}: {v.meaning}") for v in Verdict]
    others = [
        ("1", "The crawl could not start, or its database failed."),
        (str(BAD_INPUT), "The call, a setting or the machine is not as it has to be."),
    ]
    return sorted(verdicts + others, key=lambda row: row[0])


class Command(ScrapyCrawl):
    """Run a spider after a look at its arguments, its settings and its outputs.

    What is wrong with them is said in one line, before anything is fetched.
    """

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.formatter_class = WithTables
        parser.epilog = "\n\n".join(
            (table("Arguments, with -a", ARGUMENTS.items()), table("Exit codes", exit_codes()))
        )
        parser.add_argument(
            "--deadline",
            metavar="TIME",
            help="end the run after this time, e.g. 45m or 2h; the next one goes on",
        )
        parser.add_argument(
            "--quiet",
            action="store_true",
            help="say nothing of a run that goes well, and the verdict of one that does not",
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None
        try:
            if opts.deadline:
                seconds = parse_time("--deadline", opts.deadline).total_seconds()
                self.settings.set("CLOSESPIDER_TIMEOUT", seconds, priority="cmdline")
            self.outlet = self.check(args, opts.spargs)
            self.lock = ExitStack()
            self.locked = self._lock()
            self._open_log()
            if opts.quiet and not self.settings["LOG_FILE"]:
                be_quiet(self.settings)
            self.ending = Ending(self.settings, quiet=opts.quiet)
        except OperatorError as error:
            _say(error)
            sys.exit(BAD_INPUT)

    def check(self, names: list[str], arguments: dict[str, str]) -> str:
        """Return the name of the outlet; its site if nobody has described it.

        :raises OperatorError: for what a crawl could not work with.
        """
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
        return spider.name

    def _lock(self) -> Locked | None:
        """Hold the lock of the outlet; return who has it if that is not to be had.

        :raises OperatorError: if there can be none.
        """
        assert self.settings is not None
        if folder := self.settings["NEWSCRAWL_LOCK_PATH"]:
            wait_s = self.settings.getfloat("NEWSCRAWL_LOCK_WAIT_S")
            try:
                self.lock.enter_context(run_lock(Path(folder), self.outlet, wait_s=wait_s))
            except Locked as error:
                return error
        return None

    def _open_log(self) -> None:
        """Give the run a log of its own, if there is to be one.

        :raises OperatorError: if there cannot be one.
        """
        assert self.settings is not None
        if pattern := self.settings["NEWSCRAWL_LOG_PATH"]:
            # What only finds the outlet locked takes no log away, least of all that of who has it.
            keep = 0 if self.locked else self.settings.getint("NEWSCRAWL_KEEP_LOGS")
            path = new_log(pattern, self.outlet, now=datetime.now(UTC), keep=keep)
            self.settings.set("LOG_FILE", str(path), priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        with self.lock:
            if self.locked:
                why = str(self.locked)
                self._end(locked_report(self.outlet, why, datetime.now(UTC)), None)
            else:
                self._crawl(args[0], opts.spargs)

    def _crawl(self, name: str, arguments: dict[str, str]) -> None:
        assert self.crawler_process
        crawler = self._create_crawler(name)
        crawl = self.crawler_process.crawl(crawler, **arguments)
        if isinstance(crawl, asyncio.Task):
            crawl.add_done_callback(self._explain)
        self.crawler_process.start()
        if self.exitcode:
            return
        if self.crawler_process.bootstrap_failed:
            self.exitcode = 1
            return
        verdict = crawler.get_extension(VerdictExtension)
        if verdict is None:
            return
        if verdict.report is not None:
            self._end(verdict.report, verdict.path)
        elif isinstance(crawl, asyncio.Task) and not crawl.done():
            why = "it was told twice to stop"
            report = self._unjudged(verdict, Verdict.INTERRUPTED, why, reason="killed")
            self.ending.leave(report)
            self.exitcode = report.exit_code
        else:
            why = "it could not be judged, or never began; the log says why"
            report = self._unjudged(verdict, Verdict.FAILED, why, reason=verdict.reason)
            self._end(report, None)

    def _unjudged(
        self, of: VerdictExtension, verdict: Verdict, why: str, *, reason: str
    ) -> RunReport:
        books = of.books
        return short_report(
            self.outlet,
            verdict,
            why,
            reason=reason,
            started_at=of.started_at,
            now=datetime.now(UTC),
            run=(books.run or None) if books.database_url else None,
        )

    def _end(self, report: RunReport, path: Path | None) -> None:
        self.ending.tell(report, path)
        self.exitcode = report.exit_code

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
