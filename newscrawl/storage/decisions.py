"""Which of the articles that a listing shows are to be fetched."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from sqlalchemy import RowMapping

from newscrawl.items import RESERVED, Teaser

Decision: TypeAlias = Literal["new", "known", "planned", "skipped"]

Unwanted: TypeAlias = Callable[[datetime | None], object]
"""Says of a date of publication whether this run leaves it out; true if so."""

SETTLED = ("stored", "duplicate")
"""Outcomes that stay, whatever comes of asking again."""

TRIED = ("failed", "dropped")
"""Outcomes that count as an attempt, and are tried again while attempts are left."""


@dataclass(frozen=True)
class Listing:
    """What the ledger says of the teasers on one page of a listing."""

    decisions: Mapping[str, Decision]
    """Article id to ``new``: fetch it now; ``known``: stored, a duplicate, or given up;
    ``planned``: this run has listed it already; ``skipped``: an earlier run found that its date
    is one that this run, too, leaves out."""

    teasers: Mapping[str, Teaser]
    """By article id, what led to the articles that are stored and to be fetched once more: with it
    they are read as they were."""


def decision_on(
    entry: RowMapping | None, run: int, max_attempts: int, *, refetch: bool, unwanted: Unwanted
) -> Decision:
    if entry is None:
        return "new"
    if refetch:
        return "planned" if entry["run"] == run else "new"
    outcome = entry["outcome"]
    if outcome == "skipped" and unwanted(entry["date"]):
        return "skipped"
    if outcome in SETTLED or (entry["reason"] or "").startswith(RESERVED):
        return "known"
    if outcome in TRIED and entry["attempts"] >= max_attempts:
        return "known"
    return "planned" if entry["run"] == run else "new"
