"""What is published of one article, and how its parts are made."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newscrawl.demo.dice import Dice, mixed
from newscrawl.demo.keys import Key
from newscrawl.demo.lexicon import Lexicon
from newscrawl.demo.world import Event


@dataclass(frozen=True)
class Story:
    """All that is published of one article."""

    key: Key
    url: str
    language: str
    section: int
    headline: str
    date: datetime
    printed_date: str
    summary: str
    image: str
    tags: tuple[str, ...]
    views: int
    alternates: dict[str, str]
    """Edition to address of the same story."""

    modified: datetime | None
    """As its page states it."""


def printed_date(date: datetime, lexicon: Lexicon, dice: Dice) -> str:
    """Return *date* in one of the forms that the outlet prints.

    >>> from newscrawl.demo.text_en import ENGLISH
    >>> printed_date(datetime.fromisoformat("2025-10-13T10:23+04:00"), ENGLISH, Dice(1))
    '13 October 2025 10:23'
    """
    month = lexicon.months[date.month - 1]
    return dice.pick(lexicon.date_forms).format(
        day=date.day,
        month=month,
        Month=month.capitalize(),
        year=date.year,
        time=f"{date:%H:%M}",
        date=f"{date:%d.%m.%Y}",
    )


def tags_of(dice: Dice, lexicon: Lexicon, changes: int) -> tuple[str, ...]:
    shuffled = dice.shuffled(lexicon.tags)
    count = dice.below(5)
    if changes:
        start, count = changes % len(shuffled), max(1, count)
        return tuple((shuffled * 2)[start : start + count])
    return tuple(shuffled[:count])


def version(event: Event, changed: list[str], record: dict[str, Any]) -> dict[str, Any]:
    return {
        "moment": event.moment,
        "at": event.at.isoformat(),
        "kinds": list(event.kinds),
        "changed": changed,
        "removed": event.status != 200,
        "status": event.status,
        "record": record,
    }


def picture_name(*values: int) -> str:
    """Return 32 hexadecimal digits, as the outlet names its pictures."""
    return f"{mixed(*values, 1):016x}{mixed(*values, 2):016x}"
