"""What is known is not fetched again, and what was listed is not forgotten."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.arguments import CrawlArguments
from newscrawl.items import Article, Teaser
from newscrawl.meta import WALK, teaser_of, walk_of
from newscrawl.middlewares.walks import OUT_OF_BUDGET, Walks
from newscrawl.outcomes import ArticleDropped, Outcome, article_settled, listing_failed
from newscrawl.storage import SharedStore
from newscrawl.walks import Walk


class SeenArticlesMiddleware:
    """Keep the ledger: every article that a listing shows, and what became of it.

    * Of a listing page only the articles that are to be fetched go on; all are in the ledger
      before the first of them is asked for, so that a run that is killed leaves a list of
      what it owes, with which the next run starts.
    * The next page goes on unless there is nothing to expect of it: this one holds nothing
      that was not listed before the listing was last read to its end; all of it is older
      than ``since``; it was seen in this walk before; a bound is reached.

    Stats ``newscrawl/listed/<new, known, ...>``, ``newscrawl/outcome/<outcome>`` and
    ``newscrawl/walk/ended/<why>``.
    """

    def __init__(self, crawler: Crawler, arguments: CrawlArguments) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.stats = crawler.stats
        self.arguments = arguments
        self.database_url: str = settings["NEWSCRAWL_DATABASE_URL"]
        self.bounds = {
            "max_pages": settings.getint("NEWSCRAWL_MAX_PAGES"),
            "max_empty_pages": settings.getint("NEWSCRAWL_MAX_EMPTY_PAGES"),
        }
        self.max_attempts = settings.getint("NEWSCRAWL_MAX_ATTEMPTS")
        self.asked = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "SeenArticlesMiddleware":
        arguments = getattr(crawler.spider, "arguments", None)
        if not isinstance(arguments, CrawlArguments):
            raise NotConfigured("the spider is no outlet's")
        middleware = cls(crawler, arguments)
        for receiver, signal in (
            (middleware.spider_opened, signals.spider_opened),
            (middleware.spider_closed, signals.spider_closed),
            (middleware.item_scraped, signals.item_scraped),
            (middleware.item_dropped, signals.item_dropped),
            (middleware.item_error, signals.item_error),
            (middleware.spider_error, signals.spider_error),
            (middleware.article_settled, article_settled),
            (middleware.listing_failed, listing_failed),
        ):
            crawler.signals.connect(receiver, signal=signal)
        return middleware

    def spider_opened(self) -> None:
        spider = self.crawler.spider
        assert spider is not None
        # Without a database the ledger lasts as long as the run.
        self.store = SharedStore.of(self.database_url or "sqlite://")
        self.outlet = spider.name
        self.run = self.store.begin_run(self.outlet, _plain(self.arguments), now=_now())
        self.walks = Walks(self.store, self.outlet, self.run, self.arguments, **self.bounds)

    def spider_closed(self, reason: str) -> None:
        counts = {
            key: value
            for key, value in self.stats.get_stats().items()
            if key.startswith("newscrawl/") and isinstance(value, int)
        }
        self.store.end_run(self.run, reason, counts, now=_now())
        self.store.close()

    # What goes on

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        spider: Any = self.crawler.spider
        for teaser in self.store.pending(self.outlet, run=self.run, max_attempts=self.max_attempts):
            unwanted = not self.arguments.wants(teaser.language)
            if not unwanted and not self.arguments.outside(teaser.date) and self._affordable():
                self._count("newscrawl/listed/owed")
                self.asked += 1
                yield spider.article_request(teaser)
        async for output in start:
            yield self._equipped(output)

    async def process_spider_output(
        self, response: Response, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        walk = walk_of(response.meta)
        if walk is None:
            async for output in result:
                yield output
            return
        outputs = [output async for output in result]
        teasers = [teaser for output in outputs if (teaser := _teaser(output))]
        wanted = self._wanted(walk, teasers)
        ended = self.walks.why_to_end(walk, teasers)
        if ended is None and not self._affordable():
            ended = OUT_OF_BUDGET
        goes_on = False
        for output in outputs:
            if teaser := _teaser(output):
                if teaser.id in wanted:
                    yield output
            elif following := _next_page(output, walk):
                ended = ended or self.walks.why_not_on(following)
                if ended is None:
                    goes_on = True
                    yield output
            else:
                yield self._equipped(output)
        if not goes_on:
            self._count(f"newscrawl/walk/ended/{ended or 'end'}")
            self.walks.end(walk, ended or "end", now=_now())

    def _wanted(self, walk: Walk, teasers: Sequence[Teaser]) -> set[str]:
        """Enter *teasers* into the ledger and return the ids of those to fetch now."""
        listed = []
        for teaser in teasers:
            if outside := self.arguments.outside(teaser.date):
                self._count(f"newscrawl/listed/{outside}")
            else:
                listed.append(teaser)
        listing = self.store.list_teasers(
            self.run,
            walk.listing,
            listed,
            now=_now(),
            max_attempts=self.max_attempts,
            refetch=self.arguments.refetch,
            unwanted=self.arguments.outside,
        )
        wanted = set()
        for id, verdict in listing.verdicts.items():
            if verdict != "new":
                self._count(f"newscrawl/listed/{verdict}")
            elif self._affordable():
                self.asked += 1
                wanted.add(id)
        self._count("newscrawl/listed/new", len(wanted))
        return wanted

    def _affordable(self) -> bool:
        return self.arguments.max_articles is None or self.asked < self.arguments.max_articles

    async def _judge(self, walk: Walk, teasers: Sequence[Teaser]) -> str | None:
        return self.walks.why_behind(walk, teasers)

    def _equipped(self, output: Any) -> Any:
        """Give a list that grows in place somebody to ask whether it has grown enough."""
        walk = walk_of(output.meta) if isinstance(output, Request) else None
        if walk is not None and walk.judge is None:
            output.meta[WALK] = replace(walk, judge=self._judge)
        return output

    # What becomes of articles and listings

    def item_scraped(self, item: Article, response: Response | None) -> None:
        teaser = teaser_of(response.meta) if response else None
        if not self.database_url:
            self.store.settle(item.id, "stored", reason=None, now=_now(), date=item.date)
        if teaser and teaser.id != item.id:
            self._settle(teaser.id, "duplicate", f"same as {item.id}", item.date)
        else:
            self._count("newscrawl/outcome/stored")

    def item_dropped(self, item: Article, response: Response | None, exception: Exception) -> None:
        outcome: Outcome = "dropped"
        reason = str(exception)
        if isinstance(exception, ArticleDropped):
            outcome, reason = exception.outcome, exception.reason
        self._settle(_listed_id(item, response), outcome, reason, item.date)

    def item_error(self, item: Article, response: Response | None, failure: Failure) -> None:
        reason = f"pipeline raised {type(failure.value).__name__}"
        self._settle(_listed_id(item, response), "failed", reason)

    def spider_error(self, failure: Failure, response: Response) -> None:
        reason = f"callback raised {type(failure.value).__name__}"
        if teaser := teaser_of(response.meta):
            self._settle(teaser.id, "failed", reason)
        elif walk := walk_of(response.meta):
            self.listing_failed(walk, reason)

    def article_settled(
        self, article_id: str, outcome: Outcome, reason: str, date: datetime | None
    ) -> None:
        self._settle(article_id, outcome, reason, date)

    def listing_failed(self, walk: Walk | None, reason: str) -> None:
        self._count(f"newscrawl/listing/failed/{reason}")
        if walk is not None:
            self.walks.fail(walk)

    def _settle(
        self, article_id: str, outcome: Outcome, reason: str, date: datetime | None = None
    ) -> None:
        self._count(f"newscrawl/outcome/{outcome}")
        self.store.settle(article_id, outcome, reason=reason, now=_now(), date=date)

    def _count(self, key: str, count: int = 1) -> None:
        self.stats.inc_value(key, count)


def _teaser(output: Any) -> Teaser | None:
    return teaser_of(output.meta) if isinstance(output, Request) else None


def _next_page(output: Any, walk: Walk) -> Walk | None:
    """Return what *walk* has come to if *output* asks for its next page."""
    other = walk_of(output.meta) if isinstance(output, Request) else None
    return other if other is not None and other.listing == walk.listing else None


def _listed_id(item: Article, response: Response | None) -> str:
    teaser = teaser_of(response.meta) if response else None
    return teaser.id if teaser else item.id


def _plain(arguments: CrawlArguments) -> dict[str, Any]:
    """Return the arguments that were given, as JSON can hold them."""
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in vars(arguments).items()
        if value not in (None, (), False)
    }


def _now() -> datetime:
    return datetime.now(UTC)
