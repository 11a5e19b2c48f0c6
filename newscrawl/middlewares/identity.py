"""An article keeps its id when its address changes."""

from collections.abc import AsyncIterator
from typing import Any

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from newscrawl.arguments import CrawlArguments
from newscrawl.books import Books
from newscrawl.items import Article
from newscrawl.middlewares.conditions import version_of
from newscrawl.storage import Visit
from newscrawl.urls import address_key


class IdentityMiddleware:
    """Give an article that is stored under another address the id that it has there.

    Its addresses are those that led to it and those that it names as its own: an article that has
    moved is found by the old one, which redirects to the new one or names it as canonical.

    Stat ``newscrawl/identity/kept``: how many articles had moved.
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
        found = spider.article_addresses(article, response)
        keys = {address_key(address): address for address in found}
        own = article.id
        id = await self.books.store.ask(lambda store: store.identify(own, list(keys)))
        if id != own:
            self.crawler.stats.inc_value("newscrawl/identity/kept")
            article.id = id
        version = version_of(response)
        self.books.visits[id] = Visit(
            etag=version.etag if version else None,
            last_modified=version.last_modified if version else None,
            addresses=list(keys.items()),
        )
