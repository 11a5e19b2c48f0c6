"""What the commands share that look at the store and change nothing."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text
from scrapy.settings import BaseSettings
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from newscrawl.arguments import CrawlArguments
from newscrawl.errors import OperatorError
from newscrawl.storage.inspection import Inspection

BAD_INPUT = 2
"""Exit code for a call that cannot be carried out."""


def open_inspection(settings: BaseSettings) -> Inspection:
    """Return the store of the settings, opened.

    :raises OperatorError: if there is none: to look is no reason to make one.
    """
    url = settings["NEWSCRAWL_DATABASE_URL"]
    if not url:
        raise OperatorError("no database is kept: NEWSCRAWL_DATABASE_URL is empty")
    if (path := _file(url)) and not path.exists():
        raise OperatorError(f"there is no database yet: {path}; `scrapy crawl` makes it")
    return Inspection(url)


def _file(url: str) -> Path | None:
    """Return the file that SQLite would keep its data in."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        return None  # the store says better what is wrong
    is_file = parsed.get_backend_name() == "sqlite" and parsed.database not in (
        None,
        "",
        ":memory:",
    )
    return Path(parsed.database or "") if is_file and "uri" not in parsed.query else None


def period(
    given: Mapping[str, str | None], *, zone: ZoneInfo, now: datetime
) -> tuple[datetime | None, datetime | None]:
    """Return ``since`` and ``until`` of *given*, read as in ``scrapy crawl -a``.

    :raises OperatorError: if one cannot be read.
    """
    raw = {name: value for name, value in given.items() if value is not None}
    arguments = CrawlArguments.parse(raw, ways=(), editions=(), zone=zone, now=now)
    return arguments.since, arguments.until


@contextmanager
def printing() -> Iterator[Console]:
    """A console on standard output; that its reader has seen enough is no error."""
    try:
        yield Console()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_table(
    console: Console, headings: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: int = 0
) -> None:
    """Print a table on a terminal, aligned columns elsewhere.

    :param numbers: how many columns after the first two are numbers.
    """
    right = range(2, 2 + numbers)
    if console.is_terminal:
        table = Table()
        for place, heading in enumerate(headings):
            table.add_column(heading, justify="right" if place in right else "left")
        for row in rows:
            table.add_row(*map(Text, row))
        console.print(table)
        return
    lines = [headings, *rows]
    widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = []
        for place, (cell, width) in enumerate(zip(line, widths, strict=True)):
            space = " " * (width - cell_len(cell))
            cells.append(space + cell if place in right else cell + space)
        print("  ".join(cells).rstrip())
