"""Articles: each with its current text, its revisions and its addresses."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from newscrawl.storage.schema.types import (
    Instant,
    UtcInstant,
    article_number,
    metadata,
    promised,
)

articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("schema_version", Text, nullable=False),
    Column(
        "id", Text, CheckConstraint("id <> ''", name="id_not_empty"), nullable=False, unique=True
    ),
    promised("url"),
    promised("outlet"),
    promised("country"),
    promised("language"),
    Column("section", Text),
    promised("headline"),
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
    promised("body"),
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
    Column("removed_at", UtcInstant),
    Column("evidence", JSON, nullable=False),
    Column("rights", JSON, nullable=False),
    Column("fetched_at", Instant),
    Index("articles_by_outlet_and_date", "outlet", "date_utc"),
    Index("articles_by_date", "date_utc"),
    Index("articles_by_content_hash", "content_hash"),
    Index("articles_by_url", "url"),
    Index("articles_by_story", "story", "date_utc"),
    Index("articles_by_original", "duplicate_of"),
)
"""The current text of each article: :class:`newscrawl.items.Article` in its order, without
``authors`` and ``tags``. ``date_utc`` is ``date`` in UTC, for ranges and sorting."""


authors = Table(
    "authors",
    metadata,
    article_number(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    sqlite_with_rowid=False,
)

tags = Table(
    "tags",
    metadata,
    article_number(primary_key=True),
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
    article_number(),
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

addresses = Table(
    "addresses",
    metadata,
    Column("key", Text, primary_key=True),
    article_number(),
    promised("url"),
    Column("first_seen", UtcInstant, nullable=False),
    Index("addresses_by_article", "article"),
    sqlite_with_rowid=False,
)
"""Every address that led to an article, by its :func:`newscrawl.urls.address_key`."""

visits = Table(
    "visits",
    metadata,
    article_number(primary_key=True),
    Column("outlet", Text, nullable=False),
    Column("visited_at", UtcInstant, nullable=False),
    Column("visits", Integer, nullable=False),
    Column("due_at", UtcInstant),
    Column("etag", Text),
    Column("last_modified", Text),
    Index("visits_by_outlet_and_due", "outlet", "due_at"),
)
"""When each article was asked for last, how often, and when it is to be looked at again, NULL
for never; ``etag`` and ``last_modified`` are what its last answer named."""

exports = Table(
    "exports",
    metadata,
    Column("path", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("repeats", Boolean, nullable=False),
)
"""The first ``bytes`` bytes of a JSON Lines file hold every text up to ``revisions.seq``;
``repeats`` tells whether those of repeated articles are among them."""
