"""Articles to a JSON Lines file."""

from contextlib import ExitStack
from pathlib import Path

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newscrawl.items import Article
from newscrawl.storage import JsonLinesFile, LooseArticles, SharedStore


class JsonLinesPipeline:
    """Keep the file level with the database: every stored text, once.

    Without a database it appends each article whose id the file does not hold.
    """

    def __init__(self, path: Path, database_url: str | None) -> None:
        self.path = path
        self.database_url = database_url
        self.loose: LooseArticles | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "JsonLinesPipeline":
        path = crawler.settings["NEWSCRAWL_JSONLINES_PATH"]
        if not path:
            raise NotConfigured
        return cls(Path(path), crawler.settings["NEWSCRAWL_DATABASE_URL"])

    def open_spider(self) -> None:
        with ExitStack() as opened:
            if self.database_url:
                store = opened.enter_context(SharedStore.of(self.database_url))
                file = JsonLinesFile(self.path, store)
            else:
                self.loose = LooseArticles()
                file = JsonLinesFile(self.path, self.loose)
            self.file = opened.enter_context(file)
            self.closing = opened.pop_all()

    def process_item(self, item: Article) -> Article:
        if self.loose:
            self.loose.add(item)
        self.file.catch_up()
        return item

    def close_spider(self) -> None:
        self.closing.close()
