from collections.abc import Iterable
from datetime import UTC, datetime

import pytest

from newscrawl.items import Article
from newscrawl.storage import ArticleStore
from tests.storage.samples import NOW, article


def ids(found: Iterable[Article]) -> list[str]:
    return [text.id.rpartition(":")[2] for text in found]


@pytest.mark.parametrize(
    "words",
    ["Bakıda", "bakıda sel", "ՋՐՀԵՂԵՂ", "наводнение", "НАВОДНЕНИЕ Порту", "تهران", "cafe", "café"],
)
def test_search_finds_words_in_any_alphabet_and_case(store: ArticleStore, words: str) -> None:
    store.save(article(1, headline="Nothing here"), now=NOW)
    store.save(
        article(
            2,
            headline="Bakıda sel: наводнение",
            body="Ջրհեղեղ նավահանգստում. В порту тихо. تهران و باران. Café.",
        ),
        now=NOW,
    )
    assert ids(store.search(words)) == ["2"]


@pytest.mark.parametrize(
    "words", ["eastport", "gates", "example", "gates.html", "2031", "stop end"]
)
def test_search_finds_the_words_of_addresses_and_what_else_is_no_prose(
    store: ArticleStore, words: str
) -> None:
    body = "See https://harbour-post.example/eastport_gates.html, e.g. 2031/03/04. Full-stop.End"
    store.save(article(body=body), now=NOW)
    assert ids(store.search(words)) == ["1"]


@pytest.mark.parametrize("words", ['"', "flood AND", "a:b*", "NEAR(", "^ -", "' OR 1=1", "\0", ""])
def test_search_takes_any_input_as_words(store: ArticleStore, words: str) -> None:
    store.save(article(headline="zzz", body="yyy"), now=NOW)
    assert store.search(words) == []


def test_search_finds_all_words_only_and_the_best_first(store: ArticleStore) -> None:
    store.save(article(1, headline="Port", body="harbour " + "and more " * 50), now=NOW)
    store.save(article(2, headline="Port harbour", body="harbour harbour"), now=NOW)
    store.save(article(3, headline="Port", body="no such place"), now=NOW)
    assert ids(store.search("harbour port")) == ["2", "1"]
    assert ids(store.search("harbour port", limit=1)) == ["2"]


def test_search_follows_a_revision(store: ArticleStore) -> None:
    store.save(article(body="The bridge stands."), now=NOW)
    store.save(article(body="The tower fell."), now=NOW)
    assert store.search("bridge") == []
    assert ids(store.search("tower")) == ["1"]


@pytest.mark.parametrize("tag", ["Порт", "ПОРТ", "BAKI", "Bakı", "iran", "İRAN", "ՆԱՎԱՀԱՆԳԻՍՏ"])
def test_tags_are_found_in_any_letter_case(store: ArticleStore, tag: str) -> None:
    store.save(article(1, tags=["Weather"]), now=NOW)
    store.save(article(2, tags=["порт", "Bakı", "İran", "Նավահանգիստ"]), now=NOW)
    assert ids(store.articles(tag=tag)) == ["2"]


def test_articles_are_told_apart_by_outlet_and_moment(store: ArticleStore) -> None:
    for day in (3, 1, 2):
        store.save(article(day, date=datetime(2031, 3, day, tzinfo=UTC)), now=NOW)
    store.save(article(4, id="other:en:4", outlet="other"), now=NOW)
    second, third = (datetime(2031, 3, day, tzinfo=UTC) for day in (2, 3))
    assert ids(store.articles()) == ["1", "2", "3", "4"], "in the order of publication"
    assert ids(store.articles(outlet="harbour_post")) == ["1", "2", "3"]
    assert ids(store.articles(since=second, until=third)) == ["2"]
    assert store.count() == 4


def test_articles_can_be_saved_while_others_are_gone_through(store: ArticleStore) -> None:
    for number in range(450):
        store.save(article(number), now=NOW)
    seen: set[str] = set()
    for text in store.articles():
        if len(seen) < 5:
            store.save(article(1000 + len(seen)), now=NOW)
        seen.add(text.id)
    assert len(seen) == 455


def test_a_repeat_is_stored_and_not_counted(store: ArticleStore) -> None:
    same = {"content_hash": "a" * 32}
    store.save(article(1, **same), now=NOW)
    second, elsewhere = article(2, **same), article(3, outlet="other", **same)
    for repeat in (second, elsewhere, article(1, **same)):
        store.save(repeat, now=NOW)
    assert second.duplicate_of == "harbour_post:en:1"
    assert elsewhere.duplicate_of is None
    assert store.get(second.id) == second
    assert store.count() == 2


def test_what_stops_to_repeat_another_is_no_repeat_any_more(store: ArticleStore) -> None:
    for number in (1, 2):
        store.save(article(number, content_hash="a" * 32), now=NOW)
    edited = article(2, content_hash="b" * 32, body="It fell.")
    store.save(edited, now=NOW)
    assert edited.duplicate_of is None
    assert store.get(edited.id) == edited
