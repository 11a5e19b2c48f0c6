"""Articles: finding them again."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import bindparam, func, select, tuple_

from newscrawl.items import Article
from newscrawl.storage.backends import BACKENDS
from newscrawl.storage.database import Database
from newscrawl.storage.records import COLUMNS, folded, read_article
from newscrawl.storage.schema import articles, tags

_BATCH = 200

_COUNT = select(func.count()).select_from(articles).where(articles.c.duplicate_of.is_(None))

_SEARCH = {
    name: select(*COLUMNS)
    .join_from(backend.TEXTS, articles, articles.c.number == backend.TEXTS_ARTICLE)
    .where(backend.MATCHES)
    .order_by(backend.BEST_FIRST)
    .limit(bindparam("limit"))
    for name, backend in BACKENDS.items()
}


class Finding(Database):
    """The part of the store that finds articles."""

    def articles(
        self,
        *,
        outlet: str | None = None,
        tag: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> Iterator[Article]:
        """Yield the articles in the order of publication, a few in memory at a time.

        :param tag: one of their tags; letter case does not matter.
        :param since: published then or later, aware.
        :param until: published before then, aware.
        """
        place = tuple_(articles.c.date_utc, articles.c.number)
        wanted = select(articles.c.number, articles.c.date_utc, *COLUMNS).order_by(*place.clauses)
        if outlet is not None:
            wanted = wanted.where(articles.c.outlet == outlet)
        if since is not None:
            wanted = wanted.where(articles.c.date_utc >= since)
        if until is not None:
            wanted = wanted.where(articles.c.date_utc < until)
        if tag is not None:
            tagged = select(tags.c.article).where(tags.c.folded == folded(tag))
            wanted = wanted.where(articles.c.number.in_(tagged))
        batch = wanted = wanted.limit(_BATCH)
        while True:
            with self.reading() as connection:
                rows = connection.execute(batch).mappings().all()
            for row in rows:
                yield read_article(row)
            if len(rows) < _BATCH:
                return
            last = rows[-1]
            batch = wanted.where(place > (last["date_utc"], last["number"]))

    def search(self, text: str, *, limit: int = 20) -> list[Article]:
        """Return articles with every word of *text* in headline or body, the best first.

        Letter case and diacritics do not matter, except that ``ı`` is not ``i``.
        """
        words = self.backend.search_expression(text)
        if not words.strip():
            return []
        with self.reading() as connection:
            search = _SEARCH[connection.dialect.name]
            rows = connection.execute(search, {"words": words, "limit": limit}).mappings().all()
        return [read_article(row) for row in rows]

    def count(self) -> int:
        """Return the number of articles that repeat no other."""
        with self.reading() as connection:
            return connection.scalar(_COUNT) or 0
