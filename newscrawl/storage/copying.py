"""A store as it is, in another database: how SQLite grows into PostgreSQL."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from newscrawl.storage.database import Database
from newscrawl.storage.errors import StoreError
from newscrawl.storage.schema import alembic_version, articles, metadata

_BATCH = 500

_TABLES = [table for table in metadata.sorted_tables if table is not alembic_version]


def copy_store(source: Database, target: Database, copied: Callable[[str, int], None]) -> None:
    """Copy all rows of *source*, as they are at one moment, into *target*: all of them or none.

    Numbers stay, so that files that followed the one follow the other.

    :param copied: is told of each table and of how many of its rows there are so far.
    :raises StoreError: if *target* holds anything.
    """
    with source.reading() as old, target.writing() as new:
        for table in _TABLES:
            if new.execute(select(1).select_from(table).limit(1)).first():
                raise StoreError(
                    f"database {target.name}: it is not empty; name one that is, or does not exist"
                )
        for table in _TABLES:
            count = 0
            rows = old.execute(select(table), execution_options={"yield_per": _BATCH})
            for batch in rows.mappings().partitions():
                _write(target, new, table, batch)
                count += len(batch)
                copied(table.name, count)
            _count_on(new, table)


def _write(
    target: Database, new: Connection, table: Table, rows: Iterable[Mapping[Any, Any]]
) -> None:
    written = [dict(row) for row in rows]
    new.execute(insert(table), written)
    if table is articles:
        with target.backend.unread(new):
            for row in written:
                target.backend.index_text(new, row["number"], row["headline"], row["body"])


def _count_on(new: Connection, table: Table) -> None:
    """Let the next row of *table* have the number after the last; SQLite does so by itself."""
    column = table.autoincrement_column
    if column is None or new.dialect.name != "postgresql":
        return
    last = new.scalar(select(func.max(column)))
    if last is not None:
        sequence = func.pg_get_serial_sequence(func.quote_ident(table.name), column.name)
        new.execute(select(func.setval(sequence, last)))
