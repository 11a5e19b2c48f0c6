"""What hosts ask of those who crawl them: Crawl-delay and Retry-After."""

import logging
from datetime import UTC, datetime
from time import monotonic

from scrapy import Request, signals
from scrapy.core.downloader import Downloader, Slot
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.asyncio import call_later

from newscrawl.manners import crawl_delay, loopback_slot, retry_after, server_time

logger = logging.getLogger(__name__)

BUSY = (429, 503)
"""Answers whose ``Retry-After`` is heeded; both are among ``RETRY_HTTP_CODES``."""


class CrawlDelayExtension:
    """Leave as much time between two requests as a host's robots.txt asks for.

    Or ``DOWNLOAD_DELAY``, whichever is more, exactly, not jittered; at most
    ``NEWSCRAWL_CRAWL_DELAY_MAX_S``. AutoThrottle may add to it. A host that ``DOWNLOAD_SLOTS``
    names has the delay it says there.

    Stats ``newscrawl/crawl_delay/<host>``, in seconds, and ``newscrawl/crawl_delay/capped``.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.agent: str = settings["ROBOTSTXT_USER_AGENT"] or settings["USER_AGENT"]
        self.ours = settings.getfloat("DOWNLOAD_DELAY")
        self.most = settings.getfloat("NEWSCRAWL_CRAWL_DELAY_MAX_S")
        self.settled = frozenset(settings.getdict("DOWNLOAD_SLOTS"))
        self.delays: dict[str, float] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "CrawlDelayExtension":
        extension = cls(crawler)
        crawler.signals.connect(extension.robots_parsed, signal=signals.robots_parsed)
        crawler.signals.connect(extension.response_downloaded, signal=signals.response_downloaded)
        return extension

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        downloader = _downloader(self.crawler)
        key = loopback_slot(self.crawler.spider, request) or downloader.get_slot_key(request)
        theirs = robotparser.crawl_delay(self.agent)
        delay = crawl_delay(theirs, ours=self.ours, most=self.most)
        if delay is None or key in self.settled or delay <= self.delays.get(key, 0):
            return
        self.delays[key] = delay
        # A slot that is idle for a minute is dropped, and made anew from these.
        downloader.per_slot_settings[key] = {"concurrency": 1, "delay": delay, "jitter": 0}
        if slot := downloader.slots.get(key):
            slot.concurrency, slot.delay, slot.jitter = 1, max(slot.delay, delay), 0
        self.crawler.stats.set_value(f"newscrawl/crawl_delay/{key}", delay)
        if theirs is not None and theirs > self.most:
            self.crawler.stats.inc_value("newscrawl/crawl_delay/capped")
        logger.info(
            "%s: robots.txt asks for %g s between requests; it gets %g s", key, theirs, delay
        )

    def response_downloaded(self, request: Request) -> None:
        """Take back what AutoThrottle, which was told before, has lowered too far."""
        key = request.meta.get("download_slot", "")
        slot = _downloader(self.crawler).slots.get(key)
        if slot and key in self.delays:
            slot.delay = max(slot.delay, self.delays[key])


class RetryAfterExtension:
    """Ask nothing of a host for as long as its answer 429 or 503 says; other hosts go on.

    At most ``NEWSCRAWL_RETRY_AFTER_MAX_S``. Scrapy's retry middleware asks again for the page
    until ``RETRY_TIMES`` is used up, and that waits with the rest.

    Stats ``newscrawl/retry_after/count``, ``…/seconds`` (all pauses together) and ``…/capped``.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.most = crawler.settings.getfloat("NEWSCRAWL_RETRY_AFTER_MAX_S")
        self.until: dict[str, float] = {}
        """Slot to the end of its pause, by the monotonic clock."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RetryAfterExtension":
        extension = cls(crawler)
        crawler.signals.connect(extension.response_downloaded, signal=signals.response_downloaded)
        crawler.signals.connect(extension.request_waits, signal=signals.request_reached_downloader)
        return extension

    def response_downloaded(self, response: Response, request: Request) -> None:
        header = response.headers.get("Retry-After")
        if response.status not in BUSY or header is None:
            return
        asked = retry_after(
            header.decode("latin-1"), now=server_time(response) or datetime.now(UTC)
        )
        if asked is None:
            return
        pause = min(asked, self.most)
        key = request.meta.get("download_slot", "")
        self._count("count", 1)
        self._count("seconds", round(pause))
        if asked > pause:
            self._count("capped", 1)
        logger.info("%s asks for %.0f s without requests; it gets %.0f s", key, asked, pause)
        self.until[key] = max(self.until.get(key, 0), monotonic() + pause)
        self.request_waits(request)

    def request_waits(self, request: Request) -> None:
        """Keep the slot of *request* closed until its pause is over, even if it is a new one."""
        key = request.meta.get("download_slot", "")
        left = self.until.get(key, 0) - monotonic()
        slot = _downloader(self.crawler).slots.get(key)
        if slot and left > 0:
            self._close(slot, left)

    def _close(self, slot: Slot, seconds: float) -> None:
        slot.close()  # ends the wait of its delay, which the pause includes
        slot.latercall = call_later(seconds, _downloader(self.crawler)._latercall, slot)

    def _count(self, key: str, number: int) -> None:
        self.crawler.stats.inc_value(f"newscrawl/retry_after/{key}", number)


def _downloader(crawler: Crawler) -> Downloader:
    assert crawler.engine is not None
    return crawler.engine.downloader
