from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newscrawl.commands.feed_checks import check_feeds
from newscrawl.errors import OperatorError
from tests.conftest import MakeSpider

NOW = datetime(2031, 3, 4, 3, tzinfo=UTC)


def check(make_spider: MakeSpider, feeds: dict[Any, dict[str, Any]]) -> None:
    spider = make_spider("caliber", {"FEEDS": feeds})
    check_feeds(spider.settings, spider, now=NOW)


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("all.json", "all.json"),
        ("%(name)s-%(time)s-%(batch_id)d.xml", "caliber-2031-03-04T03-00-00+00-00-1.xml"),
    ],
)
def test_nothing_is_appended_to_what_is_closed_at_its_end(
    make_spider: MakeSpider, tmp_path: Path, name: str, there: str
) -> None:
    uri = f"{tmp_path}/{name}"
    check(make_spider, {uri: {}})
    (tmp_path / there).touch()
    check(make_spider, {uri: {}})
    (tmp_path / there).write_text("[]")
    with pytest.raises(OperatorError, match=r"is there, and nothing can be appended to (json|xml)"):
        check(make_spider, {uri: {}})
    check(make_spider, {uri: {"overwrite": True}})


def test_two_feeds_are_not_one_file(make_spider: MakeSpider, tmp_path: Path) -> None:
    (tmp_path / "b.csv").symlink_to("a.csv")
    for other in (f"file://{tmp_path}/a.csv", tmp_path / "b.csv"):
        with pytest.raises(OperatorError, match="are one file; leave one out"):
            check(make_spider, {f"{tmp_path}/a.csv": {}, other: {}})


def test_a_feed_is_no_folder(make_spider: MakeSpider, tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="is a folder; name a file"):
        check(make_spider, {tmp_path: {"format": "csv"}})


def test_a_feed_has_a_folder_that_can_be_written(make_spider: MakeSpider, tmp_path: Path) -> None:
    check(make_spider, {f"{tmp_path}/new/folders/a.csv": {}})
    (tmp_path / "file").touch()
    with pytest.raises(OperatorError, match=r"cannot be written; check the rights of .*/file$"):
        check(make_spider, {f"{tmp_path}/file/new/a.csv": {}})


def test_what_is_to_be_filled_in_is_known(make_spider: MakeSpider, tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="what to fill in is not known: 'nobody'"):
        check(make_spider, {f"{tmp_path}/%(nobody)s.csv": {}})


def test_feeds_elsewhere_and_devices_are_not_looked_at(make_spider: MakeSpider) -> None:
    check(make_spider, {"s3://bucket/%(nobody)s.json": {}, "/dev/null": {"format": "json"}})
