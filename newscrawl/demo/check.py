"""What was stored, against what the newsroom says is true."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
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

    Every field that *expected* has is compared.

    :param found: gives the stored record of an id, or None.
    :param count: how many records are stored.
    """
    total = 0
    for record in expected:
        total += 1
        stored = found(record["id"])
        if stored is None:
            yield f"{record['id']}: missing"
            continue
        for name, value in record.items():
            if stored[name] != value:
                yield f"{record['id']}: {name} is {stored[name]!r}, in truth {value!r}"
    if count != total:
        yield f"{count} articles stored, in truth {total}"


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
