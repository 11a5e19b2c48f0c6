from datetime import UTC, datetime
from pathlib import Path

from newscrawl.storage import ArticleStore, SharedStore
from tests.storage.samples import article

NOW = datetime(2025, 11, 1, tzinfo=UTC)


def test_what_was_just_saved_is_what_would_be_read_back(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/news.db"
    with SharedStore(url) as store, ArticleStore(url) as other:
        for number in (1, 2):
            store.save(article(number), now=NOW)
        assert store.revisions_after(0, 10) == other.revisions_after(0, 10)
        assert [seq for seq, _ in store.revisions_after(1, 10)] == [2]
        assert [seq for seq, _ in store.revisions_after(0, 1)] == [1]


def test_what_another_process_saved_in_between_is_not_missed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/news.db"
    with SharedStore(url) as store, ArticleStore(url) as other:
        store.save(article(1), now=NOW)
        other.save(article(2), now=NOW)
        store.save(article(3), now=NOW)
        assert [seq for seq, _ in store.revisions_after(1, 10)] == [2, 3]
