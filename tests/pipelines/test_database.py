import asyncio
from pathlib import Path

import pytest
from scrapy.exceptions import NotConfigured
from scrapy.utils.test import get_crawler

from newscrawl.pipelines.database import STORE_FAILED, DatabasePipeline
from newscrawl.storage import ArticleStore, StoreError
from tests.storage.samples import article


def test_without_a_database_it_is_off() -> None:
    with pytest.raises(NotConfigured):
        DatabasePipeline.from_crawler(get_crawler(settings_dict={"NEWSCRAWL_DATABASE_URL": ""}))


def test_articles_are_stored_counted_and_passed_on(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/news.db"
    crawler = get_crawler(settings_dict={"NEWSCRAWL_DATABASE_URL": url})
    pipeline = DatabasePipeline.from_crawler(crawler)
    pipeline.open_spider()
    for item in (article(1), article(2), article(1), article(2, body="Changed.")):
        assert pipeline.process_item(item) is item
    pipeline.close_spider()
    with ArticleStore(url) as store:
        assert store.count() == 2
    assert crawler.stats is not None
    assert crawler.stats.get_stats() == {
        "newscrawl/articles/new": 2,
        "newscrawl/articles/unchanged": 1,
        "newscrawl/articles/revised": 1,
    }


def test_a_changed_article_goes_on_as_its_revision(tmp_path: Path) -> None:
    pipeline = DatabasePipeline.from_crawler(
        get_crawler(settings_dict={"NEWSCRAWL_DATABASE_URL": f"sqlite:///{tmp_path}/news.db"})
    )
    pipeline.open_spider()
    pipeline.process_item(article(1))
    assert pipeline.process_item(article(1, body="Changed.")).revision == 2
    assert pipeline.process_item(article(1, body="Changed.")).revision == 2
    pipeline.close_spider()


def test_a_database_that_fails_ends_the_crawl_once(tmp_path: Path) -> None:
    reasons = []

    class Engine:
        async def close_spider_async(self, *, reason: str) -> None:
            reasons.append(reason)

    async def crawl() -> None:
        for number in (1, 2):
            with pytest.raises(StoreError):
                pipeline.process_item(article(number))
        await asyncio.sleep(0)

    crawler = get_crawler(settings_dict={"NEWSCRAWL_DATABASE_URL": f"sqlite:///{tmp_path}/n.db"})
    crawler.engine = Engine()  # type: ignore[assignment]  # as much of it as is used
    pipeline = DatabasePipeline.from_crawler(crawler)
    pipeline.open_spider()
    pipeline.store.close()  # a closed one fails as a broken one does
    asyncio.run(crawl())
    assert reasons == [STORE_FAILED]
