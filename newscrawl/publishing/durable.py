"""Writing files so that a crash leaves the old one or the new one."""

import errno
import hashlib
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_BLOCK = 1024 * 1024
_LONGEST_HEADER = 1024 * 1024


@dataclass(frozen=True)
class Fingerprint:
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Piece:
    """A part of a file to be."""

    path: Path
    skip: int = 0
    """So many bytes of its beginning are left out."""

    line_end: bool = False
    """Whether a line that it breaks off in is ended."""


def fingerprint(path: Path) -> Fingerprint | None:
    """Return length and SHA-256 of the regular file at *path*, None if there is none."""
    if not path.is_file():
        return None
    digest = hashlib.sha256()
    size = 0
    with path.open("rb", buffering=0) as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return Fingerprint(size, digest.hexdigest())


def join(pieces: Sequence[Piece], to: Path) -> None:
    """Write *pieces* one after the other into a new file and bring it to disk."""
    with to.open("wb", buffering=0) as target:
        for piece in pieces:
            last = b""
            with piece.path.open("rb", buffering=0) as source:
                source.seek(piece.skip)
                while block := source.read(_BLOCK):
                    write_all(target.fileno(), block)
                    last = block[-1:]
            if piece.line_end and last not in (b"", b"\n"):
                write_all(target.fileno(), b"\n")
        os.fsync(target.fileno())


def write_all(file: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(file, left) :]


def write_durably(path: Path, data: bytes) -> None:
    with path.open("wb", buffering=0) as file:
        write_all(file.fileno(), data)
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Bring to disk which files *path* holds, where the file system can do that for a folder."""
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(folder)


def take_after(path: Path, model: Path) -> None:
    """Give *path* the mode of *model*, and its owner as far as we may; none if there is none."""
    with suppress(FileNotFoundError):
        like = model.stat()
        mine = path.stat()
        if (like.st_uid, like.st_gid) != (mine.st_uid, mine.st_gid):
            with suppress(PermissionError):
                os.chown(path, like.st_uid, like.st_gid)
        path.chmod(stat.S_IMODE(like.st_mode))


def first_line(path: Path) -> bytes:
    """Return the first line of a file with its end; nothing if that is further than 1 MiB."""
    with path.open("rb") as file:
        line = file.readline(_LONGEST_HEADER)
    return line if line.endswith(b"\n") else b""
