"""The tables, for any database that SQLAlchemy speaks to."""

from sqlalchemy import Column, String, Table

from newscrawl.storage.schema.articles import (
    addresses,
    articles,
    authors,
    exports,
    revisions,
    tags,
    visits,
)
from newscrawl.storage.schema.copies import clusters, signatures
from newscrawl.storage.schema.crawls import (
    bookmarks,
    fetches,
    hosts,
    ledger,
    pages,
    runs,
    sightings,
    walks,
)
from newscrawl.storage.schema.types import Instant, UtcInstant, metadata

alembic_version = Table(
    "alembic_version", metadata, Column("version_num", String(32), primary_key=True)
)
"""One row: which of :mod:`newscrawl.storage.migrations` this database has."""

__all__ = [
    "Instant",
    "UtcInstant",
    "addresses",
    "alembic_version",
    "articles",
    "authors",
    "bookmarks",
    "clusters",
    "exports",
    "fetches",
    "hosts",
    "ledger",
    "metadata",
    "pages",
    "revisions",
    "runs",
    "sightings",
    "signatures",
    "tags",
    "visits",
    "walks",
]
