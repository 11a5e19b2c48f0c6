"""Articles to the database."""

import asyncio
from datetime import UTC, datetime

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newscrawl.items import Article
from newscrawl.storage import SharedStore, StoreError

STORE_FAILED = "store_failed"
"""Reason of a crawl that ends because nothing can be stored any more."""


class DatabasePipeline:
    """Store each article in a transaction of its own.

    A database that fails, for a full disk or a lock that is never released, ends the crawl:
    nothing that is fetched from then on could be kept. What is owed stays in the ledger.

    Stats ``newscrawl/articles/new``, ``revised`` and ``unchanged``.
    """

    def __init__(self, crawler: Crawler, url: str) -> None:
        self.crawler = crawler
        self.url = url
        self.ending: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "DatabasePipeline":
        url = crawler.settings["NEWSCRAWL_DATABASE_URL"]
        if not url:
            raise NotConfigured
        return cls(crawler, url)

    def open_spider(self) -> None:
        self.store = SharedStore.of(self.url)

    def process_item(self, item: Article) -> Article:
        try:
            saved = self.store.save(item, now=datetime.now(UTC))
        except StoreError:
            if self.ending is None:
                end = self.crawler.engine.close_spider_async(reason=STORE_FAILED)
                self.ending = asyncio.get_running_loop().create_task(end)
            raise
        self.crawler.stats.inc_value(f"newscrawl/articles/{saved.outcome}")
        return item

    def close_spider(self) -> None:
        self.store.close()
