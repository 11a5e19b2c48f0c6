"""What the tag, the class and the id of a box say of its content."""

import re
from functools import lru_cache
from typing import NamedTuple

from lxml.html import HtmlElement

from newscrawl.generic.words import (
    BODY_NAMES,
    ENTRY,
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
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ENTRY_ID = re.compile(r"(?:block|entry|post|update)[-_]?\d{3,}")
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


def names_of(element: HtmlElement) -> Names:
    """Return what a box is by all that *element* says of itself."""
    names = shown_names_of(element)
    if names.mark:
        is_table = names.mark == "figure" and next(element.iter("table"), None) is not None
        return Names(names.body, "") if is_table else names
    style = element.get("style")
    if (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or (style and _HIDDEN.search(style))
    ):
        return Names(names.body, "hidden")
    id = element.get("id")
    if id and not names.body and element.tag == "div" and _ENTRY_ID.fullmatch(id):
        return Names(False, ENTRY)
    return names


def shown_names_of(element: HtmlElement) -> Names:
    """The same of an element that is shown, whatever it says."""
    said = (element.get("class"), element.get("id"), element.get("itemprop"))
    return read_names(element.tag, " ".join(filter(None, said)))


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
    tokens = names.split()
    if not _ENTRY_CLASSES.isdisjoint(tokens):
        tokens = [token for token in tokens if _read_token(token).body]
    mark = ""
    for token in tokens:
        named = _read_token(token)
        if named.body:
            return _NAMED_BODY
        mark = mark or named.mark
    return Names(False, mark) if mark else _PLAIN


@lru_cache(maxsize=8192)
def _read_token(token: str) -> Names:
    """Return what one class or id says."""
    lower = _CAMEL.sub("-", token).lower()
    words = _WORD.findall(lower)
    # A colon or a bracket is a utility class, "print:hidden": how it looks, not what it is.
    if not words or len(words) > _MOST_WORDS or ":" in lower or "[" in lower:
        return _PLAIN
    joined = "-".join(words)
    if _BODY.search(joined):
        return _NAMED_BODY
    return Names(False, _mark(words, joined)) if LAYOUT_WORDS.isdisjoint(words) else _PLAIN


def _mark(words: list[str], joined: str) -> str:
    for word in words:
        if word in MARKS or word.startswith(MARK_STARTS):
            return word
    pair = _PAIRS.search(joined)
    return pair.group() if pair else ""
