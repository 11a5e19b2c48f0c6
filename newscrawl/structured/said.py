"""One statement of a page about itself, and the cleaning of its characters."""

import html
import re
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from newscrawl.text import plain

Source = Literal["json-ld", "microdata", "opengraph", "meta", "generic"]

T_co = TypeVar("T_co", covariant=True)

_TAG = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|blockquote)\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True)
class Said(Generic[T_co]):
    """What one place of a page says of one field."""

    value: T_co
    """Entities decoded and white space folded, otherwise as the page has it."""

    source: Source

    where: str
    """For people, e.g. ``NewsArticle.datePublished`` or ``meta[name=author]``."""

    doubt: str | None = None
    """Why it is probably not what the field asks for, e.g. ``organization``; None if nothing
    speaks against it. What is doubted comes after what is not."""


def line(text: str) -> str:
    """Return *text* as one line without markup, its entities decoded even if encoded twice.

    >>> line(" Caf&amp;eacute; &quot;<i>Rose</i>&quot;\\n opens ")
    'Café "Rose" opens'
    """
    return plain(_TAG.sub("", decoded(text)))


def lines(text: str) -> str:
    """Return *text* without markup, its line breaks and block elements as line ends.

    >>> lines("<p>One</p><p>two &amp; <b>three</b></p>")
    'One\\ntwo & three'
    """
    marked = _TAG.sub("", _BLOCK_TAG.sub("\n", decoded(text)))
    return "\n".join(found for part in marked.splitlines() if (found := plain(part)))


def decoded(text: str) -> str:
    """Return *text* with entities decoded, twice encoded ones too."""
    for _ in range(2):
        if "&" not in text:
            break
        text = html.unescape(text)
    return text


def trusted_first(statements: list[Said[T_co]]) -> list[Said[T_co]]:
    """Return *statements* each value once, what is doubted last, otherwise in order."""
    first: dict[T_co, Said[T_co]] = {}
    for said in sorted(statements, key=lambda said: said.doubt is not None):
        first.setdefault(said.value, said)
    return list(first.values())
