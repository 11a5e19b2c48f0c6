"""What was stored, against what the newsroom says is true."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import combinations, starmap
from pathlib import Path
from typing import Any
from urllib.request import urlopen

Record = Mapping[str, Any]


def truth(origin: str) -> Iterator[Record]:
    """Yield what the newsroom at *origin* says of each of its articles, in no promised order."""
    with urlopen(f"{origin}/truth.jsonl", timeout=60) as answer:
        for line in answer:
            yield json.loads(line)


def differences(
    expected: Iterable[Record], found: Callable[[str], Record | None], count: int
) -> Iterator[str]:
    """Yield, in words, how the stored articles differ from the *expected*.

    Every field of the record is compared. An article that was removed need not be stored; if it
    is, it is one of its versions. One that has moved may have the id of any address it had. Those
    that tell one story, and no others, have one ``story``; where two of them were stored first that
    nothing links, a wire copy and an edition in another language, each has begun one.

    :param expected: what :func:`truth` yields.
    :param found: gives the stored record of an id, or None.
    :param count: how many records are stored.
    """
    total = 0
    stories: dict[int, set[str]] = {}
    for record in expected:
        versions = [version["record"] for version in record["history"]]
        ids = dict.fromkeys(version["id"] for version in reversed(versions))
        stored = next(filter(None, map(found, ids)), None)
        if stored is None and record["removed"]:
            continue
        total += 1
        if stored is None:
            yield f"{record['id']}: missing"
            continue
        stories.setdefault(record["tells"], set()).add(stored["story"])
        last = min(versions, key=partial(_distance, stored)) if record["removed"] else versions[-1]
        addresses = [(version["id"], version["url"]) for version in versions]
        has_address = (stored["id"], stored["url"]) in addresses
        for name, value in last.items():
            if stored[name] != value and not (name in ("id", "url") and has_address):
                yield f"{record['id']}: {name} is {stored[name]!r}, in truth {value!r}"
    yield from _story_differences(stories, found)
    if count != total:
        yield f"{count} articles stored, in truth {total}"


def _story_differences(
    stories: Mapping[int, set[str]], found: Callable[[str], Record | None]
) -> Iterator[str]:
    """Yield which of the true *stories* were taken for several, and which for one.

    :param stories: what each is called in what was stored: by the ids of its first articles.
    """
    told: dict[str, int] = {}
    for number, names in stories.items():
        firsts = map(found, names)
        if any(starmap(_are_linked, combinations(firsts, 2))):
            yield f"story {number} is stored as {' and '.join(sorted(names))}"
        for name in names:
            if told.setdefault(name, number) != number:
                yield f"stories {told[name]} and {number} are stored as one, {name}"


def _are_linked(a: Record | None, b: Record | None) -> bool:
    """Whether two articles of one story show it: by their text, or as one names the other."""
    if a is None or b is None or a["language"] == b["language"]:
        return True
    return b["url"] in a["alternates"].values() or a["url"] in b["alternates"].values()


def _distance(stored: Record, version: Record) -> int:
    return sum(stored[name] != value for name, value in version.items())


def read_jsonlines(path: Path) -> tuple[dict[str, Record], int]:
    """Return the records of a JSON Lines file by id, the last of each, and how many lines there
    are."""
    records: dict[str, Record] = {}
    lines = 0
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            records[record["id"]] = record
            lines += 1
    return records, lines
