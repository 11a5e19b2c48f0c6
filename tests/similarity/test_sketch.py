"""The numbers by which candidates are found."""

import subprocess
import sys

import pytest

from newscrawl.similarity import MIN_WORDS, SIGNATURE_SIZE, signature

STORY = " ".join(f"word{number}" for number in range(200))


def test_a_signature_is_ascending_and_fits_a_signed_column_of_64_bits() -> None:
    values = signature("Flood gates", STORY)

    assert len(values) == SIGNATURE_SIZE
    assert list(values) == sorted(set(values))
    assert all(0 <= value < 2**63 for value in values)


def test_a_signature_is_the_same_in_another_process() -> None:
    program = f"from newscrawl.similarity import signature; print(signature('Gates', {STORY!r}))"
    printed = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout

    assert printed.strip() == str(signature("Gates", STORY))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The RIVER – rose", "the river rose!"),
        ("ﬁve № 5", "five No 5"),
        ("Ջուրը բարձրացավ", "ՋՈՒՐԸ ԲԱՐՁՐԱՑԱՎ"),
    ],
)
def test_typography_and_case_do_not_tell_two_texts_apart(one: str, other: str) -> None:
    assert signature(one, STORY) == signature(other, STORY)


def test_two_copies_share_values_and_two_stories_do_not() -> None:
    words = STORY.split()
    cut = " ".join(words[:80])
    edited = " ".join("changed" if n % 12 == 5 else word for n, word in enumerate(words))
    another = " ".join(f"other{number}" for number in range(200))
    values = set(signature(None, STORY))

    assert values & set(signature(None, cut))
    assert values & set(signature(None, edited))
    assert not values & set(signature(None, another))


def test_a_text_too_short_to_tell_has_no_signature() -> None:
    words = STORY.split()[:MIN_WORDS]

    assert signature(None, " ".join(words))
    assert signature(None, " ".join(words[:-1])) == ()
    assert signature(None, None) == ()
    assert signature("", "the same words again " * MIN_WORDS)
