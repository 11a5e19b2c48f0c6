"""Texts and attributes of a page that may state when its story was published."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from lxml.html import HtmlElement

from newscrawl.text import plain, unique
from newscrawl.visible.near import Candidate, parts, text_of

_MOST = 8
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
    r"updat|modif|edited|revised|güncel|yenilən|обновл|измен|оновл|թարմաց|განახლ|روزرسانی|تحديث"
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

_TAGS = frozenset("time abbr p span div dd li small em i b strong a h2 h3 h4 h5 h6".split())


def printed_dates(root: HtmlElement, *, headline: str | None = None) -> list[str]:
    """Return texts and attributes that may state when the story of *root* was published, the
    most trusted first, eight at most.

    What the page marks as a date near the headline comes first, what says that it is of a
    change comes last. Dates of other stories and of comments are left out.

    :param headline: tells which of the page's headings the story belongs to.

    >>> from lxml.html import fromstring
    >>> page = fromstring("<div><h1>Flood gates</h1><p class=date>4 March 2031</p></div>")
    >>> printed_dates(page, headline="Flood gates")
    ['4 March 2031']
    """
    ranks: list[list[str]] = [[] for _ in range(_CHANGE + 1)]
    for part in parts(root, headline):
        _sort(part, ranks)
        if any(ranks[:_AROUND_IT]) or ranks[_UNMARKED]:
            break
    return unique(chain.from_iterable(ranks))[:_MOST]


def _sort(candidates: Iterable[Candidate], ranks: list[list[str]]) -> None:
    """Add what *candidates* state to *ranks*."""
    for candidate in candidates:
        rank = _rank(candidate)
        if rank == _UNMARKED:
            ranks[rank] += _unmarked(candidate.element)
            continue
        texts = list(_texts(candidate.element))
        changed = bool(texts) and _is_of_a_change(candidate)
        for text, whole in texts:
            changed = changed or bool(_CHANGED.match(text.lower()))
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
    for part in _PARTS.split(text):
        if part != text and len(part) <= _LONGEST and _FIGURE.search(part):
            yield part, False
    for match in _WRITTEN.finditer(text):
        if match.group() != text:
            yield match.group(), False


def _unmarked(element: HtmlElement) -> Iterator[str]:
    """Yield the short texts directly in *element* that are hardly more than a date."""
    if element.tag not in _TAGS:
        return
    for text in (element.text, element.tail):
        if text and len(text) <= 3 * _LONGEST and _FIGURE.search(text):
            line = plain(text)
            for match in _WRITTEN.finditer(line):
                if 2 * len(match.group()) >= len(line):
                    yield match.group()
