"""Names that nothing but their place on the page marks as those of authors."""

import re
from collections.abc import Container

from newscrawl.text import plain
from newscrawl.visible.near import Candidate, text_of

_LONGEST = 40
_MOST_WORDS = 4
_PORTRAIT = re.compile(r"avatar|profile|portrait|rounded-full|author|headshot")
_RIGHT = re.compile(r"(?<![a-z])(?:text|align)-?right(?![a-z])")
_RIGHT_STYLE = re.compile(r"text-align:\s*right", re.IGNORECASE)


def portrayed(candidate: Candidate) -> str | None:
    """Return whom *candidate* shows, if it is the picture of a person by its class or address."""
    element = candidate.element
    if element.tag != "img" or not _PORTRAIT.search(f"{candidate.names} {element.get('src')}"):
        return None
    return plain(element.get("alt") or "") or None


def signed(candidate: Candidate, portraits: Container[str]) -> str | None:
    """Return the text of *candidate* if it may be a name and stands where authors do: behind a
    picture of the same name, or at the right margin, as a signature.

    A script without capitals does not tell names from words, and may be set right throughout.
    """
    element = candidate.element
    if len(element) > 1 or len(element.text or "") > _LONGEST:
        return None
    if not portraits and not _is_set_right(candidate):
        return None
    text = text_of(element)
    words = text.split()
    if not 1 < len(words) <= _MOST_WORDS or not all(word[0].isupper() for word in words):
        return None
    return text if text in portraits or _is_set_right(candidate) else None


def _is_set_right(candidate: Candidate) -> bool:
    """Whether *candidate* is text at the right margin, and no column of a table of facts."""
    element = candidate.element
    if element.get("align") == "right":
        return True
    if element.tag != "p":
        return False
    return bool(_RIGHT.search(candidate.names) or _RIGHT_STYLE.search(element.get("style") or ""))
