"""Lists as their readers see them: some articles stand first, some are gone, some held back."""

from bisect import bisect_right
from collections.abc import Collection

from newscrawl.demo.archive import Key, Listing, Places


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
