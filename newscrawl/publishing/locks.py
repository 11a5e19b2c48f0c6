"""Whose turn it is, and which runs are alive: locks that the system takes from the dead."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from newscrawl.publishing.paths import sign_of

_POLL_S = 0.05


class BusyError(Exception):
    """A lock was not to be had within the time allowed."""


@contextmanager
def locked(path: Path, timeout_s: float) -> Iterator[None]:
    """Hold the lock file at *path*, which is removed afterwards.

    :raises BusyError: if somebody else keeps it for longer than *timeout_s*.
    """
    give_up = time.monotonic() + timeout_s
    while (file := _try(path)) is None:
        if time.monotonic() > give_up:
            raise BusyError(f"another run is publishing it for more than {timeout_s:g} s")
        time.sleep(_POLL_S)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)  # who waits for it notices, and makes another
        os.close(file)


def _try(path: Path) -> int | None:
    """Return the open file once it is locked and still the one at *path*, else None."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    with ExitStack() as held:
        held.callback(os.close, file)
        with suppress(BlockingIOError, FileNotFoundError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(path.stat(), os.fstat(file)):
                held.pop_all()
                return file
    return None


class SignsOfLife:
    """In each folder where a run writes, a file that is locked for as long as it lives."""

    def __init__(self, token: str) -> None:
        self.token = token
        self._files: dict[Path, int] = {}

    def show(self, folder: Path) -> bool:
        """Be alive in *folder* from now on, before anything is written there.

        :returns: whether that is new.
        """
        if folder in self._files:
            return False
        while (file := _try(sign_of(folder, self.token))) is None:
            time.sleep(_POLL_S)  # somebody has just taken it for that of a dead run
        self._files[folder] = file
        return True

    def end(self) -> None:
        for folder, file in self._files.items():
            sign_of(folder, self.token).unlink(missing_ok=True)
            os.close(file)
        self._files.clear()


def is_alive(folder: Path, token: str) -> bool:
    """Whether the run called *token* writes in *folder* still; the sign of a dead one is removed.

    No process ids: they are given again, and mean nothing in another container.
    """
    sign = sign_of(folder, token)
    if not sign.exists():
        return False
    try:
        file = _try(sign)
    except PermissionError:  # another user's
        return True
    if file is None:
        return True
    sign.unlink(missing_ok=True)
    os.close(file)
    return False
