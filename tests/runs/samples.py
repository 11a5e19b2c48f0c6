"""Runs as rules see them."""

from datetime import UTC, datetime
from typing import Any

from newscrawl.runs import ListingFacts, RunFacts

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)


def facts(**others: Any) -> RunFacts:
    """A run that went well: one listing, ten new articles."""
    known: dict[str, Any] = {
        "outlet": "caliber",
        "reason": "finished",
        "ended_at": NOW,
        "requests": 12,
        "answers": 12,
        "listings": (listing(),),
        "outcomes": {"stored": 10},
        "changes": {"new": 10},
        "articles": 10,
        "fields": {"byline": 10},
        "newest": NOW,
    }
    return RunFacts(**{**known, **others})


def listing(way: str = "listing", path: str = "/", **others: Any) -> ListingFacts:
    known: dict[str, Any] = {"pages": 1, "shown": 20, "ended": "known"}
    return ListingFacts(f"caliber:{way}:https://caliber.az{path}", **{**known, **others})
