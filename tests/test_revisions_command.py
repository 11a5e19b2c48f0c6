"""`scrapy revisions`: how versions are shown, and the command as a process."""

import json
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from newscrawl.commands.versions import marked
from newscrawl.storage import ArticleStore
from newscrawl.worddiff import Piece, word_diff
from tests.crawling import run_command
from tests.storage.samples import NOW, article


def lines(pieces: list[Piece], *, colour: bool = False) -> list[str]:
    return [line.plain for line in marked(pieces, colour=colour)]


def test_changes_are_marked_paragraph_by_paragraph() -> None:
    pieces = word_diff("Four died.\n\nRain.", "Five died.\n\nSnow.\n\nRain.", most_steps=100)
    assert lines(pieces) == ["[-Four-] {+Five+} died.", "{+Snow.+}", "Rain."]


def test_on_a_terminal_colour_stands_for_the_signs() -> None:
    (line,) = marked(
        [Piece("gone", "four"), Piece("new", "five"), Piece("elided", "9")], colour=True
    )
    assert line.plain == "four five … 9 words …"
    assert [str(span.style) for span in line.spans] == ["red strike", "green", "dim"]


def test_marks_stay_at_words_that_run_from_right_to_left() -> None:
    pieces = [Piece("same", "پل را"), Piece("gone", "بست"), Piece("elided", "9")]
    assert lines(pieces) == [
        "\u200f\u2068پل را\u2069 [-\u2068بست\u2069-] … 9 words …",
    ]
    assert lines([Piece("new", "The bridge پل")]) == ["{+The bridge پل+}"]


def revisions(database: str, *words: str) -> tuple[int, str, str]:
    done = run_command(
        [sys.executable, "-m", "scrapy", "revisions", *words], NEWSCRAWL_DATABASE_URL=database
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def database(tmp_path: Path) -> str:
    database = f"sqlite:///{tmp_path}/news.db"
    with ArticleStore(database) as store:
        store.save(article(headline="Gates close", body="Water rose."), now=NOW)
        store.save(
            article(headline="Gates open", body="Water rose.\n\nIt fell."),
            now=NOW + timedelta(hours=1),
        )
    return database


def test_versions_of_an_address_are_told_with_what_was_changed(database: str) -> None:
    address = "https://Harbour-Post.example/eastport/1/?utm_source=mail"
    code, printed, error = revisions(database, address)
    assert (code, error) == (0, "")
    assert printed == (
        "harbour_post:en:1\n"
        "https://harbour-post.example/eastport/1/\n"
        "Gates open\n\n"
        "1. 2031-03-04 20:00:00 UTC: first seen\n\n"
        "2. 2031-03-04 21:00:00 UTC: headline, body\n"
        "   headline:\n"
        "     Gates [-close-] {+open+}\n"
        "   body:\n"
        "     Water rose.\n"
        "     {+It fell.+}\n"
    )
    code, printed, _ = revisions(database, "harbour_post:en:1", "--json")
    record = json.loads(printed)
    assert [version["revision"] for version in record["versions"]] == [1, 2]
    assert record["versions"][1]["differences"]["headline"] == [
        {"same": "Gates"},
        {"gone": "close"},
        {"new": "open"},
    ]


def test_what_is_not_stored_is_said_in_one_line(database: str) -> None:
    code, printed, error = revisions(database, "harbour_post:en:10")
    assert (code, printed) == (2, "")
    assert error == (
        "newscrawl: no article is stored with the id or address harbour_post:en:10; "
        "did you mean harbour_post:en:1?\n"
    )
    assert revisions(database)[0] == 2
