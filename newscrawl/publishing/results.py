"""What a run has of its feeds, what it is worth, and what has become of them."""

from dataclasses import dataclass

from newscrawl.publishing.manifest import Manifest, Outcome, RunNote, Shape
from newscrawl.publishing.part import Part
from newscrawl.publishing.paths import Feed


@dataclass
class Result:
    """What a run has of one feed."""

    feed: Feed
    shape: Shape
    append: bool
    part: Part | None = None
    """None if there was nothing to write."""

    header: bool = False
    """Whether its first line is a CSV header."""

    items: int | None = None
    """None if the exporter failed."""

    group: str = ""
    """The feed as the settings name it, before batches and dates are filled in."""

    batch: int | None = None
    batches: int | None = None


@dataclass(frozen=True)
class Ruling:
    """Whether a run may be published."""

    allowed: bool
    why: str
    """In a line; for analysts, if it may not."""

    run: RunNote


@dataclass(frozen=True)
class Settled:
    """What has become of a feed."""

    feed: Feed
    outcome: Outcome
    why: str | None
    """Why it was not published."""

    items: int
    manifest: Manifest | None
    """None if it could not be written."""
