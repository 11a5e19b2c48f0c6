"""What was found for each field of an article, and why one of it was kept."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from lxml.html import HtmlElement

from newscrawl.text import element_text, plain

KEPT = "kept"
LOWER = "lower in order"
"""Something before it was kept."""

SAME = "says the same, lower in order"
NOTHING = "finds nothing"
UNREADABLE = "cannot be read"
NO_PERSON = "names no person"
OTHER_TITLE = "another title was chosen"
REFINED = "a day, the time of which is told elsewhere"
OVERRULED = "contradicted by what readers see"
CONTRADICTED = "contradicted by the text"

_LONGEST = 300
_MOST = 50
"""Candidates of a field that are taken down; more are not worth reading."""


@dataclass(frozen=True)
class Candidate:
    """What one place offers for one field."""

    field: str
    value: str
    """Shortened."""

    source: str
    """As in the evidence of an article."""

    where: str
    """The place, e.g. a selector or ``NewsArticle.datePublished``; empty if the source says it."""

    verdict: str
    """:data:`KEPT`, or why it was not."""

    doubt: str | None = None
    """Why it is probably not what the field asks for."""

    @property
    def is_kept(self) -> bool:
        return self.verdict == KEPT


@dataclass
class Trace:
    """The candidates of an article, in the order in which they were weighed."""

    candidates: list[Candidate] = field(default_factory=list)

    def note(
        self,
        field: str,
        value: Any,
        source: str,
        where: str = "",
        *,
        verdict: str,
        doubt: str | None = None,
    ) -> None:
        """Take down a candidate; a place that said it before is not repeated."""
        candidate = Candidate(field, shown(value), source, where, verdict, doubt)
        before = self.of(field)
        if any(_says(each) == _says(candidate) for each in before):
            return
        if len(before) >= _MOST and not candidate.is_kept:
            return
        kept = self.kept(field)
        if verdict in (LOWER, OTHER_TITLE) and kept and kept.value == candidate.value:
            candidate = replace(candidate, verdict=SAME)
        self.candidates.append(candidate)

    def of(self, field: str) -> list[Candidate]:
        return [candidate for candidate in self.candidates if candidate.field == field]

    def kept(self, field: str) -> Candidate | None:
        """Return the last candidate that was kept."""
        return next((each for each in reversed(self.of(field)) if each.is_kept), None)

    def overrule(self, field: str, verdict: str) -> None:
        """Take back that a candidate of *field* was kept: *verdict* says why."""
        self.candidates = [
            replace(each, verdict=verdict) if each.field == field and each.is_kept else each
            for each in self.candidates
        ]

    def fields(self) -> list[str]:
        return list(dict.fromkeys(candidate.field for candidate in self.candidates))


def _says(candidate: Candidate) -> tuple[str, str, str, str]:
    return candidate.field, candidate.value, candidate.source, candidate.where


def shown(value: Any) -> str:
    """Return *value* on one line, for people.

    >>> shown(["One", "two"]), shown(None), shown("x" * 500)[-3:]
    ('One; two', '', 'xx…')
    """
    if isinstance(value, HtmlElement):
        text = element_text(value)
    elif isinstance(value, str):
        text = plain(value)
    elif isinstance(value, Iterable):
        text = "; ".join(part for each in value if (part := shown(each)))
    else:
        text = "" if value is None else plain(str(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
