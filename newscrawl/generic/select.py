"""Which lines of the chosen box are the article, one by one."""

import re
from collections.abc import Collection, Container
from itertools import islice

from newscrawl.generic.choose import choose
from newscrawl.generic.guide import Guide, normal
from newscrawl.generic.page import Page
from newscrawl.generic.prune import furniture_lines
from newscrawl.generic.words import (
    APART_MARKS,
    FURNITURE_PARTS,
    FURNITURE_STARTS,
    LEAD_NAMES,
    PICTURE_MARKS,
)

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_FURNITURE = re.compile("|".join(FURNITURE_STARTS))
_ASCII_PARTS = tuple(filter(str.isascii, FURNITURE_PARTS))
_LEAD = re.compile(LEAD_NAMES, re.I)
_LONGEST_FURNITURE = 400
_LEAST_LEAD, _LONGEST_LEAD = 30, 700
_LEAST_REPEATED = 60
_LEAST_TRUSTED = 25
_PICTURE_LEVELS = 50
_HEAD = 0.15  # share of the text after which no headline is looked for
_TRUSTED = 0.85  # share of the body that an ``articleBody`` must have to be believed


def body_lines(page: Page, guide: Guide, furniture: Container[str]) -> tuple[list[int], int]:
    """Return the indexes of the lines of the article, its standfirst first, and that of the box
    that holds the others."""
    in_order = guide.headlines(page.lines)
    headlines = frozenset(in_order)
    best, core = choose(page, guide, in_order)
    first, last = _after_headline(page, best, headlines), page.boxes[best].last
    dropped = furniture_lines(page, best, core)
    trusted = _trusted_lines(page, best, first, dropped, guide)
    kept: list[int] = []
    seen: set[str] = set()
    started = False
    for index in range(first, last):
        line = page.lines[index]
        if line.text in furniture or line.text in seen:
            continue
        # A prompt that links to what it asks for is one, though the ``articleBody`` has it.
        if (index not in trusted or line.linked) and is_furniture(line.text):
            continue
        if index not in trusted:
            heading = page.tag_of(index) in _HEADINGS
            linked = line.linked > 0.8 and not (heading and _heads_prose(page, index))
            if dropped[index] or linked:
                continue
            label = not line.is_prose and not heading
            if label and (trusted or not started):
                continue
        started = started or line.is_prose
        kept.append(index)
        if line.size >= _LEAST_REPEATED:
            seen.add(line.text)
    kept = _without_idle_headings(page, kept)
    return _lead(page, kept, guide, headlines) + kept, best


def is_furniture(text: str) -> bool:
    """Whether a line says of itself that it is not of the article.

    >>> is_furniture("Читайте также: Паром отменён"), is_furniture("Foto: A. Quill / Harbour Wire")
    (True, True)
    >>> is_furniture("The ferry was cancelled on Sunday.")
    False
    """
    if len(text) > _LONGEST_FURNITURE:
        return False
    lower = text.lower()
    parts = _ASCII_PARTS if lower.isascii() else FURNITURE_PARTS
    return _FURNITURE.match(lower) is not None or any(part in lower for part in parts)


def _heads_prose(page: Page, index: int) -> bool:
    around = page.boxes[page.boxes[page.lines[index].box].parent]
    following = page.lines[index + 1 : min(index + 2, around.last)]
    return any(line.is_prose and line.linked < 0.2 for line in following)


def _after_headline(page: Page, best: int, headlines: Collection[int]) -> int:
    """Return the index after the headline in box *best*, or that of the box's first line."""
    box = page.boxes[best]
    start = page.prose[box.first]
    first, titled = box.first, False
    for index in range(box.first, box.last):
        if page.prose[index] - start > _HEAD * page.prose_of(box):
            break
        named = index in headlines
        if page.tag_of(index) == "h1" and (named or not (titled or headlines)):
            first, titled = index + 1, True
        elif named and page.prose[index] == start and page.lines[index].linked < 0.5:
            first = index + 1
    return first


def _trusted_lines(
    page: Page, best: int, first: int, dropped: list[bool], guide: Guide
) -> frozenset[int]:
    """Return the lines from *first* in box *best* that the ``articleBody`` has too; none if it is
    not the whole body."""
    if not guide.article_body:
        return frozenset()
    last = page.boxes[best].last
    apart = page.under(best, lambda box: box.mark in APART_MARKS)
    found = frozenset(
        index
        for index in range(first, last)
        if page.lines[index].size > _LEAST_TRUSTED
        and not apart[page.lines[index].box]
        and normal(page.lines[index].text) in guide.article_body
    )
    prose = sum(
        page.lines[index].size
        for index in range(first, last)
        if page.lines[index].is_prose and not dropped[index]
    )
    size = sum(page.lines[index].size for index in found)
    if size < _TRUSTED * prose:
        return frozenset()
    return frozenset(index for index in found if page.lines[index].linked < 0.9)


def _without_idle_headings(page: Page, kept: list[int]) -> list[int]:
    """Drop the headings whose text is gone; one in a list is an entry of it."""
    result: list[int] = []
    after: int | None = None
    for index in reversed(kept):
        box = page.boxes[page.lines[index].box]
        if box.tag in _HEADINGS and page.boxes[box.parent].tag != "li":
            if after is None:
                continue
            tag = page.tag_of(after)
            if tag in _HEADINGS and tag <= box.tag and after != index + 1:
                continue
        result.append(index)
        after = index
    return result[::-1]


def _lead(page: Page, kept: list[int], guide: Guide, headlines: Container[int]) -> list[int]:
    """Return the line of the standfirst if it stands between the headline and the body."""
    if not kept:
        return []
    start = 0
    for index in range(kept[0]):
        named = index in headlines and page.lines[index].linked < 0.5
        if named or page.tag_of(index) == "h1":
            start = index + 1
    for index in range(start, kept[0]):
        line = page.lines[index]
        if (
            _LEAST_LEAD <= line.size <= _LONGEST_LEAD
            and line.linked < 0.5
            and (guide.is_summary(line) or _calls_itself_lead(page, index))
            and not _is_pictured(page, index)
        ):
            text = normal(line.text)
            again = any(normal(page.lines[other].text) == text for other in kept)
            return [] if again else [index]
    return []


def _is_pictured(page: Page, index: int) -> bool:
    around = islice(page.around(page.lines[index].box), _PICTURE_LEVELS)
    return any(page.boxes[box].mark in PICTURE_MARKS for box in around)


def _calls_itself_lead(page: Page, index: int) -> bool:
    box = page.boxes[page.lines[index].box]
    for element in (box.element, page.boxes[max(box.parent, 0)].element):
        names = (element.get("class"), element.get("id"), element.get("itemprop"))
        if _LEAD.search(" ".join(filter(None, names))):
            return True
    return False
