"""Spiders of outlets that only tests know, and answers for them."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, JsonResponse, TextResponse, XmlResponse
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.project import get_project_settings
from twisted.python.failure import Failure

from newscrawl.base_spiders import Edition, Outlet, OutletSpider
from newscrawl.items import Teaser
from newscrawl.meta import FETCHED_AT, teaser_of, walk_of
from newscrawl.outcomes import listing_failed

SITE = "https://harbour-post.example"
NOW = datetime.fromisoformat("2025-11-16T12:00:00+00:00")
HARBOUR = Outlet("Harbour Post", "PT", "Europe/Lisbon", (Edition("en"), Edition("pt", ("pt",))))
ARTICLE_URL = r"https://harbour-post[.]example/(?:(?P<edition>pt)/)?news/(?P<key>[a-z0-9-]+)"

AnySpider = TypeVar("AnySpider", bound=OutletSpider)


def spider_of(spidercls: type[AnySpider], **arguments: str) -> AnySpider:
    settings = get_project_settings()
    settings.set("NEWSCRAWL_CONTACT", "https://newscrawl.example/contact", priority="cmdline")
    crawler = Crawler(spidercls, settings)
    crawler.stats = MemoryStatsCollector(crawler)
    spider = spidercls.from_crawler(crawler, **arguments)
    crawler.spider = spider
    return spider


def failures(spider: OutletSpider) -> list[str]:
    """The reasons of all failed listings from now on; a list that grows."""
    reasons: list[str] = []

    def note(walk: Any, reason: str) -> None:
        reasons.append(reason)

    spider.crawler.signals.connect(note, signal=listing_failed, weak=False)
    return reasons


def answer(
    request: Request, content: str | bytes | list[Any] | dict[str, Any], status: int = 200
) -> TextResponse:
    """The response to *request*: JSON for a list or an object, XML or HTML for text."""
    request.meta.setdefault(FETCHED_AT, NOW)
    kind: type[TextResponse] = JsonResponse
    if isinstance(content, (list, dict)):
        content = json.dumps(content)
    elif isinstance(content, str):
        kind = XmlResponse if content.lstrip().startswith("<?xml") else HtmlResponse
    body = content.encode() if isinstance(content, str) else content
    return kind(request.url, status=status, body=body, encoding="utf-8", request=request)


def failed(request: Request, status: int) -> Failure:
    """The failure of *request* that was answered with *status*."""
    error = HttpError(HtmlResponse(request.url, status=status), "no")
    failure = Failure(error)  # type: ignore[no-untyped-call]  # Twisted is not typed
    failure.request = request  # type: ignore[attr-defined]  # as Scrapy does
    return failure


def teasers(requests: Iterable[Request]) -> list[Teaser]:
    return [teaser for request in requests if (teaser := teaser_of(request.meta))]


def next_pages(requests: Iterable[Request]) -> list[Request]:
    return [request for request in requests if walk_of(request.meta)]
