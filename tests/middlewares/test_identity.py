"""Which article a page is: by where it was found, and by what it names as its own address."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from scrapy.http import HtmlResponse

from newscrawl.books import Books
from newscrawl.identities import ArticlePattern, Identity
from newscrawl.items import Article, Edition
from newscrawl.middlewares.believing import Belief, believe
from newscrawl.middlewares.identity import IdentityMiddleware
from newscrawl.storage import SharedStore
from newscrawl.urls import address_key
from tests.conftest import MakeSpider

POST = "https://caliber.az/en/post/"
GATES = [
    "The flood gates at the harbour closed at dusk on Tuesday after the river had risen by two "
    "metres in one night, the port authority of Eastport said.",
    "Forty boats were moved to the upper basin before that, and the ferry to Westport stays in "
    "its berth until Thursday morning at least, according to its captain Ada Quill.",
]
FERRY = [
    "A new ferry between Eastport and the islands will sail three times a day from April on, "
    "the ministry of transport announced on Wednesday in the capital.",
    "It was built in Genoa, carries three hundred passengers and sixty cars, and replaces two "
    "ships that are older than forty years, minister Bruno Reed told journalists.",
]
SCHOOL = [
    "Pupils of the oldest school in Northgate have found a letter from 1891 behind a wall of the "
    "library, which was being painted during the autumn holidays.",
    "Its writer, a teacher called Clara Finch, asks whoever finds it to plant a walnut tree in "
    "the yard; the headmaster says that they will do so in March.",
]


class Run:
    """What of a crawl decides which article a page is, and stores it."""

    def __init__(self, spider: Any) -> None:
        self.spider = spider
        self.stats = spider.crawler.stats
        self.books = Books.of(spider.crawler)
        self.identity = IdentityMiddleware.from_crawler(spider.crawler)

    def read(
        self,
        slug: str,
        body: list[str],
        canonical: str | None = None,
        *,
        asked: str | None = None,
        date: str = "2025-10-13T18:05:00+04:00",
    ) -> Article:
        """Store the page that was found at *slug*, after *asked* had redirected there."""
        teaser = self.spider.teaser(POST + (asked or slug), "listing")
        request = self.spider.article_request(teaser)
        if asked:
            request = request.replace(url=POST + slug)
            request.meta["redirect_urls"] = [POST + asked]
        text = "".join(f"<p>{paragraph}</p>" for paragraph in body)
        html = (
            f"<html><head><link rel=canonical href='{POST}{canonical or slug}'>"
            f"<meta property='article:published_time' content='{date}'></head>"
            f"<body><h1>{' '.join(body[0].split()[:8])}</h1><article>{text}</article></body></html>"
        )
        response = HtmlResponse(request.url, body=html.encode(), encoding="utf-8", request=request)
        article: Article = asyncio.run(self._identified(response))
        now = datetime.now(UTC)
        visit = self.books.visit_of(article, now)
        asyncio.run(self.books.store.ask(lambda store: store.save(article, now=now, visit=visit)))
        return article

    async def _identified(self, response: HtmlResponse) -> Any:
        async def outputs() -> AsyncIterator[Article]:
            yield self.spider.read(response)

        [article] = [a async for a in self.identity.process_spider_output(response, outputs())]
        return article

    def stored(self, slug: str) -> Article | None:
        get: Callable[[SharedStore], Article | None] = partial(_get, f"caliber:en:{slug}")
        return asyncio.run(self.books.store.ask(get))

    def count(self, stat: str) -> int:
        return int(self.stats.get_value(f"newscrawl/identity/{stat}", 0))


def _get(id: str, store: SharedStore) -> Article | None:
    return store.get(id)


@pytest.fixture
def run(make_spider: MakeSpider, tmp_path: Path) -> Iterator[Run]:
    url = f"sqlite:///{tmp_path}/newscrawl.db"
    run = Run(make_spider("caliber", {"NEWSCRAWL_DATABASE_URL": url, "NEWSCRAWL_FURNITURE_MAX": 0}))
    asyncio.run(run.books.begin("caliber", run.spider.arguments))
    yield run
    asyncio.run(run.books.end("finished"))


def test_an_article_whose_new_page_names_the_old_address_keeps_its_id(run: Run) -> None:
    run.read("gates-close-at-dusk", GATES)
    edited = [GATES[0], GATES[1].replace("at least", "or Friday"), "Nobody was hurt."]
    moved = run.read("harbour-shut", edited, canonical="gates-close-at-dusk")
    assert moved.id == "caliber:en:gates-close-at-dusk"
    assert (moved.revision, moved.url) == (2, f"{POST}gates-close-at-dusk")
    assert run.stored("harbour-shut") is None
    assert run.count("doubted") == 0


def test_an_article_whose_old_page_names_the_new_address_keeps_its_id(run: Run) -> None:
    run.read("gates-close", GATES)
    moved = run.read("gates-close", GATES, canonical="gates-close-at-dusk")
    assert (moved.id, moved.url) == ("caliber:en:gates-close", f"{POST}gates-close-at-dusk")
    again = run.read("gates-close-at-dusk", GATES)
    assert (again.id, again.revision) == ("caliber:en:gates-close", 2)
    assert run.count("kept") == 2
    assert run.count("doubted") == 0


def test_an_address_that_redirects_is_believed_whatever_became_of_the_text(run: Run) -> None:
    run.read("gates-close", GATES)
    moved = run.read("ferry-sails", FERRY, asked="gates-close")
    assert (moved.id, moved.url) == ("caliber:en:gates-close", f"{POST}ferry-sails")


def test_one_address_that_all_pages_name_makes_them_no_revisions_of_it(
    run: Run, caplog: pytest.LogCaptureFixture
) -> None:
    own = run.read("gates-close", GATES)
    others = [
        run.read("new-ferry-sails", FERRY, canonical="gates-close"),
        run.read("letter-behind-a-wall", SCHOOL, canonical="gates-close"),
    ]
    assert [article.id.split(":")[2] for article in (own, *others)] == [
        "gates-close",
        "new-ferry-sails",
        "letter-behind-a-wall",
    ]
    assert [article.url for article in others] == [
        f"{POST}new-ferry-sails",
        f"{POST}letter-behind-a-wall",
    ]
    stored = run.stored("gates-close")
    assert stored is not None
    assert (stored.revision, stored.body) == (1, "\n\n".join(GATES))
    assert run.count("doubted") == 2
    warnings = [record.message for record in caplog.records if "not believed" in record.message]
    assert len(warnings) == 1
    assert f"{POST}new-ferry-sails names {POST}gates-close as its own address" in warnings[0]


def test_nor_does_one_that_is_stored_last(run: Run) -> None:
    ferry = run.read("new-ferry-sails", FERRY, canonical="gates-close")
    school = run.read("letter-behind-a-wall", SCHOOL, canonical="gates-close")
    gates = run.read("gates-close", GATES)
    assert [article.revision for article in (ferry, school, gates)] == [1, 1, 1]
    assert [article.id.split(":")[2] for article in (ferry, school, gates)] == [
        "new-ferry-sails",
        "letter-behind-a-wall",
        "gates-close",
    ]


def test_articles_that_come_to_name_another_stay_where_they_are(run: Run) -> None:
    run.read("gates-close", GATES)
    run.read("new-ferry-sails", FERRY)
    again = run.read("new-ferry-sails", FERRY, canonical="gates-close")
    assert (again.id, again.url) == ("caliber:en:new-ferry-sails", f"{POST}new-ferry-sails")
    assert again.revision == 1


def test_two_notices_of_one_pattern_are_no_versions_of_each_other(run: Run) -> None:
    def notice(magnitude: str, depth: str, place: str, day: str) -> list[str]:
        return [
            f"An earthquake of magnitude {magnitude} was felt near {place} on {day}, the centre "
            f"for seismology said, at a depth of {depth} kilometres.",
            "There are no reports of damage or of people hurt; the rescue service asks everybody "
            "to stay calm and to follow the news on its own pages.",
        ]

    one = run.read("earthquake-1", notice("4.2", "11", "Northgate", "Monday"))
    date = "2025-11-02T09:00:00+04:00"
    other = run.read(
        "earthquake-2", notice("3.7", "24", "Westport", "Friday"), "earthquake-1", date=date
    )
    assert one.id != other.id


def test_another_spelling_of_an_address_that_nothing_is_stored_at_is_believed(run: Run) -> None:
    copy = run.read("gates-close-copy", GATES, canonical="gates-close")
    assert (copy.id, copy.url) == ("caliber:en:gates-close", f"{POST}gates-close")
    assert run.read("gates-close", GATES).id == copy.id


def test_an_address_that_the_outlet_knows_as_that_of_the_article_is_believed(run: Run) -> None:
    """Whatever words it has: of some outlets the number alone tells the article."""
    regex = r"https://a\.example/(?P<key>\d+)/(?P<tail>[a-z-]+)"
    pattern = ArticlePattern("caliber", regex, [Edition("en")])
    url, stated = "https://a.example/7/gates-close", "https://a.example/7/harbour-shut"
    found = pattern.identify(url)
    assert found
    article = Article(
        id=found.id, url=found.url, outlet="caliber", country="AZ", language="en", body="x"
    )
    reached, named = {address_key(url): url}, {address_key(stated): stated}

    def ask(pattern: ArticlePattern | None) -> Belief:
        question = partial(_believe, article, found, reached, named, pattern)
        return asyncio.run(run.books.store.ask(question))

    assert ask(pattern).doubted is None
    assert ask(None).doubted == stated


def _believe(
    article: Article,
    found: Identity,
    reached: dict[str, str],
    stated: dict[str, str],
    pattern: ArticlePattern | None,
    store: SharedStore,
) -> Belief:
    return believe(store, article, found, reached, stated, pattern)
