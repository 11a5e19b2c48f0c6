"""One article per identity and per text."""

from hashlib import blake2b

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings
from scrapy.statscollectors import StatsCollector

from newscrawl.items import Article
from newscrawl.outcomes import ArticleDropped
from newscrawl.storage import ArticleStore, SharedStore


class DuplicatesPipeline:
    """Drop an article that this crawl has yielded before or whose text is stored already.

    With ``-a refetch=1`` articles that are stored come here again and go through, so that
    the store can tell whether they have changed.

    Stat ``newscrawl/articles/duplicate/<reason>``.
    """

    def __init__(self, stats: StatsCollector, database_url: str | None) -> None:
        self.stats = stats
        self.database_url = database_url
        self.store: ArticleStore | None = None
        self.yielded: set[bytes] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "DuplicatesPipeline":
        settings: BaseSettings = crawler.settings
        return cls(crawler.stats, settings["NEWSCRAWL_DATABASE_URL"])

    def open_spider(self) -> None:
        if self.database_url:
            self.store = SharedStore.of(self.database_url)

    def close_spider(self) -> None:
        if self.store:
            self.store.close()

    def process_item(self, item: Article) -> Article:
        identity = blake2b(item.id.encode(), digest_size=8).digest()
        if identity in self.yielded:
            self._drop("same identity", item, item.id)
        if self.store and item.content_hash:
            twin = self.store.same_text(item.outlet, item.content_hash, but=item.id)
            if twin:
                self._drop("same text", item, twin)
        self.yielded.add(identity)
        return item

    def _drop(self, reason: str, item: Article, twin: str) -> None:
        self.stats.inc_value(f"newscrawl/articles/duplicate/{reason}")
        raise ArticleDropped("duplicate", reason, f"{item.url} is {twin}", log_level="DEBUG")
