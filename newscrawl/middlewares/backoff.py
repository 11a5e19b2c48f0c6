"""A host that refuses to be read is left alone for a while, by the next runs, too."""

import logging
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from newscrawl.arguments import CrawlArguments
from newscrawl.manners import loopback_slot, pause_after, refuses
from newscrawl.meta import teaser_of, walk_of
from newscrawl.outcomes import BACKING_OFF, LeftForLater, request_refused
from newscrawl.revisits import parse_delays
from newscrawl.storage import BlockedHost, CrawlStore

logger = logging.getLogger(__name__)

_BUSY = 429
_REFUSING = (403, _BUSY)
_BANS = ("challenge", "blocked")


class BackoffMiddleware:
    """Ask nothing of a host that has refused the runs before, for longer after each of them.

    A host refuses a run if more than ``NEWSCRAWL_BACKOFF_SHARE`` of its last answers, those that
    are not asked for again, are 403, 429, a challenge or a page that says "blocked";
    ``NEWSCRAWL_BACKOFF`` says how long the next runs wait. One run that is answered ends it. The
    store remembers; without one nothing is. Copies on this machine are never left alone, unless
    ``NEWSCRAWL_BACKOFF_LOOPBACK`` says so.

    Stats ``newscrawl/backoff/<host>``: seconds for which it is still to be left alone by a run
    that came too early; ``newscrawl/blocked/<host>``: how often it refused, if it did.
    """

    def __init__(self, crawler: Crawler, url: str, pauses: Sequence[timedelta]) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.stats = crawler.stats
        self.url = url
        self.pauses = pauses
        self.share = settings.getfloat("NEWSCRAWL_BACKOFF_SHARE")
        self.with_loopback = settings.getbool("NEWSCRAWL_BACKOFF_LOOPBACK")
        self.known: dict[str, BlockedHost | None] = {}
        self.answered: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "BackoffMiddleware":
        url = crawler.settings["NEWSCRAWL_DATABASE_URL"]
        pauses = parse_delays(
            crawler.settings.getlist("NEWSCRAWL_BACKOFF"), setting="NEWSCRAWL_BACKOFF"
        )
        arguments = getattr(crawler.spider, "arguments", None)
        if not url or not pauses or not isinstance(arguments, CrawlArguments):
            raise NotConfigured
        middleware = cls(crawler, url, pauses)
        for receiver, signal in (
            (middleware.spider_opened, signals.spider_opened),
            (middleware.spider_closed, signals.spider_closed),
            (middleware.request_refused, request_refused),
        ):
            crawler.signals.connect(receiver, signal=signal)
        return middleware

    def spider_opened(self) -> None:
        self.store = CrawlStore.of(self.url)

    async def process_request(self, request: Request) -> None:
        host = self._host(request)
        if host is None:
            return
        if host not in self.known:
            self.known[host] = await self.store.ask(lambda store: store.blocked_host(host))
        blocked = self.known[host]
        left = (blocked.not_before - datetime.now(UTC)).total_seconds() if blocked else 0
        # Where the run has asked already, the time came while it went on. A pause longer than all
        # is that of a clock that was wrong, or of a setting that is no longer.
        longest = max(self.pauses).total_seconds()
        if blocked is None or not 0 < left <= longest or self.answered[host]:
            return
        key = f"newscrawl/backoff/{host}"
        if self.stats.get_value(key) is None:
            logger.warning(
                "%s has refused to be read since %s; it is left alone until %s",
                host,
                f"{blocked.blocked_since:%Y-%m-%d %H:%M} UTC",
                f"{blocked.not_before:%Y-%m-%d %H:%M} UTC",
            )
            self.stats.set_value(key, round(left))
        raise LeftForLater(BACKING_OFF)

    def process_response(self, request: Request, response: Response) -> Response:
        status = response.status
        # Of robots.txt 403 says nothing of the pages; 429 speaks for the host.
        if status == _BUSY or teaser_of(request.meta) or walk_of(request.meta):
            self._count(request, status in _REFUSING)
        return response

    def request_refused(self, request: Request, kind: str) -> None:
        self._count(request, kind in _BANS)

    async def spider_closed(self) -> None:
        now = datetime.now(UTC)
        for host, answered in self.answered.items():
            known, refused = self.known.get(host), self.refused[host]
            if refuses(refused, answered, share=self.share):
                self._block(host, known, refused, now)
            elif known is not None:
                self._open(host)
        await self.store.close()

    def _block(self, host: str, known: BlockedHost | None, refused: int, now: datetime) -> None:
        times = 1 + (known.blocked_times if known else 0)
        since = known.blocked_since if known else now
        blocked = BlockedHost(host, since, times, now + pause_after(times, self.pauses))
        self.stats.set_value(f"newscrawl/blocked/{host}", refused)
        logger.warning(
            "%s has refused to be read %d times; the next runs leave it alone until %s",
            host,
            refused,
            f"{blocked.not_before:%Y-%m-%d %H:%M} UTC",
        )
        self.store.tell(lambda store: store.block_host(blocked))

    def _open(self, host: str) -> None:
        logger.info("%s can be read again", host)
        self.store.tell(lambda store: store.open_host(host))

    def _count(self, request: Request, is_refused: bool) -> None:
        host = self._host(request)
        if host is not None:
            self.answered[host] += 1
            self.refused[host] += is_refused

    def _host(self, request: Request) -> str | None:
        """Return the host that *request* goes to, or None if it may be asked at any time."""
        if not self.with_loopback and loopback_slot(self.crawler.spider, request):
            return None
        return urlsplit(request.url).hostname
