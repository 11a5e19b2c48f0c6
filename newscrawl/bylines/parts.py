"""A byline taken apart into names, a wire service, and what is neither."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from newscrawl.bylines.agencies import service, split_service
from newscrawl.bylines.names import person, single_name, without_degrees, without_roles
from newscrawl.bylines.splitting import (
    FULL_NAME,
    entries,
    once,
    own_name_patterns,
    sections,
    undated,
    until_cut,
)
from newscrawl.bylines.words import (
    AND,
    BY,
    BY_AT_START,
    CREDITS,
    IN_NOT_AND,
    LABELS,
    PARTICLES,
    ROLES,
    SOURCES,
    STOP,
    fold,
)

_STOCK = re.compile(r"\b(?:getty|shutterstock|imago)\b", re.IGNORECASE)
_TURKIC = ("tr", "az")
_LEADS = BY | BY_AT_START
_LABEL_WORDS = LABELS | CREDITS | SOURCES | AND | BY
_PLACE_WORDS = 4
_LABEL_OF_OTHER = 2
"""Words before the colon of a label that is not known, behind a comma: ``, Datum:``."""
_EDGES = " .,*'’…_~#™®©"


@dataclass
class Parts:
    """What was found, in the order of the byline."""

    names: list[str] = field(default_factory=list)
    singles: list[str] = field(default_factory=list)
    """Names of one word behind a label or from a source of names; to be believed only where
    no full name is found."""

    agency: str | None = None
    credited: bool = False
    """Whether a label such as "Photo:" led to someone else."""

    rest: list[str] = field(default_factory=list)
    """What is neither a name nor what usually stands beside one."""


def take_apart(
    line: str, *, own_names: Sequence[str] = (), languages: Sequence[str] = (), loose: bool = False
) -> Parts:
    """Return the parts of *line*, a tidy byline.

    :param loose: whether *line* is from a source that should hold nothing but names.
    """
    own = own_name_patterns(tuple(own_names))
    parts = Parts()
    reader = _Reader(parts, own, languages, loose)
    begun = False
    for section in sections(line, own):
        words = section.split()
        dated = not undated(words)
        if _STOCK.search(section):
            parts.credited = True
        elif (dated and begun and not loose) or not reader.read(words):
            break  # what follows the date behind a byline are topics and counters
        begun = begun or not dated
    return parts


class _Reader:
    def __init__(
        self,
        parts: Parts,
        own: tuple[re.Pattern[str], ...],
        languages: Sequence[str],
        loose: bool,
    ) -> None:
        codes = {code[:2] for code in languages}
        self.parts = parts
        self.own = own
        self.loose = loose
        self.german = "de" in codes
        self.turkic = not codes.isdisjoint(_TURKIC)
        self.not_and = frozenset(IN_NOT_AND[code] for code in codes & IN_NOT_AND.keys())
        self.role = ""
        self.believed = loose
        """Whether a name of one word may be taken for one."""

    def read(self, words: list[str]) -> bool:
        """Read what stands between two breaks; return whether to go on after it."""
        held: list[str] = []
        for place, word in enumerate(words):
            if not self._leads(word, place, words, held):
                held.append(word)
                continue
            label = _taken_label(held, word)
            if not self._hold(held):
                return False
            held = []
            self.role = _role(label)
        return self._hold(held)

    def _leads(self, word: str, place: int, words: list[str], held: list[str]) -> bool:
        """Whether *word* leads to what follows it, as "by" does, or a colon."""
        key = fold(word)
        if word.endswith(":") or key == "by":
            return True
        if key not in _LEADS or (place and place + 1 == len(words)):
            return False
        if place:
            before = fold(held[-1].strip(".,:")) if held else ""
            return word == key and before in _LABEL_WORDS
        if key in PARTICLES and len(words) == FULL_NAME:
            # "Von Robert" in German and "von APA" are bylines, "von Stein" is a name.
            starts = word == "Von" and self.german
            return not self.loose and (starts or bool(service(words[1])))
        if key in PARTICLES:
            # "Di Maio" and "von Stein" are names, "Di Ada Quill" is not.
            return len(words) > FULL_NAME and (word != key or not self.loose)
        return not (self.loose and key in BY_AT_START)

    def _hold(self, words: list[str]) -> bool:
        """Read the words behind a label, or behind none; return whether to go on."""
        if not words:
            return True
        role, self.role = self.role, ""
        self.believed = self.loose or role == "author"
        first = fold(words[0].strip(".,:"))
        if role == "other":
            self.parts.rest.append(" ".join(words))
        elif role == "source":
            self._credit_service(words)
        elif role == "credit" or first in CREDITS:
            self.parts.credited = True
        elif not all(fold(word.strip(".,:")) in LABELS for word in words):
            return self._people(words)
        return True

    def _people(self, words: list[str]) -> bool:
        described = False
        for entry, listed in entries(words, self.not_and):
            if described and not listed:
                continue
            known = len(self.parts.names)
            name, after = until_cut(undated(entry))
            is_role = any(fold(word.strip(".")) in ROLES for word in name)
            if listed and is_role:
                self._credit_service(name)
            else:
                self._name(name)
            self._credit_service(after[1:] if name else entry)
            is_sentence = bool(after) and fold(after[0]) in STOP
            if is_sentence or len(after) > _PLACE_WORDS:
                self.parts.rest.append(" ".join(after))
            if is_sentence and name:
                return False
            described = len(self.parts.names) == known and bool(is_role or after)
        return True

    def _credit_service(self, words: list[str]) -> str:
        """Note the service that *words* name, and return the other words."""
        service, rest = split_service(" ".join(words).strip(_EDGES))
        self.parts.agency = self.parts.agency or service
        return rest.strip(_EDGES)

    def _name(self, words: list[str]) -> None:
        text = " ".join(words)
        for pattern in self.own:
            text = pattern.sub("", text)
        bare = _bare(self._credit_service(text.split()).split())
        text = " ".join(bare).strip(_EDGES)
        for pattern in self.own:
            text = pattern.sub("", text).strip(_EDGES)
        if name := person(text, loose=self.loose, turkic=self.turkic):
            self.parts.names.append(name)
        elif self.believed and (name := single_name(text)):
            self.parts.singles.append(name)
        elif text and not all(fold(word) in LABELS for word in bare):
            self.parts.rest.append(text)


def _bare(words: list[str]) -> list[str]:
    """Return *words* without roles, degrees and repetitions, whichever stands outside."""
    while (fewer := without_degrees(without_roles(once(words)))) != words:
        words = fewer
    return words


def _taken_label(held: list[str], lead: str) -> list[str]:
    """Take the words of the label that ends with *lead* off the end of *held*."""
    label = [fold(lead.strip(":"))] if lead != ":" else []
    while held and (key := fold(held[-1].strip(".,:-"))) in _LABEL_WORDS:
        held.pop()
        label.insert(0, key)
    if lead.endswith(":") and not any(word in _LABEL_WORDS for word in label):
        commas = [place for place, word in enumerate(held) if word.endswith(",")]
        kept = commas[-1] + 1 if commas and len(held) - commas[-1] <= _LABEL_OF_OTHER else 0
        del held[kept:]
    return label


def _role(label: list[str]) -> str:
    """Return ``author``, ``credit``, ``source`` or, for a label that is not known, ``other``."""
    if any(word in SOURCES for word in label):
        return "source"
    by = [word for word in label if word in BY or word in BY_AT_START]
    if any(word in CREDITS for word in label):
        shared = any(word in AND for word in label) and any(word in LABELS for word in label)
        return "author" if shared else "credit"
    return "author" if by or any(word in LABELS for word in label) else "other"
