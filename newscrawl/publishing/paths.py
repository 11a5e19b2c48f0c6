"""The names of the files that belong to a feed."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

Kind = Literal["part", "new", "manifest"]
"""What is written beside a feed: a run's own items; those joined to what there was; a manifest."""

_UNFINISHED = re.compile(r"\..+\.([0-9a-f]{12})\.(?:part|new)")
_SIGN = re.compile(r"\.newscrawl-([0-9a-f]{12})\.alive")


def sign_of(folder: Path, token: str) -> Path:
    """Return the file in *folder* by which the run called *token*, 12 hex digits, is alive."""
    return folder / f".newscrawl-{token}.alive"


def unfinished(folder: Path) -> dict[str, list[Path]]:
    """Return the tokens of all runs that have something in *folder*, and what they have not
    finished there, of whichever feed."""
    found: dict[str, list[Path]] = {}
    for path in folder.iterdir():
        if match := _UNFINISHED.fullmatch(path.name):
            found.setdefault(match[1], []).append(path)
        elif match := _SIGN.fullmatch(path.name):
            found.setdefault(match[1], [])
    return found


@dataclass(frozen=True)
class Feed:
    """A published file and, in its folder, what belongs to it."""

    path: Path
    """Absolute; never a link."""

    @classmethod
    def at(cls, path: str | Path) -> Self:
        """Return the feed that *path* leads to; a link is followed, also one that leads nowhere."""
        return cls(Path(os.path.realpath(path)))

    @property
    def manifest(self) -> Path:
        return self.path.with_name(f"{self.path.name}.manifest.json")

    @property
    def unpublished(self) -> Path:
        return self.path.with_name(f"{self.path.name}.unpublished")

    @property
    def lock(self) -> Path:
        return self.path.with_name(f".{self.path.name}.lock")

    def beside(self, token: str, kind: Kind) -> Path:
        """Return the file that the run called *token* writes beside the published one.

        >>> Feed(Path("/data/night.csv")).beside("4f", "part")
        PosixPath('/data/.night.csv.4f.part')
        """
        return self.path.with_name(f".{self.path.name}.{token}.{kind}")

    def left(self, kind: Kind) -> Iterator[tuple[str, Path]]:
        """Yield token and path of every file of *kind* that is there, of whichever run."""
        before, after = f".{self.path.name}.", f".{kind}"
        for path in self.path.parent.iterdir():
            token = path.name.removeprefix(before).removesuffix(after)
            if path.name == f"{before}{token}{after}" and token and "." not in token:
                yield token, path

    @property
    def has_content(self) -> bool:
        return self.path.is_file() and self.path.stat().st_size > 0
