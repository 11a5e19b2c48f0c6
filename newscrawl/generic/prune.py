"""Which boxes inside the chosen one are furniture."""

from collections import Counter

from newscrawl.generic.choose import LEAVES, layout_marks
from newscrawl.generic.page import Page

_LISTS = frozenset("dl ol table ul".split())
_LIST_LINKS, _BOX_LINKS = 0.5, 0.6  # share of the text in links that makes a box one of links
_ENTRIES = 3
_LINKED_ENTRY = 0.7  # more is a link with a date beside it
_ASIDE = 0.1  # prose beside the core, as a share of the core's, that is worth keeping
_MOST = 0.7  # share of the prose that a box of links or teasers can have
_CARDS = 3
_CARD_LINES = 6
_TITLE = 20  # characters; shorter links are labels


def furniture_lines(page: Page, best: int, core: int) -> list[bool]:
    """Return for each line of *page* whether a box marks it as furniture of the body."""
    dropped = [False] * len(page.lines)
    layout = layout_marks(page, best)
    most = _MOST * page.prose_of(page.boxes[best])
    index = best + 1
    while index < page.boxes[best].end:
        box = page.boxes[index]
        if (box.mark and box.mark not in layout) or (
            page.prose_of(box) < most and (_is_links(page, index) or holds_cards(page, index))
        ):
            _drop(dropped, box.first, box.last)
            index = box.end
        else:
            index += 1
    _drop_beside(page, best, core, dropped)
    return dropped


def teaser_share(page: Page, best: int) -> float:
    """Return the share of the prose in box *best* that rows of teasers hold, 0 to 1."""
    prose = page.prose_of(page.boxes[best])
    held = 0
    index = best
    while index < page.boxes[best].end:
        if holds_cards(page, index):
            held += page.prose_of(page.boxes[index])
            index = page.boxes[index].end
        else:
            index += 1
    return held / prose if prose else 0.0


def _drop(dropped: list[bool], first: int, last: int) -> None:
    dropped[first:last] = [True] * (last - first)


def _is_links(page: Page, index: int) -> bool:
    box = page.boxes[index]
    is_list = box.tag in _LISTS
    if box.tag in LEAVES or (not is_list and box.last - box.first < 2):
        return False
    size = page.sizes[box.last] - page.sizes[box.first]
    linked = page.links[box.last] - page.links[box.first]
    if linked <= (_LIST_LINKS if is_list else _BOX_LINKS) * size:
        return False
    lines = page.lines[box.first : box.last]
    # Entries with words of their own beside the link are of the text: titles and their authors.
    if not is_list or len(lines) < _ENTRIES:
        return True
    return 2 * sum(line.linked > _LINKED_ENTRY for line in lines) > len(lines)


def holds_cards(page: Page, index: int) -> bool:
    """Whether a box is a row of teasers: each a linked title with one sentence at most."""
    box = page.boxes[index]
    if box.last - box.first < _CARDS:
        return False
    cards: Counter[str] = Counter()
    others = shown = 0
    for child in page.children(index):
        inner = page.boxes[child]
        lines = page.lines[inner.first : min(inner.last, inner.first + _CARD_LINES + 1)]
        titled = any(line.linked > 0.8 and line.size >= _TITLE for line in lines)
        sentences = sum(line.is_prose for line in lines)
        if titled and sentences <= 1 and len(lines) <= _CARD_LINES:
            cards[inner.tag] += 1
            shown += page.prose_of(inner)
        elif sentences:
            others += 1
    most = max(cards.values(), default=0)
    return most >= _CARDS and most > 2 * others and 2 * shown >= page.prose_of(box)


def _drop_beside(page: Page, best: int, core: int, dropped: list[bool]) -> None:
    """Drop what is little and stands beside the core: notes, biographies, prompts.

    Before the core, a sentence in a named body is enough: articles begin in strange boxes.
    """
    least = _ASIDE * page.prose_of(page.boxes[core])
    named = min((x for x in page.around(core) if page.boxes[x].body), default=len(page.boxes))
    index = core
    while index != best:
        inner, index = index, page.boxes[index].parent
        before = 1.0 if index >= named else least
        group: list[int] = []
        for child in page.children(index):
            if child != inner and page.boxes[child].tag in LEAVES:
                group.append(child)
                continue
            _drop_small(page, group, before if child <= inner else least, dropped)
            group = []
            if child != inner:
                _drop_small(page, [child], before if child < inner else least, dropped)
        _drop_small(page, group, least, dropped)


def _drop_small(page: Page, group: list[int], least: float, dropped: list[bool]) -> None:
    if not group:
        return
    first, last = page.boxes[group[0]].first, page.boxes[group[-1]].last
    lines = page.lines[first:last]
    prose = sum(
        line.size
        for line, gone in zip(lines, dropped[first:last], strict=True)
        if line.is_prose and not gone
    )
    if prose < least:
        _drop(dropped, first, last)
