import asyncio
import json
from pathlib import Path

import pytest
from scrapy.exceptions import NotConfigured
from scrapy.utils.test import get_crawler

from newscrawl.items import Article
from newscrawl.pipelines.database import DatabasePipeline
from newscrawl.pipelines.jsonlines import JsonLinesPipeline
from newscrawl.storage import StoreError
from tests.storage.samples import article


class Crawl:
    """Both pipelines, one after the other, as the settings have them."""

    def __init__(self, folder: Path, *, database: bool) -> None:
        self.lines = folder / "out" / "articles.jsonl"
        settings = {
            "NEWSCRAWL_DATABASE_URL": f"sqlite:///{folder}/news.db" if database else "",
            "NEWSCRAWL_JSONLINES_PATH": str(self.lines),
        }
        crawler = get_crawler(settings_dict=settings)
        self.pipelines: list[DatabasePipeline | JsonLinesPipeline] = []
        if database:
            self.pipelines.append(DatabasePipeline.from_crawler(crawler))
        self.pipelines.append(JsonLinesPipeline.from_crawler(crawler))

    def run(self, *items: Article) -> list[tuple[str, int]]:
        asyncio.run(self._run(*items))
        return self.texts()

    async def _run(self, *items: Article) -> None:
        for pipeline in self.pipelines:
            await pipeline.open_spider()
        for item in items:
            for pipeline in self.pipelines:
                assert await pipeline.process_item(item) is item
            assert self.texts(), "a line is there as soon as its article is stored"
        for pipeline in self.pipelines:
            await pipeline.close_spider()

    def texts(self) -> list[tuple[str, int]]:
        lines = self.lines.read_text(encoding="utf-8").splitlines()
        records = [json.loads(line) for line in lines]
        return [(record["id"].rpartition(":")[2], record["revision"]) for record in records]


def test_without_a_path_it_is_off() -> None:
    with pytest.raises(NotConfigured):
        JsonLinesPipeline.from_crawler(get_crawler(settings_dict={"NEWSCRAWL_JSONLINES_PATH": ""}))


def test_it_follows_the_database(tmp_path: Path) -> None:
    changed = article(1, body="Changed.")
    assert Crawl(tmp_path, database=True).run(article(1), article(2), article(1), changed) == [
        ("1", 1),
        ("2", 1),
        ("1", 2),
    ]
    assert Crawl(tmp_path, database=True).run(article(2), article(3)) == [
        ("1", 1),
        ("2", 1),
        ("1", 2),
        ("3", 1),
    ]


def test_it_writes_what_the_database_has_if_nothing_comes(tmp_path: Path) -> None:
    crawl = Crawl(tmp_path, database=True)
    crawl.run(article(1), article(2))
    crawl.lines.unlink()
    assert Crawl(tmp_path, database=True).run() == [("1", 1), ("2", 1)]


def test_without_a_database_it_writes_each_id_once(tmp_path: Path) -> None:
    changed = article(1, body="Changed.")
    assert Crawl(tmp_path, database=False).run(article(1), article(2), changed) == [
        ("1", 1),
        ("2", 1),
    ]
    assert Crawl(tmp_path, database=False).run(article(2), article(3)) == [
        ("1", 1),
        ("2", 1),
        ("3", 1),
    ]


def test_a_foreign_file_stops_the_crawl_before_it_begins(tmp_path: Path) -> None:
    crawl = Crawl(tmp_path, database=True)
    crawl.lines.parent.mkdir()
    crawl.lines.write_text("my notes\n")
    with pytest.raises(StoreError, match="no article of newscrawl"):
        crawl.run(article(1))
    assert crawl.lines.read_text() == "my notes\n"
