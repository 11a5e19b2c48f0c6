"""What is said of what was stored where it is not as the newsroom has it."""

from collections import Counter
from typing import Any

from newscrawl.demo.articles import Newsroom
from newscrawl.demo.check import differences

NEWSROOM = Newsroom(articles=60, wire=True)


def stored() -> dict[str, dict[str, Any]]:
    """What a perfect crawl stores, by id."""
    truths = NEWSROOM.truths()
    return {t["id"]: {**t["history"][-1]["record"], "story": str(t["tells"])} for t in truths}


def problems(records: dict[str, dict[str, Any]]) -> list[str]:
    return list(differences(NEWSROOM.truths(), records.get, len(records)))


def test_of_a_perfect_crawl_nothing_is_said() -> None:
    assert problems(stored()) == []


def test_a_field_a_missing_article_and_their_number_are_told() -> None:
    records = stored()
    wrong, missing, *_ = records
    records[wrong]["headline"] = "Another"
    del records[missing]
    found = problems(records)
    assert found[0].startswith(f"{wrong}: headline is 'Another', in truth ")
    assert found[1:] == [
        f"{missing}: missing",
        f"{len(records)} articles stored, in truth {len(records) + 1}",
    ]


def test_a_story_that_is_taken_for_two_and_two_that_are_taken_for_one_are_told() -> None:
    told = Counter(record["story"] for record in stored().values())
    several, alone = (next(s for s in told if (told[s] > 1) == shared) for shared in (True, False))
    other = next(s for s in told if told[s] == 1 and s != alone)
    records = stored()
    next(r for r in records.values() if r["story"] == several)["story"] = "apart"
    next(r for r in records.values() if r["story"] == alone)["story"] = other
    assert sorted(problems(records)) == sorted(
        [
            f"stories {in_order(alone, other)} are stored as one, {other}",
            f"story {several} is stored as {several} and apart",
        ]
    )


def test_a_wire_copy_and_an_edition_in_another_language_may_each_have_begun_a_story() -> None:
    newsroom = Newsroom(articles=2000, wire=True)
    truths = {truth["id"]: truth for truth in newsroom.truths()}
    shared = Counter(truth["tells"] for truth in truths.values())
    number = next(number for number in shared if shared[number] == 4)
    told = [truth for truth in truths.values() if truth["tells"] == number]
    (copy,) = [truth for truth in told if not truth["alternates"]]
    edition, original = (
        next(t for t in told if t["alternates"] and (t["language"] == copy["language"]) == same)
        for same in (False, True)
    )
    records = {
        t["id"]: {**t["history"][-1]["record"], "story": str(t["tells"])} for t in truths.values()
    }

    def found(*firsts: str) -> list[str]:
        for each, first in zip((copy, edition, original), firsts, strict=True):
            records[each["id"]]["story"] = first
        for each in told:
            if each not in (copy, edition, original):
                records[each["id"]]["story"] = edition["id"]
        return list(differences(truths.values(), records.get, len(records)))

    assert found(copy["id"], edition["id"], copy["id"]) == []
    assert found(copy["id"], edition["id"], edition["id"]) == []
    assert found(copy["id"], original["id"], original["id"])
    assert found(copy["id"], edition["id"], original["id"])


def in_order(one: str, other: str) -> str:
    """Both, in the order in which the newsroom tells of them."""
    order = [str(truth["tells"]) for truth in NEWSROOM.truths()]
    return " and ".join(sorted((one, other), key=order.index))
