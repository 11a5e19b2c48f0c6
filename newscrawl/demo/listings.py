"""Lists of articles, which are found by their places, and as readers see them: some articles
stand first, some are gone, some are held back."""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Collection

from newscrawl.demo.keys import PERIOD, Key


class Places(ABC):
    """A list of articles that are found by their places in it."""

    @abstractmethod
    def __len__(self) -> int: ...

    @abstractmethod
    def __getitem__(self, place: int) -> Key:
        """:raises IndexError: if there is no such place."""

    def part(self, start: int, size: int) -> list[Key]:
        """Return up to *size* articles from *start* on."""
        return [self[place] for place in range(start, min(start + size, len(self)))]


class Listing(Places):
    """Articles of one list, newest first: which is the k-th, without holding them.

    :param period: its articles of indexes 0 to 179, in order.
    :param newest: the first index that there is.
    :param end: the index after the last.
    """

    def __init__(self, period: list[Key], newest: int, end: int) -> None:
        self._period = period
        self._offsets = {key: offset for offset, key in enumerate(period)}
        self._start = self._before(newest)
        self._count = self._before(end) - self._start

    def _before(self, index: int) -> int:
        """Return how many articles are from index 0 to before *index*; negative below 0."""
        return sum((index - key.index + PERIOD - 1) // PERIOD for key in self._period)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int) -> Key:
        if not 0 <= place < self._count:
            raise IndexError(place)
        turns, offset = divmod(place + self._start, len(self._period))
        key = self._period[offset]
        return Key(key.index + turns * PERIOD, key.copied)

    def place(self, key: Key) -> int | None:
        """Return the place of *key*, or None if it is not in this list."""
        turns, rest = divmod(key.index, PERIOD)
        offset = self._offsets.get(Key(rest, key.copied))
        if offset is None:
            return None
        place = turns * len(self._period) + offset - self._start
        return place if 0 <= place < self._count else None


class Arranged(Places):
    """*listing* with what it has of *first* at the top, once, and nothing of *removed*."""

    def __init__(self, listing: Listing, first: Collection[Key], removed: Collection[Key]) -> None:
        self._listing = listing
        self._first = [key for key in first if listing.place(key) is not None]
        elsewhere = {listing.place(key) for key in (*self._first, *removed)} - {None}
        self._elsewhere = sorted(place for place in elsewhere if place is not None)
        # How many that stay stand before each that does not.
        self._staying = [place - number for number, place in enumerate(self._elsewhere)]

    def __len__(self) -> int:
        return len(self._listing) - len(self._elsewhere) + len(self._first)

    def __getitem__(self, place: int) -> Key:
        if not 0 <= place < len(self):
            raise IndexError(place)
        if place < len(self._first):
            return self._first[place]
        place -= len(self._first)
        return self._listing[place + bisect_right(self._staying, place)]


class Behind(Places):
    """*places* without its first *newer*."""

    def __init__(self, places: Places, newer: int) -> None:
        self._places = places
        self._newer = newer

    def __len__(self) -> int:
        return len(self._places) - self._newer

    def __getitem__(self, place: int) -> Key:
        if place < 0:
            raise IndexError(place)
        return self._places[place + self._newer]


class Nothing(Places):
    """A list without articles."""

    def __len__(self) -> int:
        return 0

    def __getitem__(self, place: int) -> Key:
        raise IndexError(place)
