"""One walk over the tree of a page."""

import re
from collections.abc import Iterator
from itertools import accumulate

from lxml.html import HtmlElement

from newscrawl.generic.names import Names, read_names
from newscrawl.generic.page import Box, Line, Page
from newscrawl.generic.words import ENTRY
from newscrawl.text import BLOCKS, UNREAD, plain

NODE_LIMIT = 100_000
"""Nodes read of one page; what follows in a larger one is not looked at."""

_BREAK = "\x00"  # lxml lets no NUL into a tree, so a page cannot hold it
_PARTS = re.compile(r"\x00(?:\s*\x00)+")
_BOXES = BLOCKS | {"button", "form"}
_UNREAD = UNREAD - {"form"}  # there are sites that wrap the whole page in one
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_UNSEEN = re.compile(
    r"sr-only|screen-?(?:only|reader)|visually-?hidden|hidden-?visually|element-invisible", re.I
)
_UNSPACED = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
_STREAMED = ".//div[@hidden and starts-with(@id, 'S:')]"
_ENTRY = re.compile(r"(?:block|entry|post|update)[-_]?\d{3,}")


def read_page(root: HtmlElement) -> Page:
    """Return the lines of *root* in reading order and the boxes around them.

    Parts that a page streams in after its end (``<div hidden id="S:1">``) are read where
    their place is kept (``<template id="B:1">``).

    >>> from lxml.html import fromstring
    >>> page = read_page(fromstring("<div>One<p>two <a>three</a></p></div>"))
    >>> [(line.text, page.boxes[line.box].tag, line.linked) for line in page.lines]
    [('One', 'div', 0.0), ('two three', 'p', 0.625)]
    """
    page = _Reader(root).page
    page.prose = list(accumulate((x.size if x.is_prose else 0 for x in page.lines), initial=0))
    page.sizes = list(accumulate((x.size for x in page.lines), initial=0))
    page.links = list(accumulate((x.size * x.linked for x in page.lines), initial=0.0))
    return page


class _Reader:
    def __init__(self, root: HtmlElement) -> None:
        self.page = Page()
        self.streamed = {str(part.get("id"))[2:]: part for part in root.xpath(_STREAMED)}
        self.parts = frozenset(self.streamed.values())
        self.placed: set[HtmlElement] = set()
        self.path: list[tuple[HtmlElement, Iterator[HtmlElement]]] = []
        self.open: list[int] = []
        self.run: list[str] = []
        self.in_links = 0
        self.linked = 0
        self._read(root)

    def _read(self, root: HtmlElement) -> None:
        node: HtmlElement | None = root
        for _ in range(NODE_LIMIT):
            if node is None:
                break
            inside = self._inside(node)
            if inside is None:
                node = self._next(node, root)
            else:
                self.path.append((node, inside))
                node = next(inside, None)
                if node is None:
                    node = self._next(None, root)
        while self.path:
            self._leave(self.path.pop()[0].tag)

    def _next(self, closed: HtmlElement | None, root: HtmlElement) -> HtmlElement | None:
        """Return the node that follows *closed*, or the last one on the path if it is None."""
        while True:
            if closed is None:
                closed = self.path.pop()[0]
                self._leave(closed.tag)
            if closed is not root and closed.tail and closed not in self.placed:
                self._add(closed.tail)
            if not self.path:
                return None
            following = next(self.path[-1][1], None)
            if following is not None:
                return following
            closed = None

    def _inside(self, node: HtmlElement) -> Iterator[HtmlElement] | None:
        """Enter *node* and return what is in it, or None if there is nothing to read."""
        tag = node.tag
        if not isinstance(tag, str):
            return None
        if tag == "br":
            self.run.append(_BREAK)
            return None
        if tag == "template":
            part = self.streamed.pop(str(node.get("id"))[2:], None)
            if part is None:
                return None
            self.placed.add(part)
            return iter((part,))
        # An unclosed button takes in the page that follows it.
        if tag in _UNREAD and (tag != "button" or next(node.iter("p"), None) is None):
            return None
        if tag in _BOXES or not self.path:
            if node in self.placed and self.path[-1][0].tag != "template":
                return None
            self._open_box(node, tag)
        elif (names := node.get("class")) and _UNSEEN.search(names):
            return None
        elif tag == "a":
            self.in_links += 1
        if node.text:
            self._add(node.text)
        inside: Iterator[HtmlElement] = iter(node)
        return inside

    def _open_box(self, node: HtmlElement, tag: str) -> None:
        self._close_line()
        parent = self.open[-1] if self.open else -1
        names = self._names(node, tag)
        self.open.append(len(self.page.boxes))
        first = len(self.page.lines)
        self.page.boxes.append(Box(node, parent, tag, names.body, names.mark, first))

    def _names(self, node: HtmlElement, tag: str) -> Names:
        words = filter(None, (node.get("class"), node.get("id"), node.get("itemprop")))
        names = read_names(tag, " ".join(words))
        if names.mark or node in self.parts:
            return names
        style = node.get("style")
        if (
            node.get("hidden") is not None
            or node.get("aria-hidden") == "true"
            or (style and _HIDDEN.search(style))
        ):
            return Names(names.body, "hidden")
        if not names.body and tag == "div" and _ENTRY.fullmatch(node.get("id") or ""):
            return Names(False, ENTRY)
        return names

    def _leave(self, tag: str) -> None:
        if tag in _BOXES or not self.path:
            self._close_line()
            box = self.page.boxes[self.open.pop()]
            box.last, box.end = len(self.page.lines), len(self.page.boxes)
        elif tag == "a":
            self.in_links -= 1

    def _add(self, text: str) -> None:
        self.run.append(text)
        if self.in_links:
            self.linked += len(text) - text.count(" ") - text.count("\n")

    def _close_line(self) -> None:
        if not self.run:
            return
        raw = "".join(self.run)
        linked, self.linked = self.linked, 0
        self.run.clear()
        if raw.isspace():
            return
        dense = len(raw) - raw.count(" ") - raw.count("\n") - raw.count(_BREAK)
        share = min(1.0, linked / dense) if dense > 0 else 0.0
        for part in _PARTS.split(raw) if _BREAK in raw else (raw,):
            text = "\n".join(filter(None, map(_plain, part.split(_BREAK))))
            if text:
                self.page.lines.append(Line(text, self.open[-1], _size(text), share))


def _plain(text: str) -> str:
    """As :func:`plain`, and quick where there is nothing to normalise."""
    return " ".join(text.split()) if text.isascii() else plain(text)


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text) + 2 * len(_UNSPACED.findall(text))
