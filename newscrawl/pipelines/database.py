"""Articles to the database."""

from datetime import UTC, datetime

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.statscollectors import StatsCollector

from newscrawl.items import Article
from newscrawl.storage import ArticleStore


class DatabasePipeline:
    """Store each article in a transaction of its own.

    Stats ``newscrawl/articles/new``, ``revised`` and ``unchanged``.
    """

    def __init__(self, stats: StatsCollector, url: str) -> None:
        self.stats = stats
        self.url = url

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "DatabasePipeline":
        url = crawler.settings["NEWSCRAWL_DATABASE_URL"]
        if not url:
            raise NotConfigured
        return cls(crawler.stats, url)

    def open_spider(self) -> None:
        self.store = ArticleStore(self.url)

    def process_item(self, item: Article) -> Article:
        saved = self.store.save(item, now=datetime.now(UTC))
        self.stats.inc_value(f"newscrawl/articles/{saved.outcome}")
        return item

    def close_spider(self) -> None:
        self.store.close()
