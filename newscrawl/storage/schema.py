"""The tables, for any database that SQLAlchemy speaks to."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData()


class Instant(TypeDecorator[datetime]):
    """An aware datetime as ISO 8601 text that keeps its offset; a naive one is a ValueError."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a zone: {value.isoformat()}")
        return value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class UtcInstant(Instant):
    """An instant as ISO 8601 text in UTC, which sorts in order of time."""

    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return super().process_bind_param(value and value.astimezone(UTC), dialect)


def _promised(name: str) -> Column[str]:
    """A text that every stored record has: neither missing nor empty."""
    return Column(
        name, Text, CheckConstraint(f"{name} <> ''", name=f"{name}_not_empty"), nullable=False
    )


articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("schema_version", Text, nullable=False),
    Column(
        "id", Text, CheckConstraint("id <> ''", name="id_not_empty"), nullable=False, unique=True
    ),
    _promised("url"),
    _promised("outlet"),
    _promised("country"),
    _promised("language"),
    Column("section", Text),
    _promised("headline"),
    Column("date", Instant, nullable=False),
    Column("date_utc", UtcInstant, nullable=False),
    Column(
        "date_precision",
        Text,
        CheckConstraint(
            "date_precision IN ('second', 'minute', 'day')", name="date_precision_known"
        ),
        nullable=False,
    ),
    Column("date_raw", Text),
    Column("date_modified", Instant),
    Column("byline", Text),
    Column("agency", Text),
    _promised("body"),
    Column("summary", Text),
    Column("image", Text),
    Column("alternates", JSON, nullable=False),
    Column("content_hash", Text),
    Column("duplicate_of", Text),
    Column("story", Text),
    Column(
        "revision",
        Integer,
        CheckConstraint("revision >= 1", name="revision_positive"),
        nullable=False,
    ),
    Column("evidence", JSON, nullable=False),
    Column("rights", JSON, nullable=False),
    Column("fetched_at", Instant),
    Index("articles_by_outlet_and_date", "outlet", "date_utc"),
    Index("articles_by_date", "date_utc"),
    Index("articles_by_content_hash", "content_hash"),
    Index("articles_by_url", "url"),
)
"""The current text of each article: :class:`newscrawl.items.Article` in its order, without
``authors`` and ``tags``. ``date_utc`` is ``date`` in UTC, for ranges and sorting."""


def _article(*, primary_key: bool = False) -> Column[int]:
    """``articles.number``; what belongs to an article goes with it."""
    return Column(
        "article",
        Integer,
        ForeignKey("articles.number", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


authors = Table(
    "authors",
    metadata,
    _article(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    sqlite_with_rowid=False,
)

tags = Table(
    "tags",
    metadata,
    _article(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("tag", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Index("tags_by_tag", "tag"),
    Index("tags_by_folded", "folded"),
    sqlite_with_rowid=False,
)
"""``folded`` is :func:`newscrawl.storage.records.folded` of ``tag``."""

revisions = Table(
    "revisions",
    metadata,
    Column("seq", Integer, primary_key=True),
    _article(),
    Column("revision", Integer, nullable=False),
    Column("content_hash", Text),
    Column("stored_at", UtcInstant, nullable=False),
    Column("changed", JSON, nullable=False),
    Column("superseded", JSON(none_as_null=True)),
    UniqueConstraint("article", "revision"),
    sqlite_autoincrement=True,
)
"""Every text that was ever stored, numbered in the order of commits. ``changed`` names the
fields that differ from the text before; ``superseded`` is that text's whole record."""

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("outlet", Text, nullable=False),
    Column("arguments", JSON, nullable=False),
    Column("started_at", UtcInstant, nullable=False),
    Column("ended_at", UtcInstant),
    Column("reason", Text),
    Column("counts", JSON(none_as_null=True)),
    sqlite_autoincrement=True,
)
"""One row per crawl; ``reason`` is how it ended."""

ledger = Table(
    "ledger",
    metadata,
    Column("id", Text, primary_key=True),
    Column("outlet", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("listing", Text),
    Column("run", Integer, ForeignKey("runs.id")),
    Column("listed_at", UtcInstant, nullable=False),
    Column("date", Instant),
    Column(
        "outcome",
        Text,
        CheckConstraint(
            "outcome IN ('pending', 'stored', 'duplicate', 'skipped', 'dropped', 'failed')",
            name="outcome_known",
        ),
        nullable=False,
    ),
    Column("reason", Text),
    Column("attempts", Integer, nullable=False),
    Column("settled_at", UtcInstant),
    Column("teaser", JSON(none_as_null=True)),
    Index("ledger_by_outlet_and_outcome", "outlet", "outcome"),
    Index("ledger_by_run", "run"),
)
"""What listings showed, by article id, and what became of it. ``listing`` and ``run`` showed it
last, ``listed_at`` is when it was first seen. Never listed: ``listing``, ``run`` and ``teaser``
are NULL."""

walks = Table(
    "walks",
    metadata,
    Column("listing", Text, primary_key=True),
    Column("outlet", Text, nullable=False),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("ended_at", UtcInstant, nullable=False),
    Column("since", UtcInstant),
    Column("pages", Integer, nullable=False),
)
"""The last complete reading of each listing, back to ``since`` or, if NULL, to its end."""

exports = Table(
    "exports",
    metadata,
    Column("path", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("bytes", Integer, nullable=False),
)
"""The first ``bytes`` bytes of a JSON Lines file hold every text up to ``revisions.seq``."""

schema_version = Table("schema_version", metadata, Column("version", Integer, nullable=False))
"""One row: which of :mod:`newscrawl.storage.migrations` this database has."""
