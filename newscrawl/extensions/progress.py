"""A bar on the terminal: what the crawl has asked for, and what has come of it."""

import logging
import sys

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import AsyncioLoopingCall, create_looping_call
from twisted.internet.task import LoopingCall

_REFRESH_S = 0.25


class ProgressExtension:
    """Show articles asked for and settled while the crawl runs, above them its log.

    On where standard error is a terminal, or as ``NEWSCRAWL_PROGRESS`` says.
    """

    def __init__(self, crawler: Crawler, console: Console) -> None:
        self.crawler = crawler
        self.progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:.0f} of {task.total:.0f} articles"),
            TextColumn("{task.fields[rest]}"),
            TimeElapsedColumn(),
            console=console,
        )
        self.refresh: AsyncioLoopingCall | LoopingCall | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "ProgressExtension":
        wanted = crawler.settings["NEWSCRAWL_PROGRESS"]
        if wanted == "auto" and not sys.stderr.isatty():
            raise NotConfigured
        if wanted != "auto" and not crawler.settings.getbool("NEWSCRAWL_PROGRESS"):
            raise NotConfigured
        extension = cls(crawler, Console(file=sys.stderr))
        crawler.signals.connect(extension.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def spider_opened(self) -> None:
        spider = self.crawler.spider
        assert spider is not None
        self.task = self.progress.add_task(spider.name, total=0, rest="")
        self.progress.start()
        self._send_log_through(sys.stderr)  # which the progress display has replaced
        self.refresh = create_looping_call(self.update)
        self.refresh.start(_REFRESH_S)

    def spider_closed(self) -> None:
        if self.refresh and self.refresh.running:
            self.refresh.stop()
        self.update()
        self.progress.stop()
        self._send_log_through(sys.stderr)

    def update(self) -> None:
        stats = self.crawler.stats.get_stats()
        pages = stats.get("response_received_count", 0)
        failed = stats.get("newscrawl/outcome/failed", 0)
        known = stats.get("newscrawl/listed/known", 0)
        asked = stats.get("newscrawl/listed/new", 0)
        settled = sum(n for key, n in stats.items() if key.startswith("newscrawl/outcome/"))
        self.progress.update(
            self.task,
            total=asked,
            completed=min(settled, asked),
            rest=f"· {pages} pages · {known} known · {failed} failed",
        )

    @staticmethod
    def _send_log_through(stream: object) -> None:
        for handler in logging.root.handlers:
            if isinstance(handler, logging.StreamHandler) and not isinstance(
                handler, logging.FileHandler
            ):
                handler.setStream(stream)
