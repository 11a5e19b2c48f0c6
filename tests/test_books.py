import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from scrapy.crawler import Crawler

from newscrawl.arguments import CrawlArguments
from newscrawl.books import Books
from newscrawl.storage import ArticleStore, Fetch


def run(crawler: Crawler, *fetches: Fetch) -> None:
    """A crawl that does nothing but what *fetches* say."""

    async def crawl() -> None:
        arguments = CrawlArguments.parse(
            {}, ways=(), editions=(), zone=ZoneInfo("Asia/Baku"), now=datetime.now(UTC)
        )
        books = Books(crawler)
        await books.begin("caliber", arguments)
        for fetch in fetches:
            books.enter_fetch(fetch)
        await books.end("finished")

    asyncio.run(crawl())


def remembered(url: str) -> list[int]:
    """How old in days the requests are that the database remembers."""
    now = datetime.now(UTC)
    with ArticleStore(url) as store, store.reading() as connection:
        found = connection.exec_driver_sql("SELECT fetched_at FROM fetches ORDER BY fetched_at")
        return [(now - datetime.fromisoformat(moment)).days for (moment,) in found]


def fetch(*, days: int) -> Fetch:
    moment = datetime.now(UTC) - timedelta(days=days, minutes=1)
    return Fetch("listing", "https://a.example/", None, 200, "read", None, 10, 0.1, moment)


def test_requests_are_remembered_for_as_many_days_as_the_setting_says(
    make_crawler: Callable[..., Crawler], tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path}/news.db"

    def crawler(days: int) -> Crawler:
        return make_crawler(NEWSCRAWL_DATABASE_URL=url, NEWSCRAWL_KEEP_FETCHES_DAYS=days)

    run(crawler(90), fetch(days=100), fetch(days=80), fetch(days=3), fetch(days=0))
    assert remembered(url) == [100, 80, 3, 0]
    run(crawler(90))
    assert remembered(url) == [80, 3, 0]
    run(crawler(7), fetch(days=0))
    assert remembered(url) == [3, 0, 0]
    run(crawler(0), fetch(days=0))
    assert remembered(url) == []
