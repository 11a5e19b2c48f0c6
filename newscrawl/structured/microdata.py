"""Microdata and RDFa: what attributes of the page's elements say of its article."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from newscrawl.structured.xpaths import finder
from newscrawl.text import element_text

_MARKED = finder("//@itemprop/.. | //body//@property/..")
_VALUE_IN = ("content", "datetime", "href", "src", "data")
_ARTICLE_ENDS = ("article", "blogposting", "report", "liveblogposting")
_WANTED = frozenset(
    "name headline datepublished datemodified datecreated uploaddate author creator articlebody "
    "keywords articlesection description abstract image thumbnailurl inlanguage".split()
)
_ROLES_OF_ARTICLE = (None, "mainentity", "blogpost")
_MAX_PROPERTIES = 5_000


class Property(NamedTuple):
    """One marked element."""

    name: str
    """Lower case, without vocabulary, e.g. ``datepublished``."""

    element: HtmlElement
    scope: str
    """Type of the item it belongs to, e.g. ``NewsArticle``; empty outside any."""

    @property
    def where(self) -> str:
        return f"{self.scope or self.element.tag}[{self.name}]"

    def value(self) -> str:
        """Return its machine-readable value, else the text of the element."""
        for name in _VALUE_IN:
            if content := self.element.get(name):
                return str(content)
        if self.element.tag == "abbr" and (title := self.element.get("title")):
            return str(title)  # as the microformats, older than microdata, have it
        return element_text(self.element)

    def text(self) -> str:
        """Return what a reader sees of it, else its machine-readable value."""
        return element_text(self.element) or str(self.element.get("content") or "")


def properties(root: HtmlElement) -> dict[str, list[Property]]:
    """Return what the page marks as properties of an article, or marks outside any item.

    Properties of items nested in the article (its comments, its publisher) are left out, but
    the ``name`` of its author is there as ``author``.
    """
    found: dict[str, list[Property]] = {}
    for element in _MARKED(root)[:_MAX_PROPERTIES]:
        if "itemprop" not in element.attrib and element.tag in ("meta", "link"):
            continue  # OpenGraph borrowed the attribute from RDFa
        for name in _WANTED.intersection(_names(element)):
            said = _property(name, element)
            if said and not (name == "author" and _is_item(element) and _has_name(element)):
                found.setdefault(said.name, []).append(said)
    return found


def _property(name: str, element: HtmlElement) -> Property | None:
    """Return *element* as a property of the article, or None if it is one of something else."""
    item = _item(element)
    if item is not None and name == "name" and _role(item) == "author":
        author = _property("author", item)
        return Property("author", element, author.scope) if author else None
    scope = "" if item is None else type_of(item)
    if item is not None and not (
        scope.casefold().endswith(_ARTICLE_ENDS) and _role(item) in _ROLES_OF_ARTICLE
    ):
        return None
    return Property(name, element, scope)


def _names(element: HtmlElement) -> Iterator[str]:
    for name in (element.get("itemprop") or element.get("property") or "").split():
        yield name.rpartition(":")[2].rpartition("/")[2].casefold()


def _has_name(item: HtmlElement) -> bool:
    return any("name" in _names(inner) for inner in item.iterdescendants("*"))


def _is_item(element: HtmlElement) -> bool:
    return "itemscope" in element.attrib or "typeof" in element.attrib


def _item(element: HtmlElement) -> HtmlElement | None:
    """The item that *element* is a property of."""
    return next((above for above in element.iterancestors() if _is_item(above)), None)


def _role(item: HtmlElement) -> str | None:
    """The property that *item* itself is of another item."""
    return next(_names(item), None)


def type_of(item: HtmlElement) -> str:
    """Return the type of *item* without vocabulary, empty if it has none."""
    kind = (item.get("itemtype") or item.get("typeof") or "").split()
    return kind[0].rstrip("/").rpartition("/")[2].rpartition(":")[2] if kind else ""
