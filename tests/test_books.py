import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from scrapy.crawler import Crawler

from newscrawl.arguments import CrawlArguments
from newscrawl.books import Books
from newscrawl.items import GONE, Teaser
from newscrawl.outcomes import Outcome
from newscrawl.storage import ArticleStore, Fetch, Visit
from tests.storage.samples import article, rows


async def begin(crawler: Crawler) -> Books:
    arguments = CrawlArguments.parse(
        {}, ways=(), editions=(), zone=ZoneInfo("Asia/Baku"), now=datetime.now(UTC)
    )
    books = Books(crawler)
    await books.begin("caliber", arguments)
    return books


def run(crawler: Crawler, *fetches: Fetch) -> None:
    """A crawl that does nothing but what *fetches* say."""

    async def crawl() -> None:
        books = await begin(crawler)
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


@pytest.mark.parametrize("finished", [True, False])
@pytest.mark.parametrize("asked", [0, 2, 3, 4])
def test_what_was_not_asked_for_is_wrong_unless_the_run_was_told_to_stop(
    make_crawler: Callable[..., Crawler], tmp_path: Path, asked: int, finished: bool
) -> None:
    crawler = make_crawler(NEWSCRAWL_DATABASE_URL=f"sqlite:///{tmp_path}/news.db")
    ids = [f"caliber:en:{number}" for number in range(4)]
    listed = [Teaser(id, f"https://a.example/{id}", "en", source="listing") for id in ids[:3]]

    async def crawl() -> tuple[str, ...]:
        books = await begin(crawler)
        await books.store.ask(
            lambda store: store.list_teasers(
                books.run, "news", listed, now=datetime.now(UTC), max_attempts=3
            )
        )
        for id in ids[:asked]:
            books.ask_for(id)
        await books.add_up(finished)
        await books.end("finished")
        return books.problems

    problems = asyncio.run(crawl())
    fits = asked == 3 or (asked < 3 and not finished)
    wrong = f"3 pending in the ledger, {asked} expected"
    assert (wrong in problems) == (not fits)


@pytest.mark.parametrize(
    ("age", "outcome", "reason", "due"),
    [
        (timedelta(days=8), "failed", "http 503", timedelta(days=1)),
        (timedelta(days=15), "failed", "http 503", None),
        (timedelta(days=8), "unchanged", "", None),
        (timedelta(days=8), "failed", GONE, None),
        (timedelta(days=6), "failed", "http 503", timedelta(days=1)),
    ],
)
def test_an_article_whose_last_visit_failed_is_visited_again(
    make_crawler: Callable[..., Crawler],
    tmp_path: Path,
    age: timedelta,
    outcome: Outcome,
    reason: str,
    due: timedelta | None,
) -> None:
    crawler = make_crawler(
        NEWSCRAWL_DATABASE_URL=f"sqlite:///{tmp_path}/news.db", NEWSCRAWL_REVISITS=["1d", "7d"]
    )
    now = datetime.now(UTC)
    old = article(id="caliber:en:1", outlet="caliber", date=now - age)

    async def crawl() -> datetime | None:
        books = await begin(crawler)
        await books.store.ask(
            lambda store: store.save(
                old, now=now - age, visit=Visit(due_at=now - timedelta(hours=1))
            )
        )
        (revisit,) = await books.store.ask(lambda store: list(store.due("caliber", by=now)))
        books.ask_for(old.id, revisit)
        books.settle(old.id, outcome, reason)
        at = await books.store.ask(lambda store: rows(store, "SELECT due_at FROM visits"))
        await books.end("finished")
        return datetime.fromisoformat(at[0][0]) if at[0][0] else None

    at = asyncio.run(crawl())
    assert (at and round((at - now) / timedelta(minutes=1))) == (due and due / timedelta(minutes=1))
