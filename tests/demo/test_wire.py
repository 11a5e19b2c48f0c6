"""Wire stories, their copies, and what is true of them."""

from itertools import groupby

import pytest

from newscrawl.demo.wire import HELD_OUT, KINDS, LANGUAGES, Told, Wire
from newscrawl.demo.wire.stories import TONGUES
from newscrawl.demo.wire.tongue import MOVING, PATTERNS, Facts
from newscrawl.similarity import MIN_WORDS


def told(stories: int, seed: int = 7) -> list[Told]:
    return list(Wire(seed, stories))


def test_the_same_seed_tells_the_same_stories_and_each_can_be_told_alone() -> None:
    articles = told(seed=3, stories=30)

    assert articles == told(seed=3, stories=30)
    assert articles != told(seed=4, stories=30)
    assert list(Wire(seed=3, stories=1000).told(17)) == [a for a in articles if a.story == 17]


def test_every_story_has_an_original_and_copies_in_other_outlets() -> None:
    kinds = set()
    for _, group in groupby(told(stories=300), lambda article: article.story):
        original, *copies = group
        kinds |= {copy.kind for copy in copies}
        assert original.kind == "original"
        assert len(copies) == 2
        assert len({article.outlet for article in (original, *copies)}) == 3
        for copy in copies:
            assert (copy.group == original.group) == (copy.kind != "translated")
            assert (copy.language == original.language) == (copy.kind != "translated")

    assert kinds == {*KINDS, "translated"}


def test_no_two_stories_have_the_same_text() -> None:
    originals = [article for article in told(stories=900) if article.kind == "original"]

    assert len({(article.headline, article.body) for article in originals}) == 900
    assert {article.language for article in originals} == set(LANGUAGES)
    assert all(len(article.body.split()) > MIN_WORDS for article in originals)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_of_two_stories_of_a_pattern_only_the_facts_that_move_differ(
    language: str, pattern: str
) -> None:
    tongue = TONGUES[language]
    text = " ".join((tongue.patterns[pattern].headline, *tongue.patterns[pattern].paragraphs))
    for key in range(20):
        one, next_one = Facts(tongue, key), Facts(tongue, key, key + 100, MOVING[pattern])
        for slot in MOVING[pattern]:
            assert any(f"{{{slot}{number}}}" in text for number in ("", 1, 2))
            assert one[slot] != next_one[slot]
        assert text.format_map(one) != text.format_map(next_one)
        assert one["place3"] == next_one["place3"]


@pytest.mark.parametrize("kind", [*KINDS, *HELD_OUT])
def test_every_edit_leaves_a_text_and_nearly_always_another(kind: str) -> None:
    wire = Wire(stories=120, copies=5, held_out=kind in HELD_OUT)
    seen = changed = 0
    for _, group in groupby(wire, lambda article: article.story):
        original, *copies = group
        for copy in copies:
            if copy.kind == kind:
                seen += 1
                changed += (copy.headline, copy.body) != (original.headline, original.body)
                assert copy.headline
                assert copy.body

    assert seen > 100
    assert changed > 0.9 * seen
