"""An article whose address changed with its headline keeps its id."""

import logging
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import HtmlResponse, Response
from scrapy.http.request import NO_CALLBACK

from newscrawl.arguments import CrawlArguments
from newscrawl.books import Books
from newscrawl.items import Article
from newscrawl.storage import NO_VISIT, Contemporary
from newscrawl.structured import Structured
from newscrawl.text import share_of_words
from newscrawl.urls import address_key

logger = logging.getLogger(__name__)

_MOST = 10
"""Articles of one instant that are compared."""

_ALIKE = 0.5
"""Words of both texts, of those of either, from which one may be an edit of the other."""

_FOUND = 200


class MovesMiddleware:
    """Ask the address of a stored article whether it is that of a new one, too.

    Where addresses are made of headlines, an edit gives an article another one. Listings show
    it there before the old address is asked for again, as a new article, of the instant of the
    stored one and with most of its words. Then the old address is asked: if it leads to the new
    one, by a redirect or by what its page names as its address, both are one article.

    Stats ``newscrawl/moves/asked``, at most one request for an article, and
    ``newscrawl/identity/kept``.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.books = Books.of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "MovesMiddleware":
        if not isinstance(getattr(crawler.spider, "arguments", None), CrawlArguments):
            raise NotConfigured("the spider is no outlet's")
        if not crawler.settings["NEWSCRAWL_DATABASE_URL"]:
            raise NotConfigured("nothing is stored")
        return cls(crawler)

    async def process_spider_output(
        self, response: Response, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        async for output in result:
            if isinstance(output, Article):
                await self._identify(output)
            yield output

    async def _identify(self, article: Article) -> None:
        stored = await self.books.store.ask(lambda store: store.contemporaries(article, most=_MOST))
        former = most_alike(article, stored)
        if former is None or not await self._leads_to(former.url, article):
            return
        self.crawler.stats.inc_value("newscrawl/identity/kept")
        logger.info("%s has moved to %s", former.url, article.url)
        # Another page of it may have been stored meanwhile, and have taken the visit along.
        visit = self.books.visits.pop(article.id, NO_VISIT)
        addresses = dict(visit.addresses) | {address_key(former.url): former.url}
        self.books.visits[former.id] = replace(visit, addresses=list(addresses.items()))
        article.id = former.id

    async def _leads_to(self, url: str, article: Article) -> bool:
        """Tell whether *url* redirects to the *article*, or shows a page that names its address."""
        assert self.crawler.engine is not None
        self.crawler.stats.inc_value("newscrawl/moves/asked")
        request = Request(url, callback=NO_CALLBACK, meta={"max_retry_times": 0})
        try:
            response = await self.crawler.engine.download_async(request)
        except Exception as error:
            # Whatever it is: then the article is taken for a new one, as without this question.
            logger.debug("%s cannot be had: %s", url, error)
            return False
        if response.status != _FOUND or not isinstance(response, HtmlResponse):
            return False
        key = address_key(article.url)
        stated = Structured(response.selector.root, response.url).addresses()
        return any(address_key(address) == key for address in (response.url, *stated))


def most_alike(article: Article, stored: Sequence[Contemporary]) -> Contemporary | None:
    """Return that of *stored* whose text may be an edit of that of *article*, None if none may."""
    text = f"{article.headline}\n{article.body}"
    shares = [(share_of_words(text, f"{each.headline}\n{each.body}"), each) for each in stored]
    share, former = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return former if share >= _ALIKE else None
