from pathlib import Path

import pytest

from newscrawl.publishing import Feed, Publisher
from newscrawl.publishing.locks import locked
from tests.publishing.runs import manifest_of, note, run, shape, write

BLOCKED = "every page was a wall"


@pytest.fixture
def night(tmp_path: Path) -> Path:
    return tmp_path / "night.jsonl"


def test_items_are_appended_and_counted(night: Path) -> None:
    run(night, "a", "b", append=True)
    run(night, "c", night=2, append=True)
    assert night.read_text() == "a\nb\nc\n"
    published = manifest_of(night).published
    assert published is not None
    assert (published.items, published.added) == (3, 1)


def test_two_runs_at_once_lose_nothing_of_each_other(night: Path) -> None:
    run(night, "a", append=True)
    one, other = Publisher(), Publisher()
    write(one, night, "b", append=True)
    write(other, night, "c", append=True)
    other.publish(True, "", run=note(2))
    one.publish(True, "", run=note(3))
    assert night.read_text() == "a\nc\nb\n"
    published = manifest_of(night).published
    assert published is not None
    assert published.items == 3


def test_what_bad_runs_would_have_appended_comes_with_the_next_good_one(night: Path) -> None:
    run(night, "a", append=True)
    run(night, "b", night=2, append=True, why_not=BLOCKED)
    run(night, "c", "d", night=3, append=True, why_not=BLOCKED)
    assert night.read_text() == "a\n"
    aside = manifest_of(night).unpublished
    assert aside is not None
    assert (aside.items, aside.added) == (3, 2)
    assert Feed.at(night).unpublished.read_text() == "b\nc\nd\n"
    run(night, night=4, append=True)
    assert night.read_text() == "a\nb\nc\nd\n"
    published = manifest_of(night).published
    assert published is not None
    assert (published.items, published.added) == (4, 3)
    assert manifest_of(night).unpublished is None
    assert not Feed.at(night).unpublished.exists()


def test_what_was_edited_beside_the_feed_is_not_appended(night: Path) -> None:
    run(night, "a", append=True)
    run(night, "b", night=2, append=True, why_not=BLOCKED)
    Feed.at(night).unpublished.write_text("x")
    run(night, "c", night=3, append=True)
    assert night.read_text() == "a\nc\n"


def test_a_crash_after_publishing_appends_nothing_twice(
    night: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(night, "a", append=True)
    run(night, "b", night=2, append=True, why_not=BLOCKED)
    with monkeypatch.context() as patch:
        patch.setattr(Publisher, "close", lambda self: self._alive.end())
        patch.setattr(Path, "replace", _dies_at_the_manifest)
        with pytest.raises(KeyboardInterrupt):
            run(night, "c", night=3, append=True)
    run(night, "d", night=4, append=True)
    assert night.read_text() == "a\nb\nc\nd\n"


def _dies_at_the_manifest(self: Path, target: Path) -> Path:
    if target.name.endswith(".manifest.json"):
        raise KeyboardInterrupt
    return target.parent / self.rename(target)


@pytest.mark.parametrize("format", ["json", "xml"])
def test_what_is_closed_at_its_end_is_not_appended_to(night: Path, format: str) -> None:
    run(night, "[]", of=shape(format), append=True)
    settled = run(night, "[1]", of=shape(format), append=True)
    assert settled.why == f"there is a file, and nothing can be appended to {format}"
    assert night.read_text() == "[]\n"
    night.unlink()
    run(night, "[2]", of=shape(format), append=True)
    assert night.read_text() == "[2]\n"


def test_what_is_compressed_is_not_appended_to_what_is_not(night: Path) -> None:
    run(night, "a", append=True)
    settled = run(night, "b", append=True, of=shape("jsonlines", "a.plugin"))
    assert settled.why == "the file is written otherwise; move it away, or replace it with -O"
    assert night.read_text() == "a\n"


CSV = shape("csv", fields=["id", "headline"])
GZIPPED = shape("csv", "scrapy.extensions.postprocessing.GzipPlugin", fields=["id", "headline"])


def test_csv_has_one_header(night: Path) -> None:
    for number, why_not in enumerate([None, None, BLOCKED, BLOCKED, None], 1):
        row = f"{number},x"
        run(night, row, of=CSV, header="id,headline", append=True, night=number, why_not=why_not)
    assert night.read_text() == "id,headline\n1,x\n2,x\n3,x\n4,x\n5,x\n"


def test_csv_with_other_columns_is_not_appended(night: Path) -> None:
    run(night, "1,x", of=CSV, header="id,headline", append=True)
    settled = run(night, "2", of=shape("csv", fields=["id"]), header="id", append=True)
    assert settled.why == "the file has other columns; move it away, or replace it with -O"
    night.write_text("id;headline\n1;x\n")
    settled = run(night, "2,x", of=CSV, header="id,headline", append=True)
    assert settled.why == "the file has other columns; move it away, or replace it with -O"
    assert night.read_text() == "id;headline\n1;x\n"


def test_compressed_csv_asks_its_exporter_for_a_header_only_where_there_is_none(
    night: Path,
) -> None:
    for number, why_not in enumerate([BLOCKED, None, None], 1):
        run(night, str(number), of=GZIPPED, header="id", append=True, why_not=why_not)
    assert night.read_text() == "id\n1\n2\n3\n"


def test_compressed_csv_that_two_runs_begin_at_once_is_published_once(night: Path) -> None:
    one, other = Publisher(), Publisher()
    write(one, night, "1", of=GZIPPED, header="id", append=True)
    write(other, night, "2", of=GZIPPED, header="id", append=True)
    one.publish(True, "", run=note(1))
    (settled,) = other.publish(True, "", run=note(2))
    assert settled.why == "another run has begun the file while this one went on"
    assert night.read_text() == "id\n1\n"


def test_a_run_that_cannot_wait_leaves_what_is_to_be_appended_later(night: Path) -> None:
    run(night, "a", append=True)
    run(night, "b", night=2, append=True, why_not=BLOCKED)
    with locked(Feed.at(night).lock, 0):
        run(night, "c", night=3, append=True, publisher=Publisher(lock_timeout_s=0))
    run(night, "d", night=4, append=True)
    assert night.read_text() == "a\nb\nd\n"
