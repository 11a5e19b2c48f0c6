"""Whether a database can be used as it is, and how an older one becomes the present one."""

from sqlalchemy import Connection, insert, inspect, select

from newscrawl.storage.backends import backend_of
from newscrawl.storage.schema import alembic_version, metadata

HEAD = "0001"
"""The last of :mod:`newscrawl.storage.migrations`: what this program's tables are like."""

_FIRST_VERSION = "schema_version"
"""Table of databases from before the migrations, which all have the same version."""


class UnusableVersion(Exception):
    """A database has tables that this program does not know; the message says what to do."""


def is_current(connection: Connection) -> bool:
    """Whether the database can be used as it is; if not, :func:`bring_up_to_date` mends that.

    :raises UnusableVersion: if it never can, because it is newer than this program or not ours.
    """
    if backend_of(connection).is_empty(connection):
        return False
    tables = inspect(connection)
    if tables.has_table(alembic_version.name):
        version = connection.scalar(select(alembic_version.c.version_num))
        if version == HEAD:
            return True
        if version is not None and version < HEAD:
            return False
        raise UnusableVersion(
            f"its tables have version {version}, this newscrawl knows {HEAD}; "
            "use the newscrawl that wrote it, or name another database"
        )
    if tables.has_table(_FIRST_VERSION):
        columns = [column["name"] for column in tables.get_columns(_FIRST_VERSION)]
        if columns == ["version"]:
            rows = connection.exec_driver_sql(f"SELECT version FROM {_FIRST_VERSION}").all()
            if [tuple(row) for row in rows] == [(1,)]:
                return False
            if rows:
                raise UnusableVersion(
                    f"its tables have version {rows[0][0]}, this newscrawl knows {HEAD}; "
                    "use the newscrawl that wrote it, or name another database"
                )
    raise UnusableVersion("it is not a database of newscrawl; name another one")


def bring_up_to_date(connection: Connection) -> None:
    """Create all tables or take the migrations that are missing, in the caller's transaction.

    Another process may have done so while this one waited for its turn.
    """
    if backend_of(connection).is_empty(connection):
        metadata.create_all(connection, checkfirst=False)
        for statement in backend_of(connection).DDL:
            connection.exec_driver_sql(statement)
        connection.execute(insert(alembic_version), {"version_num": HEAD})
    elif not is_current(connection):
        _migrate(connection)


def _migrate(connection: Connection) -> None:
    # Alembic takes a third of a second to import and is hardly ever needed.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "newscrawl.storage:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
