"""A JSON Lines file that holds every stored text exactly once, whatever happens."""

import fcntl
import os
import stat
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol, Self

from newscrawl.items import Article
from newscrawl.storage.errors import StoreError
from newscrawl.storage.exports import Position
from newscrawl.storage.lines import Text, last_line, may_be_torn, text_of, texts_in

_BATCH = 200
_POLL_S = 0.02


class Source(Protocol):
    """What a file follows: texts that have numbers, in the order they came."""

    def revisions_after(self, seq: int, limit: int) -> Sequence[tuple[int, Article]]:
        """Return the first *limit* texts with a number greater than *seq*, in their order."""

    def numbers(self, texts: Collection[Text]) -> dict[Text, int]:
        """Return the numbers of texts found in a file; what is not the source's is left out."""

    def position(self, path: str) -> Position | None:
        """Return what :meth:`record_position` was told last, if anything."""

    def record_position(self, path: str, position: Position) -> None:
        """Remember how far the file at *path* is written."""


class JsonLinesFile:
    """Appends what *source* holds and the file does not; processes may append in turn.

    Whatever writes does so under a lock on the file, writes whole lines, and raises
    :class:`~newscrawl.storage.errors.StoreError` if it cannot. A file that is removed or
    emptied while it is open is written anew, whole.

    :param repeats: whether to write articles that repeat another.
    :param timeout_s: how long to wait for another process that holds the lock.
    """

    def __init__(
        self, path: Path, source: Source, *, repeats: bool = False, timeout_s: float = 30.0
    ) -> None:
        self.path = path.absolute()
        self.source = source
        self.repeats = repeats
        self.timeout_s = timeout_s
        self._file: int | None = None
        self._seq = 0
        self._size = 0
        """The first ``_size`` bytes hold every text up to number ``_seq``."""

    def open(self) -> None:
        """Mend the file's end and append all that it lacks.

        What was written when it was last closed is not read again.

        :raises StoreError: also if the file holds lines that are not the source's; then nothing
            is changed.
        """
        try:
            self.catch_up()
        except BaseException:
            self._release()
            raise

    def catch_up(self) -> None:
        """Append every text that came since, those of other processes too."""
        with self._locked() as file:
            self._append(file, self._learn(file))

    def close(self) -> None:
        """Append every text that came since, bring all to disk, remember how far that is."""
        if self._file is None:
            return
        try:
            with self._locked() as file:
                self._append(file, self._learn(file))
                os.fsync(file)
                position = Position(self._seq, self._size, self.repeats)
                self.source.record_position(str(self.path), position)
        finally:
            self._release()

    def _learn(self, file: int) -> "_Numbers":
        """Return which texts after ``_seq`` the file holds already, and mend its end."""
        size = os.fstat(file).st_size
        if size < self._size:
            self._seq = self._size = 0
        if self._size == 0:
            self._trust(file, size)
        written = _Numbers(self._seq)
        if size == self._size:
            return written
        good = self._size
        batch: list[Text] = []
        for end, text in texts_in(file, self._size, size):
            if text is None:
                if end < size or not (good or may_be_torn(os.pread(file, 64, 0))):
                    raise StoreError(
                        f"{self.path}: the line at byte {good} is no article of newscrawl; "
                        "move the file away or name another one"
                    )
                break
            good = end
            batch.append(text)
            if len(batch) == _BATCH:
                self._note(batch, written)
                batch.clear()
        self._note(batch, written)
        if good < size:
            os.ftruncate(file, good)
        self._size = good
        if good and os.pread(file, 1, good - 1) != b"\n":
            self._write(file, b"\n")
        return written

    def _trust(self, file: int, size: int) -> None:
        """Take over what was remembered of the file, if it is that file still."""
        position = self.source.position(str(self.path))
        if position is None or position.bytes > size or position.repeats != self.repeats:
            return
        text = text_of(last_line(file, position.bytes))
        if text and self.source.numbers([text]).get(text, position.seq + 1) <= position.seq:
            self._seq, self._size = position.seq, position.bytes

    def _note(self, texts: Sequence[Text], written: "_Numbers") -> None:
        numbers = self.source.numbers(texts)
        for text in texts:
            if text not in numbers:
                raise StoreError(
                    f"{self.path}: it holds {text[0]} in revision {text[1]}, which its database "
                    "does not; move the file away to have it written anew, or name another one"
                )
            written.add(numbers[text])

    def _append(self, file: int, written: "_Numbers") -> None:
        while texts := self.source.revisions_after(self._seq, _BATCH):
            lines = [
                f"{text.to_json()}\n"
                for seq, text in texts
                if seq not in written and (self.repeats or not text.duplicate_of)
            ]
            self._write(file, "".join(lines).encode())
            self._seq = texts[-1][0]
            if len(texts) < _BATCH:
                return

    def _write(self, file: int, lines: bytes) -> None:
        """Append *lines* whole or not at all."""
        left = memoryview(lines)
        try:
            while left:
                left = left[os.write(file, left) :]
        except OSError:
            with suppress(OSError):
                os.ftruncate(file, self._size)
            raise
        self._size += len(lines)

    @contextmanager
    def _locked(self) -> Iterator[int]:
        """Hold the lock of the file that is at ``path`` now."""
        try:
            file = self._lock()
            try:
                yield file
            finally:
                fcntl.flock(file, fcntl.LOCK_UN)
        except OSError as error:
            raise StoreError(
                f"{self.path} cannot be written: {error.strerror}; "
                "check the rights and the free space there, then run again"
            ) from error

    def _lock(self) -> int:
        give_up = time.monotonic() + self.timeout_s
        while True:
            if self._file is None:
                self._file = self._open()
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > give_up:
                    raise StoreError(
                        f"{self.path}: another process keeps it locked; "
                        "end that process, then run again"
                    ) from None
                time.sleep(_POLL_S)
                continue
            with suppress(FileNotFoundError):
                if os.path.samestat(self.path.stat(), os.fstat(self._file)):
                    return self._file
            self._release()

    def _open(self) -> int:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o666)
        if not stat.S_ISREG(os.fstat(file).st_mode):
            os.close(file)
            raise StoreError(f"{self.path} is no regular file; name another one")
        return file

    def _release(self) -> None:
        if self._file is not None:
            os.close(self._file)
        self._file = None
        self._seq = self._size = 0

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Numbers:
    """A set of numbers greater than *base*, at one bit each; lesser ones are not kept."""

    def __init__(self, base: int) -> None:
        self._base = base
        self._bits = bytearray()

    def add(self, number: int) -> None:
        place = number - self._base
        if place <= 0:
            return
        if place >> 3 >= len(self._bits):
            self._bits.extend(bytes((place >> 3) + 1 - len(self._bits) + 1024))
        self._bits[place >> 3] |= 1 << (place & 7)

    def __contains__(self, number: int) -> bool:
        place = number - self._base
        return 0 < place < len(self._bits) << 3 and bool(self._bits[place >> 3] & 1 << (place & 7))
