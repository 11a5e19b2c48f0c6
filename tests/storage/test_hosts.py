from datetime import timedelta

from newscrawl.storage import ArticleStore, BlockedHost
from tests.storage.samples import BAKU, NOW


def test_a_host_is_blocked_until_it_is_open(store: ArticleStore) -> None:
    assert store.blocked_host("harbour.example") is None
    first = BlockedHost("harbour.example", NOW, 1, NOW + timedelta(hours=1))
    other = BlockedHost("lantern.example", NOW, 3, NOW.astimezone(BAKU) + timedelta(days=1))
    store.block_host(first)
    store.block_host(other)
    assert store.blocked_host("harbour.example") == first
    assert store.blocked_host("lantern.example") == other
    again = BlockedHost("harbour.example", NOW, 2, NOW + timedelta(hours=5))
    store.block_host(again)
    assert store.blocked_host("harbour.example") == again
    store.open_host("harbour.example")
    store.open_host("harbour.example")
    assert store.blocked_host("harbour.example") is None
    assert store.blocked_host("lantern.example") == other
