"""What a run writes of a feed, beside the published file."""

import io
import os
from pathlib import Path
from typing import Any

from newscrawl.publishing.paths import Feed


class _Sink(io.FileIO):
    """A file that keeps its first error to itself: all that follows is written nowhere."""

    error: OSError | None = None

    def write(self, data: Any, /) -> int:
        if self.error is None:
            try:
                return super().write(data)
            except OSError as error:
                self.error = error
        return len(memoryview(data))


class Part(io.BufferedWriter):
    """A file for an exporter, which never hears that it cannot be written.

    One feed with a full disk must not take the items of the others; :meth:`finish` tells.

    :param continues: that what it is appended to has a header already, so that the exporter must
        not write another.
    :param error: why it cannot be written at all, if that is known.
    """

    def __init__(
        self, feed: Feed, path: Path, *, continues: bool = False, error: OSError | None = None
    ) -> None:
        self.feed = feed
        self.path = path
        self.continues = continues
        self.finished = False
        self._sink = _sink(path, error)
        self._made = self._sink.error is None
        # gzip writes the name of its file into it.
        self._sink.name = str(feed.path)
        super().__init__(self._sink)

    @property
    def error(self) -> OSError | None:
        return self._sink.error

    def finish(self) -> None:
        """Bring it to disk and close it.

        :raises OSError: if a part of it could not be written; what there is of it is removed.
        """
        try:
            if self.closed:  # some exporters do that
                with self.path.open("rb") as file:
                    os.fsync(file.fileno())
            else:
                self.flush()
                if self.error is None:
                    os.fsync(self.fileno())
                self.close()
        except OSError as error:
            self._sink.error = self._sink.error or error
            self.close()
        self.finished = True
        if self.error is not None:
            self.discard()
            raise self.error

    def discard(self) -> None:
        self.close()
        if self._made:
            self.path.unlink(missing_ok=True)


def _sink(path: Path, error: OSError | None) -> _Sink:
    if error is None:
        try:
            return _Sink(path, "xb")
        except OSError as refused:
            error = refused
    sink = _Sink(os.devnull, "wb")
    sink.error = error
    return sink
