"""Whether words are the name of a person."""

import re

from newscrawl.bylines.words import (
    DEGREES,
    DESKS,
    LABELS,
    NOT_NAMES,
    PARTICLES,
    PATRONYMICS,
    QUALIFIERS,
    ROLES,
    TITLES,
    fold,
)

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0dff\u0e31-\u0e4e\u200c"
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
_WORD = re.compile(rf"['’‘ʻʼ]?{_LETTER}+(?:[.'’‘ʻʼ`·・\-‐‑]{{1,2}}{_LETTER}+)*[.'’]?")
_CASED = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u1e00-\u1fff]")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3・· 々]{2,12}")
_HAN_NAME = re.compile(
    r"[\u3400-\u9fff々]{2,5}|[\u3400-\u9fff]{1,3} ?[\u3040-\u30ff\u3400-\u9fff]{1,4}"
)
_HANGUL_NAME = re.compile(r"[\uac00-\ud7a3]{2,5}")
_EAST_ASIAN_ROLE = re.compile(r"\s*(?:记者|記者|기자|特派員|编辑)$")
_PREFIXED = re.compile(r"(\w+)['’‘`-]([^\W\d_])\S*")
_PREFIXES = PARTICLES | {"d", "l", "t", "o", "n"}
_SMALL = PARTICLES - {"ben", "abu", "san", "saint", "st", "mac", "mc", "y", "e", "i"}
_INITIALS = re.compile(r"(?:III?|IV|[A-Z]{1,2})\.?")
_PIECES = re.compile(r"([^\W\d_]+)")
_TURKIC = frozenset("İıĞğŞşƏə")
_NOT_A_PERSON = DESKS | NOT_NAMES
_NOT_A_GIVEN_NAME = _NOT_A_PERSON | ROLES | QUALIFIERS | LABELS | TITLES | PARTICLES
_ARTICLES = {"the", "an"}
_MOST_WORDS = 5
_MOST_LETTERS = 70
_LONGER_THAN_INITIALS = 3


def person(text: str, *, loose: bool = False, turkic: bool = False) -> str | None:
    """Return the person's name that *text* is, tidied, or None if it is none.

    A title before it stays, degrees behind it go. A name wholly in capitals gets small letters,
    except for words of two letters, which may be initials; with *turkic* ``I`` becomes ``ı``.

    :param text: two to five words beside particles. Words in scripts that have capitals
        start with one.
    :param loose: whether a source that holds nothing but names is trusted with small letters.

    >>> person("Dr. ADA VAN QUILL"), person("Əli Vəli oğlu Quliyev"), person("the talks")
    ('Dr. Ada van Quill', 'Əli Vəli oğlu Quliyev', None)
    """
    text = text.strip(' ,;:*_~#"“”«»-–—')
    if _EAST_ASIAN.fullmatch(text):
        return _east_asian(text)
    words = without_degrees(text.split())
    if not _LONGER_THAN_INITIALS <= len(" ".join(words)) <= _MOST_LETTERS:
        return None
    folded = [fold(word).strip(".") for word in words]
    main = [
        word
        for place, (word, key) in enumerate(zip(words, folded, strict=True))
        if key not in PARTICLES and (place or key not in TITLES)
    ]
    if len(words) < 2 or not 1 <= len(main) <= _MOST_WORDS or len(words) > _MOST_WORDS + 2:
        return None
    if any(key in _NOT_A_PERSON for key in folded) or not all(map(_WORD.fullmatch, words)):
        return None
    if not any(len(word.strip(".'’‘ʻʼ")) > 1 for word in main) or _unfinished(words[-1]):
        return None
    if not all(map(capitalised, main)) and not (loose and _small_but_sure(words)):
        return None
    return _unshouted(words, turkic)


def single_name(text: str) -> str | None:
    """Return *text* if it is one word that a source of names alone may hold, or None.

    >>> single_name("Lillie"), single_name("Staff"), single_name("BBC"), single_name("admin")
    ('Lillie', None, None, None)
    """
    text = text.strip(" .,;:*")
    if " " in text or "." in text or len(text) < _LONGER_THAN_INITIALS or not _WORD.fullmatch(text):
        return None
    if not _NOT_A_GIVEN_NAME.isdisjoint(fold(text).split("-")) or not capitalised(text):
        return None
    if _CASED.match(text) and text.isupper():
        return _unshouted([text], False) if len(text) > _MOST_WORDS else None
    return text


def without_roles(words: list[str]) -> list[str]:
    """Return *words* without what a person is called before or after the name.

    >>> without_roles("Political Editor Ada Quill".split())
    ['Ada', 'Quill']
    >>> without_roles("Ada Quill Senior Staff Writer".split())
    ['Ada', 'Quill']
    """
    while len(words) > 2 and fold(words[0].strip(".,:")) in LABELS - _ARTICLES:
        words = words[1:]
    roles = [place for place, word in enumerate(words) if fold(word.strip(".,")) in ROLES]
    while len(words) > 2 and fold(words[-1]) in QUALIFIERS:
        words = words[:-1]
    if not roles or fold(" ".join(words[1:])) == "head":
        return words
    before = words[: roles[0]]
    while before and fold(before[-1]) in QUALIFIERS:
        before = before[:-1]
    after = words[roles[0] + 1 :]
    if len(before) > 1 or (before and len(after) < 2):
        return before
    return without_roles(after) if len(after) > 1 else after


def without_degrees(words: list[str]) -> list[str]:
    """Return *words* without the degrees behind a name.

    >>> without_degrees("Ada Quill, MD, PhD".split()), without_degrees("Yu Yi Ma".split())
    (['Ada', 'Quill'], ['Yu', 'Yi', 'Ma'])
    """
    words = [stripped for word in words if (stripped := word.strip(",;*"))]
    shouted = " ".join(words).isupper()
    while len(words) > 2 and not shouted and _degree(words[-1]):
        words = words[:-1]
    return words


def _degree(word: str) -> bool:
    """Whether *word* is a degree: ``MA``, ``Ph.D.``, and not the surname ``Ma``."""
    key = word.replace(".", "")
    return fold(key) in DEGREES and not (key.istitle() and len(key) < _LONGER_THAN_INITIALS)


def capitalised(word: str) -> bool:
    """Whether *word* may start a name: it has a capital, or its script has none."""
    start = word.lstrip("'’‘ʻʼ`")
    if not _CASED.match(start) or start[:1].isupper():
        return True
    prefixed = _PREFIXED.fullmatch(start)
    if not prefixed:
        return False
    return prefixed[2].isupper() and fold(prefixed[1]) in _PREFIXES


def _unfinished(word: str) -> bool:
    """Whether a name cannot end with *word*, a particle in small letters."""
    key = fold(word)
    return word == key and key in PARTICLES - PATRONYMICS


def _small_but_sure(words: list[str]) -> bool:
    first, *others = words
    small = all(len(word) > 2 and word.isalpha() and word.islower() for word in others)
    return small and len(others) == 1 and len(first) > 2 and first[1:].islower()


def _east_asian(text: str) -> str | None:
    text = _EAST_ASIAN_ROLE.sub("", text.strip())
    if text in _NOT_A_PERSON or any(
        word in text for word in ("编辑", "編集", "记者", "通信", "新聞", "新闻", "편집")
    ):
        return None
    is_name = (
        _HAN_NAME.fullmatch(text) or _HANGUL_NAME.fullmatch(text) or "・" in text or "·" in text
    )
    return text if is_name else None


def _unshouted(words: list[str], turkic: bool) -> str:
    title = words[0] if fold(words[0]).rstrip(".") in TITLES else ""
    if title:
        return f"{title} {_unshouted(words[1:], turkic)}"
    name = " ".join(words)
    if not name.isupper() or not any(
        len(word) > _LONGER_THAN_INITIALS and _CASED.match(word) for word in words
    ):
        return name
    turkic = turkic or not _TURKIC.isdisjoint(name)
    last = len(words) - 1
    return " ".join(
        _lowered(word, turkic, inside=0 < place < last) for place, word in enumerate(words)
    )


def _lowered(word: str, turkic: bool, *, inside: bool) -> str:
    key = fold(word)
    if key in PATRONYMICS or (inside and key in _SMALL):
        return word.lower()
    if _INITIALS.fullmatch(word):
        return word

    def lower(match: re.Match[str]) -> str:
        first, rest = match[1][0], match[1][1:]
        if turkic:
            rest = rest.replace("I", "ı").replace("İ", "i")
        return first + rest.lower()

    return _PIECES.sub(lower, word)
