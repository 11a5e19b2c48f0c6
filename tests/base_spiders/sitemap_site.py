"""An invented outlet whose sitemaps are read run after run, without HTTP."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.project import get_project_settings
from twisted.python.failure import Failure

from newscrawl.base_spiders.sitemap import NewsSitemapSpider
from newscrawl.extensions.outcomes import OutcomesExtension
from newscrawl.items import Edition, Outlet, Teaser
from newscrawl.meta import FETCHED_AT, teaser_of
from newscrawl.middlewares.seen import SeenArticlesMiddleware
from newscrawl.outcomes import listing_failed

SITE = "https://harbour-post.example"
NOW = datetime.fromisoformat("2025-11-16T12:00:00+00:00")


class HarbourPostSpider(NewsSitemapSpider):
    """An outlet on the sea."""

    name = "harbour_post"
    allowed_domains = ["harbour-post.example"]
    outlet = Outlet(
        "Harbour Post", "PT", "Europe/Lisbon", (Edition("en", ("en",)), Edition("pt", ("pt",)))
    )
    ways = ("sitemap",)
    article_url = r"https://harbour-post[.]example/(?P<edition>en|pt)/.*?(?P<key>[a-z0-9-]+)"
    sitemaps = (f"{SITE}/sitemap.xml",)


def urlset(*rows: str) -> str:
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(rows)}</urlset>'


def url(path: str, lastmod: str = "", extra: str = "") -> str:
    changed = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    return f"<url><loc>{SITE}{path}</loc>{changed}{extra}</url>"


def index(**maps: str) -> str:
    rows = "".join(
        f"<sitemap><loc>{SITE}/{name.replace('_', '-')}.xml</loc>"
        + (f"<lastmod>{changed}</lastmod>" if changed else "")
        + "</sitemap>"
        for name, changed in maps.items()
    )
    return f"<sitemapindex>{rows}</sitemapindex>"


class Site:
    """Runs the spider over what the outlet serves, one run after the other, without HTTP."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages: dict[str, str | bytes] = {}
        self.spidercls: type[NewsSitemapSpider] = HarbourPostSpider
        self.now = NOW
        self.failures: list[str] = []

    def run(self, settings: dict[str, Any] | None = None, **arguments: str) -> list[str]:
        """Crawl; return what was asked for, in order: paths of maps, ids of articles."""
        project = get_project_settings()
        project.update(
            {
                "NEWSCRAWL_CONTACT": "https://newscrawl.example",
                "NEWSCRAWL_DATABASE_URL": f"sqlite:///{self.folder}/newscrawl.db",
                **(settings or {}),
            },
            priority="cmdline",
        )
        crawler = Crawler(self.spidercls, project)
        crawler.stats = MemoryStatsCollector(crawler)
        crawler.spider = spider = self.spidercls.from_crawler(crawler, **arguments)
        middleware = SeenArticlesMiddleware.from_crawler(crawler)

        def failed(reason: str) -> None:
            self.failures.append(reason)

        crawler.signals.connect(failed, signal=listing_failed)
        outcomes = OutcomesExtension.from_crawler(crawler)
        asyncio.run(outcomes.spider_opened())
        try:
            return asyncio.run(self._crawl(spider, middleware))
        finally:
            asyncio.run(outcomes.spider_closed("finished"))

    async def _crawl(
        self, spider: NewsSitemapSpider, middleware: SeenArticlesMiddleware
    ) -> list[str]:
        asked: list[str] = []
        self.teasers: list[Teaser] = []
        waiting = [r async for r in middleware.process_start(spider.start())]
        while waiting:
            request = waiting.pop(0)
            if teaser := teaser_of(request.meta):
                asked.append(teaser.id.removeprefix("harbour_post:"))
                self.teasers.append(teaser)
                continue
            asked.append(request.url.removeprefix(SITE))
            waiting += [r async for r in middleware.process_spider_output(*self._answer(request))]
        return asked

    def _answer(self, request: Request) -> tuple[Response, AsyncIterator[Request]]:
        body = self.pages.get(request.url.removeprefix(SITE))
        request.meta[FETCHED_AT] = self.now
        status = 200 if body is not None else 404
        data = body.encode() if isinstance(body, str) else body or b""
        response = Response(request.url, status=status, body=data, request=request)
        outputs: Iterator[Request]
        if status == 200 or status in request.meta.get("handle_httpstatus_list", ()):
            outputs = request.callback(response)  # type: ignore[misc]
        else:
            failure = Failure(HttpError(response, "no"))  # type: ignore[no-untyped-call]
            failure.request = request  # type: ignore[attr-defined]
            outputs = request.errback(failure)  # type: ignore[misc]
        return response, _async(outputs)


async def _async(outputs: Iterator[Request]) -> AsyncIterator[Request]:
    for output in outputs:
        yield output
