"""Numbers that follow from other numbers, alike in every process and on every machine."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")

_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_HALF_BITS = 9
_HALF = (1 << _HALF_BITS) - 1
_ROUNDS = 4

PERMUTATION_LIMIT = 1 << (2 * _HALF_BITS)
"""The most numbers that :func:`permuted` can put in another order."""


def mixed(*values: int) -> int:
    """Return 64 bits that change wholly with any bit of any of *values*.

    >>> mixed(7, 1) == mixed(7, 1), mixed(7, 1) == mixed(1, 7)
    (True, False)
    """
    state = 0
    for value in values:
        state = (state ^ (value & _MASK)) + _GOLDEN & _MASK
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 & _MASK
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB & _MASK
        state ^= state >> 31
    return state


def share(seed: int, text: str) -> float:
    """Return a number from 0 to below 1 that belongs to *text*.

    >>> share(7, "/en/") == share(7, "/en/"), 0 <= share(7, "/") < 1
    (True, True)
    """
    digest = blake2b(text.encode(), digest_size=8, key=(seed & _MASK).to_bytes(8, "big")).digest()
    return (int.from_bytes(digest, "big") >> 11) / (1 << 53)


def permuted(number: int, size: int, seed: int) -> int:
    """Return the place of *number* in an order of ``range(size)`` that *seed* decides.

    :param size: at most the limit; the more it is below that, the longer this takes.
    :raises ValueError: if *number* is not below *size*, or *size* is above the limit.

    >>> [permuted(n, 200_000, seed=7) for n in range(3)]
    [148549, 194384, 513]
    """
    return _walked(number, size, _keys(seed), forth=True)


def unpermuted(place: int, size: int, seed: int) -> int:
    """Return the number whose place :func:`permuted` says is *place*.

    >>> unpermuted(permuted(3, 200_000, seed=7), 200_000, seed=7)
    3
    """
    return _walked(place, size, _keys(seed), forth=False)


@lru_cache(maxsize=16)
def _keys(seed: int) -> tuple[int, ...]:
    return tuple(mixed(seed, turn) for turn in range(_ROUNDS))


def _walked(number: int, size: int, keys: tuple[int, ...], *, forth: bool) -> int:
    """A Feistel network over 18 bits, entered again until it ends below *size*."""
    if not 0 <= number < size <= PERMUTATION_LIMIT:
        raise ValueError(f"{number} is not below {size}, or {size} above {PERMUTATION_LIMIT}")
    while True:
        left, right = number >> _HALF_BITS, number & _HALF
        if forth:
            for key in keys:
                left, right = right, left ^ (mixed(key, right) & _HALF)
        else:
            for key in reversed(keys):
                left, right = right ^ (mixed(key, left) & _HALF), left
        number = left << _HALF_BITS | right
        if number < size:
            return number


class Dice:
    """A row of throws that is the same for the same *key*.

    >>> Dice(7, 1).below(6) == Dice(7, 1).below(6)
    True
    """

    def __init__(self, *key: int) -> None:
        self._state = mixed(*key)

    def below(self, limit: int) -> int:
        """Return a number from 0 to below *limit*."""
        self._state = state = self._state + _GOLDEN & _MASK
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 & _MASK
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB & _MASK
        return ((state ^ (state >> 31)) >> 16) % limit

    def one_in(self, limit: int) -> bool:
        return self.below(limit) == 0

    def pick(self, values: Sequence[T]) -> T:
        return values[self.below(len(values))]

    def shuffled(self, values: Sequence[T]) -> list[T]:
        left = list(values)
        for last in range(len(left) - 1, 0, -1):
            other = self.below(last + 1)
            left[last], left[other] = left[other], left[last]
        return left
