import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from newscrawl.storage import CrawlStore, SharedStore, StoreError
from tests.storage.samples import NOW, article


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/news.db"


def fail(error: Exception) -> Callable[[SharedStore], NoReturn]:
    def statement(store: SharedStore) -> NoReturn:
        raise error

    return statement


def test_what_is_told_is_done_before_what_is_asked_later(url: str) -> None:
    async def crawl() -> None:
        store = CrawlStore.of(url)
        store.tell(lambda store: store.save(article(1), now=NOW))
        store.tell(lambda store: store.save(article(2), now=NOW))
        assert await store.ask(lambda store: store.count()) == 2
        await store.close()

    asyncio.run(crawl())


def test_it_is_one_store_until_the_last_user_closes_it(url: str) -> None:
    async def crawl() -> None:
        first, second = CrawlStore.of(url), CrawlStore.of(url)
        assert first is second
        await first.close()
        assert await second.ask(lambda store: store.count()) == 0
        await second.close()
        third = CrawlStore.of(url)
        assert third is not first
        await third.close()

    asyncio.run(crawl())


def test_a_store_that_cannot_be_opened_is_not_kept(url: str, tmp_path: Path) -> None:
    (tmp_path / "news.db").write_bytes(b"no database" * 1000)
    for _ in range(2):
        with pytest.raises(StoreError):
            CrawlStore.of(url)


@pytest.mark.parametrize("error", [StoreError("the disk is full"), ValueError("no such outcome")])
def test_a_statement_that_fails_is_a_failure_of_the_store_to_all_who_ask_later(
    url: str, error: Exception
) -> None:
    async def crawl() -> None:
        store = CrawlStore.of(url)
        store.tell(fail(error))
        for _ in range(2):
            with pytest.raises(StoreError, match=str(error)):
                await store.ask(lambda store: store.count())
        await store.close()

    asyncio.run(crawl())


def test_the_last_statement_does_not_fail_in_silence(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def crawl() -> None:
        store = CrawlStore.of(url)
        store.tell(fail(StoreError("the disk is full")))
        store.tell(fail(StoreError("the disk is full")))
        await store.close()

    with caplog.at_level(logging.ERROR):
        asyncio.run(crawl())
    assert caplog.messages == ["the store did not take what it was told: the disk is full"]


def test_an_answer_that_fails_leaves_the_store_as_it_was(url: str) -> None:
    async def crawl() -> None:
        store = CrawlStore.of(url)
        with pytest.raises(ValueError, match="bad value"):
            await store.ask(fail(ValueError("bad value")))
        assert await store.ask(lambda store: store.count()) == 0
        await store.close()

    asyncio.run(crawl())
