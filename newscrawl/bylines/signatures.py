"""Bylines that stand in the text: a last paragraph, or the start of the first."""

import re
from collections.abc import Sequence

from newscrawl.bylines.agencies import service
from newscrawl.bylines.datelines import dateline_service
from newscrawl.bylines.parts import Parts, take_apart
from newscrawl.bylines.reading import Byline, read_byline
from newscrawl.bylines.splitting import own_name_patterns, tidy
from newscrawl.bylines.words import BEFORE_AUTHOR, NAMELESS_INITIALS, SOURCES, fold

_LONGEST = 160
_DEEPEST = 3
_BY = re.compile(r"\(?\s*(?:By|BY|by)\s+(?=\S)")
_REPORTED = re.compile(
    r"[(\[]?\s*(?:(?:additional )?(?:reporting|writing)(?: and \w+)?|written|story|words) by\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*([^:：՝.!?]{2,40}?)\s*[:：՝]\s*(\S.*)")
_INITIALS = re.compile(r"[A-Z]{2,3}(?:/[A-Z]{2,3})?")
_SPECIAL = re.compile(
    r"(.{4,60}?),\s*(?:special(?:ly)? (?:to|for)|exclusively for|специально для)\s+\S.{1,60}",
    re.IGNORECASE,
)
_WITH_SERVICE = re.compile(r"(.{4,60}?)\s*[,/|(–—-]\s*\(?([^,/|()]{2,40})\)?\.?")
_BY_LEAD = re.compile(r"(?:[^:!?]{2,60}[./] )?((?:By|BY) [^:.!?]{4,60}? [-–—] [^:.!?]{2,30}):")
_NAME_AND_CITY = re.compile(r"([^/.:!?]{4,60}/\s*[^/.:!?(]{2,40},?\s*\([^()]{2,20}\))")

_HEADLINE_LABELS = frozenset(
    "report reports analysis opinion story stories news feature features guide comment column blog "
    "more view posts article articles this about review essay read follow".split()
)
"""Labels that begin a headline as readily as a signature."""


def closing_byline(
    paragraphs: Sequence[str],
    *,
    own_names: Sequence[str] = (),
    languages: Sequence[str] = (),
) -> tuple[Byline | None, int]:
    """Return the signature that *paragraphs* end with, and how many of them it takes.

    A signature is a paragraph that holds nothing else: ``By Ada Quill``, ``Автор: Ада Квилл``,
    ``(Reporting by Ada Quill)``, ``Ada Quill, Reuters``, or a reporter's initials, ``AQ/BS``.
    The outlet's own name may follow it. When unsure, ``(None, 0)``.

    >>> closing_byline(["The river rose.", "By Ada Quill"])
    (Byline(text='Ada Quill', authors=('Ada Quill',), agency=None), 1)
    >>> closing_byline(["The river rose.", "By Tuesday, the talks had ended."])
    (None, 0)
    """
    for taken in range(1, min(_DEEPEST, len(paragraphs) - 1) + 1):
        paragraph = tidy(paragraphs[-taken])
        byline = _signature(paragraph, own_names, languages, initials=taken == 1)
        if byline:
            return byline, taken
        if not _is_own(paragraph, own_names):
            break
    return None, 0


def opening_byline(
    paragraphs: Sequence[str],
    *,
    own_names: Sequence[str] = (),
    languages: Sequence[str] = (),
) -> tuple[Byline | None, int]:
    """Return the byline that *paragraphs* begin with, and how many of them it takes.

    It takes one if the first paragraph is a signature, and none if the byline only leads into
    the text: ``By Ada Quill - Trend: The river rose``, ``Ada QUILL/ANKARA, (DHA) – The river``,
    ``KYIV (Reuters) - The river``.

    >>> opening_byline(["ANKARA (AA) - The river rose."])
    (Byline(text='AA', authors=(), agency='Anadolu'), 0)
    """
    if not paragraphs:
        return None, 0
    first = tidy(paragraphs[0])
    if len(paragraphs) > 1 and (byline := _signature(first, own_names, languages, initials=False)):
        return byline, 1
    head = " ".join(first.split())[:_LONGEST]
    if led := _BY_LEAD.match(head) or _NAME_AND_CITY.match(head):
        byline = read_byline(led[1].strip(" -–—:"), own_names=own_names, languages=languages)
        if byline.authors:
            return byline, 0
    credited = dateline_service(head)
    if credited and not _is_own(credited, own_names):
        return Byline(credited, (), service(credited)), 0
    return None, 0


def _signature(
    paragraph: str, own_names: Sequence[str], languages: Sequence[str], *, initials: bool
) -> Byline | None:
    if not paragraph or len(paragraph) > _LONGEST:
        return None

    def read(text: str) -> Parts:
        return take_apart(text, own_names=own_names, languages=languages)

    line = " ".join(paragraph.split())
    if initials and _INITIALS.fullmatch(line) and line not in NAMELESS_INITIALS:
        return Byline(line, (), service(line))
    if service(line.strip("()[] ")) and not _is_own(line, own_names):
        return read_byline(line, own_names=own_names, languages=languages)
    sure = False
    if _BY.match(line) or _REPORTED.match(line):
        parts = read(line)
        sure = bool(parts.names) and not parts.rest and not parts.singles
    elif label := _LABEL.fullmatch(line):
        known = _names_author(label[1].split())
        parts = read(line)
        source = any(fold(word) in SOURCES for word in label[1].split())
        sure = (known and bool(parts.names or parts.singles)) or (source and bool(parts.agency))
        sure = sure and not parts.rest
    elif special := _SPECIAL.fullmatch(line):
        parts = read(special[1])
        sure = len(parts.names) == 1 and not parts.rest
    elif credited := _WITH_SERVICE.fullmatch(line):
        parts = read(credited[1])
        sure = bool(service(credited[2])) and bool(parts.names) and not parts.rest
    return read_byline(line, own_names=own_names, languages=languages) if sure else None


def _is_own(paragraph: str, own_names: Sequence[str]) -> bool:
    """Whether *paragraph* is the outlet's name and nothing else."""
    rest = paragraph
    for pattern in own_name_patterns(tuple(own_names)):
        rest = pattern.sub("", rest)
    return not re.search(r"\w", rest)


def _names_author(label: list[str]) -> bool:
    words = {fold(word) for word in label}
    return BEFORE_AUTHOR.issuperset(words) and _HEADLINE_LABELS.isdisjoint(words)
