"""One reading of one listing."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from newscrawl.items import Teaser

_BEFORE_ADDRESS = re.compile(r"[^:]*:[^:]*:(?:[^:]*:(?!//))?")
"""What stands before the address in the name of a listing."""

Judge = Callable[["Walk", Sequence[Teaser]], Awaitable[str | None]]


@dataclass(frozen=True)
class Walk:
    """One reading of one listing, from its first page to where it ends."""

    listing: str
    """Name of the listing, stable across runs: ``<outlet>:<way>:<address of its first page>``;
    before the address the editions that were asked for, ``en,ru:``, where it shows others, too."""

    way: str
    page: int = 1

    newest_first: bool = True
    """The listing goes from newer articles to older ones. If it does not, pages that show what is
    known say nothing of those after them; and their number is known beforehand."""

    changed_before: datetime | None = None
    """Neither this page nor any after it has changed since this moment, aware; None if that
    cannot be told."""

    judge: Judge | None = field(default=None, compare=False)
    """Says why a list that grows in place need not grow further after these teasers, or None.

    Set by whoever knows what is stored; where nobody does, the list is read to its end."""

    @property
    def address(self) -> str:
        """Address of the first page, or the template of those that change from day to day."""
        return _BEFORE_ADDRESS.sub("", self.listing, count=1)

    @property
    def by_day(self) -> bool:
        """Whether each page is a day's; there are days without an article."""
        return "{day" in self.listing

    def next_page(self) -> Self:
        return replace(self, page=self.page + 1)

    def at(self, changed_before: datetime | None) -> Self:
        return replace(self, changed_before=changed_before)
