"""One article per identity."""

from hashlib import blake2b

from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector

from newscrawl.items import Article
from newscrawl.outcomes import duplicate


class DuplicatesPipeline:
    """Drop an article that this crawl has yielded before, under another address.

    Stat ``newscrawl/articles/duplicate/same identity``.
    """

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats
        self.yielded: set[bytes] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "DuplicatesPipeline":
        return cls(crawler.stats)

    def process_item(self, item: Article) -> Article:
        identity = blake2b(item.id.encode(), digest_size=8).digest()
        if identity in self.yielded:
            self.stats.inc_value("newscrawl/articles/duplicate/same identity")
            raise duplicate("same identity", item.url, item.id)
        self.yielded.add(identity)
        return item
