"""A real PostgreSQL server, and a place in it for each test."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

SERVER = os.environ.get(
    "NEWSCRAWL_TEST_POSTGRES", "postgresql+psycopg://postgres@127.0.0.1:5432/postgres"
)


@contextmanager
def new_schema() -> Iterator[str]:
    """Give the URL of an empty schema, which is dropped in the end.

    Skips the test where no server answers; in CI there has to be one.
    """
    if problem := _problem():
        if os.environ.get("CI"):
            pytest.fail(f"CI has to have a PostgreSQL server: {problem}")
        pytest.skip(f"no PostgreSQL server at {SERVER}")
    name = f"newscrawl_test_{uuid4().hex[:12]}"
    _execute(f"CREATE SCHEMA {name}")
    try:
        url = make_url(SERVER).update_query_dict({"options": f"-csearch_path={name}"})
        yield url.render_as_string(hide_password=False)
    finally:
        _execute(f"DROP SCHEMA {name} CASCADE")


@cache
def _problem() -> str | None:
    """Return why the server cannot be used, or None."""
    try:
        _execute("SELECT 1")
    except OperationalError as error:
        return str(error.orig)
    return None


def _execute(statement: str) -> None:
    engine = create_engine(SERVER, poolclass=NullPool, connect_args={"connect_timeout": 3})
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
