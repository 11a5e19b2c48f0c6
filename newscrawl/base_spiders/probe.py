"""A first look at a site, fetched as a crawl would do it; nothing is stored."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urljoin

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from newscrawl.arguments import checked_origin
from newscrawl.base_spiders.feed import FEED_ACCEPT
from newscrawl.base_spiders.one_page import NOTHING_IS_KEPT
from newscrawl.base_spiders.responses import fetched_at
from newscrawl.discovery import Source, host_of
from newscrawl.feeds import read_feed
from newscrawl.judging import NOT_AN_ARTICLE
from newscrawl.manners import introduce
from newscrawl.outcomes import failure_reason
from newscrawl.probing import FoundFeed, FoundMap, Page, ReadPage, Site
from newscrawl.probing.site import map_below, sources_to_ask
from newscrawl.reading import read_unknown
from newscrawl.sitemaps import SitemapError, read_sitemap

_MISSES = 3
"""So many links more than articles are wanted are tried."""


@dataclass
class Look:
    """What came of it."""

    site: Site | None = None
    failure: str | None = None
    """In a few words, why there is none."""


class ProbeSpider(Spider):
    """Ask for the page at *url*, its site's robots.txt, a few feeds and sitemaps, and the first
    articles that these lead to, one after the other."""

    name = "probe"
    custom_settings = NOTHING_IS_KEPT

    def __init__(
        self, *, url: str, look: Look, sources: int, articles: int, origin: str | None = None
    ) -> None:
        super().__init__()
        self.url, self.look = url, look
        self.most_sources, self.most_articles = sources, articles
        self.origin = checked_origin(origin) if origin else None
        self.allowed_domains = [host_of(url)]

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        introduce(crawler, spider.origin or spider.url)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        try:
            front = await self.ask(self.url)
        except NotAnswered as error:
            self.look.failure = str(error)
            return
        if not front.text:
            self.look.failure = "no HTML page"
            return
        site = Site(front)
        try:
            robots = await self.ask(urljoin(front.url, "/robots.txt"))
            site = replace(site, robots=robots.body.decode(errors="replace"))
        except NotAnswered:
            pass  # not to have one is no failure
        for source in sources_to_ask(front, site.robots, self.most_sources):
            site = await self.with_source(site, source)
        self.look.site = await self.with_articles(site)
        return
        yield  # Scrapy wants a generator

    async def with_source(self, site: Site, source: Source, index: str | None = None) -> Site:
        """Return *site* with what answers at *source*."""
        is_guess = source.reason == "a usual address"
        if is_guess and (site.feeds if source.kind == "feed" else site.maps):
            return site
        try:
            page = await self.ask(source.url, {"Accept": FEED_ACCEPT} if _is_feed(source) else {})
            if source.kind == "feed":
                entries = tuple(read_feed(page.body, page.url))
                return replace(site, feeds=(*site.feeds, FoundFeed(source, page, entries)))
            limit = self.settings.getint("DOWNLOAD_MAXSIZE")
            sitemap = read_sitemap(page.body, max_bytes=limit)
        except (NotAnswered, ValueError, SitemapError) as error:
            return replace(site, refused=(*site.refused, (source.url, str(error))))
        found = FoundMap(source, page, sitemap, index)
        site = replace(site, maps=(*site.maps, found))
        below = map_below(found) if index is None else None
        return await self.with_source(site, below, page.url) if below else site

    async def with_articles(self, site: Site) -> Site:
        """Return *site* with the first articles that its lists lead to."""
        for url in site.addresses()[: self.most_articles + _MISSES]:
            try:
                page = await self.ask(url)
            except NotAnswered as error:
                site = replace(site, refused=(*site.refused, (url, str(error))))
                continue
            if not page.text:
                continue
            article = read_unknown(page.root, page.url, now=page.fetched)
            if reason := article.evidence.get(NOT_AN_ARTICLE):
                site = replace(site, refused=(*site.refused, (url, f"no article: {reason}")))
                continue
            site = replace(site, articles=(*site.articles, ReadPage(page, article)))
            if len(site.articles) == self.most_articles:
                break
        return site

    async def ask(self, url: str, headers: Mapping[str, str] | None = None) -> Page:
        """Return what answers at *url*.

        :raises NotAnswered: with the reason in a few words.
        """
        request = Request(url, headers=dict(headers or {}))
        try:
            assert self.crawler.engine is not None
            response = await self.crawler.engine.download_async(request)
            if not 200 <= response.status < 300:
                raise HttpError(response, f"status {response.status}")
        except Exception as error:
            # Whatever a download raises is the site's answer; programming errors show in its name.
            failure = Failure(error)  # type: ignore[no-untyped-call]  # Twisted has no types here
            raise NotAnswered(failure_reason(failure)) from error
        return _page(response)


class NotAnswered(Exception):
    """A page that could not be had; the message is :func:`~newscrawl.outcomes.failure_reason`'s."""


def _is_feed(source: Source) -> bool:
    return source.kind == "feed"


def _page(response: Response) -> Page:
    text = response.text if isinstance(response, HtmlResponse) else ""
    return Page(response.url, fetched_at(response), response.body, text)
