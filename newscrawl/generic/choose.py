"""Which box of a page holds the body."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newscrawl.generic.words import STRONG, WEAK
from newscrawl.generic.page import Line, Page, is_prose

import os
BODY=float(os.environ.get("BODY",2)); ARTICLE=float(os.environ.get("ART",1.5)); WIDE=float(os.environ.get("WIDE",1.4)); STAY=float(os.environ.get("STAY",.8))
WEAKLIM=float(os.environ.get("WEAKLIM",.5)); CORE=float(os.environ.get("CORE",.6)); GROUP=float(os.environ.get("GROUP",.1))
_LEAVES = frozenset("p li h2 h3 h4 blockquote td".split())
_NOT_WORDS = re.compile(r"[\W_]+")


def normal(text: str | None) -> str:
    return _NOT_WORDS.sub(" ", text or "").strip().casefold()


@dataclass(frozen=True)
class Guide:
    headline: str
    summary: str
    article_body: str

    @classmethod
    def of(cls, headline: str | None, summary: str | None, article_body: str | None) -> "Guide":
        body = re.sub(r"<[^>]*>|&lt;.*?&gt;|&#?\w+;", " ", article_body or "")
        return cls(normal(headline), normal(summary), normal(body))


def children(page: Page, index: int) -> Iterator[int]:
    i = index + 1
    while i < page.boxes[index].end:
        yield i
        i = page.boxes[i].end


def sounding_marks(page: Page, start: int, end: int) -> frozenset[str]:
    """Return the marks of the boxes from *start* to *end* that stand for furniture there.

    A mark that most of the text bears is the layout of the page and tells nothing.
    """
    total = page.prose[page.boxes[start].last] - page.prose[page.boxes[start].first]
    share: dict[str, int] = {}
    ends: dict[str, int] = {}
    for i in range(start + 1, end):
        box = page.boxes[i]
        if box.mark and ends.get(box.mark, 0) <= i:
            ends[box.mark] = box.end
            share[box.mark] = share.get(box.mark, 0) + page.prose[box.last] - page.prose[box.first]
    return frozenset(
        mark
        for mark, prose in share.items()
        if prose <= (0.9 if mark.startswith(STRONG) else WEAKLIM if mark in WEAK else 0.7) * total
    )


def choose(page: Page, guide: Guide) -> tuple[int, int]:
    top = _scope(page, guide)
    marks = sounding_marks(page, top, page.boxes[top].end)
    weights = _weigh(page, marks)
    if len(guide.article_body) > 250:
        matched = [
            i for i, line in enumerate(page.lines)
            if line.size >= 40 and normal(line.text) in guide.article_body
        ]
        got = sum(len(page.lines[i].text) for i in matched)
        if got > 0.4 * len(guide.article_body):
            weights = [-10.0] * len(page.lines)
            for i in matched:
                weights[i] = float(page.lines[i].size)
    sums = _sums(weights)

    def score(i: int) -> float:
        return sums[page.boxes[i].last] - sums[page.boxes[i].first]

    best = _descend(page, top, STAY, score)
    best = _widen(page, best, top, weights)
    return best, _descend(page, best, CORE, score)


def _descend(page: Page, box: int, share: float, score: Callable[[int], float]) -> int:
    while True:
        child = max(children(page, box), key=score, default=None)
        if child is None or score(child) <= 0 or score(child) < share * score(box) or page.boxes[child].tag in _LEAVES:
            return box
        box = child


def _widen(page: Page, best: int, top: int, weights: list[float]) -> int:
    """Return the widest body or article around *best* that adds little to it."""
    gain = _sums([max(0.0, w) for w in weights])

    def score(i: int) -> float:
        return gain[page.boxes[i].last] - gain[page.boxes[i].first]

    limit = WIDE * score(best)
    widest = best
    i = best
    while i > top:
        i = page.boxes[i].parent
        box = page.boxes[i]
        if i < 0 or score(i) > limit:
            break
        if box.body or box.tag == "article" or page.boxes[widest].tag in _LEAVES:
            widest = i
    return widest


def _scope(page: Page, guide: Guide) -> int:
    """Return the innermost article around the headline that holds text, else the whole page."""
    if not guide.headline:
        return 0
    total = page.prose[-1]
    for line in page.lines:
        if is_headline(line, guide):
            i = line.box
            while i > 0:
                box = page.boxes[i]
                if box.tag == "article" and page.prose[box.last] - page.prose[box.first] >= max(200, 0.05 * total):
                    return i
                i = box.parent
    return 0


def is_headline(line: Line, guide: Guide) -> bool:
    if not 8 <= len(line.text) <= 400:
        return False
    text = normal(line.text)
    return text == guide.headline or (len(text) >= 20 and (guide.headline.startswith(text) or text.startswith(guide.headline)))


def _weigh(page: Page, marks: frozenset[str]) -> list[float]:
    factors: list[float] = []
    inside: list[tuple[bool, bool, bool]] = []
    for box in page.boxes:
        body, article, junk = inside[box.parent] if box.parent >= 0 else (False, False, False)
        factor = factors[box.parent] if box.parent >= 0 else 1.0
        if box.body and not body:
            factor, body = factor * BODY, True
        if box.tag == "article" and not article:
            factor, article = factor * ARTICLE, True
        if box.mark in marks and not junk:
            factor, junk = factor * 0.2, True
        factors.append(factor)
        inside.append((body, article, junk))
    weights = []
    for line in page.lines:
        w = weight(line)
        weights.append(w * factors[line.box] if w > 0 else w)
    return weights


def _sums(weights: list[float]) -> list[float]:
    sums = [0.0]
    for w in weights:
        sums.append(sums[-1] + w)
    return sums


def weight(line: Line) -> float:
    if line.linked > 0.5:
        return -min(line.size, 100) / 2
    if is_prose(line):
        return min(line.size, 500) * (1 - line.linked)
    return -3.0
