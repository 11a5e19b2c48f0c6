"""A host is asked so often in a run, and no more."""

import logging
from collections import Counter
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newscrawl.outcomes import OutOfBudget

logger = logging.getLogger(__name__)


class BudgetMiddleware:
    """Let ``NEWSCRAWL_MAX_REQUESTS_PER_HOST`` requests of a run go to a host, no matter for what.

    Those that come after raise :class:`~newscrawl.outcomes.OutOfBudget`: articles stay in the
    ledger as owed, listings as not read to their end, and other hosts are asked on.

    Stat ``newscrawl/budget/left/<host>``: requests that were not made.
    """

    def __init__(self, crawler: Crawler, most: int) -> None:
        self.stats = crawler.stats
        self.most = most
        self.asked: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "BudgetMiddleware":
        most = crawler.settings.getint("NEWSCRAWL_MAX_REQUESTS_PER_HOST")
        if most <= 0:
            raise NotConfigured
        return cls(crawler, most)

    def process_request(self, request: Request) -> None:
        host = urlsplit(request.url).hostname or ""
        if self.asked[host] < self.most:
            self.asked[host] += 1
            return
        key = f"newscrawl/budget/left/{host}"
        if not self.stats.get_value(key):
            logger.warning(
                "%s was asked %d times, the budget of this run; it is asked no more",
                host,
                self.most,
            )
        self.stats.inc_value(key)
        raise OutOfBudget
