"""A page as a reader sees it who starts at the headline: what is near it, and how near."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, cast

from lxml import etree
from lxml.html import HtmlElement

from newscrawl.text import element_text, plain

_APART_TAGS = frozenset(
    "head nav footer figure figcaption noscript script style form select button svg iframe".split()
)
_APART = re.compile(
    r"comment(?!ary|ator)|side-?bar|related|recommend|recirc|popular|trending|footer|copyright"
    r"|(?<![a-z-])widget(?![a-z])|promos?(?![a-z])|newsletter|most-?read|latest|teaser|disqus|cookie|breadcrumb|caption|(?<![a-z])rail(?![a-z])"
    r"|ticker|also-?read|read-?(?:more|next|also)|carousel|advert|banner|(?<![a-z])menu"
)
_OF_OTHERS = re.compile(
    r"comment(?!ary|ator)|related|recommend|recirc|popular|trending|most-?read|latest|event|disqus"
    r"|also-?read|read-?(?:more|next|also)|ticker|footer|copyright"
)
_NOT_APART = re.compile(
    r"(?:with|has|no|without|hide)-[a-z-]*|comments?-(?:count|open|closed|status)[a-z-]*"
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_WORDS = re.compile(r"[\W_]+")

_LONGEST_HEADLINE = 400
_LEAST_START = 20
_MOST_HEADINGS = 100
_MOST_ABOVE = 50
_MOST_BELOW = 600
_MORE_PARAGRAPHS = 2

_IS_PROSE = etree.XPath("string-length(.) > 100")
_IS_TEASER = etree.XPath("string-length(.) < 1500 and .//a[string-length(normalize-space(.)) > 40]")
_TITLES = etree.XPath("//*[@itemprop = 'headline' or contains(@class, 'title')]")
_TEXTS = etree.XPath(
    "descendant-or-self::*[not(self::script or self::style)]/text()", smart_strings=False
)


class Candidate(NamedTuple):
    """An element near the headline and what is known of it."""

    element: HtmlElement
    names: str
    """Class and id, in small letters; a hyphen where the case changed."""


class _Names(NamedTuple):
    text: str
    apart: bool


_NAMELESS = _Names("", False)


def _names(element: HtmlElement) -> _Names:
    """Return class and id, in small letters; a hyphen where the case changes.

    >>> from lxml.html import fromstring
    >>> _names(fromstring("<p id='storyDate' class='c-meta'>")).text
    'c-meta story-date'
    """
    classes, id = element.get("class"), element.get("id")
    return _read(classes, id) if classes or id else _NAMELESS


@lru_cache(maxsize=8192)
def _read(classes: str | None, id: str | None) -> _Names:
    names = _CAMEL.sub("-", f"{classes or ''} {id or ''}".strip()).lower()
    apart = bool(_APART.search(names)) and any(
        _APART.search(name) and not _NOT_APART.fullmatch(name) for name in names.split()
    )
    return _Names(names, apart)


def is_of_others(element: HtmlElement) -> bool:
    """Tell whether *element* stands in a list of other stories, in comments or at the page's end.

    >>> from lxml.html import fromstring
    >>> is_of_others(fromstring("<div class=comments><p><time>4 March</time></div>")[0][0])
    True
    """
    return any(
        above.tag in ("footer", "nav", "li") or _OF_OTHERS.search(_names(above).text)
        for above in element.iterancestors()
        if above.tag not in ("body", "html")
    )


def text_of(element: HtmlElement) -> str:
    """Return the text of *element* on one line; what stands in two elements is never one word.

    >>> from lxml.html import fromstring
    >>> text_of(fromstring("<p>By<a>Ada Quill</a><span>Editor</span></p>"))
    'By Ada Quill Editor'
    """
    return plain(" ".join(cast("list[str]", _TEXTS(element))))


def headline_element(root: HtmlElement, headline: str | None) -> HtmlElement | None:
    """Return what holds *headline*: the heading with that text, else the first ``h1``.

    >>> from lxml.html import fromstring
    >>> page = fromstring("<div><h1>Harbour Post</h1><h2>Flood gates</h2></div>")
    >>> headline_element(page, "Flood gates").tag
    'h2'
    """
    wanted = _normal(headline or "")
    likely = first = None
    for element in islice(root.iter("h1", "h2", "h3"), _MOST_HEADINGS):
        normal = _normal(_heading(element))
        if normal and normal == wanted:
            return element
        if likely is None and _begins(normal, wanted):
            likely = element
        if first is None and normal and element.tag == "h1":
            first = element
    if likely is not None or not wanted:
        return first if likely is None else likely
    titles = cast("list[HtmlElement]", _TITLES(root))[:_MOST_HEADINGS]
    same = (title for title in titles if _normal(_heading(title)) == wanted)
    return next(same, first)


def _begins(one: str, other: str) -> bool:
    """Whether the shorter of the two, if long enough to tell, is the start of the longer."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _LEAST_START and longer.startswith(shorter)


def _heading(element: HtmlElement) -> str:
    text = element_text(element) if len(element) < _LEAST_START else ""
    return text if len(text) <= _LONGEST_HEADLINE else ""


def _normal(text: str) -> str:
    return _NOT_WORDS.sub(" ", text).strip().casefold()


def parts(root: HtmlElement, headline: str | None) -> Iterator[Iterator[Candidate]]:
    """Yield the story's elements in parts, the likeliest to hold its date and byline first.

    Below the headline up to the first paragraph; above it, what shares more of the page with it
    first; a few paragraphs more; the rest. Without a headline all is one part. What is set apart
    from the story is left out: lists of other stories, comments, the page's furniture.
    """
    anchor = headline_element(root, headline)
    if anchor is None:
        yield islice(_walk(root), _MOST_BELOW)
        return
    below = islice(_below(anchor), _MOST_BELOW)
    yield _first_paragraphs(below, 1)
    yield islice(_above(anchor), _MOST_ABOVE)
    yield _first_paragraphs(below, _MORE_PARAGRAPHS)
    yield below


def _first_paragraphs(candidates: Iterator[Candidate], most: int) -> Iterator[Candidate]:
    """Yield *candidates* up to and with the paragraph of prose that makes *most*."""
    for candidate in candidates:
        yield candidate
        if candidate.element.tag == "p" and _IS_PROSE(candidate.element):
            most -= 1
            if not most:
                return


def _above(anchor: HtmlElement) -> Iterator[Candidate]:
    node: HtmlElement | None = anchor
    while node is not None and node.tag != "body":
        for sibling in node.itersiblings(preceding=True):
            yield from _walk(sibling)
        node = node.getparent()


def _below(anchor: HtmlElement) -> Iterator[Candidate]:
    yield from islice(_walk(anchor), 1, None)
    node: HtmlElement | None = anchor
    while node is not None and node.tag != "body":
        for sibling in node.itersiblings():
            yield from _walk(sibling)
        node = node.getparent()


def _walk(element: HtmlElement) -> Iterator[Candidate]:
    """Yield *element* and what is in it, in page order."""
    stack = [element]
    while stack:
        node = stack.pop()
        tag = node.tag
        if not isinstance(tag, str) or tag in _APART_TAGS:
            continue
        names, apart = _names(node)
        if apart and tag not in ("body", "html", "main"):
            continue
        if tag in ("li", "tr", "article") and _IS_TEASER(node):
            continue
        yield Candidate(node, names)
        if len(node):
            stack.extend(reversed(node))
