"""Articles to a JSON Lines file."""

from pathlib import Path

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newscrawl.items import Article
from newscrawl.storage import CrawlStore, JsonLinesFile, LooseArticles, SharedStore


class JsonLinesPipeline:
    """Keep the file level with the database: every stored text, once; of articles that repeat
    another only if ``NEWSCRAWL_EXPORT_REPEATS`` says so.

    Without a database it appends each article whose id the file does not hold.
    """

    def __init__(self, path: Path, database_url: str | None, *, repeats: bool = False) -> None:
        self.path = path
        self.database_url = database_url
        self.repeats = repeats
        self.store: CrawlStore | None = None
        self.loose: LooseArticles | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "JsonLinesPipeline":
        settings = crawler.settings
        path = settings["NEWSCRAWL_JSONLINES_PATH"]
        if not path:
            raise NotConfigured
        repeats = settings.getbool("NEWSCRAWL_EXPORT_REPEATS")
        return cls(Path(path), settings["NEWSCRAWL_DATABASE_URL"], repeats=repeats)

    async def open_spider(self) -> None:
        if not self.database_url:
            self.loose = LooseArticles()
            self.file = JsonLinesFile(self.path, self.loose)
            self.file.open()
            return
        self.store = CrawlStore.of(self.database_url)
        try:
            self.file = await self.store.ask(self._open)
        except BaseException:
            await self.store.close()
            raise

    def _open(self, store: SharedStore) -> JsonLinesFile:
        file = JsonLinesFile(self.path, store, repeats=self.repeats)
        file.open()
        return file

    async def process_item(self, item: Article) -> Article:
        if self.store:
            await self.store.ask(lambda _: self.file.catch_up())
        elif self.loose:
            self.loose.add(item)
            self.file.catch_up()
        return item

    async def close_spider(self) -> None:
        if self.store is None:
            self.file.close()
            return
        try:
            await self.store.ask(lambda _: self.file.close())
        finally:
            await self.store.close()
