"""A page as lines of text in boxes: one walk over the tree, everything else reads its result."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from lxml.html import HtmlElement

from newscrawl.generic.names import Names, read_names
from newscrawl.text import BLOCKS, UNREAD, plain

NODE_LIMIT = 300_000
"""Nodes read of one page; the rest of a larger one is not looked at."""

_BREAK = "\x00"  # lxml lets no NUL into a tree, so a page cannot hold it
_PARTS = re.compile(r"\x00(?:\s*\x00)+")
_BOXES = BLOCKS | {"form", "button"}  # some sites wrap the whole page in one form
_UNREAD = UNREAD - {"form"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")


@dataclass(slots=True)
class Box:
    """A block element and the lines it holds: ``lines[first:last]`` of its page."""

    element: HtmlElement
    parent: int
    tag: str
    body: bool
    mark: str
    """What sets it apart from the text: a word of its class or id, its tag, ``hidden``, or ``""``."""
    first: int
    last: int = 0
    end: int = 0
    """Index after its last descendant among the boxes of the page."""


@dataclass(slots=True)
class Line:
    """A paragraph as :func:`newscrawl.text.paragraphs` reads it."""

    text: str
    box: int
    size: int
    """Length; a character of a script without spaces counts as three."""
    linked: float
    """Share of the text that is inside links."""
    strong: bool = False
    """Whether all of it is bold."""


@dataclass(slots=True)
class Page:
    boxes: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    prose: list[int] = field(default_factory=list)
    """``prose[n]`` is the size of the prose among the first *n* lines."""


_SENTENCE_END = tuple(".!?…։。।؟»”\"’:;؛)")


def is_prose(line: Line) -> bool:
    return line.linked < 0.5 and (line.size >= 80 or (line.size >= 40 and line.text.endswith(_SENTENCE_END)))


def read_page(root: HtmlElement) -> Page:
    """Return the lines of *root* in reading order with the boxes around them."""
    return _Reader(root).read()


class _Reader:
    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self.page = Page()
        self.streams = {
            str(part.get("id"))[2:]: part
            for part in root.xpath("//div[@hidden and starts-with(@id, 'S:')]")
        }
        self.streamed = frozenset(self.streams.values())
        self.run: list[str] = []
        self.open: list[int] = []
        self.links = self.bold = 0
        self.linked = self.bolded = 0

    def read(self) -> Page:
        path: list[tuple[HtmlElement, Iterator[HtmlElement]]] = []
        node: HtmlElement | None = self.root
        budget = NODE_LIMIT
        while node is not None and budget:
            budget -= 1
            tag = node.tag
            closed: HtmlElement | None = node
            if not isinstance(tag, str):
                pass
            elif tag in _UNREAD and not (tag == "button" and next(node.iter("p"), None) is not None):
                if tag == "template" and (part := self.streams.pop(str(node.get("id"))[2:], None)) is not None:
                    path.append((node, iter((part,))))  # the part stands where its template is
                    closed = None
            elif tag == "br":
                self.run.append(_BREAK)
            elif node in self.streamed and self.is_read(node, path):
                pass
            else:
                self.enter(node, tag)
                path.append((node, iter(node)))
                closed = None
            node = None
            while node is None:
                if closed is not None and closed is not self.root and closed.tail and not (path and path[-1][0].tag == "template"):
                    self.add(closed.tail)
                if not path:
                    break
                parent, children = path[-1]
                node = next(children, None)
                if node is None:
                    path.pop()
                    self.leave(parent.tag)
                closed = parent
        while path:
            self.leave(path.pop()[0].tag)
        self.page.prose = list(accumulate((line.size if is_prose(line) else 0 for line in self.page.lines), initial=0))
        return self.page

    def is_read(self, node: HtmlElement, path: list[tuple[HtmlElement, Iterator[HtmlElement]]]) -> bool:
        return str(node.get("id"))[2:] not in self.streams and path[-1][0].tag != "template"

    def enter(self, node: HtmlElement, tag: str) -> None:
        if tag in _BOXES:
            self.flush()
            page = self.page
            self.open.append(len(page.boxes))
            parent = self.open[-2] if len(self.open) > 1 else -1
            body, mark = self.names(node, tag)
            page.boxes.append(Box(node, parent, tag, body, mark, len(page.lines)))
        elif tag == "a":
            self.links += 1
        elif tag in ("b", "strong"):
            self.bold += 1
        if node.text:
            self.add(node.text)

    def names(self, node: HtmlElement, tag: str) -> Names:
        name = " ".join(filter(None, (node.get("class"), node.get("id"), node.get("itemprop"))))
        names = read_names(tag, name)
        if not names.mark and node not in self.streamed and (
            node.get("hidden") is not None
            or node.get("aria-hidden") == "true"
            or ((style := node.get("style")) is not None and _HIDDEN.search(style) is not None)
        ):
            return Names(names.body, "hidden")
        return names

    def leave(self, tag: str) -> None:
        if tag in _BOXES or tag == "template":
            self.flush()
            if tag != "template":
                box = self.page.boxes[self.open.pop()]
                box.last, box.end = len(self.page.lines), len(self.page.boxes)
        elif tag == "a":
            self.links -= 1
        elif tag in ("b", "strong"):
            self.bold -= 1

    def add(self, text: str) -> None:
        self.run.append(text)
        if self.links or self.bold:
            size = len("".join(text.split()))
            if self.links:
                self.linked += size
            if self.bold:
                self.bolded += size

    def flush(self) -> None:
        if not self.run:
            return
        raw = "".join(self.run)
        self.run.clear()
        linked, bolded = self.linked, self.bolded
        self.linked = self.bolded = 0
        if raw.isspace():
            return
        for part in _PARTS.split(raw) if _BREAK in raw else (raw,):
            texts = [line for line in map(plain, part.split(_BREAK)) if line]
            if not texts:
                continue
            text = "\n".join(texts)
            dense = len(text) - text.count(" ")
            share = len(raw) and min(1.0, linked / max(1, len("".join(raw.split())) or 1))
            size = len(text) + 2 * len(_UNSPACED.findall(text))
            self.page.lines.append(
                Line(text, self.open[-1] if self.open else -1, size, share, bolded >= 0.9 * dense)
            )
