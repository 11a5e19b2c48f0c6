"""The version of a database, and how an older one becomes the present one."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from sqlalchemy import Connection, insert, inspect, select, update

from newscrawl.storage import sqlite
from newscrawl.storage.schema import metadata, schema_version

VERSION = 1

Step: TypeAlias = Callable[[Connection], None]

STEPS: Mapping[int, Step] = {}
"""Version to what makes the next one of it, inside the transaction that also records it."""


class UnusableVersion(Exception):
    """A database has tables that this program does not know; the message says what to do."""


def version_of(connection: Connection) -> int | None:
    """Return the version of the database, None if it is empty.

    :raises UnusableVersion: if it holds tables but not ours.
    """
    if sqlite.is_empty(connection):
        return None
    if inspect(connection).has_table(schema_version.name):
        version: int | None = connection.scalar(select(schema_version.c.version))
        if version is not None:
            return version
    raise UnusableVersion("it is not a database of newscrawl; name another file")


def is_current(connection: Connection) -> bool:
    """Whether the database can be used as it is.

    :raises UnusableVersion: if it never can, because it is newer than this program or not ours.
    """
    version = version_of(connection)
    if version is not None and (version > VERSION or version < min(STEPS, default=VERSION)):
        raise UnusableVersion(
            f"its tables have version {version}, this newscrawl knows {VERSION}; "
            "use the newscrawl that wrote it, or name another file"
        )
    return version == VERSION


def bring_up_to_date(connection: Connection) -> None:
    """Create all tables or take the steps that are missing, in the caller's transaction."""
    version = version_of(connection)
    if version is None:
        metadata.create_all(connection, checkfirst=False)
        for statement in sqlite.DDL:
            connection.exec_driver_sql(statement)
        connection.execute(insert(schema_version), {"version": VERSION})
        return
    for older in range(version, VERSION):
        STEPS[older](connection)
    connection.execute(update(schema_version), {"version": VERSION})
