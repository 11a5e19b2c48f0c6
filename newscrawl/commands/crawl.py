"""`scrapy crawl`: Scrapy's own, with errors that an operator can act on."""

import argparse
import logging
import sys
from difflib import get_close_matches
from pathlib import Path

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError

from newscrawl.errors import OperatorError
from newscrawl.storage import ArticleStore

BAD_INPUT = 2
"""Exit code for a call, a setting or a machine that is not as it has to be."""


class Command(ScrapyCrawl):
    """Run a spider after a look at its arguments, its settings and its outputs.

    What is wrong with them is said in one line, before anything is fetched or written.
    """

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1:
            raise UsageError("name one spider; `scrapy list` shows them")
        try:
            self.check(args[0], opts.spargs)
        except OperatorError as error:
            print(f"newscrawl: {error}", file=sys.stderr)
            self.exitcode = BAD_INPUT
            return
        brief = _Brief()
        for handler in logging.root.handlers:
            handler.addFilter(brief)
        super().run(args, opts)

    def check(self, name: str, arguments: dict[str, str]) -> None:
        """:raises OperatorError: for what a crawl could not work with."""
        process = self.crawler_process
        assert process is not None
        names = process.spider_loader.list()
        if name not in names:
            guess = get_close_matches(name, names, n=1)
            hint = f"did you mean {guess[0]!r}?" if guess else "`scrapy list` shows them all"
            raise OperatorError(f"no spider is called {name!r}; {hint}")
        crawler = process.create_crawler(name)
        crawler.spidercls.from_crawler(crawler, **arguments)
        if url := crawler.settings["NEWSCRAWL_DATABASE_URL"]:
            with ArticleStore(url):
                pass
        if path := crawler.settings["NEWSCRAWL_JSONLINES_PATH"]:
            check_writable(Path(path))


def check_writable(path: Path) -> None:
    """:raises OperatorError: if no file can be written at *path*; leaves one that was there as
    it is."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        existed = path.exists()
        with path.open("ab"):
            pass
        if not existed:
            path.unlink()
    except OSError as error:
        raise OperatorError(
            f"{path} cannot be written: {error.strerror}; choose another place or mend its rights"
        ) from None


class _Brief(logging.Filter):
    """Logs an operator's error as one line instead of a traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, OperatorError):
            record.msg, record.args, record.exc_info = f"newscrawl: {error}", None, None
        return True
