"""One walk over the tree of a page."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from typing import cast

from lxml.etree import XPath, iterwalk
from lxml.html import HtmlElement

from newscrawl.generic.names import shown_names_of
from newscrawl.generic.page import Box, Line, Page
from newscrawl.text import BLOCKS, UNREAD, plain

NODE_LIMIT = 100_000
"""Nodes read of one page; what follows in a larger one is not looked at."""

_BREAK = "\x00"  # lxml lets no NUL into a tree, so a page cannot hold it
_PARTS = re.compile(r"\x00(?:\s*\x00)+")
_BOXES = BLOCKS | {"button", "form"}
_UNREAD = UNREAD - {"form"} | {"br"}  # there are sites that wrap the whole page in a form
_UNSEEN = re.compile(
    r"sr-only|screen-?(?:only|reader)|visually-?hidden|hidden-?visually|element-invisible", re.I
)
_UNSPACED = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
_streamed = cast(
    "Callable[[HtmlElement], list[HtmlElement]]",
    XPath(".//div[@hidden and starts-with(@id, 'S:')]"),
)


def read_page(root: HtmlElement) -> Page:
    """Return the lines of *root* in reading order and the boxes around them.

    Parts that a page streams in after its end (``<div hidden id="S:1">``) are read where
    their place is kept (``<template id="B:1">``).

    >>> from lxml.html import fromstring
    >>> page = read_page(fromstring("<div>One<p>two <a>three</a></p></div>"))
    >>> [(line.text, page.boxes[line.box].tag, line.linked) for line in page.lines]
    [('One', 'div', 0.0), ('two three', 'p', 0.625)]
    """
    page = _Reader(root).read()
    page.prose = list(accumulate((x.size if x.is_prose else 0 for x in page.lines), initial=0))
    page.sizes = list(accumulate((x.size for x in page.lines), initial=0))
    page.links = list(accumulate((x.size * x.linked for x in page.lines), initial=0.0))
    return page


class _Reader:
    def __init__(self, root: HtmlElement) -> None:
        self.page = Page()
        self.root = root
        self.streamed = {str(part.get("id"))[2:]: part for part in _streamed(root)}
        self.parts = frozenset(self.streamed.values())
        self.placed: set[HtmlElement] = set()
        self.walks = [(root, _walk(root))]
        self.open: list[HtmlElement] = []
        self.made: list[int] = []
        """Indexes of the boxes of the outermost of ``open``: only what has a line gets one."""
        self.run: list[str] = []
        self.link: HtmlElement | None = None
        self.linked = 0

    def read(self) -> Page:
        left = iter(range(2 * (NODE_LIMIT - 1)))  # nearly all nodes begin and end
        while self.walks:
            top, walk = self.walks[-1]
            for _, (event, node) in zip(left, walk, strict=False):
                if event == "start":
                    if not self._enter(node, top):
                        walk.skip_subtree()
                        if self.walks[-1][1] is not walk:
                            break
                        continue
                    text = node.text
                else:
                    if event == "end":
                        self._leave(node)
                    if node is self.root or node in self.placed:
                        continue
                    text = node.tail
                if text and (self.run or not text.isspace()):
                    self.run.append(text)
                    if self.link is not None:
                        self.linked += len(text) - text.count(" ") - text.count("\n")
            else:
                self.walks.pop()
        while self.open:
            self._close_box()
        return self.page

    def _enter(self, node: HtmlElement, top: HtmlElement) -> bool:
        """Begin with *node* in the walk from *top*; return whether what is in it is read."""
        tag = node.tag
        if tag in _UNREAD and not self._is_unclosed_button(node):
            if tag == "br":
                self.run.append(_BREAK)
            elif tag == "template":
                self._place(node)
            return False
        if tag in _BOXES or node is self.root:
            if node in self.placed and node is not top:
                return False
            if self.run:
                self._close_line()
            self.open.append(node)
        elif (names := node.get("class")) and _is_unseen(names):
            return False
        elif tag == "a" and self.link is None:
            self.link = node
        return True

    def _is_unclosed_button(self, node: HtmlElement) -> bool:
        """Whether a button has taken in the page that follows it."""
        return node.tag == "button" and next(node.iter("p"), None) is not None

    def _place(self, template: HtmlElement) -> None:
        part = self.streamed.pop(str(template.get("id"))[2:], None)
        if part is not None:
            self.placed.add(part)
            self.walks.append((part, _walk(part)))

    def _leave(self, node: HtmlElement) -> None:
        if self.open and self.open[-1] is node:
            self._close_box()
        elif node is self.link:
            self.link = None

    def _close_box(self) -> None:
        if self.run:
            self._close_line()
        self.open.pop()
        if len(self.made) > len(self.open):
            box = self.page.boxes[self.made.pop()]
            box.last, box.end = len(self.page.lines), len(self.page.boxes)

    def _close_line(self) -> None:
        raw = "".join(self.run)
        linked, self.linked = self.linked, 0
        self.run.clear()
        share = 0.0
        if linked:
            dense = len(raw) - raw.count(" ") - raw.count("\n") - raw.count(_BREAK)
            share = min(1.0, linked / dense) if dense > 0 else 0.0
        if _BREAK not in raw:
            self._add_line(plain(raw), share)
            return
        for part in _PARTS.split(raw):
            self._add_line("\n".join(filter(None, map(plain, part.split(_BREAK)))), share)

    def _add_line(self, text: str, share: float) -> None:
        if not text:
            return
        boxes, lines, made = self.page.boxes, self.page.lines, self.made
        for node in self.open[len(made) :]:
            box = Box(node, made[-1] if made else -1, node.tag, len(lines))
            if node in self.parts:
                box.names = shown_names_of(node)
            made.append(len(boxes))
            boxes.append(box)
        lines.append(Line(text, made[-1], _size(text), share))


def _walk(root: HtmlElement) -> iterwalk:
    return iterwalk(root, events=("start", "end", "comment", "pi"))


@lru_cache(maxsize=8192)
def _is_unseen(names: str) -> bool:
    return _UNSEEN.search(names) is not None


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text) + 2 * len(_UNSPACED.findall(text))
