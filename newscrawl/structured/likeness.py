"""Whether two headlines or two names are the same but for how they are written."""

import re
from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+")
ALIKE = 0.6
"""Two headlines of this likeness or more are of one story."""

_NAME_FILLERS = {"the", "com", "net", "org", "www", "news", "online", "blog"}


def words(text: str) -> list[str]:
    """Return the words of *text* in lower case, without punctuation.

    >>> words("Gates' end: 3 close!")
    ['gates', 'end', '3', 'close']
    """
    return WORD.findall(text.casefold())


def squeezed(text: str) -> str:
    """Return the letters and digits of *text* alone, in lower case.

    >>> squeezed("Harbour-Post.example")
    'harbourpostexample'
    """
    return "".join(words(text))


def likeness(one: str, other: str) -> float:
    """Return which share of the words of the shorter text is in the other, 0 to 1.

    A lone word is like no headline but itself.

    >>> likeness("Flood gates close", "Flood gates close at dusk | Harbour Post")
    1.0
    """
    few, many = sorted((words(one), words(other)), key=len)
    if len(few) < 2:
        return float(few == many and bool(few))
    known = set(many)
    return sum(word in known for word in few) / len(few)


class SiteNames:
    """The names of a site, to tell them from headlines, tags and people.

    >>> site = SiteNames(["The Harbour Post", "harbour-post.example"])
    >>> site.has("Harbour Post News"), site.has("HP"), site.has("Harbour gates")
    (True, True, False)
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._keys: set[str] = set()
        for name in names:
            parts = words(name)
            self._keys |= {_core(parts), "".join(parts)}
            initials = "".join(part[0] for part in parts if part not in _NAME_FILLERS)
            self._keys |= {initials} if len(initials) > 1 else set()
        self._keys.discard("")

    def has(self, text: str) -> bool:
        """Tell whether *text* is one of the names, a form of one or its initials."""
        parts = words(text)
        return _core(parts) in self._keys or "".join(parts) in self._keys


def _core(parts: list[str]) -> str:
    """The words of a name without those that may be left out, if others remain."""
    return "".join(part for part in parts if part not in _NAME_FILLERS) or "".join(parts)
