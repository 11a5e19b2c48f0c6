"""Who a page says wrote its article."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.structured import names
from newscrawl.structured.json_ld import Node, get, has_type, texts, types_of, values_of
from newscrawl.structured.likeness import SiteNames
from newscrawl.structured.microdata import Property
from newscrawl.structured.said import Said, Source, line, trusted_first
from newscrawl.structured.sources import Sources, where

_ADDRESS = re.compile(r"(?:https?:)?//|^www\.|\w@\w", re.IGNORECASE)
_HANDLE = re.compile(r"@.*|[a-z0-9._-]+")
_PERSON = frozenset({"person"})
_OWNER_WORDS = (2, 3)
_ORGANIZATION = re.compile(r"(?:organi[sz]ation|corporation)$", re.IGNORECASE)

Names = tuple[str, ...]


def authors(sources: Sources) -> list[Said[Names]]:
    """Return each statement on the authors; organisations and the site's own names apart."""
    article = [*_of_nodes(sources, sources.articles), *_marked(sources)]
    around = [*_of_nodes(sources, sources.around), *_of_head(sources)]
    owners = _owners(sources)
    found = [
        part
        for statements, doubt in ((article, "the site"), (around, "every page"))
        for said in statements
        for part in _parted(said, sources.site, owners, doubt)
    ]
    return trusted_first(found)


def _of_nodes(sources: Sources, nodes: list[Node]) -> Iterator[Said[Names]]:
    for node in nodes:
        for field in ("author", "creator"):
            yield from _of_node(sources, node, field)


def _of_head(sources: Sources) -> Iterator[Said[Names]]:
    for label, value in names.LABELLED:
        labels = {each.value.casefold().rstrip(": ") for each in sources.head.said((label,))}
        if not names.WRITTEN_BY.isdisjoint(labels):
            for author in islice(sources.head.said((value,)), 1):
                yield from _statement((author.value,), author.source, author.where)
    for name in names.AUTHORS:
        said = list(sources.head.said((name,)))
        if said:
            values = tuple(each.value for each in said)
            handle = "account" if name == "twitter:creator" else "handle"
            yield from _statement(values, said[0].source, said[0].where, handle)


def _owners(sources: Sources) -> frozenset[str]:
    """The people who write on a site of their own name: the page types the author as a person,
    and has a publisher that is a person too or has another name.

    Software types every author as a person, newsrooms too; the publisher tells them apart.
    """
    people: set[str] = set()
    companies: list[str] = []
    publishers = 0
    for node in sources.articles:
        for author in sources.json_ld.get(node, "author"):
            if isinstance(author, dict) and has_type(author, _PERSON):
                people |= {name for name in _names(author) if len(name.split()) in _OWNER_WORDS}
        for publisher in sources.json_ld.get(node, "publisher"):
            publishers += 1
            if isinstance(publisher, dict) and not has_type(publisher, _PERSON):
                companies += _names(publisher)
    if not publishers:
        return frozenset()
    company = SiteNames(companies)
    return frozenset(name for name in people if not company.has(name))


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
        found = [name for name in _names(value) if not _ADDRESS.search(name)]
        (bodies if _is_organization(value) else people).extend(found)
    yield from _statement(tuple(people), "json-ld", where(node, field))
    if bodies:
        yield Said(tuple(dict.fromkeys(bodies)), "json-ld", where(node, field), "organization")


def _is_organization(author: object) -> bool:
    """Whether *author* is an organisation and not, as the owner of a site may be, a person too."""
    if not isinstance(author, dict) or has_type(author, _PERSON):
        return False
    return any(map(_ORGANIZATION.search, types_of(author)))


def _names(value: object) -> list[str]:
    """The names of one author: of a node whose ``name`` may be a list, or a string."""
    if not isinstance(value, dict):
        return list(texts(value))
    found = [text for name in values_of(get(value, "name")) for text in texts(name)]
    if not found:
        parts = [*texts(get(value, "givenName")), *texts(get(value, "familyName"))]
        found = [" ".join(parts)] if parts else []
    return found


def _statement(
    values: Names, source: Source, place: str, handle: str = "handle"
) -> Iterator[Said[Names]]:
    """Yield *values* without addresses; the doubt on names of accounts is *handle*."""
    kept = tuple(dict.fromkeys(name for name in values if not _ADDRESS.search(name)))
    if kept:
        handles = all(_HANDLE.fullmatch(name) for name in kept)
        yield Said(kept, source, place, handle if handles else None)


def _parted(
    said: Said[Names], site: SiteNames, owners: frozenset[str], doubt: str
) -> Iterator[Said[Names]]:
    """Yield *said* without the site's own names, then these with *doubt*."""
    own = tuple(name for name in said.value if site.has(name) and name not in owners)
    others = tuple(name for name in said.value if name not in own)
    if others:
        yield Said(others, said.source, said.where, said.doubt)
    if own:
        yield Said(own, said.source, said.where, doubt)
