"""The entries of a sitemap file."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from lxml import etree

_GZIP = b"\x1f\x8b"
_KINDS: dict[str, Literal["index", "articles"]] = {"sitemapindex": "index", "urlset": "articles"}
_CLOSED = re.compile(rb"</(?:\w+:)?(?:urlset|sitemapindex)\s*>|<(?:\w+:)?urlset[^<>]*/>")
_WHOLE_ENTRY = re.compile(rb"</(?:\w+:)?(?:url|sitemap)\s*>$")
_BARE_AMPERSAND = re.compile(rb"&(?!#?\w{1,12};)")
"""As sites write it between the parameters of an address; XML wants it escaped."""

_TAIL_BYTES = 4096
"""After the root element only comments may come, such as the name of the program."""


class SitemapError(Exception):
    """What was read is no sitemap. The message is a few words, the same for all of a kind."""


@dataclass(frozen=True)
class MapEntry:
    """What a sitemap says of one address. Missing is an empty string; nothing is cleaned."""

    url: str

    lastmod: str = ""
    """When the page changed last: never when it was published."""

    title: str = ""
    published: str = ""
    keywords: str = ""
    language: str = ""
    image: str = ""


@dataclass(frozen=True)
class Sitemap:
    """One file."""

    kind: Literal["index", "articles"]
    """``index``: its entries are sitemaps."""

    entries: tuple[MapEntry, ...]

    cut: bool
    """The file breaks off: there was more."""


def read_sitemap(body: bytes, *, max_bytes: int) -> Sitemap:
    """Return what a sitemap file holds, as far as it can be read.

    :param body: XML, or that in gzip.
    :param max_bytes: how large the XML may be.
    :raises SitemapError: ``no sitemap``, ``broken gzip`` or ``too large``.

    >>> text = b"<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.ex"
    >>> sitemap = read_sitemap(text, max_bytes=1000)
    >>> sitemap.kind, [entry.url for entry in sitemap.entries], sitemap.cut
    ('articles', ['https://a.example/1'], True)
    """
    if body.startswith(_GZIP):
        body = _gunzipped(body, max_bytes)
    if len(body) > max_bytes:
        raise SitemapError("too large")
    body = _BARE_AMPERSAND.sub(b"&amp;", body.strip())
    closed = _CLOSED.search(body, max(0, len(body) - _TAIL_BYTES)) is not None
    elements = etree.iterparse(
        BytesIO(body),
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
    )
    kind: Literal["index", "articles"] | None = None
    entries: list[MapEntry] = []
    try:
        for event, element in elements:
            if kind is None:
                kind = _KINDS.get(_local_name(element))
                if kind is None:
                    raise SitemapError("no sitemap")
            elif event == "end" and _local_name(element) in ("url", "sitemap"):
                if entry := _entry(element):
                    entries.append(entry)
                _forget(element)
    except etree.XMLSyntaxError:
        closed = False
    if kind is None:
        raise SitemapError("no sitemap")
    if not closed and entries and not _WHOLE_ENTRY.search(body):
        entries.pop()
    return Sitemap(kind, tuple(entries), cut=not closed)


def _gunzipped(body: bytes, max_bytes: int) -> bytes:
    """Return what *body* holds; of a file that breaks off as much as there is."""
    reader = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        return reader.decompress(body, max_bytes + 1)
    except zlib.error:
        raise SitemapError("broken gzip") from None


def _entry(element: etree._Element) -> MapEntry | None:
    """Return the entry in *element*, a ``url`` or a ``sitemap``; None without an address."""
    said = dict(_said(element))
    url = said.pop("url", "")
    return MapEntry(url, **said) if url else None


_FIELDS = {
    "loc": "url",
    "lastmod": "lastmod",
    "news/title": "title",
    "news/publication_date": "published",
    "news/keywords": "keywords",
    "publication/language": "language",
    "image/loc": "image",
}
"""Element, with its parent where that is not the entry itself, to our field. Which namespace a
site has bound to its prefix is often wrong, so only the names count."""


def _said(element: etree._Element) -> Iterator[tuple[str, str]]:
    found = set()
    for node in element.iterdescendants():
        parent = node.getparent()
        name = _local_name(node)
        if parent is not None and parent is not element:
            name = f"{_local_name(parent)}/{name}"
        field = _FIELDS.get(name)
        # An element that holds an entity has a child: it says nothing then.
        text = (node.text or "").strip() if not len(node) else ""
        if field and text and field not in found:
            found.add(field)
            yield field, text


def _local_name(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _forget(element: etree._Element) -> None:
    """Free what was read: maps hold up to 50,000 addresses."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
