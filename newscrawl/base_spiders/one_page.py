"""One page instead of a crawl, fetched and read as a crawl would do it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, Response
from twisted.python.failure import Failure

from newscrawl.arguments import checked_origin
from newscrawl.base_spiders.outlet import OutletSpider
from newscrawl.base_spiders.responses import fetched_at, rights_headers
from newscrawl.explaining import Trace
from newscrawl.items import Article
from newscrawl.manners import introduce
from newscrawl.outcomes import failure_reason
from newscrawl.reading import read_unknown

NOTHING_IS_KEPT: dict[str, Any] = {
    "ITEM_PIPELINES": {},
    "SPIDER_MIDDLEWARES": {},
    "EXTENSIONS": {
        "newscrawl.extensions.manners.CrawlDelayExtension": 520,
        "newscrawl.extensions.manners.RetryAfterExtension": 530,
    },
    "FEEDS": {},
    # One look that is refused is no reason for crawls to leave the host alone.
    "NEWSCRAWL_DATABASE_URL": "",
}


@dataclass
class Reading:
    """What came of one page."""

    article: Article | None = None
    failure: str | None = None
    """In a few words, why there is none."""

    trace: Trace = field(default_factory=Trace)


class _OnePage(Spider):
    """Ask for *url* alone; what comes of it is in *reading*."""

    url: str
    reading: Reading

    async def start(self) -> AsyncIterator[Request]:
        yield Request(self.url, callback=self.read_page, errback=self.failed)

    def read_page(self, response: Response) -> None:
        if isinstance(response, HtmlResponse):
            self.reading.article = self.article_of(response)
        else:
            kind = (response.headers.get("Content-Type") or b"of no kind").decode("latin-1")
            self.reading.failure = f"no HTML page ({kind})"

    def failed(self, failure: Failure) -> None:
        self.reading.failure = failure_reason(failure)

    def closed(self, reason: str) -> None:
        """Say what Scrapy does not: a redirect that its filters drop ends without a word."""
        if self.reading.article is None and self.reading.failure is None:
            if self.crawler.stats.get_value("offsite/filtered"):
                self.reading.failure = "offsite"
            elif self.crawler.stats.get_value("dupefilter/filtered"):
                self.reading.failure = "it leads back to itself"

    def article_of(self, response: HtmlResponse) -> Article:
        raise NotImplementedError


class UnknownPageSpider(_OnePage):
    """A page of an outlet that nobody has described."""

    name = "unknown"
    custom_settings = NOTHING_IS_KEPT

    def __init__(self, *, url: str, reading: Reading, origin: str | None = None) -> None:
        super().__init__()
        self.url, self.reading = url, reading
        self.origin = checked_origin(origin) if origin else None
        host = urlsplit(url).hostname or ""
        self.allowed_domains = [host.removeprefix("www.")]

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        introduce(crawler, spider.origin or spider.url)
        return spider

    def article_of(self, response: HtmlResponse) -> Article:
        return read_unknown(
            response.selector.root,
            response.url,
            now=fetched_at(response),
            headers=rights_headers(response),
            trace=self.reading.trace,
        )


class _OneArticle(_OnePage, OutletSpider):
    """Before an outlet's own spider: its article, read with all that the spider knows."""

    def __init__(self, *, url: str, reading: Reading, **arguments: str) -> None:
        super().__init__(**arguments)
        self.url, self.reading, self.trace = url, reading, reading.trace

    def article_of(self, response: HtmlResponse) -> Article:
        return self.amend(self.read(response), response)


def one_page_spider(outlet: type[OutletSpider] | None) -> type[_OnePage]:
    """Return the spider class that reads one page, as *outlet*'s does or knowing nothing.

    It takes the arguments ``url`` and ``reading`` (a :class:`Reading`), and ``origin`` as every
    outlet's does.
    """
    if outlet is None:
        return UnknownPageSpider
    settings = {**(outlet.custom_settings or {}), **NOTHING_IS_KEPT}
    return type(f"One{outlet.__name__}", (_OneArticle, outlet), {"custom_settings": settings})
