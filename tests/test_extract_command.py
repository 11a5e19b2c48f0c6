"""`scrapy extract` as it is called, on pages of this machine."""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from scrapy.utils.project import get_project_settings

from newscrawl.base_spiders.one_page import Reading
from newscrawl.commands.extract import Command, NotFetched
from newscrawl.demo.check import Record, truth
from newscrawl.demo.process import newsroom
from newscrawl.errors import OperatorError
from newscrawl.items import Article
from tests.crawling import PROJECT, run_command

URL = "https://lantern.example/gates"
PROSE = "<p>The gates at the harbour closed at dusk, and the ferries waited until morning.</p>" * 4
PAGE = f"<html lang=en><article><h1>Flood gates close at dusk</h1>{PROSE}</article></html>"


def extract(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return run_command([sys.executable, "-m", "scrapy", "extract", *words], **environment)


def read(*words: str, **settings: Any) -> Article:
    """What the command reads, in this process."""
    command = Command()
    command.settings = get_project_settings()
    command.settings.update({"NEWSCRAWL_CONTACT": "", **settings}, priority="cmdline")
    parser = argparse.ArgumentParser()
    command.add_options(parser)
    options, targets = parser.parse_known_args(words)
    return command.read(targets, options, Reading())


def record(done: subprocess.CompletedProcess[str]) -> Any:
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout)


def complaint(done: subprocess.CompletedProcess[str], code: int) -> str:
    """The one line that says what went wrong."""
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("newscrawl: ")
    return line


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with newsroom(articles=12) as address:
        yield address


@pytest.fixture(scope="module")
def known(origin: str) -> Record:
    """What is true of one English article of the newsroom."""
    return next(each for each in truth(origin) if each["language"] == "en")


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return str(path)


def test_a_page_is_fetched_and_read_as_a_crawl_would_and_nothing_is_stored(
    origin: str, known: Record, tmp_path: Path
) -> None:
    places = {
        "NEWSCRAWL_DATABASE_URL": f"sqlite:///{tmp_path}/news.db",
        "NEWSCRAWL_JSONLINES_PATH": f"{tmp_path}/articles.jsonl",
        "NEWSCRAWL_RUNS_PATH": f"{tmp_path}/runs",
        "NEWSCRAWL_LOCK_PATH": f"{tmp_path}/locks",
    }
    found = record(extract(known["url"], "--origin", origin, **places))
    for field in ("id", "url", "outlet", "section", "headline", "date", "byline", "body", "tags"):
        assert found[field] == known[field], field
    assert found["evidence"]["headline"] == "css"
    assert list(tmp_path.iterdir()) == []


def test_without_an_outlet_the_page_alone_speaks(origin: str, known: Record) -> None:
    found = record(extract(origin + urlsplit(known["url"]).path))
    assert found["headline"] == known["headline"]
    assert (found["outlet"], found["country"]) == ("127.0.0.1", "ZZ")
    found = record(extract(known["url"], "--origin", origin, "--outlet", "none"))
    assert found["outlet"] == "caliber.az"
    assert found["evidence"]["headline"] == "generic"


def test_an_explanation_says_why(origin: str, known: Record) -> None:
    done = extract(known["url"], "--origin", origin, "--explain")
    assert done.returncode == 0
    assert f"  * kept [css .post .post_title] {known['headline']}" in done.stdout
    found = record(extract(known["url"], "--origin", origin, "--explain", "--json"))
    assert found["article"]["id"] == known["id"]
    first = found["candidates"]["headline"][0]
    assert (first["where"], first["verdict"]) == (".post .post_title", "kept")


def test_a_file_needs_no_network_and_no_contact(file: str) -> None:
    found = record(extract(file, "--url", URL))
    assert found["headline"] == "Flood gates close at dusk"
    assert found["id"] == "lantern.example:en:/gates"


def test_standard_input_is_read_for_a_dash() -> None:
    command = [sys.executable, "-m", "scrapy", "extract", "-", "--url", "https://caliber.az/post/x"]
    page = "<div class=post><h1 class=post_title>Шлюзы закрыли на закате</h1></div>"
    done = subprocess.run(command, cwd=PROJECT, input=page.encode(), capture_output=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["id"] == "caliber:ru:x"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], "name one address"),
        (["-"], "--url"),
        (["page.html"], "--url"),
        (["missing.html", "--url", URL], "missing.html: No such file"),
        ([".", "--url", URL], "Is a directory"),
        (["htp://lantern.example/gates"], "is no address"),
        (["https://"], "is no address"),
        (["missing.html", "--url", "gates"], "'gates' is no address"),
        ([URL, "--url", URL], "--url goes with a file"),
        ([URL, "--outlet", "nobody"], "no spider is called 'nobody'"),
        ([URL, "--origin", "here"], "'here' is no scheme and host"),
        ([URL], "NEWSCRAWL_CONTACT is not set"),
        (["https://caliber.az/post/x"], "NEWSCRAWL_CONTACT is not set"),
    ],
)
def test_what_cannot_be_used_is_named(words: list[str], expected: str) -> None:
    with pytest.raises(OperatorError, match=re.escape(expected)):
        read(*words)


def test_an_empty_file_and_one_that_is_too_large(tmp_path: Path, file: str) -> None:
    empty = tmp_path / "empty.html"
    empty.touch()
    with pytest.raises(OperatorError, match="it is empty"):
        read(str(empty), "--url", URL)
    with pytest.raises(OperatorError, match="more than DOWNLOAD_MAXSIZE"):
        read(file, "--url", URL, DOWNLOAD_MAXSIZE=10)


def test_a_challenge_is_no_article(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<title>Just a moment...</title><h1>Checking your browser</h1>")
    with pytest.raises(NotFetched, match="a challenge stands in its place"):
        read(str(file), "--url", URL)


def test_a_wrong_call_is_one_line_and_exit_code_2() -> None:
    assert "NEWSCRAWL_CONTACT is not set" in complaint(extract(URL), 2)


def test_a_page_that_is_not_there_or_not_for_us(origin: str) -> None:
    assert "there is no such page" in complaint(extract(f"{origin}/en/post/no-such"), 1)
    assert "robots.txt forbids it" in complaint(extract(f"{origin}/admin/x"), 1)
    assert "no HTML page (text/plain" in complaint(extract(f"{origin}/robots.txt"), 1)
    refused = extract("http://127.0.0.1:9/", "-s", "RETRY_TIMES=0")
    assert "the connection was refused" in complaint(refused, 1)


class Elsewhere(BaseHTTPRequestHandler):
    """A site that leads to another, or in a circle."""

    def do_GET(self) -> None:
        self.send_response(404 if self.path == "/robots.txt" else 302)
        self.send_header("Location", "/loop" if self.path == "/loop" else "http://localhost:9/")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def test_a_page_that_leads_elsewhere_is_not_followed() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        assert "it leads to another site" in complaint(extract(f"{address}/gates"), 1)
        assert "it leads back to itself" in complaint(extract(f"{address}/loop"), 1)
        server.shutdown()
