"""Which runs begin first."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta


def in_order(
    outlets: Sequence[str],
    durations: Mapping[str, timedelta],
    begun: Mapping[str, datetime],
    deadline: timedelta | None,
) -> list[str]:
    """Return the *outlets* in the order in which their runs are to begin, the longest first.

    Before them come those that the deadline left out the last time, lest it always be the same.

    :param durations: of their last whole runs.
    :param begun: when their last runs began.

    >>> hour, noon = timedelta(hours=1), datetime(2031, 3, 4, 12)
    >>> durations = {"a": 3 * hour, "b": 2 * hour, "c": hour}
    >>> in_order(["c", "new", "b", "a"], durations, {}, None)
    ['new', 'a', 'b', 'c']
    >>> begun = {"a": noon, "b": noon, "c": noon - 2 * hour}
    >>> in_order(["c", "new", "b", "a"], durations, begun, hour)
    ['new', 'c', 'a', 'b']
    """
    last = max((begun[name] for name in outlets if name in begun), default=None)

    def rank(name: str) -> tuple[bool, timedelta]:
        left_out = False
        if deadline is not None and last is not None:
            left_out = name not in begun or last - begun[name] > deadline
        # Of an outlet that was never read a first run reads all there is.
        return left_out, durations.get(name, timedelta.max)

    return sorted(outlets, key=rank, reverse=True)
