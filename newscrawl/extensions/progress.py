"""How far a crawl is: a bar on a terminal, a line in the log now and then, a file for others."""

import atexit
import logging
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import AsyncioLoopingCall, create_looping_call
from twisted.internet.task import LoopingCall

from newscrawl.books import Books
from newscrawl.extensions.listening import listen
from newscrawl.figures import Figures
from newscrawl.items import Article

logger = logging.getLogger(__name__)

_REFRESH_S = 0.25
_STATUS_S = 0.5


class ProgressExtension:
    """Say how far the crawl is.

    A bar where standard error is a terminal, or as ``NEWSCRAWL_PROGRESS`` says, with the log
    above it; else a line in the log every ``NEWSCRAWL_PROGRESS_INTERVAL_S`` seconds. And the
    figures as JSON in the file ``NEWSCRAWL_STATUS_PATH``, if there is to be one.
    """

    def __init__(self, crawler: Crawler, bar: "Bar | None", line_s: float, status: Path | None):
        self.crawler = crawler
        self.bar = bar
        self.line_s = line_s
        self.status = status
        self.newest: datetime | None = None
        self.began = time.monotonic()
        self.calls: list[AsyncioLoopingCall | LoopingCall] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "ProgressExtension":
        settings = crawler.settings
        wanted = settings["NEWSCRAWL_PROGRESS"]
        shown = sys.stderr.isatty() if wanted == "auto" else settings.getbool("NEWSCRAWL_PROGRESS")
        line_s = 0.0 if shown else settings.getfloat("NEWSCRAWL_PROGRESS_INTERVAL_S")
        path = settings["NEWSCRAWL_STATUS_PATH"]
        if not shown and not line_s and not path:
            raise NotConfigured
        bar = Bar(Console(file=sys.stderr)) if shown else None
        extension = cls(crawler, bar, line_s, Path(path) if path else None)
        listen(crawler, extension.spider_opened, extension.item_scraped, extension.spider_closed)
        return extension

    def spider_opened(self) -> None:
        assert self.crawler.spider is not None
        self.began = time.monotonic()
        if self.bar:
            self.bar.start(self.crawler.spider.name)
            self._every(_REFRESH_S, self._show, at_once=True)
        elif self.line_s:
            self._every(self.line_s, self._log, at_once=False)
        if self.status:
            self._every(_STATUS_S, self._write, at_once=True)

    def item_scraped(self, item: object) -> None:
        if isinstance(item, Article) and item.date and (not self.newest or item.date > self.newest):
            self.newest = item.date

    def spider_closed(self) -> None:
        for call in self.calls:
            if call.running:
                call.stop()
        if self.bar:
            self._show()
            self.bar.stop()
        elif self.line_s:
            self._log()
        if self.status:
            self._write()

    def figures(self) -> Figures:
        books = Books.of(self.crawler)
        return Figures.of(
            self.crawler.stats.get_stats(),
            run=books.run,
            asked=books.asked,
            newest=self.newest,
            seconds=time.monotonic() - self.began,
        )

    def _every(self, seconds: float, call: Callable[[], None], *, at_once: bool) -> None:
        loop = create_looping_call(call)
        loop.start(seconds, now=at_once)
        self.calls.append(loop)

    def _show(self) -> None:
        assert self.bar
        self.bar.update(self.figures())

    def _log(self) -> None:
        assert self.crawler.spider is not None
        logger.info("%s: %s", self.crawler.spider.name, self.figures())

    def _write(self) -> None:
        assert self.status
        beside = self.status.with_name(f".{self.status.name}")
        with suppress(OSError):  # who reads it does without
            beside.write_text(self.figures().to_json(), encoding="utf-8")
            beside.replace(self.status)


class Bar:
    """A bar on a terminal that the log runs above."""

    def __init__(self, console: Console) -> None:
        self.progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[said]}"),
            TimeElapsedColumn(),
            console=console,
        )

    def start(self, name: str) -> None:
        self.task = self.progress.add_task(name, total=0, said="")
        self.progress.start()
        atexit.register(self.progress.stop)  # a terminal gets its cursor back, however a run ends
        _send_log_through(sys.stderr)  # which the progress display has replaced

    def update(self, figures: Figures) -> None:
        self.progress.update(
            self.task, total=figures.asked, completed=figures.settled, said=str(figures)
        )

    def stop(self) -> None:
        self.progress.stop()
        _send_log_through(sys.stderr)


def _send_log_through(stream: object) -> None:
    for handler in logging.root.handlers:
        if isinstance(handler, logging.StreamHandler) and not isinstance(
            handler, logging.FileHandler
        ):
            handler.setStream(stream)
