"""The databases that the store speaks to: one module for what each does its own way."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeAlias

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    CursorResult,
    Engine,
    Executable,
    FromClause,
    Table,
)
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import DBAPIError

from newscrawl.storage.backends import postgres, sqlite


class Backend(Protocol):
    """What such a module has."""

    @property
    def READ(self) -> Sequence[str]:
        """Statements that begin a transaction in which everything is seen as of its first query."""

    @property
    def WRITE(self) -> Sequence[str]:
        """Statements that begin a transaction of the only writer."""

    @property
    def DDL(self) -> Sequence[str]:
        """What is created after the tables: full-text search and the view ``readable_articles``."""

    @property
    def TEXTS(self) -> FromClause:
        """What is searched; :attr:`TEXTS_ARTICLE` is the number of the article in it."""

    @property
    def TEXTS_ARTICLE(self) -> ColumnElement[int]: ...

    @property
    def MATCHES(self) -> ColumnElement[bool]:
        """Whether it has the words of the parameter ``words``: a :meth:`search_expression`."""

    @property
    def BEST_FIRST(self) -> ColumnElement[float]: ...

    def unread(self, connection: Connection, /) -> AbstractContextManager[None]:
        """Statements meanwhile need not wait for each other's answers: nobody reads those.

        What goes wrong with them is raised in the end at the latest.
        """
        ...

    def index_text(
        self, connection: Connection, number: int, headline: str, body: str, /
    ) -> None: ...
    def search_expression(self, text: str, /) -> str: ...
    def open_engine(self, url: URL, /, *, timeout_s: float) -> Engine: ...
    def name_of(self, url: URL, /) -> str: ...
    def prepare(self, connection: Connection, timeout_s: float, /) -> None: ...
    def advice(self, error: DBAPIError, /) -> str: ...
    def is_bad_value(self, error: DBAPIError, /) -> bool: ...
    def is_empty(self, connection: Connection, /) -> bool: ...


BACKENDS: Mapping[str, Backend] = {"sqlite": sqlite, "postgresql": postgres}
"""By SQLAlchemy's name of the dialect."""


def backend_of(connection: Connection) -> Backend:
    """Return the backend that *connection* leads to."""
    return BACKENDS[connection.dialect.name]


_Again: TypeAlias = Callable[[Any], Mapping[str, Any]]

_INSERTS: Mapping[str, Callable[[Table], Any]] = {
    "sqlite": sqlite_insert,
    "postgresql": postgres_insert,
}


class Upsert:
    """Inserts rows into *table*, or changes those that have the same *keys* already.

    :param again: what to set then, given the new row's columns; none to leave the row.
    :param only: of the rows that are there, those to change; None for all.
    :param returning: a column of the rows that were inserted or changed.
    """

    def __init__(
        self,
        table: Table,
        keys: Sequence[str],
        again: _Again | None = None,
        *,
        only: ColumnElement[bool] | None = None,
        returning: ColumnElement[Any] | None = None,
    ) -> None:
        self._statements: dict[str, Executable] = {}
        for dialect, insert in _INSERTS.items():
            row = insert(table)
            if again is None:
                row = row.on_conflict_do_nothing(index_elements=keys)
            else:
                changed = again(row.excluded)
                row = row.on_conflict_do_update(index_elements=keys, set_=changed, where=only)
            self._statements[dialect] = row if returning is None else row.returning(returning)

    def on(
        self, connection: Connection, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]]
    ) -> CursorResult[Any]:
        """Write *rows*, one or a sequence that is not empty."""
        return connection.execute(self._statements[connection.dialect.name], rows)


def newer(*names: str) -> _Again:
    """Return what sets the columns *names* to the new row's values."""
    return lambda new: {name: new[name] for name in names}
