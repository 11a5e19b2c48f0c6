"""Lines of a JSON Lines file: which text each holds, which is only the beginning of one."""

import json
import os
from collections.abc import Iterator
from typing import TypeAlias

Text: TypeAlias = tuple[str, int]
"""Article id and revision: what tells two stored texts apart."""

_HEAD = b'{"schema_version": "'
_LONGEST = 64 * 1024 * 1024
_BLOCK = 64 * 1024


def text_of(line: bytes) -> Text | None:
    """Return which text *line* holds, None if it is no record of ours.

    >>> text_of(b'{"schema_version": "1", "id": "caliber:en:1", "revision": 2}')
    ('caliber:en:1', 2)
    >>> text_of(b'{"name": "somebody else"}') is None
    True
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or "schema_version" not in record:
        return None
    id, revision = record.get("id"), record.get("revision")
    return (id, revision) if isinstance(id, str) and isinstance(revision, int) else None


def may_be_torn(rest: bytes) -> bool:
    """Whether *rest* can be what a crash left of a line: its beginning, or zeros in its place.

    >>> may_be_torn(b'{"sche'), may_be_torn(b"date,headline")
    (True, False)
    """
    written = rest.rstrip(b"\0")
    return written.startswith(_HEAD) or _HEAD.startswith(written)


def texts_in(file: int, start: int, end: int) -> Iterator[tuple[int, Text | None]]:
    """Yield where each line between two offsets ends and which text it holds.

    Holds one line in memory; what is longer than 64 MiB is no line of ours.

    :param file: descriptor of the open file.
    """
    with open(file, "rb", buffering=_BLOCK, closefd=False) as reader:
        reader.seek(start)
        while start < end:
            line = reader.readline(_LONGEST)
            if not line:
                return
            start += len(line)
            yield start, text_of(line)


def last_line(file: int, end: int) -> bytes:
    """Return the line that ends at offset *end*, as far as its last 64 MiB."""
    line = b""
    while end > 0 and len(line) < _LONGEST:
        block = os.pread(file, min(_BLOCK, end), end - min(_BLOCK, end))
        end -= len(block)
        line = block + line
        before = line.rfind(b"\n", 0, len(line) - 1)
        if before >= 0:
            return line[before + 1 :]
    return line
