import asyncio
from contextlib import suppress
from pathlib import Path

import pytest
from scrapy.exceptions import NotConfigured
from scrapy.utils.test import get_crawler

from newscrawl.items import Article
from newscrawl.outcomes import ArticleDropped
from newscrawl.pipelines.database import DatabasePipeline
from newscrawl.runs.facts import STORE_FAILED
from newscrawl.storage import ArticleStore, StoreError
from tests.storage.samples import article


def test_without_a_database_it_is_off() -> None:
    with pytest.raises(NotConfigured):
        DatabasePipeline.from_crawler(get_crawler(settings_dict={"NEWSCRAWL_DATABASE_URL": ""}))


def run(pipeline: DatabasePipeline, *items: Article) -> list[Article]:
    """What goes on of *items*."""

    async def crawl() -> list[Article]:
        await pipeline.open_spider()
        found = []
        for item in items:
            with suppress(ArticleDropped):
                found.append(await pipeline.process_item(item))
        await pipeline.close_spider()
        return found

    return asyncio.run(crawl())


def test_articles_are_stored_counted_and_passed_on(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/news.db"
    crawler = get_crawler(settings_dict={"NEWSCRAWL_DATABASE_URL": url})
    items = [article(1), article(2), article(1), article(2, body="Changed.")]
    assert run(DatabasePipeline.from_crawler(crawler), *items) == items
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
    items = run(pipeline, article(1), *(article(1, body="Changed.") for _ in range(2)))
    assert [item.revision for item in items] == [1, 2, 2]


@pytest.mark.parametrize("exported", [False, True])
def test_a_repeat_is_stored_and_goes_on_if_the_settings_say_so(
    tmp_path: Path, exported: bool
) -> None:
    url = f"sqlite:///{tmp_path}/news.db"
    settings = {"NEWSCRAWL_DATABASE_URL": url, "NEWSCRAWL_EXPORT_REPEATS": exported}
    pipeline = DatabasePipeline.from_crawler(get_crawler(settings_dict=settings))
    first, repeat = (article(number, content_hash="a" * 32) for number in (1, 2))
    assert run(pipeline, first, repeat) == ([first, repeat] if exported else [first])
    with ArticleStore(url) as store:
        stored = store.get(repeat.id)
    assert stored is not None
    assert stored.duplicate_of == first.id


def test_a_database_that_fails_ends_the_crawl_once(tmp_path: Path) -> None:
    reasons = []

    class Engine:
        async def close_spider_async(self, *, reason: str) -> None:
            reasons.append(reason)

    async def crawl() -> None:
        await pipeline.open_spider()
        await pipeline.store.ask(lambda store: store.close())  # it fails as a broken one does
        for number in (1, 2):
            with pytest.raises(StoreError):
                await pipeline.process_item(article(number))
        await asyncio.sleep(0)
        await pipeline.close_spider()

    crawler = get_crawler(settings_dict={"NEWSCRAWL_DATABASE_URL": f"sqlite:///{tmp_path}/n.db"})
    crawler.engine = Engine()  # type: ignore[assignment]  # as much of it as is used
    pipeline = DatabasePipeline.from_crawler(crawler)
    asyncio.run(crawl())
    assert reasons == [STORE_FAILED]
