"""`scrapy stories`: the order of articles, and the command as a process."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from newscrawl.commands.stories import after, credited, in_order
from newscrawl.storage import ArticleStore
from newscrawl.storage.stories import Copy
from tests.crawling import run_command
from tests.storage.samples import article

MIDNIGHT = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
HOUR = timedelta(hours=1)


def copy(outlet: str, hours: int, precision: str = "minute", agency: str | None = None) -> Copy:
    date = MIDNIGHT + hours * HOUR
    return Copy(outlet, "url", outlet, "en", date, precision, "Flood", agency, None)


def test_an_article_of_which_only_the_day_is_known_is_not_first() -> None:
    dated, late, next_day = copy("dated", 0, "day"), copy("late", 23), copy("next_day", 25)
    assert in_order([dated, next_day, late]) == [late, dated, next_day]
    assert after(next_day, late) == 2 * HOUR
    assert after(dated, late) is None


def test_a_story_is_credited_to_the_agency_that_most_credit() -> None:
    copies = [copy("a", 0, agency="Report"), *(copy("b", 1, agency="Turan") for _ in range(2))]
    assert credited(copies) == "Turan"
    assert credited([copy("a", 0)]) is None


def stories(database: str, *words: str) -> tuple[int, str, str]:
    done = run_command(
        [sys.executable, "-m", "scrapy", "stories", *words], NEWSCRAWL_DATABASE_URL=database
    )
    return done.returncode, done.stdout, done.stderr


def tell(store: ArticleStore, outlet: str, hours: int, **fields: Any) -> None:
    date = MIDNIGHT - 48 * HOUR + hours * HOUR
    id = f"{outlet}:en:{hours}"
    store.save(article(id=id, outlet=outlet, story="flood", date=date, **fields), now=date)


def test_a_story_is_told_with_who_was_first_and_whom_they_credit(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/news.db"
    with ArticleStore(database) as store:
        tell(store, "apa", 3, agency="Turan", headline="Bridge closed")
        tell(store, "turan", 1, headline="Flood closes bridge")
        tell(store, "apa", 4, duplicate_of="apa:en:3")
    code, printed, error = stories(database)
    assert (code, error) == (0, "")
    lines = printed.splitlines()
    assert lines[0] == "Turan: Flood closes bridge"
    assert [line.split()[2:5] for line in lines[2:5]] == [
        ["first", "turan", "en"],
        ["+2:00", "apa", "en"],
        ["+3:00", "apa", "en"],
    ]
    assert lines[4].endswith("repeats apa:en:3")
    assert lines[-1] == "1 story"
    (record,) = map(json.loads, stories(database, "--json")[1].splitlines())
    assert record["outlets"] == ["turan", "apa"]
    assert [each["after_s"] for each in record["articles"]] == [0, 7200, 10800]
    assert stories(database, "--outlets", "3")[1] == "0 stories\n"


def test_a_wrong_call_is_one_line(tmp_path: Path) -> None:
    for words in (["--outlets", "0"], ["--since", "soon"], ["now"], []):
        code, _, error = stories(f"sqlite:///{tmp_path}/none.db", *words)
        assert code == 2
        assert len(error.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
