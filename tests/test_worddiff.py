from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.worddiff import Piece, elided, word_diff

TEXTS = st.lists(st.sampled_from(["the", "gates", "of", "Baku", "open", "\n\n"]), max_size=30).map(
    " ".join
)


def words(pieces: list[Piece], *kinds: str) -> list[str]:
    return " ".join(piece.text for piece in pieces if piece.kind in kinds).split()


@given(TEXTS, TEXTS, st.sampled_from([0, 5, 10_000]))
def test_both_texts_can_be_read_from_the_pieces(old: str, new: str, most_steps: int) -> None:
    pieces = word_diff(old, new, most_steps=most_steps)
    assert words(pieces, "same", "gone") == old.split()
    assert words(pieces, "same", "new") == new.split()


def test_what_is_the_same_has_no_change() -> None:
    assert word_diff("One.\n\nTwo.", "One.\n\nTwo.", most_steps=0) == [
        Piece("same", "One.\n\nTwo.")
    ]
    assert word_diff("", "", most_steps=10) == []


def test_changes_that_stand_close_are_one() -> None:
    pieces = word_diff("Rain fell on the port today", "Snow lay on the harbour", most_steps=100)
    assert pieces == [
        Piece("gone", "Rain fell on the port today"),
        Piece("new", "Snow lay on the harbour"),
    ]
    pieces = word_diff("Rain fell on the old port", "Snow fell on the old harbour", most_steps=100)
    assert [piece.kind for piece in pieces] == ["gone", "new", "same", "gone", "new"]


def test_a_paragraph_that_came_stands_alone() -> None:
    pieces = word_diff("One two.\n\nFive six.", "One two.\n\nThree.\n\nFive six.", most_steps=100)
    assert pieces == [
        Piece("same", "One two.\n\n"),
        Piece("new", "Three.\n\n"),
        Piece("same", "Five six."),
    ]


def test_a_text_with_too_many_repeated_words_is_compared_by_paragraphs() -> None:
    old = ["so it is " * 200, "and the gates close " * 200, "at last " * 50]
    new = ["so it was " * 200, "and the gates close " * 200, "at long last " * 50]
    pieces = word_diff("\n\n".join(old), "\n\n".join(new), most_steps=30_000)
    assert "and the gates close" in " ".join(words(pieces, "same"))
    assert words(pieces, "new").count("was") == 200
    whole = word_diff(old[0] + old[1], new[0] + new[1] + "now", most_steps=1)
    assert words(whole, "same") == ["so", "it"]


def test_a_long_text_is_parted_at_words_that_it_has_once(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = []

    class Counting(SequenceMatcher[str]):
        def __init__(self, isjunk: None, a: list[str], b: list[str], autojunk: bool) -> None:
            steps.append(min(len(a), len(b)) * sum(a.count(word) * b.count(word) for word in {*a}))
            super().__init__(isjunk, a, b, autojunk)

    monkeypatch.setattr("newscrawl.worddiff.SequenceMatcher", Counting)
    old = [f"w{number}" if number % 3 else "the" for number in range(3000)]
    new = [f"{word}x" if number % 4 == 0 else word for number, word in enumerate(old)]
    moved = [*new[2900:], *new[:2900]]
    pieces = word_diff(" ".join(old), " ".join(new), most_steps=100)
    assert words(pieces, "same") == [w for n, w in enumerate(old) if n % 4]
    pieces = word_diff(" ".join(old), " ".join(moved), most_steps=100)
    assert len(words(pieces, "same")) > 2100
    assert max(steps) <= 100


def test_long_unchanged_stretches_are_left_out() -> None:
    same = Piece("same", " ".join(f"w{number}" for number in range(20)))
    change = Piece("new", "x")
    assert elided([same, change, same, change, same], context=3) == [
        Piece("elided", "17"),
        Piece("same", "w17 w18 w19"),
        change,
        Piece("same", "w0 w1 w2"),
        Piece("elided", "14"),
        Piece("same", "w17 w18 w19"),
        change,
        Piece("same", "w0 w1 w2"),
        Piece("elided", "17"),
    ]
    assert elided([change, Piece("same", "a b")], context=3) == [change, Piece("same", "a b")]
