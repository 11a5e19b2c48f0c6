"""The newsroom's articles: each computed from its key whenever it is asked for."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from newscrawl.demo.archive import Archive
from newscrawl.demo.dice import Dice, mixed
from newscrawl.demo.keys import LEXICONS, Key, story_number
from newscrawl.demo.lexicon import slug_of
from newscrawl.demo.listings import Arranged, Behind, Places
from newscrawl.demo.prose import Text, Version, write
from newscrawl.demo.stories import Story, picture_name, printed_date, tags_of, version
from newscrawl.demo.world import Event, Kind, Pace, Standing, World

SITE = "https://caliber.az"
"""The outlet whose addresses all pages name, wherever they are served."""

ARMENIAN_PREFIX = "arm"

STALE_FOR = timedelta(weeks=3)

_TEXT, _DETAILS, _EDITED = 11, 12, 13


@dataclass(frozen=True)
class Newsroom:
    """An invented newsroom; everything in it follows from these eight.

    :param articles: how many there are at moment 0.
    :param edited: whether about a tenth of the articles were changed after publication, before
        anybody saw them.
    :param wire: see :class:`Archive`.
    :param pace: what happens from one moment to the next.
    :param moment: at which the newsroom is seen.
    :param stale: whether the lists show nothing of the last three weeks.
    :raises ValueError: see :class:`Archive`.
    """

    seed: int = 7
    articles: int = 300
    armenian_prefix: str = ARMENIAN_PREFIX
    edited: bool = False
    wire: bool = False
    pace: Pace = field(default_factory=Pace)
    moment: int = 0
    stale: bool = False

    def __post_init__(self) -> None:
        self._archive()

    def _archive(self) -> Archive:
        return Archive(self.seed, self.articles, self.wire, self.pace.arrivals, self.moment)

    @cached_property
    def archive(self) -> Archive:
        return self._archive()

    @cached_property
    def world(self) -> World:
        return World(self.archive, self.pace)

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Edition to the start of its paths."""
        return {"ru": "/", "en": "/en/", "hy": f"/{self.armenian_prefix}/"}

    def path(self, key: Key, moves: int | None = None) -> str:
        """Return the path of *key*, or the one that it had after so many moves."""
        if moves is None:
            moves = len(self.standing(key).moves)
        return f"{self.prefixes[key.edition]}post/{self.archive.slug(key)}" + (
            f"-{moves}" if moves else ""
        )

    def url(self, key: Key) -> str:
        return SITE + self.path(key)

    def listing(self, edition: str | None = None, section: int | None = None) -> Places:
        """Return the articles that a page lists, those that are pinned before the others."""
        return self._arranged(edition, section, self.world.pinned)

    def chronicle(self) -> Places:
        """Return the articles of all editions, the newest first, without those removed."""
        return self._arranged(None, None, ())

    def _arranged(self, edition: str | None, section: int | None, first: tuple[Key, ...]) -> Places:
        listing = self.archive.listing(edition, section)
        removed = self.world.removed
        if self.stale:
            return self._behind(Arranged(listing, (), removed))
        return Arranged(listing, first, removed) if first or removed else listing

    def _behind(self, places: Places) -> Places:
        until = self.archive.clock(self.moment) - STALE_FOR
        newer = bisect_left(
            range(len(places)), True, key=lambda place: self.archive.date(places[place]) <= until
        )
        return Behind(places, newer)

    # What became of an article

    def is_edited(self, key: Key) -> bool:
        return self.edited and mixed(self.seed, key.index, _EDITED) % 10 == 0

    def standing(self, key: Key) -> Standing:
        standing = self._published(key)
        for event in self.world.events(key):
            standing = standing.after(event)
        return standing

    def _published(self, key: Key) -> Standing:
        if not self.is_edited(key):
            return Standing()
        has_other_headline = Dice(self.seed, key.index, _DETAILS).one_in(3)
        return Standing(headlines=int(has_other_headline), corrections=1)

    def last_changed(self, key: Key) -> datetime:
        """Return when anything of the page of *key* changed last."""
        return self.standing(key).changed or self.archive.date(key)

    def story(self, key: Key) -> Story:
        return self._story(key, self.standing(key))

    def _story(self, key: Key, standing: Standing) -> Story:
        archive = self.archive
        lexicon = LEXICONS[key.language]
        digits = archive.digits(key)
        headline = lexicon.headline(key.section, digits)
        dice = Dice(self.seed, key.index, _DETAILS)
        dice.one_in(3)  # was thrown for the headline
        if standing.headlines % 2:
            headline = lexicon.edited_headline.format(headline=headline)
        if key.copied:
            headline = f"{headline} — СМИ"
        date = archive.date(key)
        return Story(
            key=key,
            url=SITE + self.path(key, len(standing.moves)),
            language=key.language,
            section=key.section,
            headline=headline,
            date=date,
            printed_date=printed_date(date, LEXICONS[key.edition], dice),
            summary=lexicon.summary(key.section, digits),
            image=f"{SITE}/media/photos/original/{picture_name(self.seed, key.index)}.webp",
            tags=tags_of(dice, lexicon, standing.tags),
            views=dice.below(40_000),
            alternates={edition: self.url(other) for edition, other in archive.group(key).items()},
            modified=standing.modified,
        )

    def text(self, key: Key) -> Text:
        return self._text(key, self.standing(key))

    def _text(self, key: Key, standing: Standing) -> Text:
        also = Key(mixed(self.seed, key.index, _TEXT) % self.articles // 3 * 3 + key.index % 3)
        if also not in self.archive:
            also = Key(key.index)
        lexicon = LEXICONS[key.language]
        return write(
            lexicon,
            key.section,
            self.archive.digits(key),
            mixed(self.seed, key.index, _TEXT),
            Version(standing.corrections, standing.bylines, key.copied),
            (self.url(also), lexicon.headline(also.section, self.archive.digits(also))),
        )

    # Truth

    def truth(self, key: Key) -> dict[str, Any]:
        """Return the record that a crawler ought to make of *key*, as JSON has it."""
        return self._record(key, self.standing(key))

    def _record(self, key: Key, standing: Standing) -> dict[str, Any]:
        story, text = self._story(key, standing), self._text(key, standing)
        edition = LEXICONS[key.edition]
        return {
            "id": f"caliber:{key.edition}:{story.url.rpartition('/')[2]}",
            "url": story.url,
            "outlet": "caliber",
            "country": "AZ",
            "language": story.language,
            "section": edition.sections[story.section].name,
            "headline": story.headline,
            "date": story.date.isoformat(),
            "date_precision": "minute",
            "date_modified": story.modified.isoformat() if story.modified else None,
            "byline": text.byline,
            "authors": list(text.authors),
            "body": text.body,
            "tags": list(story.tags),
            "summary": story.summary,
            "image": story.image,
            "alternates": story.alternates,
        }

    def history(self, key: Key) -> Iterator[dict[str, Any]]:
        """Yield the versions of *key*, oldest first; see ``docs/newsroom.md``."""
        standing, arrived = self._published(key), self.archive.arrived(key)
        record = self._record(key, standing)
        published = Event(arrived, self.archive.date(key), key, (Kind.PUBLISHED,))
        yield version(published, [], record)
        for event in self.world.events(key):
            before, standing = record, standing.after(event)
            record = self._record(key, standing)
            changed = [name for name in record if record[name] != before[name]]
            yield version(event, changed, record)

    def truths(self) -> Iterator[dict[str, Any]]:
        """Yield what is true of each article there ever was, and its history."""
        listing = self.archive.listing()
        for place in range(len(listing)):
            key = listing[place]
            history = list(self.history(key))
            yield {
                **history[-1]["record"],
                "removed": history[-1]["removed"],
                "pinned": key in self.world.pinned,
                "tells": story_number(key),
                "history": history,
            }

    def tag_url(self, edition: str, tag: str) -> str:
        return f"{SITE}{self.prefixes[edition]}tag/{slug_of(tag)}"
