"""The types of columns, and the metadata that holds all tables."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    TIMESTAMP,
    CheckConstraint,
    Column,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    Text,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

metadata = MetaData()


class Instant(TypeDecorator[datetime]):
    """An aware datetime as ISO 8601 text that keeps its offset; a naive one is a ValueError."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else _aware(value).isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class UtcInstant(TypeDecorator[datetime]):
    """An instant in UTC, which sorts in order of time.

    ISO 8601 text in SQLite, ``timestamp with time zone`` in PostgreSQL.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        own = TIMESTAMP(timezone=True) if dialect.name == "postgresql" else Text()
        return dialect.type_descriptor(own)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        moment = _aware(value).astimezone(UTC)
        return moment if dialect.name == "postgresql" else moment.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        return moment.astimezone(UTC)


def _aware(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError(f"an instant needs a zone: {value.isoformat()}")
    return value


def promised(name: str) -> Column[str]:
    """A text that every stored record has: neither missing nor empty."""
    return Column(
        name, Text, CheckConstraint(f"{name} <> ''", name=f"{name}_not_empty"), nullable=False
    )


def article_number(name: str = "article", *, primary_key: bool = False) -> Column[int]:
    """``articles.number``; what belongs to an article goes with it."""
    return Column(
        name,
        Integer,
        ForeignKey("articles.number", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )
