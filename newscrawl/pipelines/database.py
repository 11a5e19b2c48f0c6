"""Articles to the database."""

import asyncio
from datetime import UTC, datetime, timedelta

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.settings import BaseSettings

from newscrawl.books import Books
from newscrawl.items import Article
from newscrawl.outcomes import duplicate
from newscrawl.runs.facts import STORE_FAILED
from newscrawl.storage import CrawlStore, StoreError, StoryRules


class DatabasePipeline:
    """Store each article in a transaction of its own.

    A database that fails, for a full disk or a lock that is never released, ends the crawl:
    nothing that is fetched from then on could be kept. What is owed stays in the ledger.

    An article whose text the outlet has published before is stored as its duplicate, but goes on
    to feeds only if ``NEWSCRAWL_EXPORT_REPEATS`` says so.

    Stats ``newscrawl/articles/<new, revised, unchanged>`` and
    ``newscrawl/articles/duplicate/same text``.
    """

    def __init__(self, crawler: Crawler, url: str) -> None:
        self.crawler = crawler
        self.url = url
        self.books = Books.of(crawler)
        self.rules = story_rules(crawler.settings)
        self.export_repeats = crawler.settings.getbool("NEWSCRAWL_EXPORT_REPEATS")
        self.ending: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "DatabasePipeline":
        url = crawler.settings["NEWSCRAWL_DATABASE_URL"]
        if not url:
            raise NotConfigured
        return cls(crawler, url)

    async def open_spider(self) -> None:
        self.store = CrawlStore.of(self.url)

    async def process_item(self, item: Article) -> Article:
        now = datetime.now(UTC)
        visit = self.books.visit_of(item, now)
        try:
            saved = await self.store.ask(
                lambda store: store.save(item, now=now, visit=visit, rules=self.rules)
            )
        except StoreError:
            if self.ending is None:
                end = self.crawler.engine.close_spider_async(reason=STORE_FAILED)
                self.ending = asyncio.get_running_loop().create_task(end)
            raise
        self.crawler.stats.inc_value(f"newscrawl/articles/{saved.outcome}")
        if item.duplicate_of:
            self.crawler.stats.inc_value("newscrawl/articles/duplicate/same text")
            if not self.export_repeats:
                raise duplicate("same text", item.url, item.duplicate_of)
        return item

    async def close_spider(self) -> None:
        await self.store.close()


def story_rules(settings: BaseSettings) -> StoryRules:
    """Return which articles can be of one story, as the settings say."""
    return StoryRules(
        window=timedelta(days=settings.getint("NEWSCRAWL_STORY_WINDOW_DAYS")),
        edition_window=timedelta(hours=settings.getint("NEWSCRAWL_STORY_EDITION_HOURS")),
        most_candidates=settings.getint("NEWSCRAWL_STORY_CANDIDATES"),
    )
