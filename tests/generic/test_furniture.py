import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.generic import Furniture

NOTE = "The Lantern is written by its readers and paid by them."


def texts(page: int) -> list[str]:
    return [f"Gate {page} closed at dusk on Sunday.", NOTE, f"It opens at {page} in the morning."]


def read(furniture: Furniture, pages: range) -> None:
    for page in pages:
        furniture.without(str(page), texts(page))


def test_what_three_other_pages_have_is_furniture() -> None:
    furniture = Furniture(100)
    read(furniture, range(2))
    assert NOTE in furniture.without("2", texts(2))
    assert furniture.without("3", texts(3)) == [texts(3)[0], texts(3)[2]]


def test_case_and_typography_do_not_tell_paragraphs_apart() -> None:
    furniture = Furniture(100)
    read(furniture, range(3))
    assert furniture.without("3", ["Text of its own.", NOTE.upper() + "!"]) == ["Text of its own."]


def test_a_page_that_comes_again_does_not_count_again() -> None:
    furniture = Furniture(100)
    for _ in range(9):
        assert furniture.without("a", texts(1)) == texts(1)
    read(furniture, range(2))
    assert furniture.without("a", texts(1)) == texts(1)


def test_a_paragraph_counts_once_a_page() -> None:
    furniture = Furniture(100)
    assert furniture.without("a", [NOTE] * 9) == [NOTE] * 9
    assert NOTE in furniture.without("b", texts(1))


def test_what_few_of_many_pages_have_is_background() -> None:
    furniture = Furniture(1000)
    for page in range(100):
        own = [f"The ferry {page} waited until the morning."]
        furniture.without(str(page), own + [NOTE] * (page % 10 == 0))
    assert NOTE in furniture.without("x", texts(1))


def test_short_lines_are_repeated_by_chance() -> None:
    furniture = Furniture(100)
    for page in "abcdef":
        assert furniture.without(page, ["Background", f"What page {page} says of the gates."])


def test_copies_keep_their_text() -> None:
    furniture = Furniture(100)
    for page in "abcdef":
        assert furniture.without(page, texts(1)) == texts(1)


def test_what_is_remembered_is_bounded() -> None:
    furniture = Furniture(50)
    read(furniture, range(500))
    assert len(furniture._pages) == len(furniture._seen) == 50
    assert NOTE not in furniture.without("x", texts(501))


@given(st.lists(st.tuples(st.text(max_size=3), st.lists(st.text(max_size=40), max_size=5))))
@pytest.mark.parametrize("most", [1, 3, 100])
def test_any_pages_keep_some_of_their_paragraphs_in_order(
    most: int, pages: list[tuple[str, list[str]]]
) -> None:
    furniture = Furniture(most)
    for page, paragraphs in pages:
        kept = furniture.without(page, paragraphs)
        rest = iter(paragraphs)
        assert all(paragraph in rest for paragraph in kept)
        assert bool(kept) == bool(paragraphs)
