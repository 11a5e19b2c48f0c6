"""Files that are there whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, text: str, *, mode: int = 0o644) -> None:
    """Put *text* at *path* in one step: who reads it meanwhile reads the old or the new one.

    Directories that are missing are made.

    :param mode: the rights of the file.
    :raises OSError: if it cannot be written; then the old one is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    file, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(file, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).chmod(mode)
        Path(beside).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(beside).unlink()
        raise
