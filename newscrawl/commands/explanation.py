"""How the explanation of an article is shown."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from newscrawl.explaining import Candidate, Trace
from newscrawl.items import Article

_FIELDS = (
    "language headline date date_modified byline section tags summary image body"
).split()  # fmt: skip
"""In the order of the record."""

_SHOWN_ON_A_LINE = 100


def as_json(article: Article, trace: Trace) -> str:
    """Return the record and, by field, its candidates in the order of trust."""
    candidates = {name: [_entry(each) for each in trace.of(name)] for name in trace.fields()}
    return json.dumps(
        {"article": json.loads(article.to_json()), "candidates": candidates},
        ensure_ascii=False,
        indent=2,
    )


def as_table(article: Article, trace: Trace) -> Table:
    table = Table("field", "found", "where", "verdict", title=Text(article.id), show_lines=False)
    for name in _FIELDS:
        first = True
        for each in trace.of(name):
            table.add_row(
                Text(name if first else ""),
                Text(_short(each.value)),
                Text(_place(each)),
                Text(each.verdict),
                style="bold" if each.is_kept else "dim",
            )
            first = False
        if first:
            table.add_row(Text(name), Text("–"), Text(""), Text("nothing was found"))
        table.add_section()
    if conflict := article.evidence.get("date conflict"):
        table.caption = f"dates that differ: {conflict}"
    return table


def as_lines(article: Article, trace: Trace) -> Iterator[str]:
    """Yield the explanation as plain text, a line for each field and each candidate."""
    yield article.id
    for name in _FIELDS:
        found = trace.of(name)
        yield name if found else f"{name}: nothing was found"
        for each in found:
            mark = "*" if each.is_kept else "-"
            yield f"  {mark} {each.verdict} [{_place(each)}] {_short(each.value)}".rstrip()
    if conflict := article.evidence.get("date conflict"):
        yield f"dates that differ: {conflict}"


def show(console: Console, article: Article, trace: Trace) -> None:
    """Print a table on a terminal, plain text elsewhere."""
    if console.is_terminal:
        console.print(as_table(article, trace))
    else:
        for line in as_lines(article, trace):
            console.print(Text(line), soft_wrap=True)


def _entry(candidate: Candidate) -> dict[str, Any]:
    return {name: value for name, value in asdict(candidate).items() if name != "field"}


def _place(candidate: Candidate) -> str:
    return f"{candidate.source} {candidate.where}".rstrip()


def _short(value: str) -> str:
    return value if len(value) <= _SHOWN_ON_A_LINE else f"{value[: _SHOWN_ON_A_LINE - 1]}…"
