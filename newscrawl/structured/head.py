"""The ``meta`` and ``link`` elements and the title of a page, read in one pass."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from lxml.html import HtmlElement

from newscrawl.structured.said import Said, Source, line

_NAMING = ("property", "name", "http-equiv")
_MAX_CHARS = 20_000


class Entry(NamedTuple):
    """One ``meta`` element under one of its names."""

    content: str
    where: str


class Head:
    """What ``meta``, ``link``, ``title``, ``base`` and ``html`` elements say.

    :param url: address of the page; relative addresses start there or at its ``base``.
    """

    def __init__(self, root: HtmlElement, url: str) -> None:
        self.metas: dict[str, list[Entry]] = {}
        self.links: dict[str, list[HtmlElement]] = {}
        self.title = ""
        self.base = url
        tree = root.getroottree().getroot()
        self.language = tree.get("lang") or tree.get("xml:lang") or ""
        for element in root.iter("meta", "link", "title", "base"):
            if element.tag == "meta":
                self._meta(element)
            elif element.tag == "link":
                for rel in (element.get("rel") or "").casefold().split():
                    self.links.setdefault(rel, []).append(element)
            elif element.tag == "title":
                self.title = self.title or line(element.text or "")
            elif self.base == url and element.get("href"):
                self.base = _joined(url, element.get("href") or "")

    def _meta(self, element: HtmlElement) -> None:
        content = (element.get("content") or element.get("value") or "")[:_MAX_CHARS]
        if not content.strip():
            return
        for attribute in _NAMING:
            if name := (element.get(attribute) or "").strip():
                entry = Entry(content, f"meta[{attribute}={name}]")
                self.metas.setdefault(name.casefold(), []).append(entry)

    def said(self, names: Iterable[str], doubt: str | None = None) -> Iterator[Said[str]]:
        """Yield what the ``meta`` elements of these *names*, lower case, say."""
        for name in names:
            for entry in self.metas.get(name, ()):
                if content := line(entry.content):
                    yield Said(content, source_of(name), entry.where, doubt)

    def absolute(self, address: str) -> str:
        """Return *address* as an absolute one; unchanged if it cannot be joined."""
        return _joined(self.base, address.strip())


def source_of(name: str) -> Source:
    return "opengraph" if name.startswith(("og:", "article:")) else "meta"


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address
