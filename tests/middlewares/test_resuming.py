"""Where the reading of a listing goes on that was cut short."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse

from newscrawl.items import GONE
from newscrawl.meta import WALK, teaser_of, walk_of
from newscrawl.walks import Walk
from tests.middlewares.test_seen import LISTING, Open, Run, article_request, run

__all__ = ["run"]

CUT_SHORT = "shutdown"


def page_after(run: Run, number: int, slugs: str, days: dict[str, int] | None = None) -> int | None:
    """The page that a run asks for after page *number*, which shows *slugs*; None for none."""
    walk = Walk(LISTING, "listing", number)
    request = Request(f"{LISTING}?page={number}", meta={WALK: walk})
    response = HtmlResponse(request.url, request=request)

    async def outputs() -> AsyncIterator[Request]:
        for slug in slugs:
            yield article_request(run, slug, (days or {}).get(slug))
        yield Request(f"{LISTING}?page={number + 1}", meta={WALK: walk.next_page()})

    async def asked() -> int | None:
        found = run.seen.process_spider_output(response, outputs())
        requests = [output async for output in found if not teaser_of(output.meta)]
        for request in requests:
            following = walk_of(request.meta)
            assert following
            assert request.url == f"{LISTING}?page={following.page}"
            return following.page
        return None

    return asyncio.run(asked())


def read(run: Run, *pages: str) -> None:
    for number, slugs in enumerate(pages, 1):
        page_after(run, number, slugs)


def test_it_goes_on_where_the_run_before_was_cut_short(run: Open) -> None:
    read(run(), "ab", "cd", "ef", "gh")
    second = run(CUT_SHORT)
    assert page_after(second, 1, "xa") == 2  # something new
    assert page_after(second, 2, "bc") == 4
    assert page_after(second, 4, "fg") == 5


def test_it_goes_on_there_however_often_it_is_cut_short_again(run: Open) -> None:
    read(run(), "ab", "cd", "ef", "gh")
    second = run(CUT_SHORT)
    page_after(second, 1, "xy")
    third = run(CUT_SHORT)
    assert page_after(third, 1, "xy") == 2, "what comes after was never read with it"
    assert page_after(third, 2, "ab") == 4
    assert page_after(third, 4, "ef") == 5
    assert page_after(third, 5, "gh") == 6
    assert page_after(run(CUT_SHORT), 1, "xy") == 5


def test_what_another_listing_showed_was_not_read_in_this_one(run: Open) -> None:
    first = run()
    read(first, "ab", "cd", "ef", "gh")
    other = Walk("https://caliber.az/en/category/other", "listing")
    request = Request(other.listing, meta={WALK: other})

    async def outputs() -> AsyncIterator[Request]:
        yield article_request(first, "x")

    async def collect() -> None:
        response = HtmlResponse(request.url, request=request)
        async for _ in first.seen.process_spider_output(response, outputs()):
            pass

    asyncio.run(collect())
    assert page_after(run(CUT_SHORT), 1, "x") == 2


def test_of_a_listing_that_was_read_to_its_end_nothing_is_skipped(run: Open) -> None:
    first = run()
    read(first, "ab", "cd", "ef")
    asyncio.run(first.seen._end_walk(Walk(LISTING, "listing", 4), "end"))
    second = run()
    assert second.seen.books.store._store.bookmark(LISTING) is None


def test_a_listing_that_shows_another_thing_there_is_read_anew(
    run: Open, caplog: pytest.LogCaptureFixture
) -> None:
    read(run(), "ab", "cd", "ef", "gh")
    second = run(CUT_SHORT)
    assert page_after(second, 1, "ab") == 4
    assert page_after(second, 4, "qr") == 5, "it is larger by now"
    assert "the next run reads the listing anew" in caplog.text
    asyncio.run(second.seen._end_walk(Walk(LISTING, "listing", 5), "end"))
    third = run()
    assert page_after(third, 1, "ab") == 2
    assert page_after(third, 2, "cd") == 3


def test_a_page_that_is_gone_is_not_gone_on_from(run: Open) -> None:
    read(run(), "ab", "cd", "ef", "gh")
    second = run(CUT_SHORT)
    assert page_after(second, 1, "ab") == 4
    second.seen.listing_failed(Walk(LISTING, "listing", 4), "http 500")
    third = run(CUT_SHORT)
    assert page_after(third, 1, "ab") == 4, "it may be there another time"
    third.seen.listing_failed(Walk(LISTING, "listing", 4), GONE)
    assert page_after(run(CUT_SHORT), 1, "ab") == 2


def test_a_page_that_failed_is_read_before_what_comes_after_it(run: Open) -> None:
    first = run()
    read(first, "ab", "cd")
    first.seen.listing_failed(Walk(LISTING, "listing", 3), "http 500")
    page_after(first, 4, "gh")
    assert page_after(run(CUT_SHORT), 1, "ab") == 2
    read(run(CUT_SHORT), "ab", "cd", "ef", "gh")
    assert page_after(run(CUT_SHORT), 1, "ab") == 4


def test_who_asks_for_more_than_was_read_reads_it_anew(run: Open) -> None:
    days = dict.fromkeys("abcdefgh", 13)
    first = run(since="2025-10-10")
    for number, slugs in enumerate(("ab", "cd", "ef", "gh"), 1):
        page_after(first, number, slugs, days)
    assert page_after(run(CUT_SHORT, since="2025-10-11"), 1, "ab", days) == 4
    assert page_after(run(CUT_SHORT, since="2025-01-01"), 1, "ab", days) == 2


@pytest.mark.parametrize("arguments", [{"refetch": "1"}, {"until": "2030-01-01"}])
def test_a_run_that_reads_other_things_neither_uses_nor_leaves_a_bookmark(
    run: Open, arguments: dict[str, str]
) -> None:
    read(run(**arguments), "ab", "cd", "ef", "gh")
    assert page_after(run(CUT_SHORT), 1, "ab") == 2
    read(run(CUT_SHORT), "ab", "cd", "ef", "gh")
    assert page_after(run(CUT_SHORT, **arguments), 1, "ab") == 2
