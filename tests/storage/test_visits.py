"""What is remembered of answers: when to look again, under which addresses, what was asked for."""

from dataclasses import replace
from datetime import timedelta

from newscrawl.storage import ArticleStore, Fetch, PageVersion, Visit
from tests.storage.samples import NOW, article, rows, teaser

HOUR = timedelta(hours=1)


def test_articles_are_due_the_longest_overdue_first(store: ArticleStore) -> None:
    for number, hours in ((1, -1), (2, -3), (3, 2)):
        visit = Visit(due_at=NOW + hours * HOUR, etag=f'"{number}"')
        store.save(article(number), now=NOW, visit=visit)
    store.save(article(4), now=NOW)
    due = list(store.due("harbour_post", by=NOW))
    assert [(revisit.teaser.id, revisit.etag) for revisit in due] == [
        ("harbour_post:en:2", '"2"'),
        ("harbour_post:en:1", '"1"'),
    ]
    assert list(store.due("other", by=NOW)) == []


def test_what_was_looked_at_is_due_when_it_is_said(store: ArticleStore) -> None:
    store.save(article(), now=NOW, visit=Visit(due_at=NOW))
    store.visited(article().id, due_at=NOW + HOUR, now=NOW)
    assert list(store.due("harbour_post", by=NOW)) == []
    assert len(list(store.due("harbour_post", by=NOW + HOUR))) == 1
    assert rows(store, "SELECT visits FROM visits") == [(2,)]


def test_what_is_taken_down_keeps_its_text_and_may_come_back(store: ArticleStore) -> None:
    store.save(article(), now=NOW)
    assert store.remove(article().id, now=NOW + HOUR)
    assert not store.remove(article().id, now=NOW + 2 * HOUR)
    assert not store.remove("harbour_post:en:9", now=NOW)
    removed = store.get(article().id)
    assert removed is not None
    assert (removed.removed_at, removed.revision, removed.body) == (NOW + HOUR, 2, article().body)
    back = article()
    assert store.save(back, now=NOW + 3 * HOUR).outcome == "revised"
    assert [text.removed_at for _, text in store.revisions_after(0, 9)] == [None, NOW + HOUR, None]
    assert rows(store, "SELECT changed FROM revisions ORDER BY seq")[1:] == [('["removed"]',)] * 2


def test_an_article_is_known_by_all_its_addresses(store: ArticleStore) -> None:
    old, new = (
        ("a.example/old", "https://a.example/old"),
        ("a.example/new", "https://a.example/new"),
    )
    store.save(article(1), now=NOW, visit=Visit(addresses=[old]))
    both = ["a.example/new", "a.example/old"]
    assert store.identify("harbour_post:en:new", both) == article(1).id
    assert store.identify("harbour_post:en:new", both[:1]) == "harbour_post:en:new"
    repeat = article(2, content_hash=article(1).content_hash)
    store.save(repeat, now=NOW, visit=Visit(addresses=[new]))
    assert store.identify(repeat.id, both) == article(1).id
    store.save(article(1), now=NOW, visit=Visit(addresses=[old, new]))
    assert store.addresses_of(article(1).id) == ["https://a.example/new", "https://a.example/old"]


def test_sightings_tell_where_a_listing_shows_an_article(store: ArticleStore) -> None:
    run = store.begin_run("harbour_post", {}, NOW)
    version = PageVersion("https://a.example/", '"1"', None)
    for page, numbers in ((1, (1, 2)), (1, (3, 1)), (2, (1,))):
        store.list_teasers(
            run, "news", [teaser(n) for n in numbers],
            now=NOW, max_attempts=3, page=page, version=version,
        )  # fmt: skip
    seen = "SELECT times, page, place, top_place FROM sightings WHERE id = 'harbour_post:en:1'"
    assert rows(store, seen) == [(3, 2, 1, 1)]
    assert store.page_version("https://a.example/") == version
    assert store.page_version("https://a.example/", by=run - 1) is None


def test_requests_are_remembered_for_a_time(store: ArticleStore) -> None:
    run = store.begin_run("harbour_post", {}, NOW)
    fetch = Fetch("listing", "https://a.example/", None, 200, "read", None, 10, 0.1, NOW)
    before = replace(fetch, fetched_at=NOW - HOUR)
    store.enter_fetches(run, [fetch, before, fetch])
    store.forget(fetches=NOW - HOUR, pages=NOW)
    assert rows(store, "SELECT count(*) FROM fetches") == [(3,)]
    store.forget(fetches=NOW + HOUR, pages=NOW, most=1)
    assert rows(store, "SELECT fetched_at FROM fetches") == [(NOW.isoformat(),)] * 2
    store.forget(fetches=NOW + HOUR, pages=NOW)
    assert rows(store, "SELECT count(*) FROM fetches") == [(0,)]


def test_versions_of_pages_are_remembered_for_a_time(store: ArticleStore) -> None:
    run = store.begin_run("harbour_post", {}, NOW)
    version = PageVersion("https://a.example/", '"1"', None)
    store.list_teasers(run, "news", [], now=NOW, max_attempts=3, version=version)
    store.forget(fetches=NOW, pages=NOW)
    assert store.page_version("https://a.example/") == version
    store.forget(fetches=NOW, pages=NOW + HOUR)
    assert store.page_version("https://a.example/") is None
