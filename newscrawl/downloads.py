"""The download handler: HTTP as Scrapy does it, a browser for the few pages that need one."""

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.browser import find_chromium
from newscrawl.meta import FETCHED_AT, ORIGIN
from newscrawl.urls import at_origin

if TYPE_CHECKING:
    from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler


class Browser:
    """One browser for a crawl, started when the first page asks for it."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.handler: ScrapyPlaywrightDownloadHandler | None = None
        self.starting = asyncio.Lock()

    async def download_request(self, request: Request) -> Response:
        async with self.starting:
            if self.handler is None:
                self.handler = await self._start()
        response: Response = await self.handler.download_request(request)
        return response

    async def _start(self) -> "ScrapyPlaywrightDownloadHandler":
        # Playwright costs a second and 190 MB as soon as it is started, hence only here.
        from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

        handler = ScrapyPlaywrightDownloadHandler.from_crawler(self.crawler)
        chromium = find_chromium(self.crawler.settings["NEWSCRAWL_CHROMIUM"])
        if chromium and not handler.config.cdp_url:
            handler.config.launch_options.setdefault("executable_path", chromium)
        await handler._launch()  # the handler does so at `engine_started`, which is long past
        return handler

    async def close(self) -> None:
        handler, self.handler = self.handler, None
        if handler is not None:
            await handler.close()


_browsers: WeakKeyDictionary[Crawler, Browser] = WeakKeyDictionary()


class NewsDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's handler, with additions.

    * A request that :class:`~newscrawl.middlewares.origin.OriginMiddleware` marked is sent to
      the origin, with the outlet's host as ``X-Forwarded-Host``; its response has the
      outlet's address.
    * A request with ``meta["playwright"]`` is opened in a browser, which both schemes share.

    Each request is told when its response was received.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.browser = _browsers.setdefault(crawler, Browser(crawler))

    async def download_request(self, request: Request) -> Response:
        response = await self._download_from_origin(request)
        request.meta[FETCHED_AT] = datetime.now(UTC)
        return response

    async def _download_from_origin(self, request: Request) -> Response:
        origin = request.meta.get(ORIGIN)
        if origin is None:
            return await self._download(request)
        sent = request.replace(url=at_origin(request.url, origin))
        sent.headers["X-Forwarded-Host"] = request.url.split("/")[2]
        response = await self._download(sent)
        request.meta.update(sent.meta)  # latency and timing are written to the request sent
        url = request.url if response.url == sent.url else at_origin(response.url, request.url)
        return response.replace(url=url)

    async def _download(self, request: Request) -> Response:
        if request.meta.get("playwright"):
            return await self.browser.download_request(request)
        return await super().download_request(request)

    async def close(self) -> None:
        await self.browser.close()
        await super().close()
