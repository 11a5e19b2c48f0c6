"""Every test of the store runs on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.storage import ArticleStore
from tests.postgres import new_schema


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without a table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/news.db"
    else:
        with new_schema() as url:
            yield url


@pytest.fixture
def store(database: str) -> Iterator[ArticleStore]:
    with ArticleStore(database) as store:
        yield store
