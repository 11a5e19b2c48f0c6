"""What happens to the articles from one moment of the newsroom to the next."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from newscrawl.demo.archive import ARRIVALS, Archive
from newscrawl.demo.dice import Dice
from newscrawl.demo.keys import Key

MOST_EVENTS = 100
"""Of one sort, from one moment to the next."""

_RECENT = 60
"""Most of what happens, happens to so many of the newest articles."""

_RETURNS_AFTER, _PINNED_FOR = 2, 2
_DRAWS = 60
_EVENTS = 17
_APART = timedelta(minutes=1)


class Kind(StrEnum):
    """What may happen to an article."""

    PUBLISHED = "published"
    HEADLINE = "headline"
    BODY = "body"
    BYLINE = "byline"
    TAGS = "tags"
    MODIFIED = "modified"
    """The page states a new date of change; alone, with nothing else changed."""

    REMOVED = "removed"
    RETURNED = "returned"
    REDIRECTED = "redirected"
    """It has another address, and the old one redirects there."""

    READDRESSED = "readdressed"
    """It has another address; the old one goes on to show it, and names the other as canonical."""


_EDITS = (
    (Kind.BODY, Kind.MODIFIED),
    (Kind.HEADLINE, Kind.MODIFIED),
    (Kind.BYLINE,),
    (Kind.TAGS, Kind.MODIFIED),
    (Kind.HEADLINE, Kind.BODY),
    (Kind.MODIFIED,),
    (Kind.BODY,),
    (Kind.BYLINE, Kind.TAGS, Kind.HEADLINE, Kind.BODY, Kind.MODIFIED),
)
"""What edits change, in turn: some say so on the page, some do not, and some say so of nothing."""

_MOVES = (Kind.REDIRECTED, Kind.READDRESSED)
_MOVING = (
    (Kind.REDIRECTED,),
    (Kind.READDRESSED,),
    (Kind.REDIRECTED, Kind.HEADLINE, Kind.BODY, Kind.MODIFIED),
    (Kind.READDRESSED, Kind.HEADLINE),
)
"""What moves change beside the address, in turn: it is made of the headline, which may change."""


@dataclass(frozen=True)
class Pace:
    """How much happens from one moment to the next, as far as there are articles for it.

    Every other removed article comes back two moments later, a pinned one stays so for two.

    :raises ValueError: if a number is below 0 or above its limit.
    """

    arrivals: int = ARRIVALS
    edits: int = 4
    removals: int = 2
    moves: int = 2
    pins: int = 1

    def __post_init__(self) -> None:
        for name in ("edits", "removals", "moves", "pins"):
            if not 0 <= getattr(self, name) <= MOST_EVENTS:
                raise ValueError(f"{getattr(self, name)} {name} a moment: 0 to {MOST_EVENTS}")


@dataclass(frozen=True)
class Event:
    """Something that happened to one article."""

    moment: int
    at: datetime
    key: Key
    kinds: tuple[Kind, ...]

    status: int = 200
    """Of the answers of a removed article: 404 or 410."""


@dataclass(frozen=True)
class Standing:
    """What has become of an article."""

    headlines: int = 0
    """How often its headline was changed; likewise the next three."""

    corrections: int = 0
    bylines: int = 0
    tags: int = 0

    modified: datetime | None = None
    """The date of change that its page states."""

    moves: tuple[Kind, ...] = ()
    """How each of its former addresses was left."""

    status: int = 200
    """404 or 410 if it is removed."""

    changed: datetime | None = None
    """When anything of its page changed last."""

    def after(self, event: Event) -> "Standing":
        kinds = event.kinds
        return replace(
            self,
            headlines=self.headlines + (Kind.HEADLINE in kinds),
            corrections=self.corrections + (Kind.BODY in kinds),
            bylines=self.bylines + (Kind.BYLINE in kinds),
            tags=self.tags + (Kind.TAGS in kinds),
            modified=event.at if Kind.MODIFIED in kinds else self.modified,
            moves=self.moves + tuple(kind for kind in kinds if kind in _MOVES),
            status=event.status,
            changed=event.at,
        )


@dataclass(frozen=True)
class World:
    """All that happened to the articles of *archive* up to its moment.

    It takes time and memory for each moment, whatever the number of articles is.
    """

    archive: Archive
    pace: Pace

    def events(self, key: Key) -> tuple[Event, ...]:
        """Return what happened to *key*, oldest first."""
        return self._told.events.get(key, ())

    @property
    def removed(self) -> frozenset[Key]:
        return frozenset(self._told.removed)

    @property
    def pinned(self) -> tuple[Key, ...]:
        """The articles that stand first in the lists; those pinned last come first."""
        return tuple(reversed(self._told.pinned))

    @cached_property
    def _told(self) -> "_Tale":
        tale = _Tale(self.archive, self.pace)
        for moment in range(1, self.archive.moment + 1):
            tale.tell(moment)
        return tale


@dataclass
class _Tale:
    """Tells the moments one after another."""

    archive: Archive
    pace: Pace
    events: dict[Key, tuple[Event, ...]] = field(default_factory=dict)
    removed: dict[Key, int | None] = field(default_factory=dict)
    """And the moment at which each comes back."""

    pinned: dict[Key, int] = field(default_factory=dict)
    """And the moment up to which each is so."""

    _struck: set[Key] = field(default_factory=set)
    """To whom something has happened at the moment that is told."""

    def tell(self, moment: int) -> None:
        dice = Dice(self.archive.seed, moment, _EVENTS)
        self._struck.clear()
        for key in [key for key, returns in self.removed.items() if returns == moment]:
            del self.removed[key]
            self._happens(moment, key, (Kind.RETURNED,))
        for key in [key for key, until in self.pinned.items() if until == moment]:
            del self.pinned[key]
            self._struck.add(key)
        for number, key in enumerate(self._drawn(moment, dice, self.pace.edits)):
            self._happens(moment, key, _EDITS[((moment - 1) * self.pace.edits + number) % 8])
        for number, key in enumerate(self._drawn(moment, dice, self.pace.removals, _alone)):
            returns = moment + _RETURNS_AFTER if (moment + number) % 2 else None
            self.removed[key] = returns
            self._happens(moment, key, (Kind.REMOVED,), dice.pick((404, 410)))
        for number, key in enumerate(self._drawn(moment, dice, self.pace.moves, _alone)):
            self._happens(moment, key, _MOVING[(moment * self.pace.moves + number) % 4])
        for key in self._drawn(moment, dice, self.pace.pins, recent=False):
            self.pinned[key] = moment + _PINNED_FOR
            self._struck.add(key)

    def _drawn(
        self,
        moment: int,
        dice: Dice,
        count: int,
        fits: Callable[[Key], bool] = lambda key: True,
        *,
        recent: bool = True,
    ) -> Iterator[Key]:
        """Yield up to *count* articles that were there before *moment*, and to which nothing
        has happened at it."""
        newest = -self.archive.arrivals * (moment - 1)
        size = self.archive.articles - newest
        for _ in range(count):
            for _ in range(_DRAWS):
                if not recent:
                    low, high = min(_RECENT, size // 2), size
                else:
                    low, high = 0, size if dice.one_in(4) else min(_RECENT, size)
                key = Key(newest + low + dice.below(high - low))
                busy = key in self._struck or key in self.removed or key in self.pinned
                if not busy and fits(key):
                    yield key
                    break

    def _happens(self, moment: int, key: Key, kinds: tuple[Kind, ...], status: int = 200) -> None:
        self._struck.add(key)
        at = self.archive.clock(moment) - len(self._struck) * _APART
        self.events[key] = (*self.events.get(key, ()), Event(moment, at, key, kinds, status))


def _alone(key: Key) -> bool:
    """Whether no article of another edition names the address of this one."""
    return not key.is_shared
