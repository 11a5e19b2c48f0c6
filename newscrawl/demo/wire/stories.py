"""The stories of a wire, each told when asked for, and the copies that outlets print of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newscrawl.demo.dice import Dice, mixed
from newscrawl.demo.keys import LEXICONS
from newscrawl.demo.lexicon import ACTIONS, ACTORS, CIRCUMSTANCES, PLACES, Digits
from newscrawl.demo.prose import Version, write
from newscrawl.demo.wire.edits import HELD_OUT, KINDS, Draft
from newscrawl.demo.wire.tongue import MOVING, PATTERNS, Facts, Tongue
from newscrawl.demo.wire.tongue_az import AZERBAIJANI
from newscrawl.demo.wire.tongue_en import ENGLISH
from newscrawl.demo.wire.tongue_fa import PERSIAN
from newscrawl.demo.wire.tongue_hy import ARMENIAN
from newscrawl.demo.wire.tongue_ka import GEORGIAN
from newscrawl.demo.wire.tongue_ru import RUSSIAN

TONGUES: dict[str, Tongue] = {
    tongue.language: tongue
    for tongue in (ENGLISH, RUSSIAN, ARMENIAN, AZERBAIJANI, GEORGIAN, PERSIAN)
}
LANGUAGES = tuple(TONGUES)

_OUTLETS = 4
_ORIGIN, _DETAIL, _COPY, _OUTLET = 21, 22, 23, 24


@dataclass(frozen=True)
class Told:
    """One article, and what is true of it."""

    outlet: str
    language: str
    headline: str
    body: str
    group: int
    """Texts of one number are copies of one another, and no others are."""

    story: int
    """The same for translations, too."""

    kind: str
    """``original``, or how it was edited."""

    like: str
    """How its original differs from that of the neighbour group, for a pair that is alike; else
    empty."""


@dataclass(frozen=True)
class _Origin:
    """A story before it has a language."""

    pattern: str
    """Empty for the newsroom's prose."""

    key: int
    later: int
    moved: tuple[str, ...]
    section: int
    digits: Digits
    like: str


@dataclass(frozen=True)
class Wire:
    """Stories by number. Of two neighbours in a language the second is like the first, and is
    another story.

    :param copies: of each story.
    :param held_out: whether they are edited in the ways of :data:`edits.HELD_OUT`.
    """

    seed: int = 7
    stories: int = 300
    copies: int = 2
    held_out: bool = False

    def __iter__(self) -> Iterator[Told]:
        for number in range(self.stories):
            yield from self.told(number)

    def told(self, number: int) -> Iterator[Told]:
        """Yield the original of story *number*, then its copies."""
        origin = self._origin(number)
        dice = Dice(self.seed, number, _COPY)
        language = self._language(number)
        draft = self._draft(number, language)
        first = dice.below(_OUTLETS)
        yield self._printed(draft, number, "original", first, origin.like)
        edits = HELD_OUT if self.held_out else KINDS
        kinds = dice.shuffled(tuple(edits))
        for place in range(self.copies):
            outlet = (first + 1 + place) % _OUTLETS
            if not self.held_out and dice.one_in(12):
                other = LANGUAGES[(LANGUAGES.index(language) + 1) % 3]
                translated = self._draft(number, other)
                yield self._printed(translated, number, "translated", outlet, origin.like)
            else:
                kind = kinds[place % len(kinds)]
                edited = edits[kind](draft, dice)
                yield self._printed(edited, number, kind, outlet, origin.like)

    @staticmethod
    def _language(number: int) -> str:
        return LANGUAGES[number % len(LANGUAGES)]

    def _origin(self, number: int) -> _Origin:
        row = number // len(LANGUAGES)
        base = number - row % 2 * len(LANGUAGES)
        dice = Dice(self.seed, base, _ORIGIN)
        has_prose = self._language(number) in LEXICONS and not dice.one_in(3)
        pattern = "" if has_prose else dice.pick(PATTERNS)
        digits = (
            dice.below(ACTORS),
            dice.below(ACTIONS),
            dice.below(PLACES),
            dice.below(CIRCUMSTANCES),
        )
        origin = _Origin(pattern, mixed(self.seed, base, _DETAIL), 0, (), dice.below(7), digits, "")
        if row % 2 == 0:
            return origin
        later = mixed(self.seed, number, _DETAIL)
        if not pattern:
            actor, action, place, circumstance = digits
            digits = (actor, (action + 1 + dice.below(9)) % ACTIONS, place, circumstance)
            like = dice.pick(("actors", "background", "follow-up"))
            return replace(origin, key=later, digits=digits, like=like)
        moved = MOVING[pattern]
        like = dice.pick(("pattern", "pattern, little else"))
        if like != "pattern":
            moved = (moved[0], dice.pick(moved[1:]))
        return replace(origin, later=later, moved=moved, like=like)

    def _draft(self, number: int, language: str) -> Draft:
        """Return story *number* as the wire sends it."""
        origin, tongue = self._origin(number), TONGUES[language]
        if not origin.pattern or language not in TONGUES:
            lexicon = LEXICONS[language]
            text = write(lexicon, origin.section, origin.digits, origin.key, Version(), ("/", "—"))
            paragraphs = tuple(text.body.split("\n\n"))
            row = number // len(LANGUAGES)
            if origin.like == "follow-up":
                base = self._draft(number - len(LANGUAGES), language)
                paragraphs = (*paragraphs, *base.paragraphs[:2])
            neighbour = self._origin(number + len(LANGUAGES)) if row % 2 == 0 else origin
            if neighbour.like == "background":
                paragraphs = (*paragraphs, *tongue.backgrounds)
            return Draft(tongue, lexicon.headline(origin.section, origin.digits), paragraphs)
        pattern = tongue.patterns[origin.pattern]
        facts = Facts(tongue, origin.key, origin.later, origin.moved)
        return Draft(
            tongue,
            pattern.headline.format_map(facts),
            tuple(part.format_map(facts) for part in pattern.paragraphs),
            tongue.names,
        )

    def _printed(self, draft: Draft, number: int, kind: str, outlet: int, like: str) -> Told:
        tongue = draft.tongue
        paragraphs = draft.paragraphs
        if outlet < len(tongue.tails):
            paragraphs = (*paragraphs, tongue.tails[outlet])
        group = -number - 1 if kind == "translated" else number
        return Told(
            f"{tongue.language}-{outlet}",
            tongue.language,
            draft.headline,
            "\n\n".join(paragraphs),
            group,
            number,
            kind,
            like,
        )
