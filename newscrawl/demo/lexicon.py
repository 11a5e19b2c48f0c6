"""What the newsroom's prose is made of, in one language, and how its words become slugs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from newscrawl.demo.dice import Dice

Digits = tuple[int, int, int, int]
"""What a headline says: actor, action of its section, place, circumstance."""

ACTORS, ACTIONS, PLACES, CIRCUMSTANCES = 30, 10, 30, 24
CAPACITY = ACTORS * ACTIONS * PLACES * CIRCUMSTANCES
"""How many headlines a section has."""

_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i i k l m n o p r s t u f h c ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
) | dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        (
            "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k"
            " o f ev"
        ).split(" "),
        strict=True,
    )
)
_LATIN_OF = str.maketrans(_LATIN)
_NOT_LATIN = re.compile(r"[^a-z]+")


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of *text* that are not blank, without the space around them."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def slug_of(text: str) -> str:
    """Return *text* as Latin words joined by hyphens.

    >>> slug_of("Шеки: чай и мёд"), slug_of("Թբիլիսիի ջուր"), slug_of("Farmers' League")
    ('sheki-chai-i-med', 'tbilisii-jur', 'farmers-league')
    """
    text = text.lower().replace("'", "").replace("ու", "u")
    return _NOT_LATIN.sub("-", text.translate(_LATIN_OF)).strip("-")


@dataclass(frozen=True)
class Section:
    """A category of one edition."""

    slug: str
    name: str
    """As printed."""

    actions: tuple[str, ...]
    """What is done, as a headline puts it; a form for the text may follow a ``|``."""

    clauses: tuple[str, ...]
    """Whole clauses that begin with a small letter and end without a stop."""


@dataclass(frozen=True)
class Lexicon:
    """One language. Templates hold the slots of :class:`Slots`."""

    language: str
    label: str
    """Of the link to this edition."""

    sections: tuple[Section, ...]
    tag_line: str
    """Of the first section."""

    actors: tuple[str, ...]
    places: tuple[str, ...]
    circumstances: tuple[str, ...]
    lead_form: str
    lead_ends: tuple[str, ...]
    summary_form: str
    openers: tuple[str, ...]
    closers: tuple[str, ...]
    remarks: tuple[str, ...]
    quotes: tuple[str, ...]
    subheads: tuple[str, ...]
    list_items: tuple[str, ...]
    list_heads: tuple[str, ...]
    corrections: tuple[str, ...]
    """Sentences that an edited article has and the first version had not."""

    edited_headline: str
    given_names: tuple[str, ...]
    surnames: tuple[str, ...]
    days: tuple[str, ...]
    months: tuple[str, ...]
    """As in a printed date."""

    date_forms: tuple[str, ...]
    decimal_sign: str
    bylines: tuple[str, ...]
    """Forms with one author or two; empty for none. As often as they are here."""

    traps: tuple[str, ...]
    """Last sentences that begin as a byline does and are none."""

    read_also: str
    views: str
    noise: tuple[str, ...]
    tags: tuple[str, ...]
    footer: str
    not_found: str
    definite: str = ""
    """What a name takes as subject of a sentence: after a consonant, after a vowel."""

    def headline(self, section: int, digits: Digits) -> str:
        actor, action, place, circumstance = digits
        present = _forms(self.sections[section].actions[action])[0]
        where, when = self.places[place], self.circumstances[circumstance]
        return f"{self.actors[actor]} {present} {where} {when}"

    def lead(self, section: int, digits: Digits) -> str:
        """Return the headline as the text's first sentence, without its end."""
        return self._stated(self.lead_form, section, digits)

    def summary(self, section: int, digits: Digits) -> str:
        return self._stated(self.summary_form, section, digits)

    def _stated(self, form: str, section: int, digits: Digits) -> str:
        actor, action, place, circumstance = digits
        return form.format(
            actor=self.actors[actor],
            action=_forms(self.sections[section].actions[action])[1],
            place=self.places[place],
            circumstance=self.circumstances[circumstance],
        )

    def slug(self, section: int, digits: Digits) -> str:
        return "-".join(
            slugs[digit] for slugs, digit in zip(self._slugs[section], digits, strict=True)
        )

    def read_slug(self, slug: str) -> Iterator[tuple[int, Digits]]:
        """Yield the section and the digits of each headline whose slug is *slug*; at most one."""
        for section, pattern in enumerate(self._patterns):
            if match := pattern.fullmatch(slug):
                numbers = self._numbers[section]
                actor, action, place, circumstance = (
                    number[text] for number, text in zip(numbers, match.groups(), strict=True)
                )
                yield section, (actor, action, place, circumstance)

    @cached_property
    def _slugs(self) -> list[tuple[tuple[str, ...], ...]]:
        actors, places, circumstances = (
            tuple(map(slug_of, words)) for words in (self.actors, self.places, self.circumstances)
        )
        return [
            (actors, tuple(slug_of(_forms(x)[0]) for x in section.actions), places, circumstances)
            for section in self.sections
        ]

    @cached_property
    def _numbers(self) -> list[list[dict[str, int]]]:
        return [
            [{slug: number for number, slug in enumerate(slugs)} for slugs in section]
            for section in self._slugs
        ]

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        return [
            re.compile("-".join(f"({'|'.join(slugs)})" for slugs in section))
            for section in self._slugs
        ]


class Slots:
    """Fills a template's slots with throws of *dice*: only those that it has.

    ``person``, ``day`` (of the week, with its preposition), ``place`` (likewise), ``year``,
    ``count`` (takes the genitive plural in Russian), ``share`` (a decimal), ``figure`` (likewise).
    """

    def __init__(self, lexicon: Lexicon, dice: Dice) -> None:
        self.lexicon = lexicon
        self.dice = dice

    def __getitem__(self, slot: str) -> str:
        dice = self.dice
        match slot:
            case "person":
                return defined(person(self.lexicon, dice), self.lexicon.definite)
            case "day":
                return dice.pick(self.lexicon.days)
            case "place":
                return dice.pick(self.lexicon.places)
            case "year":
                return str(2009 + dice.below(16))
            case "count":
                return str(10 * (1 + dice.below(60)) + 5 + dice.below(5))
            case "share" | "figure":
                whole = (2 if slot == "share" else 20) + dice.below(38)
                return f"{whole}{self.lexicon.decimal_sign}{1 + dice.below(9)}"
        raise KeyError(slot)


def person(lexicon: Lexicon, dice: Dice) -> str:
    return f"{dice.pick(lexicon.given_names)} {dice.pick(lexicon.surnames)}"


def defined(name: str, endings: str) -> str:
    """Return *name* with the article that Armenian puts behind it; as it is without *endings*.

    >>> defined("Արամ Սահակյան", "ըն"), defined("Նինո Բերիձե", "ըն"), defined("Ada Quill", "")
    ('Արամ Սահակյանը', 'Նինո Բերիձեն', 'Ada Quill')
    """
    if not endings:
        return name
    return name + (endings[1] if name[-1] in "աեէըիոօու" else endings[0])


def _forms(action: str) -> tuple[str, str]:
    """Return the forms of *action* for the headline and for the text.

    >>> _forms("opens|opened a ferry line"), _forms("открывает линию")
    (('opens a ferry line', 'opened a ferry line'), ('открывает линию', 'открывает линию'))
    """
    present, bar, rest = action.partition("|")
    if not bar:
        return action, action
    return f"{present} {rest.partition(' ')[2]}", rest
