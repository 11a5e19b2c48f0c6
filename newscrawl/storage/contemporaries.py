"""Contemporaries: the articles that an outlet published at the same instant as another."""

from dataclasses import dataclass

from sqlalchemy import bindparam, exists, select

from newscrawl.items import Article
from newscrawl.storage.database import Database
from newscrawl.storage.schema import articles


@dataclass(frozen=True)
class Contemporary:
    """A stored article of the same outlet, language and instant as another."""

    id: str
    url: str
    headline: str
    body: str


_own = articles.alias()
_SAME_INSTANT = (
    select(articles.c.id, articles.c.url, articles.c.headline, articles.c.body)
    .where(
        articles.c.outlet == bindparam("outlet"),
        articles.c.date_utc == bindparam("date", type_=articles.c.date_utc.type),
        articles.c.language == bindparam("language"),
        articles.c.date_precision != "day",
        articles.c.removed_at.is_(None),
        articles.c.duplicate_of.is_(None),
        ~exists().where(_own.c.id == bindparam("id")),
    )
    .order_by(articles.c.number.desc())
    .limit(bindparam("most"))
)


class Contemporaries(Database):
    """The part of the store that knows which article may be the former self of another."""

    def contemporaries(self, article: Article, *, most: int) -> list[Contemporary]:
        """Return the outlet's articles of the language and instant of *article*, the newest
        *most* of them; none if it is stored itself, or its date is no more than a day."""
        if article.date is None or article.date_precision == "day":
            return []
        about = {
            "id": article.id,
            "outlet": article.outlet,
            "language": article.language,
            "date": article.date,
            "most": most,
        }
        with self.reading() as connection:
            rows = connection.execute(_SAME_INSTANT, about).mappings().all()
        return [Contemporary(**row) for row in rows]
