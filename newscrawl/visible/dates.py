"""Texts and attributes of a page that may state when its story was published."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from lxml.html import HtmlElement

from newscrawl.dates import date_label, date_with_clock
from newscrawl.text import plain, unique
from newscrawl.visible.near import Candidate, is_of_others, parts, text_of

_MOST = 8
_MOST_TIMES = 50
_LONGEST = 80
_LONGEST_AROUND = 320
_MOST_WITHIN = 30

_NAMED = re.compile(
    r"(?<![a-z])(?:pub-?)?(?:date|time|datetime|timestamp|time-stamp|published?|publication|posted"
    r"|pubdate|fecha|datum|tarih|tarix|zaman|vaxt|sana)(?:-?(?:line|time|stamp|text|published?))?"
    r"(?![a-z])"
)
_AROUND = re.compile(r"(?<![a-z])(?:meta|info|by-?line|details|dateline)(?![a-z])")
_OF_SOMETHING_ELSE = re.compile(
    r"(?:read|watch|play)[a-z]*-?time|time-?(?:to-)?read|duration|event|countdown"
)
_CHANGED = re.compile(
    r"updat|modif|edited|revised|reviewed|güncel|yenilən|обновл|измен|оновл|թարմաց|განახლ|روزرسانی|تحديث"
    r"|aktualis|aktualiz|actualiz|aggiorn|mis à jour|bijgewerkt|更新"
)
_DATA = re.compile(r"data-(?:[a-z-]*-)?(?:date|time|datetime|timestamp|published?)(?:-[a-z]+)?")
_PARTS = re.compile(r"\s*[|•·∙●│]\s*|\s+[–—/-]\s+")
_FIGURE = re.compile(r"\d")
_WRITTEN = re.compile(
    r"\d{4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}日?|\d{1,2}[./]\d{1,2}[./]\d{4}"
    r"|[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2}(?:st|nd|rd|th|\.|ª|º)?(?: de| of)? [^\W\d_]{3,12}\.?,?(?: de)? \d{4}"
)
_MARKED, _TIME, _NAMED_DATE, _AROUND_IT, _UNMARKED, _CHANGE = range(6)
"""How plainly something says that it is the date: as a property of the article, as a time, by
its name, by the name of what is around it, not at all; or that it is the date of a change."""

_NEXT, _NEAR, _FAR = range(3)
_DISTANCES = (_NEXT, _NEXT, _NEAR, _FAR)
"""How near to the headline the parts of a page are, in the order in which they are read."""

_TAGS = frozenset("time abbr p span div dd li td br small em i b strong a h2 h3 h4 h5 h6".split())


class PrintedDates(NamedTuple):
    """What a page prints of when its story was published and changed, as written."""

    published: list[str]
    """The most trusted first, eight at most."""

    changed: list[str]
    """What says that it is of a change; the same."""


def printed_dates(root: HtmlElement, *, headline: str | None = None) -> PrintedDates:
    """Return texts and attributes that may state when the story of *root* was published.

    What the page marks as a date near the headline comes first. Dates of other stories and of
    comments are left out; far from the headline a date has to say what it is.

    :param headline: tells which of the page's headings the story belongs to.

    >>> from lxml.html import fromstring
    >>> page = fromstring("<div><h1>Flood gates</h1><p class=date>4 March 2031</p></div>")
    >>> printed_dates(page, headline="Flood gates").published
    ['4 March 2031']
    """
    ranks: list[list[str]] = [[] for _ in range(_CHANGE + 1)]
    for distance, part in zip(_DISTANCES, parts(root, headline), strict=False):
        for candidate in part:
            _sort(candidate, distance, ranks)
        if any(ranks[:_AROUND_IT]) or ranks[_UNMARKED]:
            break
    published = unique(chain.from_iterable(ranks[:_CHANGE]))[:_MOST] or _only_time(root, headline)
    return PrintedDates(published, unique(ranks[_CHANGE])[:_MOST])


def _only_time(root: HtmlElement, headline: str | None) -> list[str]:
    """Return what the ``time`` elements of a page state that name one day alone, however the
    page calls what they are in: a teaser, a banner, a side bar of facts."""
    if not headline:
        return []
    times = [
        value
        for element in islice(root.iter("time"), _MOST_TIMES)
        if (value := element.get("datetime")) and not is_of_others(element)
        if not _CHANGED.search(text_of(element).lower())
    ]
    return times[:1] if len({time[:10] for time in times}) == 1 else []


def _sort(candidate: Candidate, distance: int, ranks: list[list[str]]) -> None:
    """Add what *candidate* states to *ranks*."""
    rank = _rank(candidate)
    if rank == _UNMARKED:
        for text, label in _unmarked(candidate.element, distance):
            ranks[_CHANGE if label == "changed" else rank].append(text)
        return
    texts = list(_texts(candidate.element))
    changed = bool(texts) and _is_of_a_change(candidate)
    for text, whole in texts:
        changed = changed or bool(_CHANGED.match(text.lower())) or date_label(text) == "changed"
        ranks[_CHANGE if changed else rank if whole else _AROUND_IT].append(text)


def _rank(candidate: Candidate) -> int:
    element, names = candidate.element, candidate.names
    attributes = element.keys()
    if "pubdate" in attributes or element.get("itemprop") == "datePublished":
        return _MARKED
    if element.tag == "time":
        return _TIME
    rank = _rank_of(names) if names else _UNMARKED
    if rank == _UNMARKED and any(map(_DATA.fullmatch, attributes)):
        return _NAMED_DATE
    return rank


@lru_cache(maxsize=8192)
def _rank_of(names: str) -> int:
    if _OF_SOMETHING_ELSE.search(names):
        return _UNMARKED
    if _NAMED.search(names):
        return _NAMED_DATE
    return _AROUND_IT if _AROUND.search(names) else _UNMARKED


def _is_of_a_change(candidate: Candidate) -> bool:
    names = candidate.names
    if "publish" in names:
        return False
    return bool(_CHANGED.search(names)) or bool(_CHANGED.search(_label(candidate.element).lower()))


def _label(element: HtmlElement) -> str:
    """Return the text that stands right before *element* and is no date itself."""
    previous = element.getprevious()
    if previous is None:
        parent = element.getparent()
        text = None if parent is None else parent.text
    elif previous.tail and previous.tail.strip():
        text = previous.tail
    else:
        text = None if len(previous) else previous.text
    return text if text and not _FIGURE.search(text) else ""


def _texts(element: HtmlElement) -> Iterator[tuple[str, bool]]:
    """Yield what *element* states, and whether that is the whole of it."""
    for name, value in element.items():
        is_stated = name in ("datetime", "content") or _DATA.fullmatch(name)
        if is_stated and len(value) <= _LONGEST and _FIGURE.search(value):
            yield plain(value), True
    if len(element) > _MOST_WITHIN:
        return
    text = text_of(element)
    if len(text) > _LONGEST_AROUND:
        return
    if len(text) <= _LONGEST and (_FIGURE.search(text) or (text and element.tag == "time")):
        yield text, True
    if (dated := date_with_clock(text)) and dated != text:
        yield dated, False
    for part in _PARTS.split(text):
        if part != text and len(part) <= _LONGEST and _FIGURE.search(part):
            yield part, False
    for match in _WRITTEN.finditer(text):
        if match.group() != text:
            yield match.group(), False


def _unmarked(element: HtmlElement, distance: int) -> Iterator[tuple[str, str | None]]:
    """Yield the short texts directly in *element* that are hardly more than a date, each with
    its label.

    Near the headline a date and its clock may stand among names; next to it a date may begin a
    line with the place or the name of a person in it.
    """
    if element.tag not in _TAGS:
        return
    for text in (element.text, element.tail):
        if not text or len(text) > 3 * _LONGEST or not _FIGURE.search(text):
            continue
        line = plain(text)
        for piece in unique([line, *_PARTS.split(line)]):
            match = _WRITTEN.search(piece)
            if match is None or len(piece) > _LONGEST:
                continue
            label = date_label(piece)
            if label or (label is not None and distance != _FAR):
                yield piece, label
            if label is not None or distance == _FAR:
                continue
            dated = date_with_clock(piece)
            said = date_label(dated) if dated else None
            if dated:
                yield dated, said
            is_first = distance == _NEXT and match.start() == 0
            if said != "changed" and (is_first or 2 * len(match.group()) >= len(piece)):
                yield match.group(), None
