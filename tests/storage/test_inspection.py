from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from newscrawl.storage import ArticleStore, Visit
from newscrawl.storage.coverage import Entry, Reach
from newscrawl.storage.inspection import Inspection
from tests.storage.samples import NOW, article, teaser

OUTLET = "harbour_post"
DAY = timedelta(days=1)
LATER = NOW + DAY


@pytest.fixture
def inspection(database: str, store: ArticleStore) -> Iterator[Inspection]:
    with Inspection(database) as inspection:
        yield inspection


def begin(store: ArticleStore, now: Any = NOW, **arguments: Any) -> int:
    return store.begin_run(OUTLET, arguments, now=now)


def show(
    store: ArticleStore, run: int, *numbers: int, listing: str = "front", **fields: Any
) -> None:
    teasers = [teaser(number, **fields) for number in numbers]
    store.list_teasers(run, listing, teasers, now=NOW, max_attempts=3)


# How completely an outlet was read


def test_entries_say_what_became_of_an_article(store: ArticleStore, inspection: Inspection) -> None:
    run = begin(store)
    show(store, run, 1, 2, date=NOW - DAY)
    store.settle(f"{OUTLET}:en:2", "failed", reason="http 500", now=NOW)
    assert sorted(inspection.entries(OUTLET), key=lambda entry: entry.outcome) == [
        Entry("failed", "http 500", NOW - DAY, NOW, seen_again=False),
        Entry("pending", None, NOW - DAY, NOW, seen_again=False),
    ]
    assert list(inspection.entries("other")) == []
    assert inspection.listed_outlets() == [OUTLET]


def test_an_article_that_a_later_run_shows_is_seen_again(
    store: ArticleStore, inspection: Inspection
) -> None:
    show(store, begin(store), 1, 2)
    for number in (1, 2, 3):
        store.save(article(number), now=NOW)
    show(store, begin(store, LATER), 2)
    assert sorted(entry.seen_again for entry in inspection.entries(OUTLET)) == [False, False, True]


def test_a_listing_reaches_from_where_it_was_read_to_when_that_began(
    store: ArticleStore, inspection: Inspection
) -> None:
    run = begin(store)
    store.finish_walk("front", OUTLET, run, since=NOW - DAY, pages=2, now=LATER)
    run = begin(store, LATER, until=NOW.isoformat())
    store.finish_walk("archive", OUTLET, run, since=None, pages=9, now=LATER)
    assert inspection.reaches(OUTLET) == [
        Reach("archive", since=None, until=NOW, read_at=LATER),
        Reach("front", since=NOW - DAY, until=NOW, read_at=NOW),
    ]


def test_a_listing_that_was_never_read_in_full_is_named(
    store: ArticleStore, inspection: Inspection
) -> None:
    show(store, begin(store), 1)
    show(store, begin(store, LATER), 2)
    assert inspection.reaches(OUTLET) == [Reach("front", None, None, LATER)]


# What an article was before


def test_versions_are_the_texts_in_their_order(store: ArticleStore, inspection: Inspection) -> None:
    store.save(article(headline="One", tags=["a"]), now=NOW)
    store.save(article(headline="Two", tags=["a"]), now=LATER)
    store.save(article(headline="Two", tags=["b"]), now=LATER)
    versions = inspection.versions(f"{OUTLET}:en:1")
    assert [(v.revision, v.stored_at, v.changed) for v in versions] == [
        (1, NOW, ()),
        (2, LATER, ("headline",)),
        (3, LATER, ("tags",)),
    ]
    assert [(v.article.headline, v.article.tags) for v in versions] == [
        ("One", ["a"]),
        ("Two", ["a"]),
        ("Two", ["b"]),
    ]
    assert inspection.versions("nothing") == []


def test_an_article_is_found_by_id_or_any_address(
    store: ArticleStore, inspection: Inspection
) -> None:
    moved = Visit(addresses=(("harbour-post.example/old", "https://harbour-post.example/old"),))
    store.save(article(1), now=NOW)
    store.save(article(2), now=NOW, visit=moved)
    second = article(2)
    nowhere = {"url": "https://elsewhere.example/", "key": "elsewhere.example/"}
    assert inspection.find(second.id, **nowhere) == second.id
    assert inspection.find("x", **(nowhere | {"url": second.url})) == second.id
    assert inspection.find("x", **(nowhere | {"key": "harbour-post.example/old"})) == second.id
    assert inspection.find("x", **nowhere) is None


def test_neighbours_begin_like_what_was_asked_for(
    store: ArticleStore, inspection: Inspection
) -> None:
    for number in range(100, 200):
        store.save(article(number), now=NOW)
    found = inspection.neighbours(f"{OUTLET}:en:150x")
    assert {f"{OUTLET}:en:150", f"{OUTLET}:en:151"} <= set(found)
    assert len(found) < 100


# Who told a story


def tell(store: ArticleStore, number: int, outlet: str, story: str | None, **fields: Any) -> None:
    told = article(number, id=f"{outlet}:en:{number}", outlet=outlet, story=story, **fields)
    store.save(told, now=NOW)


def told(inspection: Inspection, **wanted: Any) -> dict[str, list[str]]:
    period = {"since": NOW - 7 * DAY, "until": LATER, "outlets": 2, "most_copies": 10}
    return {
        cluster.story: [copy.id for copy in cluster.copies]
        for cluster in inspection.stories(**{**period, **wanted})
    }


def test_a_story_is_told_by_two_outlets_the_earliest_first(
    store: ArticleStore, inspection: Inspection
) -> None:
    tell(store, 1, "late", "flood", date=NOW)
    tell(store, 2, "early", "flood", date=NOW - 30 * DAY)
    tell(store, 3, "middle", "flood", date=NOW - DAY)
    tell(store, 4, "late", "fire", date=NOW - 2 * DAY)
    tell(store, 5, "middle", "fire", date=NOW - DAY)
    tell(store, 6, "alone", "calm", date=NOW)
    tell(store, 7, "none", None, date=NOW)
    tell(store, 8, "none_either", None, date=NOW)
    assert told(inspection) == {
        "fire": ["late:en:4", "middle:en:5"],
        "flood": ["early:en:2", "middle:en:3", "late:en:1"],
    }
    assert list(told(inspection)) == ["fire", "flood"], "in the order in which they began"
    assert told(inspection, since=NOW) == {}
    assert told(inspection, outlets=3) == {}


def test_repeats_make_no_story_but_are_shown(store: ArticleStore, inspection: Inspection) -> None:
    tell(store, 1, "one", "flood")
    tell(store, 2, "two", "flood", duplicate_of="one:en:1")
    assert told(inspection) == {}
    assert told(inspection, outlets=1) == {}
    tell(store, 3, "one", "flood")
    assert told(inspection, outlets=1) == {"flood": ["one:en:1", "two:en:2", "one:en:3"]}


def test_of_a_story_that_everybody_tells_some_are_left_out(
    store: ArticleStore, inspection: Inspection
) -> None:
    for number in range(5):
        tell(store, number, f"outlet_{number}", "flood")
    tell(store, 5, "one", "tide")
    tell(store, 6, "two", "tide")
    clusters = inspection.stories(since=NOW - DAY, until=LATER, outlets=2, most_copies=2)
    assert [(len(cluster.copies), cluster.left_out) for cluster in clusters] == [(2, 3), (2, 0)]
