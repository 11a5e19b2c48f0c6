"""Each check: what is well, what is not, and that nothing is changed by looking."""

import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from scrapy.settings import BaseSettings
from scrapy.utils.project import get_project_settings

from newscrawl.browser import DEBIAN_CHROMIUM
from newscrawl.doctor import (
    Finding,
    Level,
    browsers,
    clock,
    examine,
    machine,
    robots,
    setup,
    stores,
)
from newscrawl.doctor.robots import Answer
from newscrawl.items import Article
from newscrawl.storage import ArticleStore, JsonLinesFile
from tests.crawling import needs_chromium
from tests.postgres import new_schema

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
WRONG = ("postgresql://{}:port/db", "postgresql//{}/db")


def levels(*findings: Finding) -> list[str]:
    """The levels of *findings*; what is not ok has advice."""
    assert all((finding.level is Level.OK) == (not finding.advice) for finding in findings)
    return [str(finding.level) for finding in findings]


def test_python_and_packages() -> None:
    assert levels(machine.python((3, 10)), machine.python((3, 14))) == ["problem", "ok"]
    assert levels(machine.packages(["scrapy>=2", 'nothing-at-all; extra == "dev"'])) == ["ok"]
    found = machine.packages(["scrapy>=999", "nothing-at-all"])
    assert levels(found) == ["problem"]
    assert "nothing-at-all is missing" in found.said
    assert "is not >=999" in found.said


def test_encoding() -> None:
    assert levels(machine.encoding(["utf-8", "UTF-8", "utf8"])) == ["ok"]
    found = machine.encoding(["utf-8", "ANSI_X3.4-1968"])
    assert levels(found) == ["warning"]
    assert "ANSI" in found.said


def test_a_clock_before_the_program_was_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    os.utime(file, (NOW.timestamp(), NOW.timestamp()))
    early, late = NOW - timedelta(days=2), NOW + timedelta(days=2)
    assert levels(machine.clock_since(early, [file]), machine.clock_since(late, [file])) == [
        "problem",
        "ok",
    ]


def test_time_zones_that_are_none() -> None:
    assert levels(machine.zones(["Asia/Baku", "Europe/Istanbul"])) == ["ok"]
    found = machine.zones(["Asia/Baku", "Asia/Bakuu", "../x"])
    assert levels(found) == ["problem"]
    assert found.said == "none of ../x, Asia/Bakuu"
    assert levels(machine.zones(["Asia"])) == ["problem"]  # a folder


def test_disk(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"
    assert levels(machine.disk(folder, 0), machine.disk(folder, 10**12)) == ["ok", "problem"]
    assert not folder.parent.exists()


@pytest.mark.parametrize(
    ("value", "level"),
    [
        ("", "problem"),
        ("me", "warning"),
        ("crawls@newsroom.example", "ok"),
        ("https://newsroom.example/crawls", "ok"),
    ],
)
def test_contact(value: str, level: str) -> None:
    assert levels(setup.contact(value)) == [level]


def test_settings_that_nobody_reads_are_named() -> None:
    known, secret = ["NEWSCRAWL_CONTACT", "NEWSCRAWL_MAX_PAGES"], ["NEWSCRAWL_SMTP_USER"]
    well = setup.settings(["BOT_NAME", *known], ["PATH", *known, *secret], known, secret)
    assert levels(well) == ["ok"]
    for given, variables in ((["NEWSCRAWL_CONTCAT"], []), ([], ["NEWSCRAWL_CONTCAT"])):
        misspelt = setup.settings(given, variables, known, secret)
        assert misspelt.advice == "did you mean NEWSCRAWL_CONTACT?"
        assert levels(misspelt) == ["warning"]
    assert levels(setup.settings(secret, [], known, secret)) == ["warning"]


def test_alarms_that_could_not_be_sent() -> None:
    settings = BaseSettings({"NEWSCRAWL_ALARM_TIMEOUT_S": 30})
    assert levels(setup.alarms(settings)) == ["ok"]
    settings.set("NEWSCRAWL_ALARM_WEBHOOK", "chat.example")
    assert levels(setup.alarms(settings)) == ["problem"]


def examined(**given: object) -> dict[str, Finding]:
    settings = get_project_settings()
    settings.update({f"NEWSCRAWL_{name}": value for name, value in given.items()})
    findings = list(examine(settings, [], NOW, settings.keys(), os.environ))
    levels(*findings)
    return {f"{finding.check}: {finding.level}": finding for finding in findings}


def test_a_check_that_cannot_look_says_so_and_the_others_go_on(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/news.db"
    found = examined(MIN_FREE_MB="plenty", DATABASE_URL=url, JSONLINES_PATH="")
    assert "invalid literal" in found["disk: problem"].said
    assert "database: ok" in found
    assert "browser: ok" in found


def test_places_are_named_that_no_crawl_could_write_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    places = {"RUNS_PATH": tmp_path, "LOGS_PATH": tmp_path, "ALARM_PATH": tmp_path}
    found = examined(LOCK_PATH=tmp_path / "file" / "x", **places)
    assert found["output: problem"].said.startswith("NEWSCRAWL_LOCK_PATH: ")
    assert "output: problem" not in examined(LOCK_PATH=tmp_path, **places)


def test_a_folder_that_can_be_written_or_made(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    found = [setup.folder(place) for place in (tmp_path, tmp_path / "new" / "one", blocked / "x")]
    assert levels(*found) == ["ok", "ok", "problem"]
    assert list(tmp_path.iterdir()) == [blocked]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/it's 100% news.db"


def article(id: str) -> Article:
    return Article(
        id=f"caliber:en:{id}",
        url=f"https://caliber.az/en/post/{id}",
        outlet="caliber",
        country="AZ",
        language="en",
        headline=f"Number {id}",
        date=NOW,
        date_precision="second",
        date_raw="noon",
        body="A text.",
        content_hash=f"{int(id):032x}",
        fetched_at=NOW,
    )


def test_a_database_is_looked_at_and_left_alone(tmp_path: Path, url: str) -> None:
    assert levels(stores.database(""), stores.database(url)) == ["warning", "ok"]
    assert list(tmp_path.iterdir()) == []
    ArticleStore(url).close()
    file = stores.database_file(url)
    assert file is not None
    before = file.read_bytes()
    assert stores.database(url).said.endswith("is current")
    assert file.read_bytes() == before


def test_a_server_may_be_named_with_what_only_a_crawl_reads() -> None:
    with new_schema() as url:
        patient = f"{url}&timeout=5"
        ArticleStore(patient).close()
        assert stores.database(patient).said.endswith("is current")


def test_a_database_that_cannot_be_used(tmp_path: Path, url: str) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE cats (name)")
    connection.close()
    letter = tmp_path / "letter.db"
    letter.write_text("dear diary " * 100)
    ArticleStore(url).close()
    file = stores.database_file(url)
    assert file is not None
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    found = [stores.database(f"sqlite:///{other}"), stores.database(f"sqlite:///{letter}")]
    found += [stores.database(url), stores.database("nosuch://host/db"), stores.database("?")]
    assert levels(*found) == ["problem"] * 5
    assert "version 9999" in found[2].said
    secret = [stores.database(url.format("a:secret@h")) for url in WRONG]
    assert levels(*secret) == ["problem"] * 2
    assert all("secret" not in f"{finding}" for finding in secret)


def test_the_lines_are_compared_with_the_database(tmp_path: Path, url: str) -> None:
    path = tmp_path / "articles.jsonl"
    found = [stores.lines(path, url)]
    with ArticleStore(url) as store:
        store.save(article("1"), now=NOW)
        with JsonLinesFile(path, store):
            pass
        found.append(stores.lines(path, url))
        store.save(article("2"), now=NOW)
        found.append(stores.lines(path, url))
        with path.open("a") as file:
            file.write(article("2").to_json() + "\n")
        found.append(stores.lines(path, url))
        with path.open("a") as file:
            file.write(article("3").to_json()[:50])
        found.append(stores.lines(path, url))
        with path.open("a") as file:
            file.write(article("3").to_json()[50:] + "\n")
        found.append(stores.lines(path, url))
    assert levels(*found) == ["ok", "ok", "warning", "ok", "warning", "problem"]
    assert "lags behind" in found[2].said
    assert "is cut off" in found[4].said
    assert "holds caliber:en:3 in revision 1" in found[5].said
    path.write_text("dear diary\n")
    foreign = stores.lines(path, url)
    assert levels(foreign) == ["problem"]
    assert foreign.said.endswith("the line at byte 0 is no article of newscrawl")


def test_a_browser_that_starts() -> None:
    needs_chromium()
    found = browsers.browser("", ["caliber"], 120)
    assert levels(found) == ["ok"]


def test_a_browser_that_is_missing_or_shows_nothing(tmp_path: Path) -> None:
    broken, slow, none = tmp_path / "broken", tmp_path / "slow", tmp_path / "none"
    broken.write_text("#!/bin/sh\nexit 127\n")
    slow.write_text("#!/bin/sh\nsleep 600\n")
    for program in (broken, slow):
        program.chmod(0o755)
    found = [browsers.browser(str(path), ["caliber"], 0.5) for path in (broken, slow, none)]
    assert levels(*found) == ["warning"] * 3
    assert "ends with 127" in found[0].said
    assert "showed nothing in 0.5 s" in found[1].said
    assert "is not there" in found[2].said
    assert levels(browsers.browser(str(DEBIAN_CHROMIUM), [], 1)) == ["ok"]


LISTINGS = ["https://outlet.example/rss", "https://outlet.example/news/"]
ROBOTS = "https://outlet.example/robots.txt"


@pytest.mark.parametrize(
    ("answer", "level", "said"),
    [
        (Answer(200, b"User-agent: *\nDisallow: /admin/\n"), "ok", "allows 2 listings"),
        (Answer(200, b"User-agent: *\nCrawl-delay: 7\n"), "ok", "asks for 7 s between"),
        (Answer(404), "ok", "allows 2 listings"),
        (Answer(200, b"User-agent: newscrawl\nDisallow: /news/\n"), "warning", "1 of 2 listings"),
        (Answer(200, b"User-agent: *\nDisallow: /\n"), "problem", "2 of 2 listings"),
        (Answer(503), "problem", "http 503"),
        (Answer(429), "problem", "http 429"),
        (Answer(failure="TimeoutError"), "problem", "TimeoutError"),
    ],
)
def test_robots(answer: Answer, level: str, said: str) -> None:
    found = robots("outlet", LISTINGS, {ROBOTS: answer}, "newscrawl/0.1")
    assert levels(found) == [level]
    assert said in found.said


def test_a_host_that_was_not_heard_of_is_a_problem() -> None:
    assert levels(robots("outlet", LISTINGS, {}, "newscrawl/0.1")) == ["problem"]


def test_the_clocks_of_others_outvote_one() -> None:
    def told(minutes: int) -> Answer:
        return Answer(200, date=NOW, received=NOW + timedelta(minutes=minutes))

    assert levels(clock([told(0), told(1), told(600)])) == ["ok"]
    ahead = clock([told(60), told(61), told(0)])
    assert levels(ahead) == ["problem"]
    assert "1:00:00 ahead of" in ahead.said
    assert levels(clock([Answer(failure="TimeoutError")])) == ["warning"]
