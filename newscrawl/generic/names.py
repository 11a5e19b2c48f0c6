"""What the class, the id and the tag of a box say of its content."""

import re
from functools import lru_cache
from typing import NamedTuple

from newscrawl.generic.words import BODY_NAMES, JUNK_PAIRS, JUNK_PREFIXES, JUNK_WORDS, LAYOUT_WORDS


class Names(NamedTuple):
    body: bool
    mark: str


_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[a-z0-9]+")
_PAIR = re.compile("|".join(JUNK_PAIRS))
_BODY = re.compile("|".join(BODY_NAMES))
_JUNK_TAGS = frozenset("nav footer aside figure figcaption caption form dialog menu address button".split())
_PLAIN = Names(False, "")
_WHOLES = frozenset("html body main article".split())


@lru_cache(maxsize=8192)
def read_names(tag: str, name: str) -> Names:
    """Return what a box is from its tag and its class and id."""
    if tag in _JUNK_TAGS:
        return Names(False, tag)
    if not name or tag in _WHOLES:
        return _PLAIN
    mark = ""
    for token in _CAMEL.sub("-", name).lower().split():
        if not token.isascii() or ":" in token or "[" in token:
            continue
        words = _WORD.findall(token)
        joined = "-".join(words)
        if _BODY.search(joined):
            return Names(True, "")
        if mark or not LAYOUT_WORDS.isdisjoint(words):
            continue
        for word in words:
            if word in JUNK_WORDS:
                mark = word
                break
            if word.startswith(JUNK_PREFIXES):
                mark = word
                break
        else:
            pair = _PAIR.search(joined)
            if pair:
                mark = pair.group()
    return Names(False, mark)
