"""Which articles there are: index, date, place in the lists and slug, each from the other.

Nothing here holds articles. Article 0 is the newest of moment 0; those that came later have
negative indexes. Three neighbours, one of each edition, are a *group*; groups take the sections
in turn.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from newscrawl.demo.dice import mixed, permuted, unpermuted
from newscrawl.demo.keys import LANGUAGES, LEXICONS, PERIOD, Key, story_number
from newscrawl.demo.lexicon import ACTIONS, CAPACITY, CIRCUMSTANCES, PLACES, Digits
from newscrawl.demo.listings import Listing

ZONE = ZoneInfo("Asia/Baku")
_COPIED_EVERY, _COPIED_FIRST = 20, 7

_COPY_MARK = "-smi"

MOMENT = timedelta(days=1)
MOMENTS = 1000
ARRIVALS, MOST_ARRIVALS = 3, 30
"""New articles of a moment; no more than have a slot of time in it."""

_SLOT_MIN = 47
_USED_MIN = 45
"""Each article has a slot of time of its own; the end of it is kept free for wire copies."""

_WITHIN_A_SLOT = timedelta(minutes=_SLOT_MIN - _USED_MIN)

_RUNS = (
    (0, datetime(2026, 10, 31, 23, 58, tzinfo=ZONE)),
    (64, datetime(2026, 10, 1, 3, 0, tzinfo=ZONE)),
    (128, datetime(2026, 3, 1, 2, 0, tzinfo=ZONE)),
    (256, datetime(2026, 1, 1, 6, 0, tzinfo=ZONE)),
)
"""First index of a run of slots, and where it starts to go back: a small newsroom sees the
ends of months and a year, too."""


@dataclass(frozen=True)
class Archive:
    """The articles of one newsroom.

    :param articles: those of moment 0.
    :param wire: whether some Russian articles are in the Armenian edition again, untranslated.
    :param arrivals: how many come at each later moment.
    :raises ValueError: if there are more articles than headlines, or more arrivals or moments
        than there may be.
    """

    seed: int
    articles: int
    wire: bool = False
    arrivals: int = ARRIVALS
    moment: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.arrivals <= MOST_ARRIVALS:
            raise ValueError(f"{self.arrivals} new articles a moment: 0 to {MOST_ARRIVALS} may be")
        if not 0 <= self.moment <= MOMENTS:
            raise ValueError(f"moment {self.moment}: there are 0 to {MOMENTS}")
        most = CAPACITY - self.arrivals * self.moment
        if not 1 <= self.articles <= most:
            raise ValueError(f"{self.articles} articles: the newsroom knows 1 to {most}")

    @property
    def newest(self) -> int:
        """Index of the newest article."""
        return -self.arrivals * self.moment

    def arrived(self, key: Key) -> int:
        """Return the moment at which *key* was published."""
        return -(key.index // self.arrivals) if key.index < 0 else 0

    @staticmethod
    def clock(moment: int) -> datetime:
        """Return the instant that *moment* is: all that happens at it happens within a day
        before."""
        return _RUNS[0][1] + moment * MOMENT

    @cached_property
    def _lists(self) -> dict[tuple[str | None, int | None], Listing]:
        period = [
            key
            for index in range(PERIOD)
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
                self.newest,
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
        is_there = self.newest <= key.index < self.articles
        return is_there and (not key.copied or self._is_copied(key.index))

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
        date = self._slot(key.index)
        if key.copied:  # between its original and the one that came after that
            following = self._slot(key.index - 1) if key.index > 0 else date + _WITHIN_A_SLOT
            date += (following - date) // 2
        return date.replace(second=0)

    def _slot(self, index: int) -> datetime:
        end = self._slot_end(index)
        midnight = end.replace(hour=0, minute=0)
        throw = mixed(self.seed, index)
        if timedelta(minutes=1) < end - midnight < timedelta(minutes=_USED_MIN - 1):
            return midnight + timedelta(minutes=throw % 3 - 1)
        return end - timedelta(minutes=throw % _USED_MIN if index else 0)

    def _slot_end(self, index: int) -> datetime:
        if index < 0:
            moment, place = divmod(-1 - index, self.arrivals)
            return self.clock(moment) + timedelta(minutes=_SLOT_MIN * (place + 1))
        first, start = max(run for run in _RUNS if run[0] <= index)
        return start - timedelta(minutes=_SLOT_MIN * (index - first))

    # Slugs

    def digits(self, key: Key) -> Digits:
        """Return what the headline of *key* says."""
        rest = permuted(story_number(key) % CAPACITY, CAPACITY, self.seed)
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
            if story >= self.articles:
                story -= CAPACITY
            index = story
            if Key(story).is_shared:
                index += LANGUAGES.index(language)
            key = Key(index, copied)
            if (
                key in self
                and story_number(key) == story
                and key.language == language
                and key.section == section
            ):
                return key
        return None
