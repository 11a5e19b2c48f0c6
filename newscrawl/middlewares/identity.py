"""An article keeps its id when its address changes."""

import logging
from collections.abc import AsyncIterator
from typing import Any

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from newscrawl.arguments import CrawlArguments
from newscrawl.books import Books
from newscrawl.identities import Identity
from newscrawl.items import Article
from newscrawl.middlewares.believing import believe
from newscrawl.middlewares.conditions import version_of
from newscrawl.storage import Visit
from newscrawl.urls import address_key

logger = logging.getLogger(__name__)


class IdentityMiddleware:
    """Give an article that is stored under another address the id that it has there.

    An article that has moved is found by its old address, which redirects to the new one or names
    it as canonical; see :func:`~newscrawl.middlewares.believing.believe` for how far a page is
    believed.

    Stats ``newscrawl/identity/kept``: how many articles had moved; ``newscrawl/identity/doubted``:
    how many pages named an address as theirs that is not believed. The log warns of the first.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.books = Books.of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "IdentityMiddleware":
        if not isinstance(getattr(crawler.spider, "arguments", None), CrawlArguments):
            raise NotConfigured("the spider is no outlet's")
        return cls(crawler)

    async def process_spider_output(
        self, response: Response, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        async for output in result:
            if isinstance(output, Article) and self.books.database_url:
                await self._identify(output, response)
            yield output

    async def _identify(self, article: Article, response: Response) -> None:
        spider: Any = self.crawler.spider
        found: Identity = spider.found_identity(article, response)
        reached, stated = (
            {address_key(address): address for address in addresses}
            for addresses in spider.article_addresses(article, response)
        )
        belief = await self.books.store.ask(
            lambda store: believe(store, article, found, reached, stated, spider.known_pattern)
        )
        if belief.doubted:
            self._doubt(belief.doubted, response)
        elif belief.id != article.id:
            self.crawler.stats.inc_value("newscrawl/identity/kept")
        article.id, article.url = belief.id, belief.url
        version = version_of(response)
        self.books.visits[article.id] = Visit(
            etag=version.etag if version else None,
            last_modified=version.last_modified if version else None,
            addresses=list(belief.addresses.items()),
        )

    def _doubt(self, stated: str, response: Response) -> None:
        if not self.crawler.stats.get_value("newscrawl/identity/doubted"):
            logger.warning(
                "%s names %s as its own address, which looks like that of another article; "
                "such addresses are not believed in this run",
                response.url,
                stated,
            )
        self.crawler.stats.inc_value("newscrawl/identity/doubted")
