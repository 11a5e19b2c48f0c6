"""Who a page says wrote its article."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.structured import names
from newscrawl.structured.json_ld import Node, get, texts, types_of, values_of
from newscrawl.structured.likeness import SiteNames
from newscrawl.structured.microdata import Property
from newscrawl.structured.said import Said, Source, line, trusted_first
from newscrawl.structured.sources import Sources, where

_ADDRESS = re.compile(r"(?:https?:)?//|^www\.|\w@\w", re.IGNORECASE)
_HANDLE = re.compile(r"@.*|[a-z0-9._-]+")
_ORGANIZATION = re.compile(r"(?:organi[sz]ation|corporation)$", re.IGNORECASE)

Names = tuple[str, ...]


def authors(sources: Sources) -> list[Said[Names]]:
    """Return each statement on the authors; organisations and the site's own names apart."""
    found: list[Said[Names]] = []
    for node in sources.articles + sources.around:
        for field in ("author", "creator"):
            found += _of_node(sources, node, field)
    found += _marked(sources)
    for name in names.AUTHORS:
        said = list(sources.head.said((name,)))
        if said:
            values = tuple(each.value for each in said)
            found += _statement(values, said[0].source, said[0].where)
    return trusted_first([part for said in found for part in _parted(said, sources.site)])


def _marked(sources: Sources) -> Iterator[Said[Names]]:
    """The first marked author and those that stand beside it; credits of pictures and authors of
    other stories stand elsewhere."""
    marked = [
        author
        for name in ("author", "creator")
        for author in sources.properties.get(name, ())
        if next(author.element.iterancestors("figure", "figcaption"), None) is None
    ]
    beside = [author for author in marked if _neighbourhood(author) == _neighbourhood(marked[0])]
    if beside:
        values = tuple(text for author in beside if (text := line(author.text())))
        yield from _statement(values, "microdata", beside[0].where)


def _neighbourhood(author: Property) -> HtmlElement | None:
    above = list(islice(author.element.iterancestors(), 2))
    return above[-1] if above else None


def _of_node(sources: Sources, node: Node, field: str) -> Iterator[Said[Names]]:
    people: list[str] = []
    bodies: list[str] = []
    for value in sources.json_ld.get(node, field):
        kinds = types_of(value) if isinstance(value, dict) else []
        found = [name for name in _names(value) if not _ADDRESS.search(name)]
        (bodies if any(map(_ORGANIZATION.search, kinds)) else people).extend(found)
    yield from _statement(tuple(people), "json-ld", where(node, field))
    if bodies:
        yield Said(tuple(dict.fromkeys(bodies)), "json-ld", where(node, field), "organization")


def _names(value: object) -> list[str]:
    """The names of one author: of a node whose ``name`` may be a list, or a string."""
    if not isinstance(value, dict):
        return list(texts(value))
    found = [text for name in values_of(get(value, "name")) for text in texts(name)]
    if not found:
        parts = [*texts(get(value, "givenName")), *texts(get(value, "familyName"))]
        found = [" ".join(parts)] if parts else []
    return found


def _statement(values: Names, source: Source, place: str) -> Iterator[Said[Names]]:
    kept = tuple(dict.fromkeys(name for name in values if not _ADDRESS.search(name)))
    if kept:
        handles = all(_HANDLE.fullmatch(name) for name in kept)
        yield Said(kept, source, place, "handle" if handles else None)


def _parted(said: Said[Names], site: SiteNames) -> Iterator[Said[Names]]:
    """Yield *said* without the site's own names, then these with a doubt."""
    own = tuple(name for name in said.value if site.has(name))
    others = tuple(name for name in said.value if name not in own)
    if others:
        yield Said(others, said.source, said.where, said.doubt)
    if own:
        yield Said(own, said.source, said.where, "the site")
