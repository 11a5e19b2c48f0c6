"""Signatures: by what the articles are found that share passages with a new one."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Connection, bindparam, delete, func, select

from newscrawl.items import Article
from newscrawl.similarity import signature
from newscrawl.storage.backends import Upsert
from newscrawl.storage.schema import signatures

_shared = func.count().label("shared")
_SHARING = (
    select(signatures.c.article, _shared)
    .where(
        signatures.c.day.in_(bindparam("days", expanding=True)),
        signatures.c.value.in_(bindparam("values", expanding=True)),
    )
    .group_by(signatures.c.article)
    .order_by(_shared.desc(), signatures.c.article)
    .limit(bindparam("most"))
)
_SIGN = Upsert(signatures, ["value", "day", "article"])
_UNSIGN = delete(signatures).where(
    signatures.c.article == bindparam("number"),
    signatures.c.value.in_(bindparam("values", expanding=True)),
    signatures.c.day == bindparam("day"),
)


def sharing(
    connection: Connection,
    article: Article,
    values: Sequence[int],
    window: timedelta,
    most: int,
) -> list[int]:
    """Return the numbers of at most so many articles, of about the days of *window* around
    *article*, that have some of its *values*, those with most of them first."""
    day, days = _day(article), window.days + 1
    key = {
        "values": list(values),
        "days": list(range(day - days, day + days + 1)),
        "most": most,
    }
    return [row.article for row in connection.execute(_SHARING, key)]


def sign_anew(
    connection: Connection, number: int, old: Article, new: Article, window: timedelta
) -> None:
    """Let the articles that come find an edited one by its present text."""
    before, after = (signature(each.headline, each.body) for each in (old, new))
    if not window or (before == after and _day(old) == _day(new)):
        return
    if before:
        key = {"number": number, "values": list(before), "day": _day(old)}
        connection.execute(_UNSIGN, key)
    sign(connection, number, new, after)


def sign(connection: Connection, number: int, article: Article, values: Sequence[int]) -> None:
    """Let the articles that come find this one by *values*, its signature."""
    rows = [{"value": value, "day": _day(article), "article": number} for value in values]
    if rows:
        _SIGN.on(connection, rows)


def _day(article: Article) -> int:
    assert article.date is not None
    return int(article.date.timestamp() // 86_400)
