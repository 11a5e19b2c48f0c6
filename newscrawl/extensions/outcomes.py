"""What became of each article that was asked for, into the books."""

from datetime import datetime

from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.arguments import CrawlArguments
from newscrawl.books import Books
from newscrawl.extensions.listening import arguments_of, listen
from newscrawl.items import Article
from newscrawl.meta import teaser_of, walk_of
from newscrawl.outcomes import ArticleDropped, Outcome, article_settled, listing_failed


class OutcomesExtension:
    """Keep the books of a crawl; they are closed by who judges it, or at once if it never began."""

    def __init__(self, crawler: Crawler, arguments: CrawlArguments) -> None:
        self.crawler = crawler
        self.arguments = arguments
        self.books = Books.of(crawler)
        self.began = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "OutcomesExtension":
        extension = cls(crawler, arguments_of(crawler))
        listen(
            crawler,
            extension.spider_opened,
            extension.engine_started,
            extension.spider_closed,
            extension.item_scraped,
            extension.item_dropped,
            extension.item_error,
            extension.spider_error,
        )
        crawler.signals.connect(extension.article_settled, signal=article_settled)
        return extension

    async def spider_opened(self) -> None:
        spider = self.crawler.spider
        assert spider is not None
        await self.books.begin(spider.name, self.arguments)

    def engine_started(self) -> None:
        self.began = True

    async def spider_closed(self, reason: str) -> None:
        if not self.began:
            await self.books.add_up(finished=reason == "finished")
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

    def spider_error(self, failure: Failure, response: Response | None) -> None:
        reason = f"callback raised {type(failure.value).__name__}"
        if response is None:
            return  # it was raised by what starts the crawl
        if teaser := teaser_of(response.meta):
            self.books.settle(teaser.id, "failed", reason)
        elif walk := walk_of(response.meta):
            self.crawler.signals.send_catch_log(listing_failed, walk=walk, reason=reason)

    def article_settled(
        self, article_id: str, outcome: Outcome, reason: str, date: datetime | None
    ) -> None:
        self.books.settle(article_id, outcome, reason, date)


def _listed_id(item: Article, response: Response | None) -> str:
    teaser = teaser_of(response.meta) if response else None
    return teaser.id if teaser else item.id
