"""What stands beside a feed: what it holds, since when, and why not anything newer."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Self, TypeAlias

SCHEMA_VERSION = "1"

Outcome: TypeAlias = Literal["published", "nothing new", "not published"]


@dataclass(frozen=True, kw_only=True)
class RunNote:
    """A run, as far as an analyst has to know it."""

    outlet: str
    run: int | None
    """Its number in the database, if it has one."""

    started_at: datetime | None
    ended_at: datetime
    verdict: str | None


@dataclass(frozen=True, kw_only=True)
class Shape:
    """How a feed's items are written; what is of one shape can be joined."""

    format: str
    """Scrapy's name of it; of its names for JSON Lines always ``jsonlines``."""

    fields: list[str] | None
    encoding: str | None
    postprocessing: list[str]
    """Scrapy's plugins, e.g. for compression, in their order."""


@dataclass(frozen=True, kw_only=True)
class Content(Shape):
    """What a file holds."""

    file: str
    at: datetime
    """When it became what it is, UTC."""

    run: RunNote | None
    """The run that wrote it last; None if it is not ours."""

    items: int | None
    """None if nobody has counted them."""

    added: int | None
    """How many of them the last run added; None if it is not ours."""

    bytes: int
    sha256: str
    batch: int | None
    """Which of the files that its run divided the feed into."""

    batches: int | None


@dataclass(frozen=True, kw_only=True)
class Unpublished(Content):
    """What a file holds that was not published."""

    why: str
    appends: bool
    """Whether these are items that the next published run appends with its own."""

    header_bytes: int
    """Length of its CSV header."""


@dataclass(frozen=True, kw_only=True)
class LastRun(RunNote):
    """The last run that had the feed to write."""

    outcome: Outcome
    why: str | None
    """Why it was not published."""

    items: int


@dataclass(frozen=True, kw_only=True)
class Kept:
    """That the file is older than the last run, or is not there at all."""

    why: str
    since: datetime
    """End of the first run that was not published."""

    runs: int
    """How many in a row."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    published: Content | None
    last_run: LastRun | None
    kept: Kept | None
    unpublished: Unpublished | None

    def to_json(self) -> str:
        """Return it as JSON, after ``docs/feed-manifest.schema.json``."""
        record = {"schema_version": SCHEMA_VERSION, **asdict(self)}
        return json.dumps(record, default=datetime.isoformat, indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """:raises ValueError: for what :meth:`to_json` has not written."""
        try:
            record = _with_instants(json.loads(text))
            if record.pop("schema_version") != SCHEMA_VERSION:
                raise ValueError("of another version")
            return cls(
                published=_content(Content, record["published"]),
                last_run=LastRun(**record["last_run"]) if record["last_run"] else None,
                kept=Kept(**record["kept"]) if record["kept"] else None,
                unpublished=_content(Unpublished, record["unpublished"]),
            )
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"no manifest: {error}") from error

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """Return the manifest at *path*, None if there is none that can be read."""
        try:
            return cls.from_json(path.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return None


def _content(kind: Any, record: dict[str, Any] | None) -> Any:
    if record is None:
        return None
    run = record.pop("run")
    return kind(run=RunNote(**run) if run else None, **record)


def _with_instants(value: Any) -> Any:
    """Return *value* with every instant below one of the names of instants read."""
    if not isinstance(value, dict):
        return value
    return {
        name: datetime.fromisoformat(inner)
        if name in ("at", "since", "started_at", "ended_at") and inner is not None
        else _with_instants(inner)
        for name, inner in value.items()
    }
