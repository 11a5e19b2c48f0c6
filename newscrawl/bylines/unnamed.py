"""Bylines that name nobody: a newsroom, a desk, a column, an account, the outlet itself."""

import re
from collections.abc import Sequence

from newscrawl.bylines.agencies import service
from newscrawl.bylines.reading import Byline, read_byline, without_label
from newscrawl.bylines.splitting import first_section, own_name_patterns, tidy, undated
from newscrawl.bylines.words import NEWSROOMS, NOT_NAMES, PLACEHOLDERS, STOP, fold

_LONGEST = 80
_MOST_WORDS = 5
_MOST_OF_ACCOUNT = 3
_WORD = re.compile(r"[^\W_]+")
_ACCOUNT = re.compile(r"(?=\D*\d)[^\W\d]{2}\w+")
_NEXT_LABEL = re.compile(r"\s*,\s*[^,:]{1,30}:.*")
_EDGES = " ,.·•|-–—"


def unnamed_byline(
    text: str | Sequence[str],
    *,
    own_names: Sequence[str] = (),
    languages: Sequence[str] = (),
) -> Byline | None:
    """Return *text* as a byline without authors, or None if it can be none.

    A printed text must begin with a label such as "By", or name a newsroom, a wire service or the
    outlet; the date behind it is left out. What software writes where nothing was entered,
    ``Unknown`` or ``admin``, is no byline.

    :param text: a printed byline; or a sequence, the author values of structured data.
    :param own_names: names and hosts of the outlet.
    :param languages: BCP 47 of the outlet.

    >>> unnamed_byline("By News Desk | 4 March 2025"), unnamed_byline("Full bio")
    (Byline(text='News Desk', authors=(), agency=None), None)
    >>> unnamed_byline(["dpa"]), unnamed_byline(["Unknown"])
    (Byline(text='dpa', authors=(), agency='dpa'), None)
    """
    if isinstance(text, str):
        printed = _printed(tidy(text), own_names)
        values = [printed] if printed else []
    else:
        values = [value for value in text if not _is_placeholder(value)]
    read = read_byline(values, own_names=own_names, languages=languages)
    if read.text is None or len(read.text) > _LONGEST or "://" in read.text:
        return None
    return Byline(read.text, (), read.agency)


def _printed(line: str, own_names: Sequence[str]) -> str | None:
    bare = without_label(line)
    words = _without_date(_NEXT_LABEL.sub("", first_section(bare)).split())
    byline = " ".join(words).strip(_EDGES)
    if not byline or len(words) > _MOST_WORDS or _is_placeholder(byline):
        return None
    if names_newsroom(byline) or _is_own(byline, own_names):
        return byline
    return byline if bare != line and _may_be_account(words) else None


def _without_date(words: list[str]) -> list[str]:
    """Return *words* without a date; an account's name may hold figures too."""
    if words and _ACCOUNT.fullmatch(words[0]):
        return [words[0], *undated(words[1:])]
    return undated(words)


def _may_be_account(words: Sequence[str]) -> bool:
    """Whether *words* are few, none is a common one, and the last has a capital if not alone."""
    if any(fold(word) in NOT_NAMES or fold(word) in STOP for word in words):
        return False
    return len(words) == 1 or (len(words) <= _MOST_OF_ACCOUNT and not words[-1].islower())


def _is_placeholder(text: str) -> bool:
    return PLACEHOLDERS.issuperset(map(fold, _WORD.findall(text)))


def names_newsroom(text: str) -> bool:
    """Whether a word of *text* says that it is a newsroom or a wire service.

    >>> names_newsroom("Tide Desk"), names_newsroom("Reuters"), names_newsroom("Tide Ltd")
    (True, True, False)
    """
    return service(text) is not None or any(fold(word) in NEWSROOMS for word in _WORD.findall(text))


def _is_own(text: str, own_names: Sequence[str]) -> bool:
    return any(pattern.fullmatch(text) for pattern in own_name_patterns(tuple(own_names)))
