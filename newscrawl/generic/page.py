"""A page as lines of text in boxes: what one walk over the tree leaves for all that follows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

_SENTENCE_ENDS = tuple('.!?…։۔।。！？؟»”"’:;)')
_LONG = 80
_SENTENCE = 40


@dataclass(slots=True)
class Box:
    """A block element; it holds ``lines[first:last]`` of its page."""

    element: HtmlElement
    parent: int
    """Index among the boxes of the page, -1 for the outermost."""
    tag: str
    body: bool
    """Whether it calls itself the body of an article."""
    mark: str
    """What sets it apart from the text: a word of its names, its tag, ``hidden``, or ``""``."""
    first: int
    last: int = 0
    end: int = 0
    """Index after its last descendant among the boxes of the page."""


@dataclass(slots=True)
class Line:
    """A paragraph as :func:`newscrawl.text.paragraphs` reads it."""

    text: str
    box: int
    """Index of the innermost box around it."""
    size: int
    """Characters; one of a script without spaces counts as three."""
    linked: float
    """Share of the text that is inside links, 0 to 1."""

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a sentence of a text and not like a label or a link."""
        return self.linked < 0.5 and (
            self.size >= _LONG or (self.size >= _SENTENCE and self.text.endswith(_SENTENCE_ENDS))
        )


@dataclass(slots=True)
class Page:
    """Boxes in document order, a parent before its children, and lines in reading order."""

    boxes: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    prose: list[int] = field(default_factory=list)
    """``prose[n]`` is the size of the prose among the first *n* lines."""
    sizes: list[int] = field(default_factory=list)
    """The same of all text."""
    links: list[float] = field(default_factory=list)
    """The same of the text inside links."""

    def prose_of(self, box: Box) -> int:
        return self.prose[box.last] - self.prose[box.first]

    def children(self, index: int) -> Iterator[int]:
        """Yield the indexes of the boxes directly below box *index*."""
        child = index + 1
        while child < self.boxes[index].end:
            yield child
            child = self.boxes[child].end

    def around(self, index: int) -> Iterator[int]:
        """Yield box *index* and the boxes around it, inside out."""
        while index >= 0:
            yield index
            index = self.boxes[index].parent

    def tag_of(self, line: int) -> str:
        return self.boxes[self.lines[line].box].tag

    def under(self, holds: Callable[[Box], bool]) -> list[bool]:
        """Return for each box whether it *holds* for the box or for one around it."""
        found: list[bool] = []
        for box in self.boxes:
            found.append((box.parent >= 0 and found[box.parent]) or holds(box))
        return found
