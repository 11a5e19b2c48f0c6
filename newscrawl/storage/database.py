"""One connection to the database, its transactions, and its failures in plain words."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError

from newscrawl.storage import migrations, sqlite
from newscrawl.storage.errors import StoreError


class Database:
    """A database that is open, has our tables and keeps one connection.

    Threads may share it; they take turns. Processes may open the same file.

    :param url: as SQLAlchemy writes it, e.g. ``sqlite:///output/newscrawl.db``; directories
        that are missing are made.
    :param timeout_s: how long to wait for another process's transaction.
    :raises StoreError: if it cannot be opened, is damaged, or is not ours to write to.
    """

    def __init__(self, url: str, *, timeout_s: float = 30.0) -> None:
        self.timeout_s = timeout_s
        try:
            parsed = make_url(url)
        except ArgumentError as error:
            raise StoreError(f"{url!r} is no database URL; sqlite:///FILE is one") from error
        if parsed.get_backend_name() != "sqlite":
            raise StoreError(f"{parsed}: only SQLite is supported; sqlite:///FILE names one")
        self.name = parsed.database or ":memory:"
        """What messages call it."""
        self._turn = threading.RLock()
        with self._explained():
            try:
                engine = sqlite.open_engine(parsed, timeout_s=timeout_s)
            except OSError as error:
                raise StoreError(
                    f"database {self.name}: its directory cannot be made: {error.strerror}; "
                    "name another place"
                ) from error
            self._connection = engine.connect()
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        """Bring the tables up to date; a database that is not ours is not touched."""
        try:
            with self.reading() as connection:
                current = migrations.is_current(connection)
        except migrations.UnusableVersion as error:
            raise StoreError(f"database {self.name}: {error}") from None
        with self._explained():
            sqlite.use_wal(self._connection, self.timeout_s)
        if not current:
            with self.writing() as connection:
                migrations.bring_up_to_date(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction in which everything is seen as of its first query."""
        with self._transaction(sqlite.READ) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the writer's lock from its start.

        :raises StoreError: if the lock is not free within ``timeout_s``, or the disk is full.
        """
        with self._transaction(sqlite.WRITE) as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        with self._turn, self._explained(), self._connection.begin():
            self._connection.exec_driver_sql(begin)
            yield self._connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what the driver raises into a StoreError; what is wrong with a value stays."""
        try:
            yield
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            cause = getattr(error, "orig", None)
            if isinstance(cause, ValueError):
                raise cause from None
            raise StoreError(f"database {self.name}: {sqlite.advice(cause or error)}") from error

    def close(self) -> None:
        """Give the connection back; closing twice is harmless."""
        with self._turn:
            self._connection.close()
            self._connection.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
