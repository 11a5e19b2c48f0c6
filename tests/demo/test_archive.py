"""Index, date, place in the lists and slug follow from each other."""

import re
from itertools import pairwise

import pytest

from newscrawl.demo.archive import ZONE, Archive
from newscrawl.demo.dice import PERMUTATION_LIMIT, permuted, unpermuted
from newscrawl.demo.keys import LANGUAGES, LEXICONS, Key
from newscrawl.demo.lexicon import ACTIONS, ACTORS, CAPACITY, CIRCUMSTANCES, PLACES

SIZES = [1, 2, 20, 59, 60, 61, 300, 1000]


def everything(archive: Archive) -> list[Key]:
    listing = archive.listing()
    return listing.part(0, len(listing))


@pytest.mark.parametrize("size", [CAPACITY - 1, CAPACITY, PERMUTATION_LIMIT])
def test_a_permutation_is_undone_by_its_inverse(size: int) -> None:
    numbers = range(0, size, size // 500)

    assert all(unpermuted(permuted(n, size, 3), size, 3) == n for n in numbers)


def test_what_is_not_below_the_size_has_no_place() -> None:
    with pytest.raises(ValueError, match="10 is not below 10"):
        permuted(10, 10, seed=7)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_the_same_headlines(language: str) -> None:
    lexicon = LEXICONS[language]

    for words, count in (
        (lexicon.actors, ACTORS),
        (lexicon.places, PLACES),
        (lexicon.circumstances, CIRCUMSTANCES),
        *((section.actions, ACTIONS) for section in lexicon.sections),
    ):
        assert len(set(words)) == len(words) == count


@pytest.mark.parametrize("seed", [0, 7, 123456789, -1])
@pytest.mark.parametrize("wire", [False, True])
def test_a_slug_leads_back_to_its_article(seed: int, wire: bool) -> None:
    archive = Archive(seed, CAPACITY, wire)
    keys = [*archive.listing().part(0, 300), *archive.listing().part(CAPACITY - 300, 300)]

    assert [archive.key(key.edition, archive.slug(key)) for key in keys] == keys


def test_a_slug_is_latin_words_joined_by_hyphens() -> None:
    archive = Archive(7, 300, wire=True)

    for key in everything(archive):
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", archive.slug(key))


def test_slugs_of_an_edition_are_unique() -> None:
    archive = Archive(7, 3000, wire=True)
    slugs = {(key.edition, archive.slug(key)) for key in everything(archive)}

    assert len(slugs) == len(archive.listing())


def test_neighbours_share_no_actor_as_a_rule() -> None:
    archive = Archive(7, 300)
    actors = [archive.digits(Key(index))[0] for index in range(300)]

    assert sum(a == b for a, b in pairwise(actors)) < 60


@pytest.mark.parametrize("slug", ["", "x", "kura-valley-rail-authority"])
def test_an_invented_slug_is_no_article(slug: str) -> None:
    assert Archive(7, 300).key("en", slug) is None


def test_the_slug_of_an_article_beyond_the_last_is_no_article() -> None:
    slug = Archive(7, 302).slug(Key(301))

    assert Archive(7, 302).key("en", slug) == Key(301)
    assert Archive(7, 300).key("en", slug) is None


def test_an_article_is_not_found_in_another_edition() -> None:
    archive = Archive(7, 300)

    assert archive.key("ru", archive.slug(Key(1))) is None


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("wire", [False, True])
def test_each_article_is_in_one_section_of_one_edition(size: int, wire: bool) -> None:
    archive = Archive(7, size, wire)
    listed = [
        key
        for edition in LANGUAGES
        for section in range(len(LEXICONS[edition].sections))
        for key in archive.listing(edition, section).part(0, size)
    ]

    assert sorted(listed, key=repr) == sorted(everything(archive), key=repr)
    assert sorted(listed, key=repr) == sorted(
        (
            key
            for index in range(size)
            for key in (Key(index), Key(index, copied=True))
            if key in archive
        ),
        key=repr,
    )


@pytest.mark.parametrize("place", [0, 1, 19, 20, 4321])
def test_a_place_in_a_section_is_what_counting_gives(place: int) -> None:
    archive = Archive(7, 100_000, wire=True)
    seen = 0
    for index in range(100_000):
        for key in (Key(index, copied=True), Key(index)):
            if key in archive and key.edition == "hy" and key.section == 0:
                if seen == place:
                    assert archive.listing("hy", 0)[place] == key
                    return
                seen += 1
    pytest.fail("there are fewer articles")


def test_there_is_no_place_beyond_the_last() -> None:
    listing = Archive(7, 300).listing("en", 0)

    with pytest.raises(IndexError):
        listing[len(listing)]


@pytest.mark.parametrize("seed", [1, 7])
def test_dates_fall_strictly_from_article_to_article(seed: int) -> None:
    archive = Archive(seed, 5000, wire=True)
    dates = [archive.date(key) for key in everything(archive)]

    assert all(newer > older for newer, older in pairwise(dates))
    assert dates[0].isoformat() == "2026-10-31T23:58:00+04:00"
    assert all(date.second == 0 and date.tzinfo is ZONE for date in dates)


def test_a_small_newsroom_sees_midnights_and_the_ends_of_months_and_a_year() -> None:
    archive = Archive(7, 300)
    dates = [archive.date(Key(index)) for index in range(300)]

    assert {f"{date:%H:%M}" for date in dates} >= {"23:59", "00:00", "00:01"}
    assert {(date.month, date.day) for date in dates} >= {(9, 30), (10, 1), (2, 28), (3, 1)}
    assert {date.year for date in dates} == {2025, 2026}


def test_a_wire_copy_appears_after_its_original_and_before_the_next_article() -> None:
    archive = Archive(7, 300, wire=True)
    copies = [key for key in everything(archive) if key.copied]

    assert len(copies) == 5
    for copy in copies:
        original, newer = archive.date(Key(copy.index)), archive.date(Key(copy.index - 1))
        assert original < archive.date(copy) < newer


@pytest.mark.parametrize("articles", [0, -1, CAPACITY + 1])
def test_a_newsroom_has_at_least_one_article_and_no_more_than_headlines(articles: int) -> None:
    with pytest.raises(ValueError, match="the newsroom knows 1 to"):
        Archive(7, articles)
