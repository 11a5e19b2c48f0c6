"""Invented articles by number, quickly: the same number is the same article in every process."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import blake2b
from itertools import accumulate
from random import Random
from urllib.parse import quote

from newscrawl.items import Article, Teaser

ARTICLES_PER_DAY = 300
"""Of all outlets together."""

LISTING = "region"
EVIDENCE = dict.fromkeys(("headline", "date", "byline", "body", "tags"), "css")
RIGHTS = {"attribution": "with a link", "licence": None, "robots": []}

_BEGINNING = datetime(2016, 3, 1, tzinfo=UTC)
_OUTLETS = 60
_LANGUAGES = ("en", "ru", "hy")
_WORDS = (150, 300)
_VOCABULARY = 15_000
_STOCK_PHRASES = 400
"""What newsrooms write again and again: it makes candidates of texts that are no copies."""


def moment(number: int) -> datetime:
    """Return when article *number* was published."""
    return _BEGINNING + timedelta(seconds=number * 86_400 // ARTICLES_PER_DAY)


@dataclass(frozen=True)
class Told:
    """What an article says."""

    language: str
    headline: str
    body: str

    def cut(self) -> "Told":
        """Return it without the last paragraph."""
        return replace(self, body=self.body.rpartition("\n\n")[0])


def told(number: int) -> Told:
    """Return text *number*."""
    dice = Random(number)
    language = dice.choice(_LANGUAGES)
    body = "\n\n".join(_paragraphs(dice, language, dice.randint(*_WORDS)))
    return Told(language, " ".join(_vocabulary(language).draw(dice, 8)).capitalize(), body)


def teaser(article: Article) -> Teaser:
    """Return what a listing says of *article*."""
    return Teaser(
        article.id,
        article.url,
        article.language,
        source="listing",
        headline=article.headline,
        date=article.date,
        section=article.section,
    )


def published(told: Told, number: int, date: datetime | None = None) -> Article:
    """Return article *number*, which says what was *told*, as the loader yields it."""
    mark = blake2b(b"%d" % number, digest_size=16).hexdigest()
    outlet = f"outlet_{number % _OUTLETS:02}"
    language, headline, body = told.language, told.headline, told.body
    words = headline.casefold().split()
    slug = "-".join((*words[:3], mark[:8]))
    site = f"https://{outlet}.example"
    author = f"{words[0]} Quill".title()
    date = date or moment(number)
    return Article(
        id=f"{outlet}:{language}:{slug}",
        url=f"{site}/{language}/{quote(slug)}/",
        outlet=outlet,
        country="AZ",
        language=language,
        section="REGION",
        headline=headline,
        date=date,
        date_precision="minute",
        date_raw=f"{date:%d.%m.%Y, %H:%M}",
        byline=author,
        authors=[author],
        body=body,
        tags=words[2:6],
        summary=body[:120],
        image=f"{site}/media/{slug}.jpg",
        content_hash=mark,
        evidence=EVIDENCE,
        rights=RIGHTS,
        fetched_at=date + timedelta(hours=1),
    )


def _paragraphs(dice: Random, language: str, length: int) -> list[str]:
    vocabulary = _vocabulary(language)
    words = vocabulary.draw(dice, length)
    for _ in range(3):
        phrase = vocabulary.phrases[int(_STOCK_PHRASES * dice.random() ** 2)]
        place = dice.randrange(length)
        words[place : place + len(phrase)] = phrase
    paragraphs, start = [], 0
    while start < len(words):
        sentences = []
        for _ in range(3):
            end = start + dice.randint(9, 19)
            sentence = " ".join(words[start:end])
            sentences.append(f"{sentence[:1].upper()}{sentence[1:]}.")
            start = end
            if start >= len(words):
                break
        paragraphs.append(" ".join(sentences))
    return paragraphs


@dataclass(frozen=True)
class _Vocabulary:
    words: Sequence[str]
    weights: Sequence[float]
    """Cumulative; the rank of a word decides how often it is met, as in any language."""

    phrases: Sequence[Sequence[str]]

    def draw(self, dice: Random, count: int) -> list[str]:
        return dice.choices(self.words, cum_weights=self.weights, k=count)


_LETTERS = {
    "en": ("bcdfglmnprstvw", "aeiou"),
    "ru": ("бвгдзклмнпрст", "аеиоуыя"),
    "hy": ("բգդզթլկհմնպսվտր", "աեէըիոու"),
}


@cache
def _vocabulary(language: str) -> _Vocabulary:
    """Return words of one to four syllables: a tenth are names, some are figures."""
    dice = Random(language)
    consonants, vowels = _LETTERS[language]
    syllables = [a + b for a in consonants for b in vowels]
    found: dict[str, None] = {}
    while len(found) < _VOCABULARY:
        size = 1 + min(3, len(found) // 40)
        word = "".join(dice.choices(syllables, k=dice.randint(size, size + 1)))
        kind = dice.random() if len(found) > 100 else 1
        found[
            str(dice.randint(2, 5000)) if kind < 0.03 else word.title() if kind < 0.13 else word
        ] = None
    words = list(found)
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(words))))
    phrases = [
        dice.choices(words, cum_weights=weights, k=dice.randint(4, 7))
        for _ in range(_STOCK_PHRASES)
    ]
    return _Vocabulary(words, weights, phrases)
