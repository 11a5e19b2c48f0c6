"""What a check has found."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """From the best to the worst."""

    OK = "ok"
    WARNING = "warning"
    """Crawls go on, but not as they could."""

    PROBLEM = "problem"
    """Crawls cannot be relied on."""


@dataclass(frozen=True)
class Finding:
    check: str
    """What was looked at, in a word or two."""

    level: Level
    said: str
    advice: str = ""
    """What to do; empty if there is nothing to do."""


def ok(check: str, said: str) -> Finding:
    return Finding(check, Level.OK, said)


def warning(check: str, said: str, advice: str) -> Finding:
    return Finding(check, Level.WARNING, said, advice)


def problem(check: str, said: str, advice: str) -> Finding:
    return Finding(check, Level.PROBLEM, said, advice)
