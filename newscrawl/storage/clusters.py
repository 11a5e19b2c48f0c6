"""Clusters: to which story an article belongs, and what shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from sqlalchemy import Connection, bindparam, insert, select, update

from newscrawl.items import Article
from newscrawl.similarity import Text, copies, same_story, signature
from newscrawl.storage.records import COLUMNS, read_article
from newscrawl.storage.schema import addresses, articles, clusters
from newscrawl.storage.signatures import sharing, sign
from newscrawl.urls import address_key

_EDITIONS = "az ru en tr fa hy ka kk ky uz uz-Cyrl tg tk ku ckb ar fr de es uk zh".split()
"""Languages in which outlets of the region have editions that may share their slugs."""

_MOST_ALIKE = 20
"""Articles with one picture that are looked at: as many editions has no outlet."""


@dataclass(frozen=True)
class StoryRules:
    """How far apart the articles of one story can be, and how many are looked at."""

    window: timedelta = timedelta(days=3)
    """Between the publications of the first and of any other. Zero: an article is compared with no
    other."""

    edition_window: timedelta = timedelta(hours=24)
    """Between those of the editions of one outlet that only a picture or a slug links."""

    most_candidates: int = 20
    """Texts that one is compared with, those first that have most in common."""


_KEPT_TEXTS = 128
"""Stored texts that are kept prepared for comparison: the next article may be like them, too."""

USUAL_RULES = StoryRules()


@dataclass(frozen=True)
class Link:
    """What makes an article part of a story that is there."""

    story: str
    copy_of: str | None
    how: str
    score: float | None = None


_TEXTS = select(
    articles.c.number,
    articles.c.id,
    articles.c.story,
    articles.c.headline,
    articles.c.body,
    articles.c.language,
    articles.c.date_utc,
).where(
    articles.c.number.in_(bindparam("numbers", expanding=True)),
    articles.c.language == bindparam("language"),
    articles.c.date_utc.between(
        bindparam("since", type_=articles.c.date_utc.type),
        bindparam("until", type_=articles.c.date_utc.type),
    ),
)
_BY_ADDRESS = (
    select(*COLUMNS)
    .join_from(addresses, articles, articles.c.number == addresses.c.article)
    .where(addresses.c.key.in_(bindparam("keys", expanding=True)))
)
_BY_ID = select(*COLUMNS).where(articles.c.id.in_(bindparam("ids", expanding=True)))
_BY_IMAGE = (
    select(*COLUMNS)
    .where(
        articles.c.image == bindparam("image"),
        articles.c.outlet == bindparam("outlet"),
        articles.c.id != bindparam("id"),
        articles.c.date_utc.between(
            bindparam("since", type_=articles.c.date_utc.type),
            bindparam("until", type_=articles.c.date_utc.type),
        ),
    )
    .limit(_MOST_ALIKE + 1)
)
_FIRST = select(*_TEXTS.selected_columns).where(articles.c.id == bindparam("id"))
_TOLD = (
    select(articles.c.id)
    .where(
        articles.c.story == bindparam("name"),
        articles.c.outlet == bindparam("outlet"),
        articles.c.language == bindparam("language"),
        articles.c.id != bindparam("id"),
    )
    .limit(1)
)
"""What tells a story in a language already: another is linked by no picture, but by name."""

_STORY_OF = select(articles.c.story).where(articles.c.id == bindparam("id"))
_SET_STORY = (
    update(articles).where(articles.c.number == bindparam("known")).values(story=bindparam("name"))
)
_ENTER = insert(clusters)


@dataclass(frozen=True)
class Found:
    """What is known of a new article: its signature, and the story that it is part of, if any."""

    values: Sequence[int]
    link: Link | None


def find_story(connection: Connection, article: Article, rules: StoryRules) -> Found:
    """Find the story of a new article: sets ``article.story``.

    The story is named by the id of the first of its articles; that of one that is a copy of
    nothing is its own. One that has a story keeps it.
    """
    values = signature(article.headline, article.body) if rules.window else ()
    link = Link(article.story, None, "given") if article.story else None
    link = link or _repeated(connection, article) or _copied(connection, article, values, rules)
    link = link or _translated(connection, article, rules)
    article.story = link.story if link else article.id
    return Found(values, link)


def enter_story(
    connection: Connection, number: int, article: Article, found: Found, now: datetime
) -> None:
    """Enter what was *found* of a new article that is stored as the first of its story, and let
    those that come find it."""
    link = found.link
    if link:
        connection.execute(_SET_STORY, {"known": number, "name": article.story})
    row = {
        "article": number,
        "story": article.story,
        "copy_of": link.copy_of if link else None,
        "how": link.how if link else "first",
        "score": link.score if link else None,
        "joined_at": now,
    }
    connection.execute(_ENTER, row)
    sign(connection, number, article, found.values)


def _repeated(connection: Connection, article: Article) -> Link | None:
    if article.duplicate_of is None:
        return None
    story = connection.scalar(_STORY_OF, {"id": article.duplicate_of})
    return Link(story or article.duplicate_of, article.duplicate_of, "repeat", 1.0)


def _copied(
    connection: Connection, article: Article, values: Sequence[int], rules: StoryRules
) -> Link | None:
    """Return the link to the article whose text is most like, of those that are copies, as their
    story's first is."""
    if not values or article.date is None:
        return None
    numbers = sharing(connection, article, values, rules.window, rules.most_candidates)
    if not numbers:
        return None
    among = {
        "numbers": numbers,
        "language": article.language,
        "since": article.date - rules.window,
        "until": article.date + rules.window,
    }
    text = Text(article.headline, article.body)
    rows = {row.id: row for row in connection.execute(_TEXTS, among)}
    found = {id: copies(text, _text(row.headline, row.body)) for id, row in rows.items()}
    matches = {id: match for id, match in found.items() if match}
    others: set[str] = set()
    for id in sorted(matches, key=lambda id: (-matches[id].score, rows[id].number)):
        story = rows[id].story or id
        if story in others:
            continue
        if story in matches or _is_of(connection, article, text, story, rules):
            return Link(story, id, matches[id].how, matches[id].score)
        others.add(story)
    return None


def _is_of(
    connection: Connection, article: Article, text: Text, story: str, rules: StoryRules
) -> bool:
    """Whether *article*, which is a copy of one of the *story*, is one of its first, too.

    What is like one article, and the next like that, comes to another day and another event.
    """
    first = connection.execute(_FIRST, {"id": story}).first()
    if first is None:
        return True
    if article.date is None or abs(article.date - first.date_utc) > rules.window:
        return False
    is_comparable = first.language == article.language
    return not is_comparable or bool(copies(text, _text(first.headline, first.body)))


@lru_cache(maxsize=_KEPT_TEXTS)
def _text(headline: str, body: str) -> Text:
    return Text(headline, body)


def _translated(connection: Connection, article: Article, rules: StoryRules) -> Link | None:
    """Return the link to the article of the outlet that tells the same in another language."""
    if article.date is None or not rules.edition_window:
        return None
    found: list[Article] = []
    named = [address_key(url) for url in article.alternates.values()]
    if named:
        rows = connection.execute(_BY_ADDRESS, {"keys": named}).mappings()
        found += [read_article(row) for row in rows]
    outlet, _, slug = article.id.split(":", 2)
    if not slug.isdigit():
        ids = [f"{outlet}:{language}:{slug}" for language in _EDITIONS]
        found += [read_article(row) for row in connection.execute(_BY_ID, {"ids": ids}).mappings()]
    stock: set[str] = set()
    if article.image:
        key = {
            "image": article.image,
            "outlet": article.outlet,
            "id": article.id,
            "since": article.date - rules.edition_window,
            "until": article.date + rules.edition_window,
        }
        alike = [read_article(row) for row in connection.execute(_BY_IMAGE, key).mappings()]
        if _are_of_several_stories([article, *alike]):
            stock.add(article.image)
        else:
            found += alike
    for other in found:
        how = same_story(article, other, within=rules.edition_window, stock=stock)
        if how is None:
            continue
        key = {
            "id": article.id,
            "name": other.story,
            "outlet": article.outlet,
            "language": article.language,
        }
        if how == "alternates" or connection.scalar(_TOLD, key) is None:
            return Link(other.story or other.id, other.id, how)
    return None


def _are_of_several_stories(alike: Sequence[Article]) -> bool:
    """Whether articles with one picture tell several stories in one language."""
    told = {(other.language, other.story or other.id) for other in alike}
    return len(alike) > _MOST_ALIKE or len({language for language, _ in told}) < len(told)
