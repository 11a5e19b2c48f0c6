"""Pages that lie about their encoding are read in the one they are in."""

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse
from scrapy.statscollectors import StatsCollector

from newscrawl.encoding import page_encoding


class CharsetMiddleware:
    """Give a text response the encoding its bytes are in.

    Stat ``newscrawl/charset/corrected``: how many said something else.
    """

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "CharsetMiddleware":
        return cls(crawler.stats)

    def process_response(self, request: Request, response: Response) -> Response:
        if not isinstance(response, TextResponse) or response.body.isascii():
            return response
        encoding = page_encoding(response.body, response.encoding)
        if encoding == response.encoding:
            return response
        self.stats.inc_value("newscrawl/charset/corrected")
        return response.replace(encoding=encoding)
