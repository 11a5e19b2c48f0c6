"""What becomes of one feed at the end of a run."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from newscrawl.publishing.durable import (
    Piece,
    fingerprint,
    first_line,
    join,
    sync_folder,
    take_after,
    write_durably,
)
from newscrawl.publishing.manifest import (
    Content,
    Kept,
    LastRun,
    Manifest,
    Outcome,
    RunNote,
    Shape,
    Unpublished,
)
from newscrawl.publishing.mending import mended
from newscrawl.publishing.part import Part
from newscrawl.publishing.paths import Feed

CLOSED_FORMATS = ("json", "xml")
"""Their last bytes close the document: nothing can be appended."""

_LINES = ("csv", "jsonlines")
_NOT_EXPORTED = "the exporter did not come to its end"
_OTHER_COLUMNS = "the file has other columns; move it away, or replace it with -O"
_OTHERWISE = "the file is written otherwise; move it away, or replace it with -O"


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


class Settling:
    """Publish what a run has of a feed, or keep it beside; the feed must be locked.

    :raises OSError: from :meth:`settle`, with the published file and its manifest as they were.
    """

    def __init__(self, result: Result, ruling: Ruling, token: str, *, publish_empty: bool) -> None:
        self.result = result
        self.ruling = ruling
        self.feed = result.feed
        self.token = token
        self.publish_empty = publish_empty

    def settle(self, why_not: str | None) -> Settled:
        """:param why_not: why it must not be published, if so."""
        self.before = mended(self.feed, self.result.shape)
        published = self.before.published
        self.base = published if self.result.append and published and published.bytes else None
        self.carried = self._carried()
        why_not = why_not or self._unwritten() or self._conflict()
        if why_not is not None:
            return self._keep(why_not)
        if self._is_nothing_new():
            return self._write("nothing new", self.before.published, self.before.unpublished, None)
        return self._publish()

    def _carried(self) -> Unpublished | None:
        """Return what earlier runs have left for this one to append."""
        aside = self.before.unpublished
        if not self.result.append or aside is None or not aside.appends:
            return None
        shape = vars(self.result.shape)
        return aside if {name: vars(aside)[name] for name in shape} == shape else None

    def _unwritten(self) -> str | None:
        part = self.result.part
        if part is not None and part.error is not None:
            return cannot_be_written(part.error)
        if self.result.items is None or (part is not None and not part.finished):
            return _NOT_EXPORTED
        return None

    def _conflict(self) -> str | None:
        """Return why this part cannot be appended to what there is."""
        part, shape = self.result.part, self.result.shape
        if part is None or not self.result.append:
            return None
        if self.base and shape.format in CLOSED_FORMATS:
            return f"there is a file, and nothing can be appended to {shape.format}"
        if self.base and _manner(self.base) != _manner(shape):
            return _OTHERWISE
        if shape.format != "csv":
            return None
        if part.continues and not (self.base or self.carried):
            return "the file was removed while the run went on"
        if self.base and shape.postprocessing and not part.continues:
            return "another run has begun the file while this one went on"
        if self.base and self.base.fields and self.base.fields != shape.fields:
            return _OTHER_COLUMNS
        if self.base and self.result.header:
            header = first_line(part.path)
            with self.feed.path.open("rb") as file:
                return None if file.read(len(header)) == header else _OTHER_COLUMNS
        return None

    def _is_nothing_new(self) -> bool:
        if self.result.part is None:
            return True
        new = self.result.items or self.carried or self.publish_empty
        return not new and self.before.published is not None

    def _publish(self) -> Settled:
        part = self.result.part
        assert part is not None
        path = part.path
        pieces = [Piece(self.feed.path, line_end=self._is_lines())] if self.base else []
        if self.carried:
            skip = self.carried.header_bytes if pieces else 0
            pieces.append(Piece(self.feed.unpublished, skip))
        if pieces:
            path = self._join([*pieces, Piece(part.path, self._header_bytes())])
        take_after(path, self.feed.path)
        added = (self.result.items or 0) + ((self.carried.items or 0) if self.carried else 0)
        content = self._content(path, self.feed.path, added, self.base.items if self.base else 0)
        aside = None if self.carried else self.before.unpublished
        settled = self._write("published", content, aside, None, (path, self.feed.path))
        if self.carried:
            self.feed.unpublished.unlink()
        return settled

    def _keep(self, why: str) -> Settled:
        part, aside = self.result.part, self.before.unpublished
        if part is None or not self.result.items or not part.finished or part.error:
            return self._write("not published", self.before.published, aside, why)
        path, header = part.path, self._header_bytes()
        before: int | None = 0
        if self.carried:
            path = self._join([Piece(self.feed.unpublished), Piece(part.path, header)])
            header, before = self.carried.header_bytes, self.carried.items
        take_after(path, self.feed.path)
        content = self._content(path, self.feed.unpublished, self.result.items, before)
        appends = self.result.append and self.result.shape.format not in CLOSED_FORMATS
        aside = Unpublished(**vars(content), why=why, appends=appends, header_bytes=header)
        move = (path, self.feed.unpublished)
        return self._write("not published", self.before.published, aside, why, move)

    def _join(self, pieces: Sequence[Piece]) -> Path:
        path = self.feed.beside(self.token, "new")
        join(pieces, path)
        return path

    def _header_bytes(self) -> int:
        part = self.result.part
        return len(first_line(part.path)) if part is not None and self.result.header else 0

    def _is_lines(self) -> bool:
        return self.result.shape.format in _LINES and not self.result.shape.postprocessing

    def _content(self, path: Path, name: Path, added: int, before: int | None) -> Content:
        """:param before: how many items there were; None if nobody knows."""
        held = fingerprint(path)
        assert held is not None
        return Content(
            **vars(self.result.shape),
            file=name.name,
            at=self.ruling.run.ended_at,
            run=self.ruling.run,
            items=None if before is None else before + added,
            added=added,
            bytes=held.bytes,
            sha256=held.sha256,
            batch=self.result.batch,
            batches=self.result.batches,
        )

    def _write(
        self,
        outcome: Outcome,
        published: Content | None,
        unpublished: Unpublished | None,
        why: str | None,
        move: tuple[Path, Path] | None = None,
    ) -> Settled:
        """Move a file into its place, then the manifest that tells of it.

        That manifest is on disk before, so that a crash between both can be mended.
        """
        run = self.ruling.run
        items = self.result.items or 0
        manifest = Manifest(
            published=published,
            last_run=LastRun(**vars(run), outcome=outcome, why=why, items=items),
            kept=_kept(self.before.kept, why, run) if why else None,
            unpublished=unpublished,
        )
        waiting = self.feed.beside(self.token, "manifest")
        write_durably(waiting, manifest.to_json().encode())
        if move:
            move[0].replace(move[1])
            sync_folder(self.feed.path.parent)
        waiting.replace(self.feed.manifest)
        sync_folder(self.feed.path.parent)
        return Settled(self.feed, outcome, why, items, manifest)


def _manner(shape: Shape) -> tuple[object, ...]:
    return shape.format, shape.encoding, shape.postprocessing


def cannot_be_written(error: OSError) -> str:
    return f"it cannot be written: {error.strerror or error}"


def _kept(before: Kept | None, why: str, run: RunNote) -> Kept:
    if before is None:
        return Kept(why=why, since=run.ended_at, runs=1)
    return replace(before, why=why, runs=before.runs + 1)


def clear_up(feed: Feed, token: str) -> None:
    """Remove what the run called *token* has beside *feed*."""
    for kind in ("part", "new", "manifest"):
        with suppress(OSError):
            feed.beside(token, kind).unlink()
