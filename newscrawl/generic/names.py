"""What the tag, the class and the id of a box say of its content."""

import re
from functools import lru_cache
from typing import NamedTuple

from newscrawl.generic.words import (
    BODY_NAMES,
    LAYOUT_WORDS,
    MARK_PAIRS,
    MARK_STARTS,
    MARK_TAGS,
    MARKS,
)

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[a-z0-9]+")
_PAIRS = re.compile(MARK_PAIRS)
_BODY = re.compile(BODY_NAMES)
_WHOLES = frozenset("article body html main".split())
_ENTRY_CLASSES = frozenset("hentry type-page type-post".split())
"""Classes of an entry in a common publishing system, which lists the entry's tags beside them."""
_MOST_WORDS = 6  # an id with more of them is a heading made into an address


class Names(NamedTuple):
    body: bool
    """Whether the box calls itself the body of an article."""

    mark: str
    """The word that sets it apart from the text, or ``""``."""


_PLAIN = Names(False, "")
_NAMED_BODY = Names(True, "")


@lru_cache(maxsize=8192)
def read_names(tag: str, names: str) -> Names:
    """Return what a box is by its *tag* and its *names*: class, id and itemprop in one string.

    >>> read_names("div", "c-story relatedLinks")
    Names(body=False, mark='related')
    >>> read_names("div", "StoryBody_root__x1")
    Names(body=True, mark='')
    >>> read_names("aside", "")
    Names(body=False, mark='aside')
    >>> read_names("div", "layout with-sidebar")
    Names(body=False, mark='')
    >>> read_names("div", "post-17 type-post category-video tag-related")
    Names(body=False, mark='')
    """
    if tag in MARK_TAGS:
        return Names(False, tag)
    if not names or tag in _WHOLES:
        return _PLAIN
    mark = ""
    tokens = _CAMEL.sub("-", names).lower().split()
    if not _ENTRY_CLASSES.isdisjoint(tokens):
        tokens = [token for token in tokens if _BODY.search(token)]
    for token in tokens:
        words = _WORD.findall(token)
        # A colon or a bracket is a utility class, "print:hidden": how it looks, not what it is.
        if not words or len(words) > _MOST_WORDS or ":" in token or "[" in token:
            continue
        joined = "-".join(words)
        if _BODY.search(joined):
            return _NAMED_BODY
        if not mark and LAYOUT_WORDS.isdisjoint(words):
            mark = _mark(words, joined)
    return Names(False, mark)


def _mark(words: list[str], joined: str) -> str:
    for word in words:
        if word in MARKS or word.startswith(MARK_STARTS):
            return word
    pair = _PAIRS.search(joined)
    return pair.group() if pair else ""
