"""How the versions of an article are shown."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from rich.console import Console
from rich.text import Text

from newscrawl.items import Article
from newscrawl.storage.history import Version
from newscrawl.worddiff import Piece, elided, word_diff

_CONTEXT = 8
"""Unchanged words that are shown on either side of a change."""

_MARKS = {"gone": "[-{}-]", "new": "{{+{}+}}", "elided": "… {} words …", "same": "{}"}
_STYLES = {"gone": "red strike", "new": "green", "elided": "dim", "same": ""}

_ISOLATED, _FROM_RIGHT = "\u2068{}\u2069", "\u200f"
"""What keeps marks at the words that they stand around, and has a line begin on its right."""


def differences(old: Article, new: Article, field: str, *, most_steps: int) -> list[Piece]:
    """Return what differs in *field*; empty for what is no text of the record."""
    olds, news = _written(old, field), _written(new, field)
    return word_diff(olds, news, most_steps=most_steps) if olds != news else []


def as_record(versions: Sequence[Version], *, most_steps: int) -> dict[str, Any]:
    """Return the versions as an object that JSON can hold, with nothing left out."""
    article = versions[-1].article
    return {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "language": article.language,
        "versions": [
            {
                "revision": version.revision,
                "stored_at": version.stored_at.isoformat(),
                "headline": version.article.headline,
                "changed": list(version.changed),
                "differences": {
                    field: [{piece.kind: piece.text} for piece in pieces]
                    for field, pieces in _all_differences(before, version, most_steps)
                },
            }
            for before, version in pairwise([None, *versions])
            if version is not None
        ],
    }


def show(console: Console, versions: Sequence[Version], *, most_steps: int) -> None:
    """Print the versions: in colour on a terminal, with ``[-old-]{+new+}`` elsewhere."""
    article = versions[-1].article
    colour = console.color_system is not None and not console.no_color
    for heading in (article.id, article.url, article.headline or ""):
        _say(console, Text(heading, style="bold"))
    for before, version in pairwise([None, *versions]):
        assert version is not None
        changed = ", ".join(version.changed) or ("first seen" if before is None else "nothing")
        _say(console, Text(f"\n{version.revision}. {_moment(version.stored_at)}: {changed}"))
        for field, pieces in _all_differences(before, version, most_steps):
            _say(console, Text(f"   {field}:"))
            for line in marked(elided(pieces, context=_CONTEXT), colour=colour):
                _say(console, Text("     ") + line)
    if len(versions) == 1:
        _say(console, Text("\nIt was stored once and has not changed since."))


def marked(pieces: Sequence[Piece], *, colour: bool) -> Iterator[Text]:
    """Yield the lines of *pieces*, one per paragraph, each change marked by colour or by signs.

    What stands in right-to-left letters has a line of its own direction, and no mark moves away
    from its words.
    """
    from_right = _is_from_right("".join(piece.text for piece in pieces))
    line = Text()
    for piece in pieces:
        marks = _MARKS["same"] if colour and piece.kind != "elided" else _MARKS[piece.kind]
        # A paragraph that came or went begins where it did, and its end is a change, too.
        for number, part in enumerate(re.split(r"\n+", piece.text)):
            if number:
                yield _directed(line, from_right)
                line = Text()
            if not part:
                continue
            words = _ISOLATED.format(part) if from_right and piece.kind != "elided" else part
            line.append(" " if line else "")
            line.append(marks.format(words), style=_STYLES[piece.kind] if colour else "")
    if line:
        yield _directed(line, from_right)


def _directed(line: Text, from_right: bool) -> Text:
    return Text(_FROM_RIGHT) + line if from_right and line else line


def _is_from_right(text: str) -> bool:
    """Tell whether most letters of *text* run from right to left."""
    directions = Counter(map(unicodedata.bidirectional, text))
    return directions["R"] + directions["AL"] > directions["L"]


def _all_differences(
    before: Version | None, version: Version, most_steps: int
) -> Iterator[tuple[str, list[Piece]]]:
    for field in version.changed if before else ():
        assert before is not None
        pieces = differences(before.article, version.article, field, most_steps=most_steps)
        if pieces:
            yield field, pieces


def _written(article: Article, field: str) -> str:
    value = getattr(article, field, None)
    if isinstance(value, list):
        return ", ".join(value)
    return value.isoformat() if isinstance(value, datetime) else str(value or "")


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"


def _say(console: Console, line: Text) -> None:
    console.print(line, soft_wrap=True, highlight=False)
