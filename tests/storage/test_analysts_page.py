"""docs/analysts.md: what it says of the fields and tables there are, and its queries run."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect

from newscrawl.items import Article
from newscrawl.storage import ArticleStore, JsonLinesFile
from tests.crawling import PROJECT
from tests.storage.samples import NOW, article, rows, teaser

PAGE = (PROJECT / "docs" / "analysts.md").read_text(encoding="utf-8")
README = (PROJECT / "README.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^```sql\n(.*?)\n```$", PAGE, re.MULTILINE | re.DOTALL)
FIELDS = list(vars(Article)["__dataclass_fields__"])

# Of FTS5, which keeps its words in tables of its own.
_SHADOWS = re.compile(r"article_texts_\w+")


def fill(store: ArticleStore) -> None:
    """Store something that each query finds."""
    run = store.begin_run("caliber", {}, now=NOW)
    store.list_teasers(run, "front", [teaser(9)], now=NOW, max_attempts=3)
    texts: dict[str, Any] = {
        "date": datetime.fromisoformat("2026-10-31T18:05:00+04:00"),
        "headline": "Railways of Georgia",
        "story": "caliber:en:a-story",
        "tags": ["Port"],
        "authors": ["Ada Quill"],
        "evidence": {"date": "css"},
    }
    for outlet in ("caliber", "apa"):
        for body in ("It rains.", "It rained."):
            id = f"{outlet}:en:1"
            store.save(article(id=id, outlet=outlet, body=body, **texts), now=NOW)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.partition("\n")[0])
def test_each_query_finds_something(query: str, database: str, store: ArticleStore) -> None:
    dialect = re.split("[+:]", database)[0]
    if query.startswith("-- ") and dialect not in query.partition("\n")[0].casefold():
        pytest.skip("of another database")
    fill(store)
    assert rows(store, query.rstrip(";"))


def test_each_table_is_named_and_none_that_is_not_there(store: ArticleStore) -> None:
    with store.reading() as connection:
        tables = inspect(connection)
        there = {*tables.get_table_names(), *tables.get_view_names()}
    there = {name for name in there if not _SHADOWS.fullmatch(name)}
    section = PAGE.partition("\n## SQL\n")[2].partition("\n```sql")[0]
    assert [name for name in sorted(there) if f"`{name}`" not in section] == []
    listed = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", section, re.MULTILINE)
    named = {name for row in listed for name in re.findall(r"`(\w+)`", row)}
    assert named <= there


def test_each_field_is_in_the_table_of_the_readme() -> None:
    table = README.partition("\n## The record\n")[2].partition("\n\nThe store is")[0]
    cells = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    assert [name for cell in cells for name in re.findall(r"`(\w+)`", cell)] == FIELDS
    explained = re.findall(r"^\*\*`(\w+)`\*\*", PAGE, re.MULTILINE)
    assert explained
    assert set(explained) <= set(FIELDS)


def test_the_last_line_of_an_article_is_its_present_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ArticleStore("sqlite://") as store, JsonLinesFile(tmp_path / "articles.jsonl", store):
        fill(store)
    assert len((tmp_path / "articles.jsonl").read_text().splitlines()) == 4
    monkeypatch.chdir(tmp_path)
    (program,) = re.findall(r"^```python\n(.*?)\n```$", PAGE, re.MULTILINE | re.DOTALL)
    found: dict[str, Any] = {}
    exec(program, found)  # as a reader would
    assert {id: record["body"] for id, record in found["present"].items()} == {
        "caliber:en:1": "It rained.",
        "apa:en:1": "It rained.",
    }
