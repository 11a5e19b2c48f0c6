"""The places where a page speaks of itself, each read when it is first asked for."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.structured import names
from newscrawl.structured.head import Head
from newscrawl.structured.json_ld import PAGE_TYPES, JsonLd, Node, get, has_type, texts, types_of
from newscrawl.structured.likeness import ALIKE, SiteNames, likeness
from newscrawl.structured.microdata import Property, properties
from newscrawl.structured.said import Said, line
from newscrawl.structured.xpaths import strings_finder
from newscrawl.text import element_text, plain
from newscrawl.urls import canonical_url

_SITE_TYPES = frozenset("website organization newsmediaorganization corporation".split())
_shown = strings_finder("//p//text() | //h1//text()")
_LONGEST_NAME = 80
_MAX_HEADINGS = 30
_MAX_PAGE_NODES = 5


class Sources:
    """Head, JSON-LD and marked elements of the page *root* at *url*."""

    def __init__(self, root: HtmlElement, url: str) -> None:
        self.root = root
        self.url = url
        self._addresses: dict[str, str | None] = {}

    @cached_property
    def head(self) -> Head:
        return Head(self.root, self.url)

    @cached_property
    def json_ld(self) -> JsonLd:
        return JsonLd(self.root)

    @cached_property
    def properties(self) -> dict[str, list[Property]]:
        return properties(self.root)

    @cached_property
    def headings(self) -> list[tuple[HtmlElement, str]]:
        """The ``h1`` elements that have text."""
        first = islice(self.root.iter("h1"), _MAX_HEADINGS)
        return [(h1, text) for h1 in first if (text := element_text(h1))]

    @cached_property
    def text_shown(self) -> str:
        """Title, headings and paragraphs in lower case."""
        return " ".join((self.head.title, *_shown(self.root))).casefold()

    @cached_property
    def articles(self) -> list[Node]:
        """The JSON-LD nodes that are this page's article, the best first."""
        return self.json_ld.articles(self._is_this_page, self._resembles_title)

    @cached_property
    def around(self) -> list[Node]:
        """The JSON-LD nodes that describe the page that the article is on."""
        found = [node for node in self.json_ld.top if has_type(node, PAGE_TYPES)]
        return found if len(found) < _MAX_PAGE_NODES else []

    @cached_property
    def site_names(self) -> list[str]:
        """What the page calls its site and publisher, its host too; each once."""
        sites = [node for node in self.json_ld.top if has_type(node, _SITE_TYPES)]
        found = [
            *self.node_values(self.articles, "publisher", "sourceOrganization", "provider"),
            *self.node_values(sites, "name", "alternateName", "legalName"),
            *self.head.said(names.SITE),
        ]
        host = (urlsplit(self.url).hostname or "").removeprefix("www.")
        label = max(host.split(".")[:-1], key=len, default="")
        stated = (said.value.lstrip("@") for said in found)
        kept = [name for name in stated if len(name) < _LONGEST_NAME and "//" not in name]
        return list(dict.fromkeys(name for name in (*kept, host, label) if name))

    @cached_property
    def site(self) -> SiteNames:
        return SiteNames(self.site_names)

    def node_values(self, nodes: Iterable[Node], *fields: str) -> Iterator[Said[str]]:
        """Yield the texts that JSON-LD *nodes* have in *fields*, node by node."""
        for node in nodes:
            for field in fields:
                for text in texts(self.json_ld.get(node, field)):
                    yield Said(text, "json-ld", where(node, field))

    def marked_values(self, *fields: str, shown: bool = False) -> Iterator[Said[str]]:
        """Yield the values of elements marked as *fields*, lower case.

        :param shown: take the text that a reader sees, not an attribute of the element.
        """
        for field in fields:
            for prop in self.properties.get(field, ()):
                if text := line(prop.text() if shown else prop.value()):
                    yield Said(text, "microdata", prop.where)

    def canonical(self) -> Iterator[Said[str]]:
        """Yield the addresses that ``link`` and ``meta`` elements name as the page's own."""
        for link in self.head.links.get("canonical", ()):
            if address := self.address(link.get("href") or ""):
                yield Said(address, "meta", "link[rel=canonical]", self._home(address))
        for said in self.head.said(("og:url", "parsely-link", "twitter:url")):
            if address := self.address(said.value):
                yield Said(address, said.source, said.where, self._home(address))

    @cached_property
    def amp_addresses(self) -> list[str]:
        """Where the page says its AMP form is."""
        links = self.head.links.get("amphtml", ())
        return [found for a in links if (found := self.address(a.get("href") or ""))]

    def node_addresses(self) -> Iterator[str]:
        """Yield the addresses that the JSON-LD nodes with the page's own headline give it."""
        for node in self.articles:
            if any(map(self._resembles_title, texts(get(node, "headline")))):
                stated = map(self.address, self.json_ld.addresses(node))
                yield from filter(None, stated)

    def address(self, text: str) -> str | None:
        """Return *text* as an absolute HTTP address in canonical form, or None."""
        if text not in self._addresses:
            bare = plain(text)
            self._addresses[text] = canonical_url(self.head.absolute(bare)) if bare else None
        return self._addresses[text]

    def _home(self, address: str) -> str | None:
        is_home = urlsplit(address).path == "/" and not urlsplit(address).query
        return "home page" if is_home and urlsplit(self.url).path.strip("/") else None

    def _is_this_page(self, address: str) -> bool:
        return site_path(self.head.absolute(address)) in self._own_addresses

    def _resembles_title(self, headline: str) -> bool:
        titles = (self.head.title, *(text for _, text in self.headings))
        return any(likeness(headline, title) >= ALIKE for title in titles)

    @cached_property
    def _own_addresses(self) -> set[str]:
        canonical = [said.value for said in self.canonical() if not said.doubt]
        return set(map(site_path, (self.url, *canonical, *self.amp_addresses)))


def where(node: Node, field: str) -> str:
    """``NewsArticle.datePublished``"""
    return f"{next(iter(types_of(node)), 'Thing')}.{field}"


def site_path(url: str) -> str:
    """Return what of *url* tells pages of one site apart.

    >>> site_path("http://www.harbour.example/a/#top") == site_path("https://harbour.example/a")
    True
    """
    bare = url.partition("#")[0].partition("//")[2].casefold()
    return bare.removeprefix("www.").removeprefix("m.").rstrip("/")
