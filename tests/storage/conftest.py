from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.storage import ArticleStore


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/news.db"


@pytest.fixture
def store(database: str) -> Iterator[ArticleStore]:
    with ArticleStore(database) as store:
        yield store
