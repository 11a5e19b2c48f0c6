"""The JSON-LD of a page, and which of its nodes is the article that the page is about."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from lxml.html import HtmlElement

from newscrawl.structured.json_text import json_values
from newscrawl.structured.said import line
from newscrawl.structured.xpaths import finder

Node = dict[str, object]

ARTICLE_TYPES = frozenset({"blogposting", "liveblogposting", "report", "socialmediaposting"})
"""Beside all that end in ``article``; lower case."""

PAGE_TYPES = frozenset("webpage itempage creativework videoobject review audioobject".split())
"""Say something of an article too, where no article node does it."""

LISTING_TYPES = frozenset("collectionpage searchresultspage itemlist blog".split())

_SCRIPTS = finder("//script/@type[contains(., 'son') or contains(., 'SON')]/..")
_DESCENDED = (
    "@graph",
    "blogpost",
    "mainentity",
    "mainentityofpage",
    "haspart",
    "subjectof",
    "itemreviewed",
)
_NAMING = ("@value", "name", "headline")
_MAX_NODES = 20_000
_MAX_CANDIDATES = 100
_MAX_UNKNOWN = 4  # more articles of which none is this page are a listing
_PREFIX = re.compile(r".*[/#:]")


def values_of(value: object) -> list[object]:
    """Return the elements of a list, the value itself otherwise; none for None."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def get(node: Node, name: str) -> object:
    """Return what *node* says of *name*, whatever the case of its key."""
    if name in node:
        return node[name]
    folded = name.casefold()
    return next((value for key, value in node.items() if key.casefold() == folded), None)


def types_of(node: Node) -> list[str]:
    """Return the types of *node* without vocabulary, as written.

    >>> types_of({"@type": ["https://schema.org/NewsArticle", "schema:Report"]})
    ['NewsArticle', 'Report']
    """
    return [
        _PREFIX.sub("", name) for name in values_of(get(node, "@type")) if isinstance(name, str)
    ]


def is_article(node: Node) -> bool:
    return any(
        name.endswith("article") or name in ARTICLE_TYPES
        for name in map(str.casefold, types_of(node))
    )


def has_type(node: Node, names: frozenset[str]) -> bool:
    return any(name.casefold() in names for name in types_of(node))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def texts(value: object) -> Iterator[str]:
    """Yield the text of *value*: of a string, of the elements of a list, of a node's name."""
    for each in values_of(value):
        if isinstance(each, dict):
            each = next(filter(_is_text, (get(each, key) for key in _NAMING)), None)
        if isinstance(each, bool) or not isinstance(each, str | int | float):
            continue
        if text := line(str(each)):
            yield text


class JsonLd:
    """The nodes of all JSON-LD scripts of a page."""

    def __init__(self, root: HtmlElement) -> None:
        self.values = [
            value
            for script in _SCRIPTS(root)
            if "ld+json" in (script.get("type") or "").casefold() and script.text
            for value in json_values(script.text)
        ]

    @cached_property
    def top(self) -> list[Node]:
        """The nodes that describe the page, in page order; not what they only mention."""
        found: list[Node] = []
        waiting = list(reversed(self.values))
        while waiting and len(found) < _MAX_NODES:
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(reversed(value))
            elif isinstance(value, dict):
                if "@type" in value or get(value, "@type"):
                    found.append(value)
                inner = [x for key, x in value.items() if key.casefold() in _DESCENDED]
                waiting.extend(x for x in reversed(inner) if isinstance(x, dict | list))
        return found

    @cached_property
    def _by_id(self) -> dict[str, Node]:
        found: dict[str, Node] = {}
        waiting: list[object] = list(self.values)
        for _ in range(_MAX_NODES):
            if not waiting:
                break
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(x for x in value if isinstance(x, dict | list))
            elif isinstance(value, dict):
                name = value.get("@id")
                if isinstance(name, str) and len(value) > len(found.get(name, "1")):
                    found[name] = value
                waiting.extend(x for x in value.values() if isinstance(x, dict | list))
        return found

    def resolved(self, value: object) -> object:
        """Return the node that *value* refers to by ``@id``; any other value as it is."""
        if isinstance(value, dict) and len(value) <= 2 and isinstance(value.get("@id"), str):
            return self._by_id.get(value["@id"], value)
        return value

    def get(self, node: Node, name: str) -> list[object]:
        """Return the values of *name* in *node*, references resolved."""
        return [self.resolved(value) for value in values_of(get(node, name))]

    def articles(
        self, is_this_page: Callable[[str], bool], resembles: Callable[[str], bool]
    ) -> list[Node]:
        """Return the nodes that are this page's article, the best first.

        :param is_this_page: whether an address is the page's own.
        :param resembles: whether a headline is much like what the page shows as its own.
        """
        candidates = [node for node in self.top if is_article(node)][:_MAX_CANDIDATES]
        if len(candidates) < 2:
            return candidates
        own = [node for node in candidates if any(map(is_this_page, self.addresses(node)))]
        alike = [
            node
            for node in candidates
            if any(resembles(text) for text in texts(get(node, "headline") or get(node, "name")))
        ]
        best = [node for node in own if node in alike] or own or alike
        if not best:
            return candidates[:1] if len(candidates) <= _MAX_UNKNOWN else []
        return best + [node for node in alike if not any(node is other for other in best)]

    def addresses(self, node: Node) -> Iterator[str]:
        """Yield the addresses that *node* gives itself."""
        for key in ("url", "mainEntityOfPage", "@id"):
            for value in self.get(node, key):
                if isinstance(value, dict):
                    value = get(value, "@id") or get(value, "url")
                if isinstance(value, str):
                    yield value
