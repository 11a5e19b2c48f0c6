"""What is wrong with a call is said in one line, and nothing is damaged."""

import socket
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.crawling import Crawls, run_command

ORIGIN = "http://127.0.0.1:9"


@pytest.fixture
def crawls(tmp_path: Path) -> Crawls:
    return Crawls(tmp_path)


def said(crawls: Crawls, *words: str, spider: str = "caliber", **environment: str) -> str:
    """The one line that a crawl that cannot be run says."""
    done = run_command(crawls.command(*words, spider=spider), **environment)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    return line


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("colour=red", "unknown argument 'colour'"),
        ("edition=en", "did you mean 'editions'?"),
        ("editions=fr", "this outlet has ru, en, hy"),
        ("ways=teleport", "this outlet has feed, listing, scroll"),
        ("since=soon", "'soon' is no date; write it like 2025-10-31"),
        ("max_articles=-1", "is no number of 1 or more"),
    ],
)
def test_an_argument_that_cannot_be_used(crawls: Crawls, argument: str, expected: str) -> None:
    assert expected in said(crawls, "-a", f"origin={ORIGIN}", "-a", argument)
    assert not list(crawls.folder.iterdir())


def test_a_spider_that_is_not_there(crawls: Crawls) -> None:
    assert "did you mean 'caliber'?" in said(crawls, spider="calibre")


def test_a_live_site_without_a_contact(crawls: Crawls) -> None:
    line = said(crawls)
    assert "NEWSCRAWL_CONTACT is not set" in line
    assert not list(crawls.folder.iterdir())


def test_an_output_that_cannot_be_written(crawls: Crawls) -> None:
    blocked = crawls.folder / "file"
    blocked.write_text("in the way")
    target = blocked / "articles.jsonl"
    line = said(crawls, "-a", f"origin={ORIGIN}", "-s", f"NEWSCRAWL_JSONLINES_PATH={target}")
    assert str(target) in line
    line = said(
        crawls, "-a", f"origin={ORIGIN}", "-s", f"NEWSCRAWL_DATABASE_URL=sqlite:///{blocked}/x.db"
    )
    assert str(blocked) in line
    assert blocked.read_text() == "in the way"


def test_a_database_that_is_none(crawls: Crawls) -> None:
    file = crawls.folder / "newscrawl.db"
    file.write_bytes(b"a letter to the editor, not a database" * 100)
    before = file.read_bytes()
    assert str(file) in said(crawls, "-a", f"origin={ORIGIN}")
    assert file.read_bytes() == before


def test_a_database_that_is_damaged(crawls: Crawls) -> None:
    file = crawls.folder / "newscrawl.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE other (x)")
    damaged = bytearray(file.read_bytes())
    damaged[100:1000] = b"\xff" * 900
    file.write_bytes(damaged)
    assert str(file) in said(crawls, "-a", f"origin={ORIGIN}")
    assert file.read_bytes() == damaged


def test_a_file_of_lines_that_are_not_ours(crawls: Crawls) -> None:
    crawls.lines.write_text("dear diary\n")
    assert str(crawls.lines) in said(crawls, "-a", f"origin={ORIGIN}")
    assert crawls.lines.read_text() == "dear diary\n"


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run_command([sys.executable, "-m", "scrapy", "newsroom", "--port", str(port)])
    assert done.returncode == 2
    assert str(port) in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_fault_that_is_none() -> None:
    done = run_command([sys.executable, "-m", "scrapy", "newsroom", "--fault", "gremlins"])
    assert done.returncode == 2
    assert "gremlins" in done.stderr
    assert "slow" in done.stderr
