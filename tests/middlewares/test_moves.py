"""Which article is held for the former self of another."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse

from newscrawl.items import Article
from newscrawl.middlewares.moves import MovesMiddleware, most_alike
from newscrawl.storage import Contemporary, Visit
from tests.middlewares.test_seen import Open, make_article, run, store
from tests.storage.samples import article

__all__ = ["run"]

BODY = "The river rose by two metres in the night. The gates of the harbour were closed at dawn."


def stored(number: int, headline: str, body: str) -> Contemporary:
    id = f"harbour_post:en:{number}"
    return Contemporary(id, f"https://harbour-post.example/{number}", headline, body)


def test_it_is_the_one_with_the_most_words_in_common() -> None:
    edited = article(headline="Harbour gates closed after flood", body=f"{BODY} Nobody was hurt.")
    former = stored(1, "Flood gates close", BODY)
    other = stored(2, "Flood gates close", "The ferry to Sumqayit was late again.")
    assert most_alike(edited, [other, former]) == former


def test_it_is_none_of_those_that_tell_something_else() -> None:
    other = stored(2, "Ferry late", "The ferry to Sumqayit was late again in the night.")
    assert most_alike(article(headline="Flood gates close", body=BODY), [other]) is None
    assert most_alike(article(headline="Flood gates close", body=BODY), []) is None


class Engine:
    """Leads whoever asks for an address to another one."""

    def __init__(self, to: str) -> None:
        self.to = to

    async def download_async(self, request: Request) -> HtmlResponse:
        return HtmlResponse(self.to, body=b"<html></html>", encoding="utf-8", request=request)


@pytest.mark.parametrize("leads", [True, False])
@pytest.mark.parametrize("visits", [True, False])
def test_it_is_the_one_whose_address_leads_to_the_new_one_also_if_that_came_twice(
    run: Open, leads: bool, visits: bool
) -> None:
    crawl = run()
    store(crawl, "a")
    books = crawl.seen.books
    new = make_article("b")
    new.headline, new.body = "a, edited", make_article("a").body
    if visits:
        books.visits[new.id] = Visit(etag='"1"')
    crawl.crawler.engine = Engine(new.url if leads else make_article("a").url)  # type: ignore[assignment]  # as much of one as is asked
    moves = MovesMiddleware.from_crawler(crawl.crawler)

    async def outputs() -> AsyncIterator[Article]:
        yield new

    async def pass_on() -> list[Article]:
        found = moves.process_spider_output(HtmlResponse(new.url), outputs())
        return [output async for output in found]

    assert asyncio.run(pass_on()) == [new]
    assert new.id == ("caliber:en:a" if leads else "caliber:en:b")
    if leads:
        addresses = [url for _, url in books.visits[new.id].addresses]
        assert addresses == ["https://caliber.az/en/post/a"]
    assert crawl.crawler.stats.get_value("newscrawl/moves/asked") == 1
