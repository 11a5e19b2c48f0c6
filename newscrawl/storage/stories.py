"""What several outlets tell of one event."""

from collections.abc import Generator
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import groupby, islice

from sqlalchemy import RowMapping, bindparam, func, select

from newscrawl.storage.database import Database
from newscrawl.storage.schema import articles

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Copy:
    """One article of a story."""

    id: str
    url: str
    outlet: str
    language: str
    date: datetime
    """First publication, aware, in the outlet's zone."""

    date_precision: str
    headline: str
    agency: str | None
    duplicate_of: str | None


@dataclass(frozen=True)
class StoryCluster:
    """The articles that tell one story."""

    story: str
    copies: list[Copy]
    """The earliest first."""

    left_out: int
    """How many later ones there are beside ``copies``."""


_CLUSTERS = (
    select(articles.c.story, func.min(articles.c.date_utc).label("begun"))
    .where(
        articles.c.story.is_not(None),
        articles.c.duplicate_of.is_(None),
        articles.c.date_utc >= bindparam("since", type_=articles.c.date_utc.type),
        articles.c.date_utc < bindparam("until", type_=articles.c.date_utc.type),
    )
    .group_by(articles.c.story)
    .having(
        func.count() >= 2,
        func.count(articles.c.outlet.distinct()) >= bindparam("outlets"),
    )
    .subquery()
)
_COPIES = (
    select(
        articles.c.story,
        articles.c.id,
        articles.c.url,
        articles.c.outlet,
        articles.c.language,
        articles.c.date,
        articles.c.date_precision,
        articles.c.headline,
        articles.c.agency,
        articles.c.duplicate_of,
    )
    .join_from(_CLUSTERS, articles, articles.c.story == _CLUSTERS.c.story)
    .order_by(_CLUSTERS.c.begun, articles.c.story, articles.c.date_utc, articles.c.number)
)


class Stories(Database):
    """The part of the store that shows who told a story, and who told it first."""

    def stories(
        self, *, since: datetime, until: datetime, outlets: int, most_copies: int
    ) -> Generator[StoryCluster, None, None]:
        """Yield the stories with two articles or more, in the order in which they began.

        All in one transaction: nobody else can use the store until the last is taken.

        :param since: only those of which the articles published then or later suffice, aware;
            of these, earlier articles are told, too.
        :param until: and before then, aware.
        :param outlets: at least so many have told it; repeats within an outlet do not count.
        :param most_copies: of one story.
        """
        key = {"since": since, "until": until, "outlets": outlets}
        with self.reading() as connection:
            rows = connection.execute(_COPIES, key, execution_options={"yield_per": _BATCH})
            for story, group in groupby(rows.mappings(), key=lambda row: str(row["story"])):
                copies = [_copy(row) for row in islice(group, most_copies)]
                yield StoryCluster(story, copies, left_out=sum(1 for _ in group))


def _copy(row: RowMapping) -> Copy:
    return Copy(**{field.name: row[field.name] for field in fields(Copy)})
