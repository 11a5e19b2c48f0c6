"""A challenge page is asked again, and is a failure in the end, never an article."""

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.http import HtmlResponse, Response

from newscrawl.outcomes import Refused, request_refused
from newscrawl.refusals import refusal


class RefusalsMiddleware:
    """Retry requests whose answer is a challenge, a consent wall or an error page.

    As many times as ``RETRY_TIMES`` says; then the request fails with
    :class:`~newscrawl.outcomes.Refused`.

    Stat ``newscrawl/refused/<kind>``: how often each was met.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RefusalsMiddleware":
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        if not isinstance(response, HtmlResponse):
            return response
        kind = refusal(response.body)
        if kind is None:
            return response
        self.crawler.stats.inc_value(f"newscrawl/refused/{kind}")
        spider = self.crawler.spider
        assert spider is not None
        again = get_retry_request(request, spider=spider, reason=kind)
        if again is None:
            self.crawler.signals.send_catch_log(request_refused, request=request, kind=kind)
            raise Refused(kind)
        return again
