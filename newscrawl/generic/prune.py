"""Which lines of the chosen box are text of the article."""

import os
import re
from collections.abc import Container

from newscrawl.generic.choose import GROUP, _LEAVES, Guide, children, is_headline, normal, sounding_marks
from newscrawl.generic.page import Box, Line, Page, is_prose
from newscrawl.generic.words import LEAD_NAMES, PHRASES

ON = set(os.environ.get("ON", "core cards dens phr stand ab dup tweet head").split()) - set(os.environ.get("OFF", "").split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_LISTS = frozenset("ul ol dl table menu".split())
_PHRASE = re.compile("|".join(PHRASES), re.I)
_LEAD = re.compile("|".join(LEAD_NAMES), re.I)


def kept_lines(page: Page, best: int, core: int, guide: Guide, furniture: Container[str] = ()) -> list[int]:
    box = page.boxes[best]
    keep = [True] * len(page.lines)
    total = page.prose[box.last] - page.prose[box.first]
    marks = sounding_marks(page, best, box.end)
    i = best + 1
    while i < box.end:
        inner = page.boxes[i]
        if inner.last > inner.first and (
            inner.mark in marks
            or _is_link_list(page, inner)
            or ("cards" in ON and _holds_cards(page, i, total))
        ):
            keep[inner.first : inner.last] = [False] * (inner.last - inner.first)
            i = max(inner.end, i + 1)
        else:
            i += 1
    if "core" in ON:
        _drop_around(page, best, core, keep)
    first = _after_headline(page, box, guide, total)
    known = [False] * len(page.lines)
    if "ab" in ON and len(guide.article_body) > 250:
        known = [len(line.text) > 25 and normal(line.text) in guide.article_body for line in page.lines]
        covered = sum(page.lines[i].size for i in range(first, box.last) if known[i])
        kept_prose = sum(page.lines[i].size for i in range(first, box.last) if keep[i] and is_prose(page.lines[i]))
        if covered < 0.85 * kept_prose:
            known = [False] * len(page.lines)
    trusted = any(known)
    kept = []
    started = False
    seen: set[str] = set()
    for i in range(first, box.last):
        line = page.lines[i]
        if not keep[i] and not known[i]:
            continue
        if line.linked > 0.8 and not known[i]:
            continue
        if line.text in furniture:
            continue
        if "phr" in ON and not known[i] and len(line.text) < 250 and _PHRASE.search(line.text):
            continue
        tag = page.boxes[line.box].tag
        if trusted and not known[i] and not is_prose(line) and tag not in _HEADINGS:
            continue
        if not started:
            if not is_prose(line):
                if tag not in _HEADINGS:
                    continue
            else:
                started = True
        if "dup" in ON and line.size >= 60:
            if line.text in seen:
                continue
            seen.add(line.text)
        kept.append(i)
    kept = _without_idle_headings(page, kept) if "head" in ON else kept
    return (_standfirst(page, kept, guide) if "stand" in ON else []) + kept


def _drop_around(page: Page, best: int, core: int, keep: list[bool]) -> None:
    least = GROUP * (page.prose[page.boxes[core].last] - page.prose[page.boxes[core].first])
    i = core
    while i != best:
        inner, i = i, page.boxes[i].parent
        group: list[int] = []
        for child in [*children(page, i), -1]:
            leaf = child >= 0 and page.boxes[child].tag in _LEAVES
            if not leaf and group:
                _drop_group(page, group, least, keep)
                group = []
            if leaf:
                group.append(child)
            elif child not in (-1, inner):
                _drop_group(page, [child], least, keep)


def _drop_group(page: Page, group: list[int], least: float, keep: list[bool]) -> None:
    first, last = page.boxes[group[0]].first, page.boxes[group[-1]].last
    if sum(page.lines[i].size for i in range(first, last) if keep[i] and is_prose(page.lines[i])) < least:
        keep[first:last] = [False] * (last - first)


def _after_headline(page: Page, box: Box, guide: Guide, total: int) -> int:
    """Return the index after the headline in *box*, or that of its first line."""
    first = box.first
    seen = 0
    for i in range(box.first, box.last):
        line = page.lines[i]
        if is_headline(line, guide) or page.boxes[line.box].tag == "h1":
            first = i + 1
        seen += line.size if is_prose(line) else 0
        if seen > 0.3 * total:
            break
    return first


def _is_link_list(page: Page, box: Box) -> bool:
    lines = page.lines[box.first : box.last]
    if box.tag in _LISTS:
        most = 0.5
    elif "dens" in ON and 1 < len(lines) < 30:
        most = 0.6
    else:
        return False
    size = sum(line.size for line in lines)
    return sum(line.size * line.linked for line in lines) > most * size


def _holds_cards(page: Page, index: int, total: int) -> bool:
    """Whether most of a box is a row of teasers: a linked title and at most one sentence each."""
    box = page.boxes[index]
    if box.last - box.first < 3 or page.prose[box.last] - page.prose[box.first] > 0.7 * total:
        return False
    cards = others = 0
    for i in children(page, index):
        inner = page.boxes[i]
        lines = page.lines[inner.first : inner.last]
        if not lines:
            continue
        if len(lines) <= 6 and any(line.linked > 0.8 for line in lines) and sum(map(is_prose, lines)) <= 1:
            cards += 1
        elif sum(map(is_prose, lines)):
            others += 1
    return cards >= 3 and cards > 2 * others


def _without_idle_headings(page: Page, kept: list[int]) -> list[int]:
    """Drop headings whose text is gone."""
    result: list[int] = []
    after = None
    for i in reversed(kept):
        tag = page.boxes[page.lines[i].box].tag
        if tag in _HEADINGS:
            if after is None:
                continue
            next_tag = page.boxes[page.lines[after].box].tag
            if next_tag in _HEADINGS and next_tag <= tag and after != i + 1:
                continue
        result.append(i)
        after = i
    return result[::-1]


def _standfirst(page: Page, kept: list[int], guide: Guide) -> list[int]:
    """Return the line of the standfirst if it stands before the body."""
    if not kept:
        return []
    have = {normal(page.lines[i].text) for i in kept}
    start = 0
    for i in range(kept[0]):
        if is_headline(page.lines[i], guide) or page.boxes[page.lines[i].box].tag == "h1":
            start = i + 1
    for i in range(start, kept[0]):
        line = page.lines[i]
        if line.linked > 0.5 or line.size < 30:
            continue
        text = normal(line.text)
        if text in have:
            continue
        if len(text) >= 30 and guide.summary and (guide.summary.startswith(text) or text.startswith(guide.summary)):
            return [i]
        if _is_lead(page, line):
            return [i]
    return []


def _is_lead(page: Page, line: Line) -> bool:
    i = line.box
    for _ in range(2):
        if i < 0:
            break
        box = page.boxes[i]
        if _LEAD.search(f"{box.element.get('class') or ''} {box.element.get('id') or ''} {box.element.get('itemprop') or ''}"):
            return True
        i = box.parent
    return False
