"""Crawls of a copy of an outlet's site, and of anything on this machine, need no manners."""

from scrapy import Request
from scrapy.crawler import Crawler

from newscrawl.manners import loopback_slot
from newscrawl.meta import ORIGIN


class OriginMiddleware:
    """Mark each request with the spider's ``origin``; keep delays away from this machine.

    The download handler asks the origin and answers with the outlet's own address, so that
    robots rules, identities and records are those of the outlet. Requests to a loopback
    address wait in the slot ``127.0.0.1``, whose delay is set in ``DOWNLOAD_SLOTS``.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "OriginMiddleware":
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        origin = getattr(self.crawler.spider, "origin", None)
        if origin:
            request.meta[ORIGIN] = origin
        if slot := loopback_slot(self.crawler.spider, request):
            request.meta["download_slot"] = slot
            request.meta["autothrottle_dont_adjust_delay"] = True
