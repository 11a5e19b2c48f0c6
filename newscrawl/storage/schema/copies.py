"""Copies: what makes one story of articles in several outlets."""

from sqlalchemy import BigInteger, Column, Float, Index, Integer, Table, Text

from newscrawl.storage.schema.types import UtcInstant, article_number, metadata

signatures = Table(
    "signatures",
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("value", BigInteger, primary_key=True, autoincrement=False),
    article_number(primary_key=True),
    sqlite_with_rowid=False,
)
"""The values of each article's :func:`newscrawl.similarity.signature`, for finding the articles
that share some; ``day`` is that of publication, UTC, counted from 1970. It comes first in the key:
what is written for one day lies together, however large the table is."""

clusters = Table(
    "clusters",
    metadata,
    article_number(primary_key=True),
    Column("story", Text, nullable=False),
    Column("copy_of", Text),
    Column("how", Text, nullable=False),
    Column("score", Float),
    Column("joined_at", UtcInstant, nullable=False),
    Index("clusters_by_story", "story"),
)
"""To which story an article belongs and why: ``how`` is ``first`` for the first of its story,
else how it was found to be a copy of the article ``copy_of``."""
