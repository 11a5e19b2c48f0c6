"""One connection to the database, its transactions, and its failures in plain words."""

import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Self

from sqlalchemy import URL, Connection, make_url
from sqlalchemy.engine import RootTransaction
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, SQLAlchemyError

from newscrawl.storage import upgrading
from newscrawl.storage.backends import BACKENDS
from newscrawl.storage.errors import StoreError

_PASSWORD = re.compile(r"(?<=:)[^:/@]*(?=@)")


def _timeout_in(url: URL, usual_s: float) -> float:
    """:raises StoreError: if it is no number."""
    named = url.query.get("timeout", usual_s)
    try:
        return float(named) if isinstance(named, str) else usual_s
    except ValueError:
        raise StoreError(f"{url}: timeout={named!r} is no number of seconds") from None


class Database:
    """A database that is open, has our tables and keeps one connection.

    Threads may share it; they take turns. Processes may open the same database.

    :param url: as SQLAlchemy writes it, e.g. ``sqlite:///output/newscrawl.db``, whose missing
        directories are made, or ``postgresql+psycopg://user@host/name``.
    :param timeout_s: how long to wait for another process's transaction; ``?timeout=5`` in the
        *url* says otherwise.
    :raises StoreError: if it cannot be opened, is damaged, or is not ours to write to.
    """

    def __init__(self, url: str, *, timeout_s: float = 30.0) -> None:
        try:
            parsed = make_url(url)
            self.timeout_s = timeout_s = _timeout_in(parsed, timeout_s)
            parsed = parsed.difference_update_query(["timeout"])
            backend = BACKENDS.get(parsed.get_backend_name())
        except (ArgumentError, ValueError) as error:  # the latter for a port that is no number
            shown = _PASSWORD.sub("***", url)
            raise StoreError(f"{shown!r} is no database URL; sqlite:///FILE is one") from error
        if backend is None:
            raise StoreError(
                f"{parsed}: only SQLite and PostgreSQL are supported; sqlite:///FILE names one"
            )
        self.backend = backend
        self.name = backend.name_of(parsed)
        """What messages call it."""
        self._turn = threading.RLock()
        with self._explained():
            try:
                engine = backend.open_engine(parsed, timeout_s=timeout_s)
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
                current = upgrading.is_current(connection)
        except upgrading.UnusableVersion as error:
            raise StoreError(f"database {self.name}: {error}") from None
        with self._explained():
            self.backend.prepare(self._connection, self.timeout_s)
        if not current:
            with self.writing() as connection:
                upgrading.bring_up_to_date(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction in which everything is seen as of its first query."""
        with self._transaction(self.backend.READ) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the writer's lock from its start.

        :raises StoreError: if the lock is not free within ``timeout_s``, or the disk is full.
        """
        with self._transaction(self.backend.WRITE) as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: Sequence[str]) -> Iterator[Connection]:
        with self._turn, self._explained(), self._begun(begin):
            yield self._connection

    def _begun(self, begin: Sequence[str]) -> RootTransaction:
        """Begin a transaction, on a new connection if the server has closed the old one."""
        try:
            return self._begin(begin)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            return self._begin(begin)

    def _begin(self, begin: Sequence[str]) -> RootTransaction:
        transaction = self._connection.begin()
        try:
            with self.backend.unread(self._connection):
                for statement in begin:
                    self._connection.exec_driver_sql(statement)
        except BaseException:
            transaction.rollback()
            raise
        return transaction

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what the driver raises into a StoreError; what is wrong with a value stays."""
        try:
            yield
        except IntegrityError:
            raise
        except DBAPIError as error:
            if self.backend.is_bad_value(error):
                raise ValueError(str(error.orig)) from None
            raise StoreError(f"database {self.name}: {self.backend.advice(error)}") from error
        except SQLAlchemyError as error:
            cause = getattr(error, "orig", None)
            if isinstance(cause, ValueError | OverflowError):
                raise cause from None
            raise StoreError(f"database {self.name}: {cause or error}") from error

    def close(self) -> None:
        """Give the connection back; closing twice is harmless."""
        with self._turn:
            self._connection.close()
            self._connection.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
