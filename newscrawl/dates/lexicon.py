"""Every word that a date may hold, found by its folded form."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from newscrawl.dates import months, words, zones

UNKNOWN, REFUSED = "?", "#"

_ALIKE = str.maketrans(
    {"ı": "i", "ي": "ی", "ى": "ی", "ك": "ک", "ς": "σ"} | dict.fromkeys("'’ʻʼ‘`॰\u200c")
)


_MONTH = "ماه"
"""The Persian word "month", which may be written onto the name of one."""


class Token(NamedTuple):
    kind: str
    """A letter of :mod:`newscrawl.dates.words`, or

    ====== =======================================================
    ``d``  one or two digits
    ``y``  four digits
    ``m``  a month; ``j`` a month of the Jalali calendar
    ``h``  a month whose name is another month in another language
    ``i``  numbers from year to day; year, month, day
    ``n``  numbers that end with the year; as printed
    ``k``  the same with a year of two digits
    ``t``  hour, minute and perhaps second; ``q`` if a dot parts them
    ``z``  minutes east of Greenwich; none for an abbreviation
    ``?``  a word that is not known
    ``#``  what no date holds
    ====== =======================================================
    """

    numbers: tuple[int, ...]
    """What it counts: the month, the minutes of a unit, the days of "yesterday"."""

    text: str = ""
    """Of a word its folded form, of ``n`` the separator."""


def fold(word: str) -> str:
    """Return *word* without case, accents, apostrophes and the variants of one letter.

    >>> fold("İyun"), fold("KASIM"), fold("Կիրակի")
    ('iyun', 'kasim', 'կիրակի')
    """
    letters = unicodedata.normalize("NFKD", word.lower())
    if not letters.isascii():
        letters = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return letters.translate(_ALIKE)


def _folded(entry: str) -> str:
    """Fold an *entry* of a table, where ``_`` is the space between two words."""
    return fold(entry).replace("_", " ")


def _month_words() -> tuple[dict[str, tuple[str, int]], dict[str, dict[str, int]]]:
    """Return what each name means, and of those that differ what they mean in each language."""
    meanings: dict[str, dict[str, int]] = {}
    for language, row in months.GREGORIAN.items():
        for number, names in enumerate(row.split(", "), 1):
            for name in names.split():
                meanings.setdefault(_folded(name), {})[language] = number
    common = {
        name: ("m", min(numbers.values())) if len(set(numbers.values())) == 1 else ("h", 0)
        for name, numbers in meanings.items()
    }
    differing = {name: numbers for name, numbers in meanings.items() if common[name][0] == "h"}
    for row in months.JALALI.values():
        for number, names in enumerate(row.split(", "), 1):
            for name in names.split():
                common[_folded(name)] = common[_folded(name + _MONTH)] = ("j", number)
    return common, differing


def _other_words() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {fold(name): ("z", 0) for name in zones.NAMES}
    for kind, number, row in words.ROWS:
        for word in row.split():
            found[_folded(word)] = (kind, number)
    return found


_MONTHS_BEFORE = {"m": 0, "j": 12}

_COMMON, _DIFFERING = _month_words()
_WORDS = _COMMON | _other_words()


@lru_cache(maxsize=8192)
def word_token(printed: str) -> Token:
    """Return what a word, or two with a space between, means in a date.

    >>> word_token("OKTYABR"), word_token("bu gün")
    (Token(kind='m', numbers=(10,), text='oktyabr'), Token(kind='r', numbers=(0,), text='bu gun'))
    """
    folded = fold(printed)
    kind, number = _WORDS.get(folded, (UNKNOWN, 0))
    return Token(kind, () if kind == "z" else (number,), folded)


def month_named(word: str) -> int | None:
    """Return the number of the month that *word* names, from 13 on for those of the Jalali
    calendar; None if it names none, or another month in another language.

    >>> month_named("марта"), month_named("فروردین"), month_named("listopad")
    (3, 13, None)
    """
    kind, numbers, _ = word_token(word)
    return numbers[0] + _MONTHS_BEFORE[kind] if kind in _MONTHS_BEFORE else None


def month_in(folded: str, languages: tuple[str, ...]) -> int | None:
    """Return the number of a month whose name means another month in another language.

    >>> month_in("listopad", ("pl",)), month_in("listopad", ("hr",)), month_in("listopad", ())
    (11, 10, None)
    """
    numbers = _DIFFERING.get(folded, {})
    for language in languages:
        number = numbers.get(language) or numbers.get(language.split("-")[0])
        if number:
            return number
    return None
