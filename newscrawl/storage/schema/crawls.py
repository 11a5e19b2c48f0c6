"""Crawls: what listings showed, what was asked for, and what came of it."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
)

from newscrawl.storage.schema.types import Instant, UtcInstant, metadata

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
    Column("verdict", Text),
    Column("report", JSON(none_as_null=True)),
    Index("runs_by_outlet", "outlet", "id"),
    Index("runs_by_outlet_and_time", "outlet", "started_at"),
    sqlite_autoincrement=True,
)
"""One row per crawl; ``reason`` is how it ended, ``verdict`` what that is worth, ``report`` all
that is known of it."""

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

sightings = Table(
    "sightings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("listing", Text, primary_key=True),
    Column("first_seen", UtcInstant, nullable=False),
    Column("last_seen", UtcInstant, nullable=False),
    Column("first_run", Integer, nullable=False),
    Column("last_run", Integer, nullable=False),
    Column("times", Integer, nullable=False),
    Column("page", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("top_place", Integer),
    sqlite_with_rowid=False,
)
"""When each listing showed which article, by article id: ``page`` and ``place`` on it, both from
1, when it did last; ``top_place`` is the best it ever had on the first page, else NULL."""

pages = Table(
    "pages",
    metadata,
    Column("url", Text, primary_key=True),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("fetched_at", UtcInstant, nullable=False),
    Column("run", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What the last answer for a page of a listing, all of whose articles are in the ledger, named
as its version."""

fetches = Table(
    "fetches",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("run", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("id", Text),
    Column("status", Integer),
    Column("outcome", Text, nullable=False),
    Column("reason", Text),
    Column("bytes", Integer, nullable=False),
    Column("seconds", Float),
    Column("fetched_at", UtcInstant, nullable=False),
    Index("fetches_by_run", "run"),
    Index("fetches_by_time", "fetched_at"),
)
"""Every request of the last weeks: ``kind`` is ``listing``, ``article`` or ``revisit``,
``outcome`` is ``read``, ``unchanged`` (a 304) or ``failed`` with its ``reason``; ``id`` is that of
the article."""

hosts = Table(
    "hosts",
    metadata,
    Column("host", Text, primary_key=True),
    Column("blocked_since", UtcInstant, nullable=False),
    Column("blocked_times", Integer, nullable=False),
    Column("not_before", UtcInstant, nullable=False),
    sqlite_with_rowid=False,
)
"""Hosts that refused the last ``blocked_times`` runs, the first of which ended at
``blocked_since``; they are asked for nothing until ``not_before``."""
