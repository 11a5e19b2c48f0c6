"""Which box of a page holds the body."""

from collections.abc import Callable, Collection
from itertools import accumulate, chain

from newscrawl.generic.guide import Guide, normal
from newscrawl.generic.page import Box, Page
from newscrawl.generic.words import ENTRY, FIRM_MARKS, LOOSE_MARKS

LEAVES = frozenset("blockquote h1 h2 h3 h4 h5 h6 li p pre td th dd dt".split())
"""Boxes that are a paragraph or little more: none of them is the box of a body."""

_FIRM, _USUAL, _LOOSE = 0.9, 0.7, 0.35  # share of the text that furniture can have at most
_NAMED_BODY, _ARTICLE, _MARKED = 2.0, 1.5, 0.1  # what being in one makes of a line's weight
_OUTER, _INNER = 0.9, 0.7  # share of the weight that a box must have to be descended into
_WIDEN = 1.4
_ENOUGH = 1000  # characters of prose that are an article, whatever else there is
_ENTRIES = 3  # fewer numbered boxes are the article itself
_LINK, _LABEL = -10.0, -1.0
_MATCH, _MATCHED = 40, 0.4  # size of a line, and share of the whole, that are no accident
_LONGEST = 500  # more in one line is no better sign of a text


def choose(page: Page, guide: Guide, headlines: Collection[int]) -> tuple[int, int]:
    """Return the boxes that hold the body of *page*: a generous one, and its core.

    Text of the generous box may be furniture unless it is in the core; what is outside the
    generous box is not of the article.

    :param headlines: indexes of the lines that are the headline.
    """
    top = _article_of_headline(page, headlines)
    weights = _matches(page, guide) or _weights(page, top)
    sums = list(accumulate(weights, initial=0.0))
    gains = list(accumulate((max(0.0, weight) for weight in weights), initial=0.0))

    def score(index: int) -> float:
        box = page.boxes[index]
        return sums[box.last] - sums[box.first]

    def gain(index: int) -> float:
        box = page.boxes[index]
        return gains[box.last] - gains[box.first]

    best = _descend(page, top, _OUTER, score)
    best = _widen(page, best, top, gain)
    return best, _descend(page, best, _INNER, score)


def layout_marks(page: Page, top: int) -> frozenset[str]:
    """Return the marks below box *top* that do not stand for furniture.

    A mark that most of the text is under belongs to the layout and tells nothing.
    """
    boxes: dict[str, list[Box]] = {}
    for box in page.boxes[top + 1 : page.boxes[top].end]:
        if page.prose_of(box) and box.mark:
            outer = boxes.setdefault(box.mark, [])
            if not outer or outer[-1].last <= box.first:
                outer.append(box)
    total = page.prose_of(page.boxes[top])
    return frozenset(
        mark
        for mark, marked in boxes.items()
        if sum(map(page.prose_of, marked)) > _most(mark, total)
        or (mark == ENTRY and len(marked) < _ENTRIES)
    )


def _most(mark: str, total: int) -> float:
    """Return how much of *total* prose furniture of this mark can be."""
    if mark.startswith(FIRM_MARKS):
        return max(_FIRM * total, total - _ENOUGH)
    return (_LOOSE if mark in LOOSE_MARKS else _USUAL) * total


def _article_of_headline(page: Page, headlines: Collection[int]) -> int:
    """Return the innermost ``<article>`` that has the headline and text, else the outermost box."""
    least = max(200, 0.05 * page.prose[-1])
    titles = (index for index in range(len(page.lines)) if page.tag_of(index) == "h1")
    seen: set[int] = set()
    for line in chain(headlines, titles):
        for index in page.around(page.lines[line].box):
            if index in seen:
                break
            seen.add(index)
            box = page.boxes[index]
            if box.tag == "article" and page.prose_of(box) >= least:
                return index
    return 0


def _matches(page: Page, guide: Guide) -> list[float]:
    """Return weights that lead to the lines of the ``articleBody``.

    None if little of it is on the page beside the headline and the standfirst, which are all
    that some pages have there.
    """
    if not guide.article_body:
        return []
    found = 0
    weights = [_LABEL] * len(page.lines)
    for index, line in enumerate(page.lines):
        text = normal(line.text) if line.size >= _MATCH else ""
        if text and text in guide.article_body:
            weights[index] = float(line.size)
            if not guide.is_headline(line) and not guide.is_summary(line):
                found += len(text)
    return weights if found > _MATCHED * len(guide.article_body) else []


def _weights(page: Page, top: int) -> list[float]:
    """Return how much each line speaks for a body: above zero prose, below zero links.

    A line outside box *top* has no say, nor have the marks of boxes around it.
    """
    weights = [0.0] * len(page.lines)
    layout = layout_marks(page, top)
    factors = {page.boxes[top].parent: (1.0, frozenset[str]())}
    for index in range(top, page.boxes[top].end):
        box = page.boxes[index]
        if not page.prose_of(box):
            continue
        factor, kinds = factors[box.parent]
        marked = box.mark and box.mark not in layout and index != top
        for kind, worth, holds in (
            ("body", _NAMED_BODY, box.body),
            ("article", _ARTICLE, box.tag == "article"),
            ("marked", _MARKED, marked),
        ):
            if holds and kind not in kinds:
                factor *= worth
                kinds |= {kind}
        factors[index] = factor, kinds
    for index in range(page.boxes[top].first, page.boxes[top].last):
        line = page.lines[index]
        if line.is_prose:
            size = min(line.size, _LONGEST) * (1 - line.linked)
            weights[index] = factors[line.box][0] * size
        else:
            weights[index] = _LINK if line.linked > 0.5 else _LABEL
    return weights


def _descend(page: Page, index: int, share: float, score: Callable[[int], float]) -> int:
    """Go down from box *index* for as long as one child has *share* of the score."""
    while True:
        child = max(page.children(index), key=score, default=None)
        if child is None or page.boxes[child].tag in LEAVES:
            return index
        if score(child) <= 0 or score(child) < share * score(index):
            return index
        index = child


def _widen(page: Page, best: int, top: int, gain: Callable[[int], float]) -> int:
    """Return the widest article or named body around *best* that adds little to it."""
    most = _WIDEN * gain(best)
    widest = index = best
    while index > top:
        index = page.boxes[index].parent
        if gain(index) > most:
            break
        if page.boxes[index].body or page.boxes[index].tag == "article":
            widest = index
    return widest
