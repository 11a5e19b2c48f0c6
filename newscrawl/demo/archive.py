"""Which articles there are: index, date, place in the lists and slug, each from the other.

Nothing here holds articles. Article 0 is the newest. Three neighbours, one of each edition,
are a *group*; groups take the sections in turn.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from newscrawl.demo.dice import mixed, permuted, unpermuted
from newscrawl.demo.lexicon import (
    ACTIONS,
    CAPACITY,
    CIRCUMSTANCES,
    PLACES,
    Digits,
    Lexicon,
)
from newscrawl.demo.text_en import ENGLISH
from newscrawl.demo.text_hy import ARMENIAN
from newscrawl.demo.text_ru import RUSSIAN

ZONE = ZoneInfo("Asia/Baku")
LEXICONS: dict[str, Lexicon] = {
    lexicon.language: lexicon for lexicon in (RUSSIAN, ENGLISH, ARMENIAN)
}
LANGUAGES = tuple(LEXICONS)

_SECTIONS_IN_TURN = (0, 1, 2, 0, 3, 1, 4, 0, 5, 1, 6, 0)
_COPIED_EVERY, _COPIED_FIRST = 20, 7
_SHARED_EVERY, _SHARED_FIRST = 9, 4
_PERIOD = 3 * 60
"""After this many indexes editions, sections and wire copies come in the same order again."""

_COPY_MARK = "-smi"

_SLOT_MIN = 47
_USED_MIN = 45
"""Each article has a slot of time of its own; the end of it is kept free for wire copies."""

_RUNS = (
    (0, datetime(2026, 10, 31, 23, 58, tzinfo=ZONE)),
    (64, datetime(2026, 10, 1, 3, 0, tzinfo=ZONE)),
    (128, datetime(2026, 3, 1, 2, 0, tzinfo=ZONE)),
    (256, datetime(2026, 1, 1, 6, 0, tzinfo=ZONE)),
)
"""First index of a run of slots, and where it starts to go back: a small newsroom sees the
ends of months and a year, too."""


@dataclass(frozen=True)
class Key:
    """One article: the story *index*, or its wire copy in the Armenian edition."""

    index: int
    copied: bool = False

    @property
    def language(self) -> str:
        """Of the text."""
        return LANGUAGES[self.index % 3]

    @property
    def edition(self) -> str:
        """Language of the edition that it appears in."""
        return "hy" if self.copied else self.language

    @property
    def section(self) -> int:
        return _SECTIONS_IN_TURN[self.index // 3 % len(_SECTIONS_IN_TURN)]

    @property
    def is_shared(self) -> bool:
        """Whether the other two of its group tell the same story."""
        return not self.copied and self.index // 3 % _SHARED_EVERY == _SHARED_FIRST


class Listing:
    """Articles of one list, newest first: which is the k-th, without holding them."""

    def __init__(self, period: list[Key], articles: int) -> None:
        self._period = period
        self._count = sum(
            (articles - key.index + _PERIOD - 1) // _PERIOD
            for key in period
            if key.index < articles
        )

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int) -> Key:
        if not 0 <= place < self._count:
            raise IndexError(place)
        turns, offset = divmod(place, len(self._period))
        key = self._period[offset]
        return Key(key.index + turns * _PERIOD, key.copied)

    def part(self, start: int, size: int) -> list[Key]:
        """Return up to *size* articles from *start* on."""
        return [self[place] for place in range(start, min(start + size, self._count))]


@dataclass(frozen=True)
class Archive:
    """The articles of one newsroom.

    :param wire: whether some Russian articles are in the Armenian edition again, untranslated.
    :raises ValueError: if there are more articles than headlines.
    """

    seed: int
    articles: int
    wire: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.articles <= CAPACITY:
            raise ValueError(f"{self.articles} articles: the newsroom knows 1 to {CAPACITY}")

    @cached_property
    def _lists(self) -> dict[tuple[str | None, int | None], Listing]:
        period = [
            key
            for index in range(_PERIOD)
            for key in (Key(index, copied=True), Key(index))
            if not key.copied or self._is_copied(index)
        ]
        places: list[tuple[str | None, int | None]] = [(None, None)]
        for language, lexicon in LEXICONS.items():
            places.extend(
                [(language, None), *((language, s) for s in range(len(lexicon.sections)))]
            )
        return {
            (edition, section): Listing(
                [
                    key
                    for key in period
                    if edition in (None, key.edition) and section in (None, key.section)
                ],
                self.articles,
            )
            for edition, section in places
        }

    def _is_copied(self, index: int) -> bool:
        group, place = divmod(index, 3)
        return self.wire and place == 0 and group % _COPIED_EVERY == _COPIED_FIRST

    def listing(self, edition: str | None = None, section: int | None = None) -> Listing:
        """Return the articles of *edition*, or of all; of its *section*, or of all."""
        return self._lists[edition, section]

    def __contains__(self, key: Key) -> bool:
        return 0 <= key.index < self.articles and (not key.copied or self._is_copied(key.index))

    def group(self, key: Key) -> dict[str, Key]:
        """Return the articles that tell the same story as *key*, by edition; without itself."""
        if not key.is_shared:
            return {}
        first = key.index - key.index % 3
        others = [Key(first + place) for place in range(3)]
        return {other.edition: other for other in others if other != key and other in self}

    # Dates

    def date(self, key: Key) -> datetime:
        """Return when *key* was published, to the minute; later for smaller indexes."""
        moment = self._slot(key.index)
        if key.copied:  # between its original and the one that came after that
            moment += (self._slot(key.index - 1) - moment) // 2
        return moment.replace(second=0)

    def _slot(self, index: int) -> datetime:
        first, start = max(run for run in _RUNS if run[0] <= index)
        end = start - timedelta(minutes=_SLOT_MIN * (index - first))
        midnight = end.replace(hour=0, minute=0)
        throw = mixed(self.seed, index)
        if timedelta(minutes=1) < end - midnight < timedelta(minutes=_USED_MIN - 1):
            return midnight + timedelta(minutes=throw % 3 - 1)
        return end - timedelta(minutes=throw % _USED_MIN if index else 0)

    # Slugs

    def digits(self, key: Key) -> Digits:
        """Return what the headline of *key* says."""
        rest = permuted(_story(key), CAPACITY, self.seed)
        rest, circumstance = divmod(rest, CIRCUMSTANCES)
        rest, place = divmod(rest, PLACES)
        actor, action = divmod(rest, ACTIONS)
        return actor, action, place, circumstance

    def slug(self, key: Key) -> str:
        slug = LEXICONS[key.language].slug(key.section, self.digits(key))
        return slug + _COPY_MARK if key.copied else slug

    def key(self, edition: str, slug: str) -> Key | None:
        """Return the article of *edition* whose slug is *slug*, or None."""
        copied = edition == "hy" and slug.endswith(_COPY_MARK)
        language = "ru" if copied else edition
        for section, digits in LEXICONS[language].read_slug(
            slug.removesuffix(_COPY_MARK) if copied else slug
        ):
            actor, action, place, circumstance = digits
            rest = ((actor * ACTIONS + action) * PLACES + place) * CIRCUMSTANCES + circumstance
            story = unpermuted(rest, CAPACITY, self.seed)
            index = story
            if Key(story).is_shared:
                index += LANGUAGES.index(language)
            key = Key(index, copied)
            if (
                key in self
                and _story(key) == story
                and key.language == language
                and key.section == section
            ):
                return key
        return None


def _story(key: Key) -> int:
    """Return the number of the story: the same for all of a group that shares one."""
    shared = key.index // 3 % _SHARED_EVERY == _SHARED_FIRST
    return key.index - key.index % 3 if shared else key.index
