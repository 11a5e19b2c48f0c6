"""What of a listing page goes on, and when a listing is read no further."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse
from scrapy.signals import request_dropped

from newscrawl.extensions.outcomes import OutcomesExtension
from newscrawl.items import Article
from newscrawl.meta import WALK, teaser_of, walk_of
from newscrawl.middlewares.seen import SeenArticlesMiddleware
from newscrawl.outcomes import ArticleDropped, article_settled
from newscrawl.storage import SharedStore
from newscrawl.walks import Walk
from tests.conftest import MakeSpider

LISTING = "https://caliber.az/en/category/region"
POLITICS = "https://caliber.az/en/category/politics"
BAKU = ZoneInfo("Asia/Baku")


class Run(NamedTuple):
    """The parts of a crawl that keep its books."""

    seen: SeenArticlesMiddleware
    outcomes: OutcomesExtension

    @property
    def crawler(self) -> Crawler:
        return self.seen.crawler

    def end(self, reason: str) -> None:
        asyncio.run(self.outcomes.spider_closed(reason))


Open = Callable[..., Run]


@pytest.fixture
def run(make_spider: MakeSpider, tmp_path: Path) -> Iterator[Open]:
    """Begins a run over the same database as the runs before; the one before ends."""
    opened: list[Run] = []

    def begin(reason: str = "finished", **arguments: str) -> Run:
        for run in opened:
            run.end(reason)
        opened.clear()
        url = f"sqlite:///{tmp_path}/newscrawl.db"
        settings = {"NEWSCRAWL_DATABASE_URL": url, "NEWSCRAWL_MAX_PAGES": 9}
        spider = make_spider("caliber", settings, **arguments)
        seen = SeenArticlesMiddleware.from_crawler(spider.crawler)
        run = Run(seen, OutcomesExtension.from_crawler(spider.crawler))
        asyncio.run(run.outcomes.spider_opened())
        opened.append(run)
        return run

    yield begin
    for run in opened:
        run.end("finished")


def article_request(run: Run, slug: str, day: int | None = None) -> Request:
    spider: Any = run.crawler.spider
    date = datetime(2025, 10, day, tzinfo=BAKU) if day else None
    teaser = spider.teaser(f"https://caliber.az/en/post/{slug}", "listing", date=date)
    assert teaser
    request: Request = spider.article_request(teaser)
    return request


def listing_page(
    run: Run,
    number: int,
    slugs: str,
    days: dict[str, int] | None = None,
    *,
    etag: str = "",
    sections: Sequence[str] = (),
) -> list[str]:
    """What goes on of page *number* that shows *slugs* and links *sections* and the next page."""
    walk = Walk(LISTING, "listing", number)
    request = Request(f"{LISTING}?page={number}", meta={WALK: walk})
    response = HtmlResponse(LISTING, request=request, headers={"ETag": etag} if etag else {})

    async def outputs() -> AsyncIterator[Request]:
        for section in sections:
            yield Request(section, meta={WALK: Walk(section, "listing")})
        for slug in slugs:
            yield article_request(run, slug, (days or {}).get(slug))
        yield Request(f"{LISTING}?page={number + 1}", meta={WALK: walk.next_page()})

    return asyncio.run(_collect(run.seen.process_spider_output(response, outputs())))


async def _collect(outputs: AsyncIterator[Request]) -> list[str]:
    found = []
    async for request in outputs:
        teaser, walk = teaser_of(request.meta), walk_of(request.meta)
        if teaser:
            found.append(teaser.id.removeprefix("caliber:en:"))
        else:
            assert walk is not None
            found.append("next" if walk.listing == LISTING else walk.listing)
    return found


def condition(run: Run, *, way: str = "listing") -> str | None:
    """The version that a run says it has when it asks for the first page."""

    async def first_page() -> AsyncIterator[Request]:
        yield Request(f"{LISTING}?page=1", meta={WALK: Walk(LISTING, way)})

    async def asked() -> bytes | None:
        [*_, request] = [request async for request in run.seen.process_start(first_page())]
        condition: bytes | None = request.headers.get("If-None-Match")
        return condition

    etag = asyncio.run(asked())
    return etag.decode() if etag else None


def read_to_the_end(run: Run, slugs: str, **first_page: Any) -> None:
    listing_page(run, 1, slugs, **first_page)
    listing_page(run, 2, "")
    listing_page(run, 3, "")
    store(run, slugs)


def owed(run: Run) -> list[str]:
    """What a run begins with."""

    async def nothing() -> AsyncIterator[Request]:
        return
        yield

    return asyncio.run(_collect(run.seen.process_start(nothing())))


def store(run: Run, slugs: str) -> None:
    for slug in slugs:
        article = make_article(slug)
        now = datetime.now(BAKU)
        asyncio.run(run.seen.books.store.ask(partial(_save, article, now)))
        run.outcomes.item_scraped(article, article_response(run, slug))


def _save(article: Article, now: datetime, store: SharedStore) -> None:
    store.save(article, now=now)


def make_article(slug: str) -> Article:
    return Article(
        id=f"caliber:en:{slug}", url=f"https://caliber.az/en/post/{slug}", outlet="caliber",
        country="AZ", language="en", headline=slug, body=f"Text of {slug}",
        date=datetime(2025, 10, 13, tzinfo=BAKU), date_precision="minute",
    )  # fmt: skip


def article_response(run: Run, slug: str) -> HtmlResponse:
    request = article_request(run, slug)
    return HtmlResponse(request.url, request=request)


def test_what_is_listed_is_asked_for_once_in_a_run(run: Open) -> None:
    middleware = run()
    assert listing_page(middleware, 1, "abc") == ["a", "b", "c", "next"]
    assert listing_page(middleware, 2, "cd") == ["d", "next"]


def test_what_is_stored_is_not_asked_for_again_unless_refetched(run: Open) -> None:
    store(run(), "ab")
    assert listing_page(run(), 1, "abc") == ["c", "next"]
    assert listing_page(run(refetch="1"), 1, "abc") == ["a", "b", "c", "next"]


def test_a_listing_that_was_read_to_its_end_is_read_up_to_what_was_listed_then(run: Open) -> None:
    first = run()
    assert listing_page(first, 1, "abc") == ["a", "b", "c", "next"]
    assert listing_page(first, 2, "") == ["next"]
    assert listing_page(first, 3, "") == []  # the same page once more: its end
    store(first, "abc")
    second = run()
    assert listing_page(second, 1, "xya") == ["x", "y", "next"]
    assert listing_page(second, 2, "bc") == []


def test_a_listing_whose_reading_was_cut_short_is_read_to_its_end_again(run: Open) -> None:
    first = run()
    listing_page(first, 1, "abc")
    store(first, "abc")
    assert listing_page(run(reason="shutdown"), 1, "abc") == ["next"]


def test_a_listing_of_which_a_page_failed_is_read_to_its_end_again(run: Open) -> None:
    first = run()
    first.seen.listing_failed(Walk(LISTING, "listing", 2), "http 503")
    listing_page(first, 3, "a")
    listing_page(first, 4, "a")
    store(first, "a")
    assert listing_page(run(), 1, "a") == ["next"]


def test_a_listing_is_asked_for_on_condition_that_its_last_reader_came_to_the_end(
    run: Open,
) -> None:
    read_to_the_end(run(), "abc", etag='"1"')
    assert condition(run()) == '"1"'
    assert listing_page(run(), 1, "xyz", etag='"2"') == ["x", "y", "z", "next"]
    third = run(reason="shutdown")
    assert condition(third) is None, "the second run has not read the next page"
    assert listing_page(third, 1, "xyz", etag='"2"') == ["next"]
    assert listing_page(third, 2, "abc") == []
    store(third, "xyz")
    assert condition(run()) == '"2"'


def test_a_page_that_leads_to_other_listings_is_read_whole_every_time(run: Open) -> None:
    read_to_the_end(run(), "abc", etag='"1"', sections=[POLITICS])
    second = run()
    assert condition(second) is None
    assert listing_page(second, 1, "abc", etag='"1"', sections=[POLITICS]) == [POLITICS]
    read_to_the_end(run(), "abc", etag='"2"')
    assert condition(run(), way="front") is None


def test_what_a_run_owes_the_next_one_begins_with(run: Open) -> None:
    first = run()
    listing_page(first, 1, "abcd")
    store(first, "a")
    first.outcomes.article_settled("caliber:en:b", "failed", "http 503", None)
    first.outcomes.article_settled("caliber:en:c", "failed", "gone", None)
    assert sorted(owed(run(reason="shutdown"))) == ["b", "d"]


def test_since_ends_a_walk_where_all_is_older_and_lets_the_rest_be(run: Open) -> None:
    middleware = run(since="2025-10-10")
    days = {"a": 12, "b": 9, "c": 8}
    assert listing_page(middleware, 1, "ab", days) == ["a", "next"]
    assert listing_page(middleware, 2, "c", days) == []
    store(middleware, "a")
    assert listing_page(run(since="2025-10-10"), 1, "a", days) == []
    deeper = run(since="2025-10-01")
    assert listing_page(deeper, 1, "ab", days) == ["b", "next"]


def test_what_proved_too_old_is_not_fetched_again_until_more_is_asked_for(run: Open) -> None:
    first = run(since="2025-10-10")
    assert listing_page(first, 1, "a") == ["a", "next"]
    first.outcomes.article_settled(
        "caliber:en:a", "skipped", "older", datetime(2025, 10, 5, tzinfo=BAKU)
    )
    assert listing_page(run(since="2025-10-10"), 1, "ab") == ["b", "next"]
    assert listing_page(run(since="2025-10-01"), 1, "a") == ["a", "next"]


def test_pages_that_repeat_and_too_many_pages_end_a_walk(run: Open) -> None:
    middleware = run()
    assert listing_page(middleware, 1, "ab")[-1] == "next"
    assert listing_page(middleware, 2, "cd")[-1] == "next"
    assert listing_page(middleware, 3, "ab") == []
    assert listing_page(middleware, 8, "e")[-1] == "next"
    assert listing_page(middleware, 9, "f") == ["f"]


def test_a_last_page_that_leads_to_itself_is_the_end(run: Open) -> None:
    first = run()
    assert listing_page(first, 1, "abc") == ["a", "b", "c", "next"]
    assert listing_page(first, 2, "de") == ["d", "e", "next"]
    to_itself = Request(f"{LISTING}?page=2#", meta={WALK: Walk(LISTING, "listing", 3)})
    first.crawler.signals.send_catch_log(request_dropped, request=to_itself)
    store(first, "abcde")
    assert first.seen.books.listings[LISTING].ended == "asked before"
    assert listing_page(run(), 1, "xab") == ["x", "next"]
    assert listing_page(run(), 1, "abc") == []


def test_no_more_articles_are_asked_for_than_wanted(run: Open) -> None:
    middleware = run(max_articles="3")
    assert listing_page(middleware, 1, "ab") == ["a", "b", "next"]
    assert listing_page(middleware, 2, "cd") == ["c"]


def test_every_way_to_end_is_entered_in_the_ledger(run: Open) -> None:
    middleware = run()
    listing_page(middleware, 1, "abcdef")
    store(middleware, "a")
    twin = ArticleDropped("duplicate", "same text", "b is a", log_level="DEBUG")
    middleware.outcomes.item_dropped(make_article("b"), article_response(middleware, "b"), twin)
    empty = ArticleDropped("dropped", "body missing", "c")
    middleware.outcomes.item_dropped(make_article("c"), article_response(middleware, "c"), empty)
    middleware.crawler.signals.send_catch_log(
        article_settled, article_id="caliber:en:d", outcome="failed", reason="gone", date=None
    )
    middleware.outcomes.item_scraped(make_article("a"), article_response(middleware, "e"))
    books = middleware.seen.books
    assert asyncio.run(books.store.ask(lambda store: store.outcomes(books.run))) == {
        "stored": 1, "duplicate": 2, "dropped": 1, "failed": 1, "pending": 1,
    }  # fmt: skip
