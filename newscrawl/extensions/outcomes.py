"""What became of each article that was asked for, into the books."""

from datetime import datetime

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.arguments import CrawlArguments
from newscrawl.books import Books
from newscrawl.items import Article
from newscrawl.meta import teaser_of, walk_of
from newscrawl.outcomes import (
    ArticleDropped,
    Outcome,
    article_left,
    article_settled,
    listing_failed,
)


class OutcomesExtension:
    """Keep the books of a crawl from its beginning to its end."""

    def __init__(self, crawler: Crawler, arguments: CrawlArguments) -> None:
        self.crawler = crawler
        self.arguments = arguments
        self.books = Books.of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "OutcomesExtension":
        arguments = getattr(crawler.spider, "arguments", None)
        if not isinstance(arguments, CrawlArguments):
            raise NotConfigured("the spider is no outlet's")
        extension = cls(crawler, arguments)
        for receiver, signal in (
            (extension.spider_opened, signals.spider_opened),
            (extension.spider_closed, signals.spider_closed),
            (extension.item_scraped, signals.item_scraped),
            (extension.item_dropped, signals.item_dropped),
            (extension.item_error, signals.item_error),
            (extension.spider_error, signals.spider_error),
            (extension.article_settled, article_settled),
            (extension.article_left, article_left),
        ):
            crawler.signals.connect(receiver, signal=signal)
        return extension

    async def spider_opened(self) -> None:
        spider = self.crawler.spider
        assert spider is not None
        await self.books.begin(spider.name, self.arguments)

    async def spider_closed(self, reason: str) -> None:
        await self.books.end(reason)

    def item_scraped(self, item: Article, response: Response | None) -> None:
        teaser = teaser_of(response.meta) if response else None
        if not self.books.database_url:
            self.books.settle(item.id, "stored", "", item.date)
        elif teaser and teaser.id != item.id:
            self.books.settle(teaser.id, "duplicate", f"same as {item.id}", item.date)
        else:
            self.books.count("stored", item.id)

    def item_dropped(self, item: Article, response: Response | None, exception: Exception) -> None:
        outcome: Outcome = "dropped"
        reason = str(exception)
        if isinstance(exception, ArticleDropped):
            outcome, reason = exception.outcome, exception.reason
        self.books.settle(_listed_id(item, response), outcome, reason, item.date)

    def item_error(self, item: Article, response: Response | None, failure: Failure) -> None:
        reason = f"pipeline raised {type(failure.value).__name__}"
        self.books.settle(_listed_id(item, response), "failed", reason)

    def spider_error(self, failure: Failure, response: Response) -> None:
        reason = f"callback raised {type(failure.value).__name__}"
        if teaser := teaser_of(response.meta):
            self.books.settle(teaser.id, "failed", reason)
        elif walk := walk_of(response.meta):
            self.crawler.signals.send_catch_log(listing_failed, walk=walk, reason=reason)

    def article_settled(
        self, article_id: str, outcome: Outcome, reason: str, date: datetime | None
    ) -> None:
        self.books.settle(article_id, outcome, reason, date)

    def article_left(self, article_id: str) -> None:
        """Count an article as one that was listed and, in the end, not asked for."""
        books = self.books
        books.open.discard(article_id)
        books.asked -= 1
        kind = "revisit" if article_id in books.revisits else "listed"
        books.stats.inc_value(f"newscrawl/{kind}/left")


def _listed_id(item: Article, response: Response | None) -> str:
    teaser = teaser_of(response.meta) if response else None
    return teaser.id if teaser else item.id
