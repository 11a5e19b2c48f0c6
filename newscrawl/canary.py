"""Whether an outlet's selectors still say what its pages say without them."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Literal

from newscrawl.items import Article
from newscrawl.structured.likeness import squeezed, words

Verdict = Literal["agree", "differ", "only_selectors", "only_page"]

_A_MINUTE = timedelta(minutes=1)
_SHINGLE = 4
_SAME_TEXT = 0.8
_SAME_TAGS = 0.5


def compare(by_selectors: Article, by_page: Article) -> dict[str, Verdict]:
    """Return how two readings of one page compare, field by field; what neither has is left out.

    Headlines agree if their letters do, dates within a minute or, where one is a day, on that
    day; authors as sets; bodies if they share most runs of four words; tags if they share half
    of those of the reading that has fewer.

    >>> compare(Article(id="a", url="", outlet="", country="", language="", headline="Gates!"),
    ...         Article(id="a", url="", outlet="", country="", language="", headline="gates"))
    {'headline': 'agree'}
    """
    found: dict[str, Verdict] = {}
    for name, alike in _ALIKE.items():
        selected, said = bool(getattr(by_selectors, name)), bool(getattr(by_page, name))
        if selected and said:
            found[name] = "agree" if alike(by_selectors, by_page) else "differ"
        elif selected or said:
            found[name] = "only_selectors" if selected else "only_page"
    return found


def sampled(id: str, share: float) -> bool:
    """Whether the article *id* is in the sample that holds a *share* of all, 0 to 1; the same
    articles in every run.

    >>> sampled("harbour:en:gates", 1.0), sampled("harbour:en:gates", 0.0)
    (True, False)
    """
    digest = hashlib.blake2b(id.encode(), digest_size=8).digest()
    return int.from_bytes(digest) < share * 2**64


def agreement(counts: Mapping[str, int]) -> tuple[int, int]:
    """Return how many comparisons of a field agree, and of how many that can tell.

    :param counts: verdict to how often it was met. Where only the selectors found something
        there is nothing to hold against them.

    >>> agreement({"agree": 3, "only_page": 1, "only_selectors": 7})
    (3, 4)
    """
    agree = counts.get("agree", 0)
    return agree, agree + counts.get("differ", 0) + counts.get("only_page", 0)


def _same_headline(one: Article, other: Article) -> bool:
    return squeezed(one.headline or "") == squeezed(other.headline or "")


def _same_date(one: Article, other: Article) -> bool:
    first, second = one.date, other.date
    if first is None or second is None:
        return False
    if other.date_precision == "day":
        return first.astimezone(second.tzinfo).date() == second.date()
    if one.date_precision == "day":
        return second.astimezone(first.tzinfo).date() == first.date()
    return abs(first - second) <= _A_MINUTE


def _same_authors(one: Article, other: Article) -> bool:
    return _keys(one.authors) == _keys(other.authors)


def _same_body(one: Article, other: Article) -> bool:
    first, second = _shingles(one.body or ""), _shingles(other.body or "")
    return 2 * len(first & second) >= _SAME_TEXT * (len(first) + len(second))


def _same_tags(one: Article, other: Article) -> bool:
    first, second = _keys(one.tags), _keys(other.tags)
    return len(first & second) >= _SAME_TAGS * min(len(first), len(second))


def _keys(names: Iterable[str]) -> set[str]:
    return set(map(squeezed, names))


def _shingles(text: str) -> set[tuple[str, ...]]:
    tokens = words(text)
    return {tuple(tokens[n : n + _SHINGLE]) for n in range(max(1, len(tokens) - _SHINGLE + 1))}


_ALIKE: dict[str, Callable[[Article, Article], bool]] = {
    "headline": _same_headline,
    "date": _same_date,
    "authors": _same_authors,
    "body": _same_body,
    "tags": _same_tags,
}
FIELDS = tuple(_ALIKE)
