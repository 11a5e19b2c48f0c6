"""One run of an outlet at a time on one machine."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from filelock import FileLock, Timeout

from newscrawl.errors import OperatorError

_POLL_S = 0.1


@dataclass(frozen=True)
class Holder:
    """Who holds the lock of an outlet."""

    pid: int
    since: str
    """ISO 8601, UTC, to the second."""


class Locked(OperatorError):
    """Another process crawls the outlet; *holder* is None if it did not say who it is."""

    def __init__(self, outlet: str, holder: Holder | None) -> None:
        who = f"process {holder.pid} since {holder.since}" if holder else "another process"
        super().__init__(f"{outlet} is being crawled by {who}; wait until that has ended")
        self.holder = holder


@contextmanager
def run_lock(folder: Path, outlet: str, *, wait_s: float = 0.0) -> Iterator[None]:
    """Keep other processes from crawling *outlet* while the block runs.

    The lock is the operating system's and ends with its process, however that ends; the file
    stays and is no lock by itself.

    :param folder: where the locks of all outlets are; made if it is missing.
    :param wait_s: how long to wait for another run to end.
    :raises Locked: if it has not ended by then.
    :raises OperatorError: if there can be no file.
    """
    path = folder / f"{quote(outlet, safe='')}.lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, fallback_to_soft=False, preserve_lock_file=True)
        lock.acquire(timeout=max(wait_s, 0.0), poll_interval=_POLL_S)
    except Timeout:
        raise Locked(outlet, _holder(path)) from None
    except OSError as error:
        raise OperatorError(
            f"{path} cannot be locked: {error.strerror}; set NEWSCRAWL_LOCK_PATH to a directory "
            "that can be written"
        ) from error
    try:
        holder = Holder(os.getpid(), datetime.now(UTC).isoformat(timespec="seconds"))
        with suppress(OSError):  # a full disk: the lock holds, only its message is poorer
            path.write_text(json.dumps(asdict(holder)), encoding="utf-8")
        yield
    finally:
        lock.release()


def _holder(path: Path) -> Holder | None:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return Holder(int(said["pid"]), str(said["since"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None  # it has the lock since a moment ago
