"""A page as lines of text in boxes: what one walk over the tree leaves for all that follows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from newscrawl.generic.names import Names, names_of

_SENTENCE_ENDS = tuple('.!?…։۔।。！？؟»”"’:;)')
_LONG = 80
_SENTENCE = 40


@dataclass(slots=True)
class Box:
    """A block element with text in it; it holds ``lines[first:last]`` of its page."""

    element: HtmlElement
    parent: int
    """Index among the boxes of the page, -1 for the outermost."""
    tag: str
    first: int
    last: int = 0
    end: int = 0
    """Index after its last descendant among the boxes of the page."""
    names: Names | None = None
    """None until asked for: most boxes of a page are never asked."""

    @property
    def body(self) -> bool:
        """Whether it calls itself the body of an article."""
        return self._names().body

    @property
    def mark(self) -> str:
        """What sets it apart from the text: a word of its names, its tag, ``hidden``, or ``""``."""
        return self._names().mark

    def _names(self) -> Names:
        if self.names is None:
            self.names = names_of(self.element)
        return self.names


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
    is_prose: bool = field(init=False)
    """Whether it reads like a sentence of a text and not like a label or a link."""

    def __post_init__(self) -> None:
        self.is_prose = self.linked < 0.5 and (
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

    def under(self, top: int, holds: Callable[[Box], bool]) -> dict[int, bool]:
        """Return for box *top* and those in it whether *holds* is true of it or of a box around."""
        outside = self.boxes[top].parent
        found = {outside: any(holds(self.boxes[index]) for index in self.around(outside))}
        for index in range(top, self.boxes[top].end):
            box = self.boxes[index]
            found[index] = found[box.parent] or holds(box)
        return found
