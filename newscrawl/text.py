"""Markup and printed text to clean strings."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from lxml import etree
from lxml.html import HtmlElement, fromstring

_INVISIBLE = re.compile("[\\0\u00ad\u200b\u200e\u200f\u2060\ufeff\\ud800-\\udfff]")
"""And what no text can hold: JSON can say NUL and half a character, which no database keeps."""
_BREAK = "\x00"  # lxml lets no NUL into a tree, so a page cannot hold it
_PARTS = re.compile(r"\x00(?:\s*\x00)+")
_WORDS = re.compile(r"[^\W_]+")
_ASCII_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}

UNREAD = frozenset(
    "script style template iframe noscript svg object embed canvas audio video map head "
    "button select textarea input form".split()
)
"""Elements whose content is not text of the page."""

BLOCKS = frozenset(
    "p div section article main header footer aside nav figure figcaption blockquote pre address "
    "h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td th hr details "
    "summary fieldset center body html".split()
)
"""Elements that begin and end a paragraph."""


def plain(text: str) -> str:
    """Return *text* on one line: NFC, white space folded, invisible characters removed.

    >>> plain(" The\\xa0river\\u200b \\n rose ")
    'The river rose'
    """
    if not text.isascii() or "\0" in text:
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(text.split())


def element_text(element: HtmlElement) -> str:
    """Return the text of *element* on one line, without what no reader sees.

    >>> from lxml.html import fromstring
    >>> element_text(fromstring("<h1>Flood <em>gates</em><script>x</script><br>close</h1>"))
    'Flood gates close'
    """
    return plain(" ".join(_runs(element, frozenset())).replace(_BREAK, " "))


def paragraphs(element: HtmlElement, without: Collection[HtmlElement] = ()) -> list[str]:
    """Return the paragraphs of *element* in reading order; none is empty.

    Every block element is a paragraph of its own, and so is each part of a text that two
    ``<br>`` stand between; one ``<br>`` is a line end inside a paragraph.

    :param without: elements below *element* that are left out, whole.

    >>> from lxml.html import fromstring
    >>> paragraphs(fromstring("<div>One<p>two <b>three</b></p><ul><li>four</ul>five<br>six</div>"))
    ['One', 'two three', 'four', 'five\\nsix']
    """
    found = []
    for run in _runs(element, frozenset(without)):
        for part in _PARTS.split(run):
            lines = [line for line in map(plain, part.split(_BREAK)) if line]
            if lines:
                found.append("\n".join(lines))
    return found


def markup_paragraphs(markup: str) -> list[str]:
    """Return the :func:`paragraphs` of a piece of HTML, such as a feed or an endpoint carries.

    >>> markup_paragraphs("<p>One</p>two &amp; three")
    ['One', 'two & three']
    """
    try:
        return paragraphs(fromstring(f"<div>{_INVISIBLE.sub('', markup)}</div>"))
    except (etree.ParserError, ValueError):
        return []


def _runs(element: HtmlElement, skipped: frozenset[HtmlElement]) -> Iterator[str]:
    """Yield the text between two block boundaries, with ``_BREAK`` for each ``<br>``."""
    run: list[str] = []
    path: list[tuple[HtmlElement, Iterator[HtmlElement]]] = []
    node: HtmlElement | None = element
    while node is not None:
        tag = node.tag
        if not isinstance(tag, str) or tag in UNREAD or node in skipped:
            closed: HtmlElement | None = node
        elif tag == "br":
            run.append(_BREAK)
            closed = node
        else:
            if tag in BLOCKS and run:
                yield "".join(run)
                run = []
            if node.text:
                run.append(node.text)
            path.append((node, iter(node)))
            closed = None
        node = None
        while node is None:
            if closed is not None and closed is not element and closed.tail:
                run.append(closed.tail)
            if not path:
                break
            parent, children = path[-1]
            node = next(children, None)
            if node is None:
                path.pop()
                if parent.tag in BLOCKS and run:
                    yield "".join(run)
                    run = []
            closed = parent
    if run:
        yield "".join(run)


def unique(values: Iterable[str]) -> list[str]:
    """Return *values* in order, each once; letter case does not tell two apart.

    >>> unique(["Port", "Weather", "port"])
    ['Port', 'Weather']
    """
    first: dict[str, str] = {}
    for value in values:
        first.setdefault(value.casefold(), value)
    return list(first.values())


def words(text: str) -> str:
    """Return the words of *text*, one space between them: typography does not tell two texts apart.

    >>> words("Flood gates – “closed”_")
    'Flood gates closed'
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII_WORDS).split())
    return " ".join(_WORDS.findall(text))


def content_hash(headline: str | None, body: str | None) -> str:
    """Return 32 hexadecimal digits that two texts share if only case, spacing, punctuation or
    compatibility forms differ between them.

    >>> content_hash("Flood gates", "They closed.") == content_hash("flood  gates!", "They closed")
    True
    """
    normal = normalised(f"{headline or ''}\n{body or ''}")
    return hashlib.blake2b(normal.encode(), digest_size=16).hexdigest()


def normalised(text: str) -> str:
    """Return the words of *text* as two texts share them that a reader would call the same.

    >>> normalised("Flood  Gates – “closed”")
    'flood gates closed'
    """
    return words(unicodedata.normalize("NFKC", text).casefold())


def share_of_words(a: str, b: str) -> float:
    """Return how many different words two texts share, of those of either: 0 to 1.

    >>> share_of_words("The gates were closed.", "The GATES were opened")
    0.6
    """
    one, other = (set(normalised(text).split()) for text in (a, b))
    return len(one & other) / len(one | other) if one or other else 0.0
