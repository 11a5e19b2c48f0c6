"""What a run was worth, by how it ended and what it counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Judgement:
    """A verdict and what it rests on."""

    verdict: str
    """``ok``, ``quiet`` (nothing new), ``degraded``, ``failed`` or ``interrupted``."""

    why: str
    """In a line."""


_BOUNDS = ("closespider_itemcount", "closespider_pagecount", "closespider_timeout")
"""Reasons for which the operator wanted a run to end."""


def judgement(reason: str, stats: Mapping[str, Any]) -> Judgement:
    """Judge a run by the *reason* it ended for, in Scrapy's words, and its counts.

    >>> judgement("finished", {"item_scraped_count": 4}).verdict
    'ok'
    >>> judgement("shutdown", {"item_scraped_count": 4}).why
    'it was told to stop'
    """
    items = stats.get("item_scraped_count", 0)
    failed = stats.get("newscrawl/outcome/failed", 0)
    listings = sum(
        count for key, count in stats.items() if key.startswith("newscrawl/listing/failed/")
    )
    if reason == "shutdown":
        return Judgement("interrupted", "it was told to stop")
    if reason not in ("finished", *_BOUNDS):
        return Judgement("failed", f"it ended early: {reason or 'no reason given'}")
    if failed + listings > items:
        what = f"{failed} articles and {listings} pages of listings failed"
        return Judgement("failed", f"{what}, {items} articles came through")
    if failed or listings:
        return Judgement("degraded", f"{failed} articles, {listings} pages of listings failed")
    if reason != "finished":
        return Judgement("degraded", f"it was bounded: {reason}")
    return Judgement("ok", "all went well") if items else Judgement("quiet", "nothing was new")
