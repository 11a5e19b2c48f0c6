"""A log for each run, and which are removed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.errors import OperatorError
from newscrawl.run_logs import new_log, rotate

NOW = datetime(2031, 3, 4, 20, tzinfo=UTC)


def test_only_the_last_logs_of_an_outlet_are_kept(tmp_path: Path) -> None:
    pattern = f"{tmp_path}/logs/{{outlet}}-{{time}}.log"
    other = new_log(pattern, "apa_sport", now=NOW, keep=2)
    other.write_text("another outlet's")
    stray = tmp_path / "logs" / "apa-notes.log"
    stray.write_text("no run's")
    for minutes in range(4):
        path = new_log(pattern, "apa", now=NOW + timedelta(minutes=minutes), keep=2)
        path.write_text(str(minutes))
    assert sorted(path.name for path in (tmp_path / "logs").iterdir()) == [
        "apa-20310304T200200Z.log",
        "apa-20310304T200300Z.log",
        "apa-notes.log",
        "apa_sport-20310304T200000Z.log",
    ]


def test_a_pattern_without_a_time_numbers_older_logs(tmp_path: Path) -> None:
    for number in range(5):
        path = new_log(f"{tmp_path}/{{outlet}}.log", "apa", now=NOW, keep=3)
        path.write_text(str(number))
    texts = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert texts == {"apa.log": "4", "apa.log.1": "3", "apa.log.2": "2"}


@pytest.mark.parametrize(("keep", "left"), [(0, "old"), (1, None)])
def test_a_single_log_is_appended_to_or_replaced(
    tmp_path: Path, keep: int, left: str | None
) -> None:
    path = tmp_path / "apa.log"
    path.write_text("old")
    rotate(path, keep=keep)
    assert (path.read_text() if path.exists() else None) == left


@pytest.mark.parametrize("pattern", ["{day}/{outlet}.log", "{time}/{outlet}.log"])
def test_a_pattern_that_is_none_is_refused(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(OperatorError, match="NEWSCRAWL_LOG_PATH"):
        new_log(f"{tmp_path}/{pattern}", "apa", now=NOW, keep=2)
    assert not any(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file")
    with pytest.raises(OperatorError, match="cannot hold logs"):
        new_log(f"{tmp_path}/logs/{{outlet}}-{{time}}.log", "apa", now=NOW, keep=2)
