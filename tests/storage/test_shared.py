from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.storage import ArticleStore, SharedStore, StoreError
from tests.storage.samples import article

NOW = datetime(2025, 11, 1, tzinfo=UTC)


def test_it_closes_when_the_last_of_its_users_does(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/news.db"
    first, second = SharedStore.of(url), SharedStore.of(url)
    assert first is second
    first.close()
    assert second.count() == 0
    second.close()
    with pytest.raises(StoreError):
        second.count()
    third = SharedStore.of(url)
    assert third is not first
    third.close()


def test_what_was_just_saved_is_what_would_be_read_back(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/news.db"
    with SharedStore.of(url) as store, ArticleStore(url) as other:
        for number in (1, 2):
            store.save(article(number), now=NOW)
        assert store.revisions_after(0, 10) == other.revisions_after(0, 10)
        assert [seq for seq, _ in store.revisions_after(1, 10)] == [2]
        assert [seq for seq, _ in store.revisions_after(0, 1)] == [1]


def test_what_another_process_saved_in_between_is_not_missed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/news.db"
    with SharedStore.of(url) as store, ArticleStore(url) as other:
        store.save(article(1), now=NOW)
        other.save(article(2), now=NOW)
        store.save(article(3), now=NOW)
        assert [seq for seq, _ in store.revisions_after(1, 10)] == [2, 3]


def test_a_store_that_cannot_be_opened_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "news.db").write_bytes(b"no database" * 1000)
    for _ in range(2):
        with pytest.raises(StoreError):
            SharedStore.of(f"sqlite:///{tmp_path}/news.db")
