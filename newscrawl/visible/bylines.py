"""Texts of a page that may name its authors."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from lxml.html import HtmlElement

from newscrawl.bylines.words import BEFORE_AUTHOR, BY, fold
from newscrawl.text import unique
from newscrawl.visible.near import Candidate, parts, text_of

_MOST = 6
_LONGEST = 120
_LONGEST_LABELLED = 80
_MOST_WITHIN = 12

_NAMED = re.compile(
    r"(?<![a-z])(?:by-?lines?|by-?author|authors?|writers?|written-?by|contributors?|reporters?"
    r"|journalists?|columnists?|signatures?|autor(?:e|es|en|i|in)?|auteurs?|yazar|muellif|avtor"
    r"|posted-?by)(?:-?(?:names?|links?|title|full-?name|info|text))?(?![a-z])"
)
_ABOUT = re.compile(
    r"(?<![a-z])(?:bio|about|desc|description|avatar|image|photo|img|picture|social|follow|twitter"
    r"|facebook|e-?mail|job|role|position|date|time|more)(?![a-z])"
)
_ADDRESS = re.compile(
    r"/(?:authors?|contributors?|writers?|people|by|autor(?:e|es|en|i)?|auteurs?|yazar(?:lar)?"
    r"|profiles?|journalists?)/[^/?#]",
    re.IGNORECASE,
)
_HELPER = re.compile(
    r"(?:medically |clinically |scientifically )?(?:reviewed|fact[- ]checked|edited|illustrated"
    r"|translated|updated|photographs?|photos?)\b",
    re.IGNORECASE,
)
_LABEL_END = re.compile(r"[:：՝]")
_TAGS = frozenset("p div span h2 h3 h4 h5 h6 address em i strong b small dd cite".split())
_UNMARKED = 3


def printed_bylines(root: HtmlElement, *, headline: str | None = None) -> list[str]:
    """Return texts that may name the authors of the story of *root*, the most trusted first, six
    at most.

    What stands near the headline and is marked as a byline comes first. Only where nothing
    does, the end of the story is looked at. Authors of other stories and of comments are left
    out, and so are those who reviewed or edited.

    :param headline: tells which of the page's headings the story belongs to.

    >>> from lxml.html import fromstring
    >>> page = fromstring("<div><h1>Flood gates</h1><p>By Ada Quill</p><p>Text.</p></div>")
    >>> printed_bylines(page, headline="Flood gates")
    ['By Ada Quill']
    """
    for part in parts(root, headline):
        if texts := _naming(part):
            return texts[:_MOST]
    return []


def _naming(candidates: Iterable[Candidate]) -> list[str]:
    """Return the texts of *candidates* that may name authors, as in :func:`printed_bylines`."""
    ranks: list[list[str]] = [[] for _ in range(_UNMARKED + 1)]
    for candidate in candidates:
        element, rank = candidate.element, _rank(candidate)
        if rank == _UNMARKED and not _begins_with_label(element):
            continue
        text = _text(element)
        if text and (rank < _UNMARKED or _is_labelled(text)):
            ranks[rank].append(text)
    return unique(chain.from_iterable(ranks))


def _rank(candidate: Candidate) -> int:
    element, names = candidate.element, candidate.names
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return 0
    if names and _is_named(names):
        return 1
    if element.tag == "a" and _ADDRESS.search(element.get("href") or ""):
        return 2
    return _UNMARKED


@lru_cache(maxsize=8192)
def _is_named(names: str) -> bool:
    return any(_NAMED.search(name) and not _ABOUT.search(name) for name in names.split())


def _text(element: HtmlElement) -> str | None:
    if len(element) > _MOST_WITHIN or len(element.text or "") > _LONGEST:
        return None
    text = text_of(element)
    return text if 2 < len(text) <= _LONGEST and not _HELPER.match(text) else None


def _begins_with_label(element: HtmlElement) -> bool:
    """Whether the first word of *element* may lead to an author."""
    if element.tag not in _TAGS:
        return False
    text = element.text or ""
    if not text.strip() and len(element):
        text = element[0].text or ""
    words = text[:_LONGEST].split(maxsplit=1)
    return bool(words) and fold(words[0].strip(".,:：՝")) in BEFORE_AUTHOR


def _is_labelled(text: str) -> bool:
    """Whether *text* begins as bylines do.

    >>> _is_labelled("By Ada Quill"), _is_labelled("Author: Ada Quill"), _is_labelled("By then")
    (True, True, False)
    """
    if len(text) > _LONGEST_LABELLED:
        return False
    head, *tail = _LABEL_END.split(text, maxsplit=1)
    if tail and tail[0].strip():
        return BEFORE_AUTHOR.issuperset(fold(word.strip(".,")) for word in head.split())
    first, *rest = text.split()
    return fold(first) in BY and bool(rest) and not rest[0][0].islower()
