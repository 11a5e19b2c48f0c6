"""Records as rows and as JSON, and back."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ColumnElement, RowMapping, Table, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from newscrawl.items import Article, Teaser
from newscrawl.storage.schema import articles, authors, tags
from newscrawl.text import normalised

FIELDS = tuple(field.name for field in fields(Article))

TEXT = ("url", "headline", "date", "byline", "authors", "agency", "body", "tags", "summary")
"""The fields whose change makes a new revision: what a reader would call another text, or finds
at another place."""

REMOVED = "removed"
"""What changed when an article was taken down, or came back."""

_INSTANTS = ("date", "date_modified", "removed_at", "fetched_at")


class _List(FunctionElement[list[str]]):
    """The values of a column in the order of their rows."""

    type = JSON()
    inherit_cache = True


@compiles(_List, "sqlite")
def _in_sqlite(element: _List, compiler: SQLCompiler, **words: Any) -> str:
    return f"json_group_array({compiler.process(element.clauses, **words)})"


@compiles(_List, "postgresql")
def _in_postgres(element: _List, compiler: SQLCompiler, **words: Any) -> str:
    return f"coalesce(json_agg({compiler.process(element.clauses, **words)}), '[]')"


def _names_in_order(table: Table, column: str) -> ColumnElement[list[str]]:
    """A column for queries on ``articles``: what *table* holds of the article, as a list."""
    names = select(table.c[column]).where(table.c.article == articles.c.number)
    ordered = names.correlate(articles).order_by(table.c.position).subquery()
    return select(_List(ordered.c[column])).scalar_subquery()


_LISTS = {"authors": _names_in_order(authors, "name"), "tags": _names_in_order(tags, "tag")}

COLUMNS: tuple[ColumnElement[Any], ...] = tuple(
    _LISTS[name].label(name) if name in _LISTS else articles.c[name] for name in FIELDS
)
"""An article as one row of a query on ``articles``."""


def article_row(article: Article) -> dict[str, Any]:
    """Return the row of ``articles``, without its number.

    :raises ValueError: if a text holds NUL, which PostgreSQL cannot store.
    """
    row = dict(vars(article), date_utc=article.date)
    del row["authors"], row["tags"]
    texts = (value for value in row.values() if isinstance(value, str))
    if any("\0" in text for text in (*texts, *article.authors, *article.tags)):
        raise ValueError("a text holds a NUL character")
    return row


def read_article(row: RowMapping | Mapping[str, Any]) -> Article:
    """Return the article in a row that has :data:`COLUMNS`."""
    return Article(**{name: row[name] for name in FIELDS})


def parse_article(record: Mapping[str, Any]) -> Article:
    """Return the article that ``Article.to_json`` wrote as *record*."""
    values = dict(record)
    for name in _INSTANTS:
        values[name] = _instant(values.get(name))
    return Article(**values)


def changes(old: Article, new: Article) -> list[str]:
    """Return the names in :data:`TEXT` whose values differ, and whether it was taken down between.

    Typography, letter case and the order of tags are no difference. Two bodies that were read
    without selectors and have one hash differ in furniture alone, of which a run finds more or
    less by what it read before: neither is a revision of the other.

    Instants are compared as written: in the hour that a clock change repeats, Python finds two
    equal ones unequal if their zones are given in different ways.

    >>> old = Article(id="a", url="u", outlet="o", country="AZ", language="en", body="One.")
    >>> new = Article(id="a", url="u", outlet="o", country="AZ", language="en", body="Two.")
    >>> changes(old, new)
    ['body']
    """
    alike = old.content_hash is not None and old.content_hash == new.content_hash
    same_body = alike and old.evidence.get("body") == new.evidence.get("body") == "generic"
    changed = [
        name
        for name in TEXT
        if _compared(name, getattr(old, name)) != _compared(name, getattr(new, name))
        and not (name == "body" and same_body)
    ]
    if (old.removed_at is None) != (new.removed_at is None):
        changed.append(REMOVED)
    return changed


def _compared(name: str, value: Any) -> object:
    """Return what two values of the field *name* share if no reader would tell them apart."""
    if value is None or name == "url":
        return value
    if name == "tags":
        return sorted(map(folded, value))
    if name == "authors":
        return [normalised(author) for author in value]
    return normalised(value) if isinstance(value, str) else _written(value)


def _written(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def teaser_record(teaser: Teaser) -> dict[str, Any]:
    """Return *teaser* as an object that JSON can hold."""
    return {name: _written(value) for name, value in asdict(teaser).items()}


def read_teaser(record: Mapping[str, Any]) -> Teaser:
    """Return the teaser that :func:`teaser_record` wrote."""
    values = dict(record, date=_instant(record["date"]), tags=tuple(record["tags"]))
    return Teaser(**values)


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def as_record(article: Article) -> dict[str, Any]:
    """Return *article* as ``Article.to_json`` writes it."""
    record: dict[str, Any] = json.loads(article.to_json())
    return record


def folded(tag: str) -> str:
    """Return what two spellings of *tag* share that differ in letter case only.

    Turkic dotted and dotless i become one letter: lower-casing tells them apart by language,
    which a tag does not state.

    >>> folded("BAKI") == folded("Bakı") and folded("İran") == folded("iran")
    True
    """
    return tag.casefold().replace("\u0307", "").replace("ı", "i")
