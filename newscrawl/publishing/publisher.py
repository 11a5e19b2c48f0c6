"""The feeds of one run: written beside, then published or not."""

import errno
import logging
import secrets
from collections import Counter
from contextlib import suppress
from pathlib import Path

from newscrawl.publishing.locks import BusyError, SignsOfLife, is_alive, locked
from newscrawl.publishing.manifest import Manifest, RunNote, Shape
from newscrawl.publishing.part import Part
from newscrawl.publishing.paths import Feed, unfinished
from newscrawl.publishing.results import Result, Ruling, Settled
from newscrawl.publishing.settling import Settling, cannot_be_written, clear_up

logger = logging.getLogger(__name__)


class Publisher:
    """Takes what a run writes of its feeds, and publishes all of it or nothing.

    What is published is whole and on disk. What is not stays beside the feed, which stays as it
    was; both is in the feed's manifest.

    :param lock_timeout_s: how long to wait for another run that publishes the same feed.
    :param publish_empty: whether a run without items replaces a file that has some.
    """

    def __init__(self, *, lock_timeout_s: float = 60.0, publish_empty: bool = False) -> None:
        self.lock_timeout_s = lock_timeout_s
        self.publish_empty = publish_empty
        self.token = secrets.token_hex(6)
        self.results: dict[Path, Result] = {}
        self._alive = SignsOfLife(self.token)

    def begin(self, path: str | Path, shape: Shape, *, append: bool, header: bool = False) -> Part:
        """Return the file for what this run has of the feed at *path*.

        What dead runs have left there is removed. Errors are the part's to tell, in its
        :meth:`~newscrawl.publishing.part.Part.finish`.

        :param header: whether the first line will be a CSV header.
        """
        feed = Feed.at(path)
        compressed = bool(shape.postprocessing)
        continues, error = False, None
        try:
            feed.path.parent.mkdir(parents=True, exist_ok=True)
            if self._alive.show(feed.path.parent):
                _clean(feed.path.parent)
            continues = header and append and compressed and _is_begun(feed)
        except OSError as failure:
            error = failure
        if feed.path in self.results:
            error = OSError(errno.EEXIST, "another feed of this run has the same file")
        part = Part(feed, feed.beside(self.token, "part"), continues=continues, error=error)
        self.results.setdefault(
            feed.path, Result(feed, shape, append, part, header and not compressed)
        )
        return part

    def without_items(self, path: str | Path, shape: Shape, *, append: bool) -> None:
        """Take note of a feed that this run has not begun, as it had nothing for it."""
        feed = Feed.at(path)
        with suppress(OSError):  # for the manifest, whose lack of a folder is told by and by
            feed.path.parent.mkdir(parents=True, exist_ok=True)
        self.results.setdefault(feed.path, Result(feed, shape, append, items=0))

    def exported(self, part: Part, items: int, *, batch: int | None, group: str) -> None:
        """Take note of what a part holds.

        :param batch: its number, if *group* is written in batches.
        """
        result = self.results[part.feed.path]
        if result.part is part:
            result.items, result.batch, result.group = items, batch, group

    def publish(self, allowed: bool, why: str, *, run: RunNote) -> list[Settled]:
        """Publish what there is if that is *allowed*, else keep it beside; end in any case.

        :param why: a line for analysts that says what was wrong with the run.
        """
        batches = Counter(result.group for result in self.results.values() if result.batch)
        ruling = Ruling(allowed, why, run)
        settled = []
        try:
            for result in self.results.values():
                result.batches = batches[result.group] if result.batch else None
                settled.append(self._settle(result, ruling))
        finally:
            self.close()
        return settled

    def close(self) -> None:
        """Remove what is neither published nor kept."""
        for result in self.results.values():
            if result.part is not None:
                result.part.discard()
            clear_up(result.feed, self.token)
        self.results.clear()
        self._alive.end()

    def _settle(self, result: Result, ruling: Ruling) -> Settled:
        why = None if ruling.allowed else ruling.why
        try:
            with locked(result.feed.lock, self.lock_timeout_s):
                try:
                    return self._settling(result, ruling).settle(why)
                except OSError as error:
                    why = why or cannot_be_written(error)
                    return self._settling(result, ruling).settle(why)
        except BusyError as error:
            why = str(error)
            if result.part is not None and result.items and not result.feed.unpublished.exists():
                with suppress(OSError):
                    result.part.path.replace(result.feed.unpublished)
        except OSError as error:
            why = cannot_be_written(error)
        return Settled(result.feed, "not published", why, result.items or 0, None)

    def _settling(self, result: Result, ruling: Ruling) -> Settling:
        return Settling(result, ruling, self.token, publish_empty=self.publish_empty)


def _clean(folder: Path) -> None:
    """Remove what runs that were killed have left in *folder*."""
    for token, paths in unfinished(folder).items():
        if not is_alive(folder, token):
            for path in paths:
                with suppress(PermissionError):
                    path.unlink(missing_ok=True)
                logger.info("removed %s, which a run that was killed had not finished", path)


def _is_begun(feed: Feed) -> bool:
    """Whether there is something to append to."""
    manifest = Manifest.read(feed.manifest)
    carried = manifest.unpublished if manifest else None
    return feed.has_content or bool(carried and carried.appends)
