"""Texts of a page that may name its authors."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, islice

from lxml import etree
from lxml.html import HtmlElement

from newscrawl.bylines.words import BEFORE_AUTHOR, BY, WRITERS, fold
from newscrawl.text import unique
from newscrawl.visible.near import Candidate, parts, text_of
from newscrawl.visible.signed import portrayed, signed

_MOST = 6
_LONGEST = 120
_SHORTEST = 2
_LONGEST_LABELLED = 80
_MOST_WITHIN = 12

_NAMED = re.compile(
    r"(?<![a-z])(?:by-?lines?|by-?author|authors?|writers?|written-?by|contributors?|reporters?"
    r"|journalists?|columnists?|signatures?|autor(?:e|es|en|i|in)?|auteurs?|yazar|muellif|avtor"
    r"|posted-?by)(?:-?(?:names?|links?|title|full-?name|info|text))?(?![a-z])"
)
_ABOUT = re.compile(
    r"(?<![a-z])(?:bio|about|desc|description|avatar|image|photo|img|picture|social|follow|twitter"
    r"|facebook|e-?mail|job|role|position|more|(?:date|time)(?!-(?:and-)?author))(?![a-z])"
)
_ADDRESS = re.compile(
    r"/(?:authors?|contributors?|writers?|by|autor(?:e|es|en|i)?|auteurs?|yazar(?:lar)?"
    r"|profiles?|journalists?)/[^/?#]",
    re.IGNORECASE,
)
_HELPER = re.compile(
    r"(?:medically |clinically |scientifically )?(?:reviewed|fact[- ]checked|edited|illustrated"
    r"|translated|updated|photographs?|photos?)\b",
    re.IGNORECASE,
)
_IS_PROSE = etree.XPath("string-length(normalize-space(.)) > 120")
_QUOTE = re.compile(r"(?<![a-z])(?:pull-?|block-?)?quotes?(?![a-z])|testimonial")
_LABEL_END = re.compile(r"[:：՝]")
_TAGS = frozenset("p div span h2 h3 h4 h5 h6 address em i strong b small dd cite".split())
_UNMARKED = 3
_MOST_LABEL_WORDS = 3
_MOST_LEVELS = 3


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
    portraits: set[str] = set()
    for candidate in candidates:
        element, rank = candidate.element, _rank(candidate)
        if name := portrayed(candidate):
            portraits.add(name)
        if rank == _UNMARKED and (name := signed(candidate, portraits)):
            ranks[rank].append(name)
        if rank == _UNMARKED and not _begins_with_label(element):
            continue
        text = None if _is_quoted(element) else _text(element)
        if text and rank == _UNMARKED and _is_label(text):
            text = _with_next(element, text)
        if text and len(text) > _SHORTEST and (rank < _UNMARKED or _is_labelled(text)):
            ranks[rank].append(text)
    return unique(chain.from_iterable(ranks))


def _rank(candidate: Candidate) -> int:
    element, names = candidate.element, candidate.names
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return 0
    if names and _is_named(names):
        return 1
    if element.tag == "a" and _ADDRESS.search(element.get("href") or ""):
        return _UNMARKED if _is_mention(element) else 2
    return _UNMARKED


def _is_quoted(element: HtmlElement) -> bool:
    """Whether *element* names who is quoted: in a pull quote or the praise of a customer."""
    above = islice(element.iterancestors(), _MOST_LEVELS)
    return any(
        node.tag == "blockquote" or _QUOTE.search((node.get("class") or "").lower())
        for node in (element, *above)
    )


def _is_mention(link: HtmlElement) -> bool:
    """Whether *link* stands in prose: to a person the story is about, not to its author."""
    holder = next(link.iterancestors("p", "li", "blockquote", "td"), None)
    return holder is not None and bool(_IS_PROSE(holder))


@lru_cache(maxsize=8192)
def _is_named(names: str) -> bool:
    return any(_NAMED.search(name) and not _ABOUT.search(name) for name in names.split())


def _text(element: HtmlElement) -> str | None:
    """Return the text of *element* if it may be a byline; the helpers are not the authors."""
    if len(element) > _MOST_WITHIN or len(element.text or "") > _LONGEST:
        return None
    text = text_of(element)
    return text if 1 < len(text) <= _LONGEST and not _HELPER.match(text) else None


def _begins_with_label(element: HtmlElement) -> bool:
    """Whether the first word of *element* may lead to an author."""
    if element.tag not in _TAGS:
        return False
    text = element.text or ""
    if not text.strip() and len(element):
        text = element[0].text or ""
    words = text[:_LONGEST].split(maxsplit=1)
    return bool(words) and _label_word(words[0]) in BEFORE_AUTHOR


def _label_word(word: str) -> str:
    """Return *word* folded, without what a label ends with.

    >>> _label_word("Author(s):")
    'author'
    """
    return fold(word.strip(".,:：՝").removesuffix("(s)"))


def _is_label(text: str) -> bool:
    """Whether *text* is nothing but what leads to an author.

    >>> _is_label("Written by"), _is_label("Author(s):"), _is_label("News"), _is_label("By Ada")
    (True, True, False, False)
    """
    words = list(map(_label_word, text.split()))
    sure = bool(words) and (words[-1] in BY or words[-1] in WRITERS)
    return sure and len(words) <= _MOST_LABEL_WORDS and BEFORE_AUTHOR.issuperset(words)


def _with_next(element: HtmlElement, label: str) -> str | None:
    """Return *label* with the text of the element behind it, which a page may set apart."""
    node = element
    for _ in range(_MOST_LEVELS):
        following = node.getnext()
        if following is not None:
            text = _text(following) if isinstance(following.tag, str) else None
            return f"{label.removesuffix(':').removesuffix('(s)')}: {text}" if text else None
        parent = node.getparent()
        if parent is None or (parent.text or "").strip():
            return None
        node = parent
    return None


def _is_labelled(text: str) -> bool:
    """Whether *text* begins as bylines do.

    >>> _is_labelled("By Ada Quill"), _is_labelled("Author: Ada Quill"), _is_labelled("By then")
    (True, True, False)
    """
    if len(text) > _LONGEST_LABELLED:
        return False
    head, *tail = _LABEL_END.split(text, maxsplit=1)
    if tail and tail[0].strip():
        return BEFORE_AUTHOR.issuperset(map(_label_word, head.split()))
    first, *rest = text.split()
    return fold(first) in BY and bool(rest) and not rest[0][0].islower()
