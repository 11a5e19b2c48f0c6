"""Clusters: to which story an article belongs, and what shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from newscrawl.items import Article
from newscrawl.similarity import Text, copies, same_story, signature
from newscrawl.storage.backends import Upsert
from newscrawl.storage.records import COLUMNS, read_article
from newscrawl.storage.schema import addresses, articles, clusters, signatures
from newscrawl.urls import address_key

_EDITIONS = "az ru en tr fa hy ka kk ky uz uz-Cyrl tg tk ku ckb ar fr de es uk zh".split()
"""Languages in which outlets of the region have editions that may share their slugs."""

_MOST_STOCK = 4
"""A picture that more articles of an outlet have within the window is none of one story."""


@dataclass(frozen=True)
class StoryRules:
    """How far apart the articles of one story can be, and how many are looked at."""

    window: timedelta = timedelta(days=3)
    """Between their publications. Zero: an article is compared with no other."""

    edition_window: timedelta = timedelta(hours=24)
    """Between those of the editions of one outlet that only a picture or a slug links."""

    most_candidates: int = 20
    """Texts that one is compared with, those first that have most in common."""


USUAL_RULES = StoryRules()


@dataclass(frozen=True)
class Link:
    """What makes an article part of a story that is there."""

    story: str
    copy_of: str | None
    how: str
    score: float | None = None


_shared = func.count().label("shared")
_CANDIDATES = (
    select(signatures.c.article, _shared)
    .where(
        signatures.c.day.in_(bindparam("days", expanding=True)),
        signatures.c.value.in_(bindparam("values", expanding=True)),
    )
    .group_by(signatures.c.article)
    .order_by(_shared.desc(), signatures.c.article)
    .limit(bindparam("most"))
)
_TEXTS = select(
    articles.c.number,
    articles.c.id,
    articles.c.story,
    articles.c.headline,
    articles.c.body,
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
    .limit(_MOST_STOCK + 1)
)
_STORY_OF = select(articles.c.story).where(articles.c.id == bindparam("id"))
_SET_STORY = (
    update(articles).where(articles.c.number == bindparam("known")).values(story=bindparam("name"))
)
_SIGN = Upsert(signatures, ["value", "day", "article"])
_UNSIGN = delete(signatures).where(
    signatures.c.article == bindparam("number"),
    signatures.c.value.in_(bindparam("values", expanding=True)),
    signatures.c.day == bindparam("day"),
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
    _sign(connection, number, article, found.values)


def sign_anew(
    connection: Connection, number: int, old: Article, new: Article, rules: StoryRules
) -> None:
    """Let the articles that come find an edited one by its present text."""
    before, after = (signature(each.headline, each.body) for each in (old, new))
    if not rules.window or (before == after and _day(old) == _day(new)):
        return
    if before:
        key = {"number": number, "values": list(before), "day": _day(old)}
        connection.execute(_UNSIGN, key)
    _sign(connection, number, new, after)


def _sign(connection: Connection, number: int, article: Article, values: Sequence[int]) -> None:
    rows = [{"value": value, "day": _day(article), "article": number} for value in values]
    if rows:
        _SIGN.on(connection, rows)


def _repeated(connection: Connection, article: Article) -> Link | None:
    if article.duplicate_of is None:
        return None
    story = connection.scalar(_STORY_OF, {"id": article.duplicate_of})
    return Link(story or article.duplicate_of, article.duplicate_of, "repeat", 1.0)


def _copied(
    connection: Connection, article: Article, values: Sequence[int], rules: StoryRules
) -> Link | None:
    """Return the link to the article whose text is most like, if it is one of a copy."""
    if not values or article.date is None:
        return None
    day, days = _day(article), rules.window.days + 1
    key = {
        "values": list(values),
        "days": list(range(day - days, day + days + 1)),
        "most": rules.most_candidates,
    }
    numbers = [row.article for row in connection.execute(_CANDIDATES, key)]
    if not numbers:
        return None
    among = {
        "numbers": numbers,
        "language": article.language,
        "since": article.date - rules.window,
        "until": article.date + rules.window,
    }
    text = Text(article.headline, article.body)
    best: Link | None = None
    for row in sorted(connection.execute(_TEXTS, among), key=lambda row: row.number):
        match = copies(text, Text(row.headline, row.body))
        if match and (best is None or match.score > (best.score or 0)):
            best = Link(row.story or row.id, row.id, match.how, match.score)
    return best


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
        if len(alike) > _MOST_STOCK:
            stock.add(article.image)
        else:
            found += alike
    for other in found:
        how = same_story(article, other, within=rules.edition_window, stock=stock)
        if how:
            return Link(other.story or other.id, other.id, how)
    return None


def _day(article: Article) -> int:
    assert article.date is not None
    return int(article.date.timestamp() // 86_400)
