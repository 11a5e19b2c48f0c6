"""Which articles may be the former self of a new one."""

from datetime import UTC, timedelta
from typing import Any

from newscrawl.items import Article
from newscrawl.storage import ArticleStore
from tests.storage.samples import NOW, article


def ids(store: ArticleStore, new: Article, most: int = 9) -> list[str]:
    return [each.id for each in store.contemporaries(new, most=most)]


def test_they_are_of_the_outlet_the_language_and_the_instant(store: ArticleStore) -> None:
    date = article().date
    assert date
    others: tuple[dict[str, Any], ...] = (
        {},
        {"date": date.astimezone(UTC)},
        {"date": date + timedelta(minutes=1)},
        {"language": "ru"},
        {"outlet": "dock_post"},
        {"date_precision": "day"},
    )
    for number, fields in enumerate(others, start=1):
        store.save(article(number, **fields), now=NOW)
    assert ids(store, article(9)) == ["harbour_post:en:2", "harbour_post:en:1"]
    assert ids(store, article(9), most=1) == ["harbour_post:en:2"]
    assert ids(store, article(9, date_precision="day")) == []


def test_what_is_stored_itself_has_none(store: ArticleStore) -> None:
    store.save(article(1), now=NOW)
    store.save(article(2), now=NOW)
    assert ids(store, article(2)) == []


def test_what_is_removed_or_repeats_another_is_none(store: ArticleStore) -> None:
    store.save(article(1), now=NOW)
    store.save(article(2, content_hash=article(1).content_hash), now=NOW)
    assert ids(store, article(9)) == ["harbour_post:en:1"]
    store.remove(article(1).id, now=NOW)
    assert ids(store, article(9)) == []
