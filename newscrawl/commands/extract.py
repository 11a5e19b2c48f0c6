"""`scrapy extract`: the record of one page, and why it is as it is."""

import argparse
import json
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from rich.console import Console
from scrapy.commands import ScrapyCommand
from scrapy.crawler import Crawler
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings

from newscrawl.base_spiders.one_page import Reading, one_page_spider
from newscrawl.commands.explanation import as_json, show
from newscrawl.errors import OperatorError
from newscrawl.extract import extract_article, find_spider
from newscrawl.items import Article
from newscrawl.outcomes import RobotsUnreachable
from newscrawl.refusals import refusal

BAD_INPUT = 2
"""Exit code for a call or an input that is not as it has to be."""

NOT_FETCHED = 1
"""Exit code for a page that could not be had, or that only stands in for the one asked for."""

SAID = {
    "gone": "there is no such page",
    "robots.txt": "robots.txt forbids it",
    "offsite": "it leads to another site; ask for the address there",
    "challenge": "a challenge stands in its place",
    "blocked": "we are blocked",
    "consent wall": "a consent wall stands in its place",
    "error page": "an error page stands in its place",
    "CannotResolveHostError": "there is no such host",
    "DownloadConnectionRefusedError": "the connection was refused",
    "DownloadTimeoutError": "no answer within DOWNLOAD_TIMEOUT",
    "DownloadCancelledError": "more than DOWNLOAD_MAXSIZE",
    "DownloadFailedError": "the connection was lost",
}
"""What :func:`~newscrawl.outcomes.failure_reason` and :func:`~newscrawl.refusals.refusal` say,
for people."""


def said_of(reason: str) -> str:
    """Return what *reason* means, or itself where that says all.

    >>> said_of("robots.txt unreachable: DownloadConnectionRefusedError")
    'the connection was refused'
    """
    reason = reason.removeprefix(RobotsUnreachable.PREFIX)
    return SAID.get(reason, reason)


class NotFetched(Exception):
    """There is no page to read."""


class Command(ScrapyCommand):
    """Print the article of one page as a crawl would record it; nothing is stored.

    Exit code 1 if the page cannot be fetched, 2 for a call or an input that cannot be used.
    """

    requires_project = True

    def syntax(self) -> str:
        return "[options] <address, file or ->"

    def short_desc(self) -> str:
        return "Print the article of one page, and on request why it is read so"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add = parser.add_argument
        add("--url", help="address of the page, where it is read from a file or standard input")
        add(
            "--outlet",
            default="auto",
            metavar="NAME",
            help="a spider's name, or none (default: the one whose hosts hold the address)",
        )
        add("--origin", help="scheme and host to ask instead of the address's own")
        add("--explain", action="store_true", help="show all candidates of each field, and why")
        add("--json", action="store_true", help="with --explain: as JSON")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        assert self.settings is not None
        be_quiet(self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        reading = Reading()
        try:
            article = self.read(args, opts, reading)
        except (OperatorError, NotFetched) as error:
            print(f"newscrawl: {error}", file=sys.stderr)
            self.exitcode = NOT_FETCHED if isinstance(error, NotFetched) else BAD_INPUT
            return
        try:
            if opts.explain and opts.json:
                print(as_json(article, reading.trace), flush=True)
            elif opts.explain:
                show(Console(), article, reading.trace)
            else:
                record = json.loads(article.to_json())
                print(json.dumps(record, ensure_ascii=False, indent=2), flush=True)
        except BrokenPipeError:  # whoever read it has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def read(self, args: list[str], opts: argparse.Namespace, reading: Reading) -> Article:
        """Return the article asked for.

        :raises OperatorError: for a call or an input that cannot be used.
        :raises NotFetched: if there is no page to read.
        """
        if len(args) != 1:
            raise OperatorError("name one address, one file, or - for standard input")
        target: str = args[0]
        is_address = "://" in target
        url = target if is_address else opts.url
        if not url:
            raise OperatorError(f"{target}: say with --url where the page is from")
        check_address(url)
        if is_address and opts.url:
            raise OperatorError("--url goes with a file or standard input only")
        outlet = None if opts.outlet == "none" else opts.outlet
        try:
            spider = find_spider(outlet, url) if outlet else None
        except LookupError as error:
            raise OperatorError(f"{error}; `scrapy list` shows them all") from None
        if is_address:
            return self.fetch(url, one_page_spider(spider), opts.origin, reading)
        page = _page(target, self.most_bytes)
        if kind := refusal(page):
            raise NotFetched(f"{target}: {SAID[kind]}")
        name = spider.name if spider else None
        return extract_article(page, url, outlet=name, trace=reading.trace)

    @property
    def most_bytes(self) -> int:
        assert self.settings is not None
        return self.settings.getint("DOWNLOAD_MAXSIZE")

    def fetch(self, url: str, spidercls: type, origin: str | None, reading: Reading) -> Article:
        """Return the article at *url*, fetched as a crawl would do it."""
        assert self.settings is not None
        arguments = {"url": url, "reading": reading} | ({"origin": origin} if origin else {})
        check = Crawler(spidercls, self.settings)
        check.spidercls.from_crawler(check, **arguments)
        assert self.crawler_process is not None
        self.crawler_process.crawl(spidercls, **arguments)
        self.crawler_process.start()
        if reading.failure:
            raise NotFetched(f"{url}: {said_of(reading.failure)}")
        if reading.article is None:
            raise NotFetched(f"{url}: reading it failed; run it again with -L ERROR to see how")
        return reading.article


def be_quiet(settings: BaseSettings) -> None:
    """Log nothing, unless asked to on the command line: what goes wrong is said in one line."""
    asked = SETTINGS_PRIORITIES["cmdline"]
    if (settings.getpriority("LOG_LEVEL") or 0) < asked:
        settings.set("LOG_LEVEL", "CRITICAL", priority="cmdline")


def check_address(url: str) -> None:
    """:raises OperatorError: if *url* is no absolute address of the web."""
    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        valid = False
    if not valid or any(character.isspace() for character in url):
        raise OperatorError(f"{url!r} is no address; write it like https://example.org/news/1")


def _page(target: str, most_bytes: int) -> bytes:
    """Return what the file *target* holds, or standard input if it is ``-``.

    :raises OperatorError: if it cannot be read, or is larger than a page may be.
    """
    try:
        if target == "-":
            page = sys.stdin.buffer.read(most_bytes + 1)
        else:
            with Path(target).open("rb") as file:
                page = file.read(most_bytes + 1)
    except OSError as error:
        raise OperatorError(f"{target}: {error.strerror}") from None
    if len(page) > most_bytes:
        raise OperatorError(f"{target}: more than DOWNLOAD_MAXSIZE, {most_bytes} bytes")
    if not page.strip():
        raise OperatorError(f"{target}: it is empty")
    return page
