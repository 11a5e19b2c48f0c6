"""What wire stories are made of in one language, and how their slots are filled.

Some stories are written to a pattern day after day: only figures, names and dates differ. They
are the hardest to tell from copies, so there are many of them here.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from newscrawl.demo.dice import mixed

PATTERNS = ("weather", "rates", "quake", "match", "envoy", "toll")

MOVING = {
    "weather": ("day", "degree1", "degree2", "degree3"),
    "rates": ("day", "rate1", "rate2", "rate5"),
    "quake": ("time", "share", "small2", "place2"),
    "match": ("team1", "team2", "person1", "person2", "digit1"),
    "envoy": ("country", "person"),
    "toll": ("day", "count1", "count2"),
}
"""By pattern, what is different at least from one story to the next."""


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of *text*, which empty lines part, each on one line."""
    return tuple(" ".join(part.split()) for part in text.split("\n\n"))


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@dataclass(frozen=True)
class Pattern:
    """A story's headline and paragraphs, with the slots of :class:`Facts`."""

    headline: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Tongue:
    """One language. All have the same patterns with the same slots."""

    language: str
    patterns: dict[str, Pattern]
    """By the names of :data:`PATTERNS`."""

    places: tuple[str, ...]
    countries: tuple[str, ...]
    teams: tuple[str, ...]
    given_names: tuple[str, ...]
    surnames: tuple[str, ...]
    months: tuple[str, ...]
    """As in a date."""

    credits: tuple[str, ...]
    """How a copy names its source, in front of the first sentence."""

    tails: tuple[str, ...]
    """Last paragraphs that all articles of an outlet have."""

    backgrounds: tuple[str, ...]
    """Paragraphs that stories of one topic end with."""

    additions: tuple[str, ...]
    """Paragraphs that an editor adds of their own."""

    decimal_sign: str = ","
    digits: str = "0123456789"

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Words that an editor puts for others: neither names nor figures."""
        texts = (*self.backgrounds, *self.additions, *self.tails)
        found = {word for text in texts for word in text.split()}
        return tuple(sorted(word for word in found if word.isalpha() and not word.istitle()))

    @cached_property
    def names(self) -> frozenset[str]:
        """Words of names."""
        texts = (*self.places, *self.countries, *self.teams, *self.given_names, *self.surnames)
        return frozenset(word for text in (*texts, *self.months) for word in text.split())


class Facts:
    """Fills the slots of a pattern; each slot's value belongs to the story.

    :param key: of the story.
    :param later: of a story like it: decides the slots *moved* instead.
    """

    def __init__(
        self, tongue: Tongue, key: int, later: int = 0, moved: Collection[str] = ()
    ) -> None:
        self.tongue = tongue
        self.key = key
        self.later = later
        self.moved = moved

    def __getitem__(self, slot: str) -> str:
        number = self._number(slot, self.key)
        if slot in self.moved:
            before, number = self._shown(slot, number), self._number(slot, self.later)
            while self._shown(slot, number) == before:
                number = mixed(number)
        return self._shown(slot, number)

    @staticmethod
    def _number(slot: str, key: int) -> int:
        return mixed(key, int.from_bytes(slot.encode(), "big"))

    def _shown(self, slot: str, number: int) -> str:
        tongue = self.tongue
        kind = slot.rstrip("123456789")
        which = int(slot[len(kind) :] or 1) - 1
        match kind:
            case "person":
                given = tongue.given_names[number % len(tongue.given_names)]
                return f"{given} {self._of(tongue.surnames, number // 64, which)}"
            case "place":
                return self._of(tongue.places, number, which)
            case "country":
                return self._of(tongue.countries, number, which)
            case "team":
                return self._of(tongue.teams, number, which)
            case "day":
                month = tongue.months[number // 28 % 12]
                return f"{self._figure(str(1 + number % 28))} {month}"
            case "time":
                return self._figure(f"{number % 24:02}:{number // 24 % 60:02}")
            case "digit":
                return self._figure(str(1 + number % 8))
            case "small":
                return self._figure(str(3 + number % 47))
            case "degree":
                return self._figure(str(1 + number % 38))
            case "count":
                return self._figure(str(105 + number % 890))
            case "share":
                return self._figure(f"{2 + number % 38}.{1 + number // 64 % 9}")
            case "rate":
                return self._figure(f"{number % 9}.{1001 + number // 16 % 8999}")
        raise KeyError(slot)

    def _of(self, values: tuple[str, ...], number: int, which: int) -> str:
        """Pick so that two slots of one kind never have the same value."""
        part = values[which % 2 :: 2]
        return part[number % len(part)]

    def _figure(self, printed: str) -> str:
        printed = printed.replace(".", self.tongue.decimal_sign)
        return printed.translate(str.maketrans("0123456789", self.tongue.digits))
