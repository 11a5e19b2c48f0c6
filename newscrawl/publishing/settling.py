"""What becomes of one feed at the end of a run."""

import errno
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from newscrawl.publishing.appending import CLOSED_FORMATS, base_of, carried_by, conflict
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
    Unpublished,
)
from newscrawl.publishing.mending import mended
from newscrawl.publishing.paths import Feed
from newscrawl.publishing.results import Result, Ruling, Settled

_LINES = ("csv", "jsonlines")
_NOT_EXPORTED = "the exporter did not come to its end"


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
        self.base = base_of(self.result, self.before)
        self.carried = carried_by(self.result, self.before)
        why_not = why_not or self._unwritten() or conflict(self.result, self.base, self.carried)
        if why_not is not None:
            return self._keep(why_not)
        if self._is_nothing_new():
            return self._write("nothing new", self.before.published, self.before.unpublished, None)
        return self._publish()

    def _unwritten(self) -> str | None:
        part = self.result.part
        if part is not None and part.error is not None:
            return cannot_be_written(part.error)
        if self.result.items is None or (part is not None and not part.finished):
            return _NOT_EXPORTED
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
        if part is None or not self.result.items or not part.finished or not part.path.exists():
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
        """Return what is at *path* and will be at *name*.

        :param before: how many items there were; None if nobody knows.
        """
        held = fingerprint(path)
        if held is None:
            raise FileNotFoundError(errno.ENOENT, "somebody has removed what was written")
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
