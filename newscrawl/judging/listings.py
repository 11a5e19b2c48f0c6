"""Pages that list articles: section fronts, tag pages, search results."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import parse_qsl, urljoin, urlsplit

from lxml.html import HtmlElement

from newscrawl.structured.likeness import squeezed
from newscrawl.structured.xpaths import finder
from newscrawl.text import element_text, paragraphs

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_NEAR = 3
_TITLE = 15
_UNSPACED_TITLE = 7
_MAX_LINKS = 400
_MAX_CLIMB = 12
_CARDS = 3
_CARD_TEXT = 600
_SHARE = 0.6
_IN_A_ROW = 5
_SEGMENTS = frozenset(
    "tag tags topic topics category categories kategori rubric rubrika author authors search "
    "archive archives label".split()
)
_QUERIES = frozenset("s q query search".split())

Titles = Sequence[tuple[HtmlElement, str]]
"""Links, each with the path that it leads to."""

_HEADING_ABOVE = finder("preceding::*[self::h1 or self::h2 or self::h3 or self::h4][1]")
_NUMBER_OR_PAGE = re.compile(r"(?:page[-/]?)?\d{1,4}")


def is_listing_address(url: str) -> bool:
    """Whether the last words of *url* are those of a list: a kind of list and its name.

    >>> is_listing_address("https://harbour.example/en/tag/ferries/page/2")
    True
    >>> is_listing_address("https://harbour.example/category/politics/2031/gates-close")
    False
    """
    parts = urlsplit(url)
    if any(name in _QUERIES for name, _ in parse_qsl(parts.query)):
        return True
    words = [word for word in parts.path.casefold().split("/") if word]
    while words and (words[-1] == "page" or _NUMBER_OR_PAGE.fullmatch(words[-1])):
        words.pop()
    return any(word in _SEGMENTS for word in words[-2:])


def lists_teasers(body: HtmlElement, url: str, text: str, *, dated: bool, named: bool) -> bool:
    """Whether *text*, read from *body*, is what stands under linked titles of other pages.

    A listing gives each title a box of its own with a few lines; where titles and lines follow
    each other in one box, as in a digest too, it has to be undated and to open with a title.

    :param dated: the page says when it was published.
    :param named: it has a headline of its own. With neither, the lines may be whole articles.
    """
    titles = list(_titles(body, url))
    if len({address for _, address in titles}) < _CARDS:
        return False
    shown = set(text.split("\n\n"))
    most = _CARD_TEXT if dated or named else len(text)
    opens = _opens_with_title(titles, body, text)
    in_boxes = _in_boxes(body, titles, shown, most) if opens or not named else {}
    if len(in_boxes) >= _CARDS and sum(in_boxes.values()) >= _SHARE * len(text):
        return True
    if dated or not opens:
        return False
    in_a_row = _in_a_row(titles, shown, most)
    return len(in_a_row) >= _IN_A_ROW and sum(in_a_row.values()) >= _SHARE * len(text)


def _in_boxes(body: HtmlElement, titles: Titles, shown: set[str], most: int) -> dict[str, int]:
    """Return address to size of the text in the title's own box, of the boxes with little."""
    below = _addresses_below(body, titles)
    cards: dict[str, int] = {}
    seen: set[HtmlElement] = set()
    for link, address in titles:
        card = _card(link, body, below)
        if card not in seen:
            seen.add(card)
            cards[address] = cards.get(address, 0) + _size(card, shown)
    return {address: size for address, size in cards.items() if 0 < size <= most}


def _in_a_row(titles: Titles, shown: set[str], most: int) -> dict[str, int]:
    """Return address to size of the lines that follow a heading that is the title."""
    rows: dict[str, int] = {}
    for link, address in titles:
        heading = next(islice(link.iterancestors(*_HEADINGS), 1), None)
        following = heading.getnext() if heading is not None else None
        if heading is not None and following is not None and following.tag not in _HEADINGS:
            size = _size(following, shown)
            if 0 < size <= most:
                rows[address] = size + _size(heading, shown)
    return rows


def _opens_with_title(titles: Titles, body: HtmlElement, text: str) -> bool:
    """Whether *text* opens with a title, or in its box or behind it; an article opens with words
    of its own."""
    opening = text.partition("\n\n")[0]
    below = _addresses_below(body, titles)
    for link, _ in titles[:_CARDS]:
        heading = next(islice(link.iterancestors(*_HEADINGS), 1), link)
        for near in (_card(link, body, below), heading.getnext()):
            if near is not None and opening in paragraphs(near):
                return True
    return False


def _size(element: HtmlElement, shown: set[str]) -> int:
    return sum(len(part) for part in paragraphs(element) if part in shown)


def titled_by_link(body: HtmlElement, url: str, headline: str, *, inside: bool) -> bool:
    """Whether the heading above *body* leads to another page, as that of a teaser does; the
    *headline* of an article leads nowhere, or to the article, under whatever address.

    :param inside: look at a heading only with which *body* begins.
    """
    heading = next(body.iter("p", *_HEADINGS), None)
    if heading is None or heading.tag == "p":
        heading = None if inside else next(iter(_HEADING_ABOVE(body)), None)
    if heading is None or squeezed(element_text(heading)) == squeezed(headline):
        return False
    around = next(islice(heading.iterancestors("a"), 1), heading)
    return bool(list(_titles(around, url)))


def titles_linked(root: HtmlElement, url: str) -> int:
    """Return how many other pages of the site the page *root* links by a title."""
    return len({address for _, address in _titles(root, url)})


def _titles(root: HtmlElement, url: str) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the links that stand as titles of other pages of the same site, with the path."""
    here = urlsplit(url)
    for link in islice(root.iter("a"), _MAX_LINKS):
        href = (link.get("href") or "").strip()
        if not href or href.startswith(("#", "javascript:", "mailto:")):
            continue
        if not (_stands_alone(link) or _in_heading(link)):
            continue
        text = " ".join(islice(link.itertext(), 20)).strip()
        if len(text) < (_UNSPACED_TITLE if text[:1] >= "\u0e00" else _TITLE):
            continue
        try:
            there = urlsplit(urljoin(url, href))
        except ValueError:
            continue
        if _same_site(there.hostname, here.hostname) and there.path.strip("/"):
            address = f"{there.path.rstrip('/')}?{there.query}"
            if address != f"{here.path.rstrip('/')}?{here.query}":
                yield link, address


def _same_site(one: str | None, other: str | None) -> bool:
    """Whether two hosts share their last two labels.

    >>> _same_site("en.harbour.example", "www.harbour.example"), _same_site("a.example", None)
    (True, False)
    """
    return bool(one and other) and str(one).split(".")[-2:] == str(other).split(".")[-2:]


def _stands_alone(link: HtmlElement) -> bool:
    """Whether no sentence runs through *link*."""
    if link.tail and link.tail.strip():
        return False
    before = link.getprevious()
    parent = link.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else None
    return not (text and text.strip())


def _in_heading(link: HtmlElement) -> bool:
    for above in islice(link.iterancestors(), _NEAR):
        if above.tag in _HEADINGS:
            return True
    return next(link.iter(*_HEADINGS), None) is not None


def _addresses_below(body: HtmlElement, titles: Titles) -> dict[HtmlElement, set[str]]:
    below: dict[HtmlElement, set[str]] = {}
    for link, address in titles:
        for above in islice(link.iterancestors(), _MAX_CLIMB):
            below.setdefault(above, set()).add(address)
            if above is body:
                break
    return below


def _card(link: HtmlElement, body: HtmlElement, below: dict[HtmlElement, set[str]]) -> HtmlElement:
    """Return the outermost element around *link* that has no title of another page."""
    card = link
    for above in islice(link.iterancestors(), _MAX_CLIMB):
        if above is body or len(below.get(above, ())) > 1:
            break
        card = above
    return card
