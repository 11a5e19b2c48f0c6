"""The newsroom's articles: each computed from its key whenever it is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from newscrawl.demo.archive import LEXICONS, Archive, Key
from newscrawl.demo.dice import Dice, mixed
from newscrawl.demo.lexicon import Lexicon, slug_of
from newscrawl.demo.prose import Text, Version, write

SITE = "https://caliber.az"
"""The outlet whose addresses all pages name, wherever they are served."""

ARMENIAN_PREFIX = "arm"

_TEXT, _DETAILS, _EDITED = 11, 12, 13


@dataclass(frozen=True)
class Story:
    """All that is published of one article."""

    key: Key
    url: str
    language: str
    section: int
    headline: str
    date: datetime
    printed_date: str
    summary: str
    image: str
    tags: tuple[str, ...]
    views: int
    alternates: dict[str, str]
    """Edition to address of the same story."""


@dataclass(frozen=True)
class Newsroom:
    """An invented newsroom; everything in it follows from these five.

    :param edited: whether about a tenth of the articles were changed after publication.
    :param wire: see :class:`Archive`.
    :raises ValueError: see :class:`Archive`.
    """

    seed: int = 7
    articles: int = 300
    armenian_prefix: str = ARMENIAN_PREFIX
    edited: bool = False
    wire: bool = False

    def __post_init__(self) -> None:
        Archive(self.seed, self.articles, self.wire)

    @cached_property
    def archive(self) -> Archive:
        return Archive(self.seed, self.articles, self.wire)

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Edition to the start of its paths."""
        return {"ru": "/", "en": "/en/", "hy": f"/{self.armenian_prefix}/"}

    def path(self, key: Key) -> str:
        return f"{self.prefixes[key.edition]}post/{self.archive.slug(key)}"

    def url(self, key: Key) -> str:
        return SITE + self.path(key)

    def is_edited(self, key: Key) -> bool:
        return self.edited and mixed(self.seed, key.index, _EDITED) % 10 == 0

    def story(self, key: Key) -> Story:
        archive = self.archive
        lexicon = LEXICONS[key.language]
        digits = archive.digits(key)
        headline = lexicon.headline(key.section, digits)
        dice = Dice(self.seed, key.index, _DETAILS)
        has_other_headline = dice.one_in(3)
        if self.is_edited(key) and has_other_headline:
            headline = lexicon.edited_headline.format(headline=headline)
        if key.copied:
            headline = f"{headline} — СМИ"
        date = archive.date(key)
        return Story(
            key=key,
            url=self.url(key),
            language=key.language,
            section=key.section,
            headline=headline,
            date=date,
            printed_date=printed_date(date, LEXICONS[key.edition], dice),
            summary=lexicon.summary(key.section, digits),
            image=f"{SITE}/media/photos/original/{_digest(self.seed, key.index)}.webp",
            tags=tuple(dice.shuffled(lexicon.tags)[: dice.below(5)]),
            views=dice.below(40_000),
            alternates={edition: self.url(other) for edition, other in archive.group(key).items()},
        )

    def text(self, key: Key) -> Text:
        also = Key(mixed(self.seed, key.index, _TEXT) % self.articles // 3 * 3 + key.index % 3)
        if also not in self.archive:
            also = Key(key.index)
        lexicon = LEXICONS[key.language]
        return write(
            lexicon,
            key.section,
            self.archive.digits(key),
            mixed(self.seed, key.index, _TEXT),
            Version(edited=self.is_edited(key), copied=key.copied),
            (self.url(also), lexicon.headline(also.section, self.archive.digits(also))),
        )

    def truth(self, key: Key) -> dict[str, Any]:
        """Return the record that a crawler ought to make of *key*, as JSON has it."""
        story, text = self.story(key), self.text(key)
        edition = LEXICONS[key.edition]
        return {
            "id": f"caliber:{key.edition}:{self.archive.slug(key)}",
            "url": story.url,
            "outlet": "caliber",
            "country": "AZ",
            "language": story.language,
            "section": edition.sections[story.section].name,
            "headline": story.headline,
            "date": story.date.isoformat(),
            "date_precision": "minute",
            "byline": text.byline,
            "authors": list(text.authors),
            "body": text.body,
            "tags": list(story.tags),
            "summary": story.summary,
            "image": story.image,
            "alternates": story.alternates,
        }

    def truths(self) -> Iterator[dict[str, Any]]:
        listing = self.archive.listing()
        for place in range(len(listing)):
            yield self.truth(listing[place])

    def tag_url(self, edition: str, tag: str) -> str:
        return f"{SITE}{self.prefixes[edition]}tag/{slug_of(tag)}"


def printed_date(date: datetime, lexicon: Lexicon, dice: Dice) -> str:
    """Return *date* in one of the forms that the outlet prints.

    >>> from newscrawl.demo.text_en import ENGLISH
    >>> printed_date(datetime.fromisoformat("2025-10-13T10:23+04:00"), ENGLISH, Dice(1))
    '13 October 2025 10:23'
    """
    month = lexicon.months[date.month - 1]
    return dice.pick(lexicon.date_forms).format(
        day=date.day,
        month=month,
        Month=month.capitalize(),
        year=date.year,
        time=f"{date:%H:%M}",
        date=f"{date:%d.%m.%Y}",
    )


def _digest(*values: int) -> str:
    """Return 32 hexadecimal digits, as the outlet names its pictures."""
    return f"{mixed(*values, 1):016x}{mixed(*values, 2):016x}"
