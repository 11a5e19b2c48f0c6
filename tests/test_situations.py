"""docs/operators.md tells what becomes of a run in each situation; each is made here."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.demo.control import move_to, switch
from newscrawl.demo.process import newsroom
from tests.situations.nights import Night
from tests.situations.situations import FEED_AND_LISTING, REASONS, SITUATIONS

DOCS = Path(__file__).parent.parent / "docs" / "operators.md"
_ROW = re.compile(r"^\| ([^|]+) \| ([a-z–]+) \| ([0-9, ]+|-9) \| ([a-z]+) \| (yes|no) \|$", re.M)
ARTICLES = 90


def documented() -> dict[str, tuple[str, int, str, str]]:
    """Situation to verdict, exit code, what becomes of the feed, and whether there is an alarm."""
    text = DOCS.read_text(encoding="utf-8")
    section = text.partition("\n## Situations\n")[2].partition("\n## ")[0]
    return {m[1]: (m[2], int(m[3]), m[4], m[5]) for m in _ROW.finditer(section)}


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with newsroom(articles=ARTICLES) as address:
        yield address


@pytest.fixture(scope="module")
def last_night(origin: str, tmp_path_factory: pytest.TempPathFactory) -> Night:
    """A folder with what three good runs left."""
    night = Night(tmp_path_factory.mktemp("night"), origin)
    done = night.run(*FEED_AND_LISTING)
    assert (done.exit_code, done.feed) == (0, "published"), done.log
    for _ in range(2):
        assert night.run(*FEED_AND_LISTING).exit_code == 0
    return night


@pytest.fixture
def night(last_night: Night, tmp_path: Path) -> Iterator[Night]:
    yield last_night.copied_to(tmp_path)
    move_to(last_night.origin, 0)
    switch(last_night.origin, ())


def test_every_situation_is_documented_and_made() -> None:
    assert documented().keys() == SITUATIONS.keys()
    assert len(SITUATIONS) >= 25


@pytest.mark.xdist_group("situations")
@pytest.mark.parametrize("name", SITUATIONS)
def test_it_comes_as_documented(name: str, night: Night) -> None:
    verdict, exit_code, feed, alarm = documented()[name]
    morning = SITUATIONS[name](night)
    found = (morning.exit_code, morning.feed, morning.alarm)
    assert found == (exit_code, feed, alarm), morning.log
    report = morning.report
    if verdict == "–":
        assert report is None
    else:
        assert report is not None
        assert report["verdict"] == verdict, report["reasons"]
        assert report["exit_code"] == exit_code
        assert verdict in ("ok", "quiet") or name in REASONS
        assert REASONS.get(name, "") in (report["reasons"] or [""])[0]
