"""A byline, or the author values of structured data, as a record."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newscrawl.bylines.names import person
from newscrawl.bylines.parts import Parts, take_apart
from newscrawl.bylines.splitting import FULL_NAME, tidy
from newscrawl.bylines.words import BEFORE_AUTHOR, BY, BY_AT_START, LABELS, PARTICLES, fold
from newscrawl.text import unique

_NOTHING = re.compile(
    r"(?:null|undefined|none|nan|false|n/?a|array|\[object object\]|[\W\d_]*"
    r"|(?:https?://|www\.)\S+|\S+@\S+\.\S+|@\w+)",
    re.IGNORECASE,
)
_REVERSED = re.compile(r"((?:[^,\s]+ )?[^,\s]+), ([^,\s]+(?: [^,\s]+)?)")
_LABEL_END = re.compile(r"[:：՝]")
_LONGEST_LABEL = 5


@dataclass(frozen=True)
class Byline:
    """Who is said to have written an article."""

    text: str | None = None
    """As printed, on one line, without its "By"."""

    authors: tuple[str, ...] = ()
    """People only, in order, each once."""

    agency: str | None = None
    """Canonical name of the wire service credited."""


def read_byline(
    text: str | Sequence[str],
    *,
    own_names: Sequence[str] = (),
    languages: Sequence[str] = (),
) -> Byline:
    """Return what *text* says of the authors; what is no name stays out of ``authors``.

    A name of one word is believed only if nothing else is named and a label such as "By"
    stands before it, or a sequence was given.

    :param text: a printed byline; or a sequence, the author values of structured data. There
        ``Quill, Ada`` is one person: one comma, one word before it and one or two after it.
    :param own_names: names and hosts of the outlet, which are neither people nor services.
    :param languages: BCP 47 of the outlet; tell small letters of a name in capitals, and whether
        a word such as "en" means "and".

    >>> read_byline("By Ada Quill and Bert Stone (Reuters)")
    Byline(text='Ada Quill and Bert Stone (Reuters)', authors=('Ada Quill', 'Bert Stone'), \
agency='Reuters')
    >>> read_byline(["Quill, Ada", "Web Desk"]).authors
    ('Ada Quill',)
    """
    loose = not isinstance(text, str)
    values = [text] if isinstance(text, str) else text
    lines = [line for line in map(tidy, values) if not _NOTHING.fullmatch(line)]
    printed = unique(filter(None, map(without_label, lines)))
    authors: list[str] = []
    agency = None
    for line in lines:
        if loose and (turned := _turned(line)):
            line = turned
        parts = take_apart(line, own_names=own_names, languages=languages, loose=loose)
        authors += parts.names or _believed(parts, loose)
        agency = agency or parts.agency
    return Byline(", ".join(printed) or None, tuple(unique(authors)), agency)


def _turned(line: str) -> str | None:
    """Return ``First Last`` for ``Last, First``.

    >>> _turned("Quill, Ada"), _turned("van Quill, Ada"), _turned("Ada Quill, Bert")
    ('Ada Quill', 'Ada van Quill', None)
    """
    found = _REVERSED.fullmatch(line)
    if not found or (" " in found[1] and fold(found[1].split()[0]) not in PARTICLES):
        return None
    return person(f"{found[2]} {found[1]}")


def is_labelled(text: str) -> bool:
    """Whether *text* begins with what leads to an author.

    >>> is_labelled("By Ada Quill"), is_labelled("Ada Quill")
    (True, False)
    """
    line = " ".join(text.split())
    return without_label(line) != line


def _believed(parts: Parts, loose: bool) -> list[str]:
    return [] if loose and parts.rest else parts.singles


def without_label(line: str) -> str:
    """Return *line* on one line without the label at its start.

    >>> without_label("Written by Ada Quill"), without_label("Автор: Ада Квилл")
    ('Ada Quill', 'Ада Квилл')
    """
    line = " ".join(line.split())
    if line.startswith("(") and line.endswith(")"):
        line = line[1:-1]
    head, *tail = _LABEL_END.split(line, maxsplit=1)
    label = [fold(word.strip(".,")) for word in head.split()]
    if (
        tail
        and tail[0].strip()
        and len(label) <= _LONGEST_LABEL
        and BEFORE_AUTHOR.issuperset(label)
    ):
        return tail[0].strip()
    words = line.split()
    for place, word in enumerate(words[:_LONGEST_LABEL]):
        key = fold(word)
        if key in BY or (key in BY_AT_START and not place and len(words) > FULL_NAME):
            return " ".join(words[place + 1 :])
        if key not in LABELS:
            break
    return line
