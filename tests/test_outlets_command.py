import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.commands.outlets import describe, markdown
from newscrawl.storage import ArticleStore
from tests.crawling import PROJECT, run_command
from tests.test_every_outlet import OUTLETS


def outlets(*words: str, database: str = "") -> tuple[int, str, str]:
    done = run_command(
        [sys.executable, "-m", "scrapy", "outlets", *words], NEWSCRAWL_DATABASE_URL=database
    )
    return done.returncode, done.stdout, done.stderr


def test_it_tells_what_is_known_and_when_a_crawl_last_came_to_its_end(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/news.db"
    with ArticleStore(url) as store:
        for hour, reason in ((8, "finished"), (9, "shutdown")):
            run = store.begin_run("caliber", {}, now=datetime(2025, 10, 13, hour, tzinfo=UTC))
            store.end_run(run, reason, {}, now=datetime(2025, 10, 13, hour, 30, tzinfo=UTC))
    code, printed, _ = outlets("--json", "--country", "az", database=url)
    assert code == 0
    rows = {row["name"]: row for row in map(json.loads, printed.splitlines())}
    assert {row["country"] for row in rows.values()} == {"AZ"}
    assert rows["caliber"]["languages"] == ["ru", "en", "hy"]
    assert rows["caliber"]["last_run"] == "2025-10-13T08:30:00+00:00"


def test_to_look_makes_no_database(tmp_path: Path) -> None:
    code, printed, _ = outlets(database=f"sqlite:///{tmp_path}/none.db")
    assert code == 0
    assert f"{len(OUTLETS)} outlets" in printed
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_country_is_said_in_one_line() -> None:
    code, _, error = outlets("--country", "xx")
    assert code == 2
    assert "no outlet of XX; there are " in error


def test_the_table_in_the_docs_is_current() -> None:
    document = (PROJECT / "docs" / "outlets.md").read_text(encoding="utf-8")
    assert markdown(map(describe, OUTLETS)) in document
