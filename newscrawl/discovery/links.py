"""The links of a page, each with its place in the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from newscrawl.text import element_text, plain
from newscrawl.urls import canonical_url

MAX_LINKS = 5000
"""Of one page; the rest is not looked at."""

_FRAME_TAGS = frozenset("nav footer aside header".split())
_FRAME_WORDS = frozenset(
    "nav navbar navigation menu submenu sidebar aside breadcrumb breadcrumbs crumbs "
    "tags topics social share lang langs language languages login cookie cookies banner "
    "popular trending trend mostread most-read related recommended".split()
)
_FRAME_CLASS = re.compile(r"(?:(?:site|page|main|top|global)[-_]?)?(?:header|footer)", re.I)
_CLASS_WORD = re.compile(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])")
_PLAIN_CLASS = re.compile(r"[A-Za-z][A-Za-z_-]{1,39}")
_GENERATED = re.compile(r"(?:css|sc|jsx|svelte)-|[a-z][A-Z][a-z]?[A-Z]|__[A-Za-z]{5}$")
_MAX_DEPTH = 12


@dataclass(frozen=True)
class Link:
    """One ``a`` with an address."""

    url: str
    """Canonical, absolute."""

    text: str
    """What it shows; its ``title`` or the ``alt`` of its picture if it shows nothing."""

    path: str
    """Steps from the body to it, each a tag with its lasting classes: ``main ul.news li a``."""

    framed: bool
    """It stands in the frame of the page: menu, header, footer, sidebar, breadcrumbs."""

    element: HtmlElement = field(compare=False, repr=False)


def links_of(root: HtmlElement, url: str) -> list[Link]:
    """Return the links of the page *root* at *url*, in page order.

    >>> from lxml.html import fromstring
    >>> page = fromstring("<main><ul class=news><li><a href=/x?utm_source=y>Gates</a></ul></main>")
    >>> [(link.url, link.path) for link in links_of(page, "https://a.example/")]
    [('https://a.example/x', 'main ul.news li a')]
    """
    base = next((e.get("href") for e in root.iter("base") if e.get("href")), "")
    start = canonical_url(base, base=url) if base else url
    found: list[Link] = []
    for element in root.iter("a"):
        address = canonical_url(element.get("href") or "", base=start or url)
        if address is None or (element.get("href") or "").startswith("#"):
            continue
        lineage = [element, *element.iterancestors()][:_MAX_DEPTH]
        path = " ".join(_step(each) for each in reversed(lineage) if each.tag not in _OUTER)
        framed = any(map(is_frame, lineage))
        found.append(Link(address, _shown(element), path, framed, element))
        if len(found) == MAX_LINKS:
            break
    return found


_OUTER = ("html", "body")


def is_frame(element: HtmlElement) -> bool:
    """Tell whether *element* is part of what surrounds the content on every page of a site.

    A ``header`` inside an ``article`` is that of a teaser.
    """
    if element.tag in ("article", "main", *_OUTER) or not isinstance(element.tag, str):
        return False
    if element.tag in _FRAME_TAGS:
        inside = element.tag in ("header", "footer") and any(
            each.tag in ("article", "li") for each in element.iterancestors()
        )
        return not inside
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return any(map(_FRAME_CLASS.fullmatch, names)) or not _FRAME_WORDS.isdisjoint(
        class_words(element)
    )


def class_words(element: HtmlElement) -> Iterator[str]:
    """Yield the words that the classes, the id and the role of *element* are made of.

    >>> from lxml.html import fromstring
    >>> list(class_words(fromstring("<div class='pageNav b-item_next' id=most-read></div>")))
    ['page', 'nav', 'item', 'next', 'most', 'read', 'most-read']
    """
    for name in ("class", "id", "role"):
        for value in (element.get(name) or "").split():
            yield from (word.lower() for word in _CLASS_WORD.findall(value) if len(word) > 1)
            if "-" in value and value.islower() and name == "id":
                yield value


def on_site(url: str, site: str) -> bool:
    """Tell whether *url* is on the host of *site*, or on one above or below it.

    >>> on_site("https://en.a.example/x", "https://www.a.example/")
    True
    >>> on_site("https://b.example/x", "https://a.example/")
    False
    """
    one, other = host_of(url), host_of(site)
    return one == other or one.endswith(f".{other}") or (other.endswith(f".{one}") and "." in one)


def host_of(url: str) -> str:
    """Return the host of *url* without ``www.``."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _step(element: HtmlElement) -> str:
    names = [name for name in (element.get("class") or "").split() if is_lasting(name)]
    return ".".join((str(element.tag), *sorted(names)[:2]))


def is_lasting(name: str) -> bool:
    """Tell whether a class is one that people named, not one that a build generated.

    >>> is_lasting("news-item"), is_lasting("css-1x8k2"), is_lasting("kXbTqZ")
    (True, False, False)
    """
    return bool(_PLAIN_CLASS.fullmatch(name)) and not _GENERATED.search(name)


def _shown(element: HtmlElement) -> str:
    if text := element_text(element):
        return text
    pictures = (image.get("alt") or "" for image in element.iter("img"))
    return next(filter(None, map(plain, (element.get("title") or "", *pictures))), "")


def absolute(href: str, url: str) -> str | None:
    try:
        return canonical_url(urljoin(url, href))
    except ValueError:
        return None
