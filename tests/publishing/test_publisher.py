import errno
import hashlib
import json
import os
import resource
import stat
from pathlib import Path

import jsonschema
import pytest

from newscrawl.publishing import Feed, Manifest, Publisher
from newscrawl.publishing import settling as settling_module
from newscrawl.publishing.locks import SignsOfLife, locked
from tests.crawling import PROJECT
from tests.publishing.runs import manifest_of, names, note, run, shape, write

BLOCKED = "every page was a wall"


@pytest.fixture
def night(tmp_path: Path) -> Path:
    return tmp_path / "night.jsonl"


def test_a_feed_is_replaced_whole_and_its_manifest_says_what_it_holds(night: Path) -> None:
    run(night, "a", "b")
    assert run(night, "c", night=2).outcome == "published"
    assert night.read_text() == "c\n"
    published = manifest_of(night).published
    assert published is not None
    assert (published.items, published.added, published.bytes) == (1, 1, 2)
    assert published.sha256 == hashlib.sha256(b"c\n").hexdigest()
    assert published.run == note(2)
    assert names(night.parent) == ["night.jsonl", "night.jsonl.manifest.json"]


def test_nothing_is_there_until_it_is_published(night: Path) -> None:
    publisher = Publisher()
    run(night, "a")
    write(publisher, night, "b")
    assert night.read_text() == "a\n"
    publisher.publish(True, "", run=note(2))
    assert night.read_text() == "b\n"


def test_after_a_bad_run_the_last_good_file_stays_and_the_manifest_says_why_since_when(
    night: Path,
) -> None:
    run(night, "a", "b")
    good = manifest_of(night).published
    assert run(night, "c", night=2, why_not=BLOCKED).outcome == "not published"
    run(night, "d", night=3, why_not="the disk was full")
    assert night.read_text() == "a\nb\n"
    manifest = manifest_of(night)
    assert manifest.published == good
    assert manifest.kept is not None
    assert manifest.kept.why == "the disk was full"
    assert (manifest.kept.since, manifest.kept.runs) == (note(2).ended_at, 2)
    assert manifest.last_run is not None
    assert manifest.last_run.run == 3
    aside = manifest.unpublished
    assert aside is not None
    assert (night.parent / aside.file).read_text() == "d\n"
    assert (aside.items, aside.why) == (1, "the disk was full")


def test_a_good_run_ends_what_was_kept_but_leaves_what_was_not_published(night: Path) -> None:
    run(night, "a", why_not=BLOCKED)
    assert not night.exists()
    run(night, "b", night=2)
    manifest = manifest_of(night)
    assert manifest.kept is None
    assert manifest.unpublished is not None
    assert (night.parent / manifest.unpublished.file).read_text() == "a\n"


@pytest.mark.parametrize("append", [True, False])
def test_a_quiet_run_empties_nothing(night: Path, append: bool) -> None:
    run(night, "a")
    assert run(night, night=2, append=append).outcome == "nothing new"
    assert night.read_text() == "a\n"
    manifest = manifest_of(night)
    assert manifest.last_run is not None
    assert (manifest.last_run.run, manifest.last_run.outcome) == (2, "nothing new")
    assert manifest.published is not None
    assert manifest.published.run == note(1)
    assert manifest.kept is None


def test_a_quiet_run_empties_a_feed_if_that_is_wanted(night: Path) -> None:
    run(night, "a")
    settled = run(night, night=2, publisher=Publisher(publish_empty=True))
    assert (settled.outcome, night.read_text()) == ("published", "")


def test_a_first_run_without_items_makes_an_empty_file_as_scrapy_does(night: Path) -> None:
    assert run(night).outcome == "published"
    assert night.read_text() == ""


def test_a_bad_run_without_items_leaves_what_an_earlier_one_left(night: Path) -> None:
    run(night, "a", why_not=BLOCKED)
    run(night, night=2, why_not=BLOCKED)
    assert Feed.at(night).unpublished.read_text() == "a\n"
    assert manifest_of(night).unpublished is not None


def test_a_feed_that_was_never_begun_is_checked_all_the_same(night: Path) -> None:
    run(night, "a")
    publisher = Publisher()
    publisher.without_items(night, shape(), append=False)
    (settled,) = publisher.publish(False, BLOCKED, run=note(2))
    assert settled.outcome == "not published"
    assert manifest_of(night).kept is not None


def test_a_feed_that_never_was_is_nothing_new_in_a_folder_of_its_own(tmp_path: Path) -> None:
    publisher = Publisher()
    publisher.without_items(tmp_path / "new" / "night.jsonl", shape(), append=False)
    (settled,) = publisher.publish(True, "", run=note())
    assert settled.outcome == "nothing new"
    assert names(tmp_path / "new") == ["night.jsonl.manifest.json"]


def test_an_exporter_that_failed_publishes_nothing(night: Path) -> None:
    run(night, "a")
    publisher = Publisher()
    publisher.begin(night, shape(), append=False).write(b"half a")
    (settled,) = publisher.publish(True, "", run=note(2))
    assert settled.why == "the exporter did not come to its end"
    assert night.read_text() == "a\n"
    assert names(night.parent) == ["night.jsonl", "night.jsonl.manifest.json"]


def test_an_exporter_may_close_its_file(night: Path) -> None:
    publisher = Publisher()
    part = publisher.begin(night, shape(), append=False)
    part.write(b"a\n")
    part.close()
    part.finish()
    publisher.exported(part, 1, batch=None, group="")
    publisher.publish(True, "", run=note())
    assert night.read_text() == "a\n"


def test_a_part_that_somebody_removed_is_not_published(night: Path) -> None:
    run(night, "a")
    publisher = Publisher()
    write(publisher, night, "b").path.unlink()
    (settled,) = publisher.publish(True, "", run=note(2))
    assert settled.why == "it cannot be written: somebody has removed what was written"
    assert night.read_text() == "a\n"


def test_batches_say_of_how_many_they_are(tmp_path: Path) -> None:
    publisher = Publisher()
    for number in (1, 2):
        part = publisher.begin(tmp_path / f"{number}.jsonl", shape(), append=False)
        part.write(b"x\n")
        part.finish()
        publisher.exported(part, 1, batch=number, group="%(batch_id)d.jsonl")
    publisher.publish(True, "", run=note())
    second = manifest_of(tmp_path / "2.jsonl").published
    assert second is not None
    assert (second.batch, second.batches) == (2, 2)


def test_two_feeds_of_a_run_in_one_file_do_not_mix(night: Path) -> None:
    publisher = Publisher()
    write(publisher, night, "a")
    second = publisher.begin(night, shape(), append=False)
    second.write(b"b\n")
    with pytest.raises(OSError, match="the same file"):
        second.finish()
    publisher.publish(True, "", run=note())
    assert night.read_text() == "a\n"


# What belongs to the operator


def test_the_mode_of_a_file_stays_and_a_new_one_has_that_of_the_umask(night: Path) -> None:
    before = os.umask(0o027)
    try:
        run(night, "a")
    finally:
        os.umask(before)
    assert stat.S_IMODE(night.stat().st_mode) == 0o640
    night.chmod(0o604)
    run(night, "b")
    assert stat.S_IMODE(night.stat().st_mode) == 0o604


def test_a_link_stays_and_the_file_that_it_leads_to_is_replaced(night: Path) -> None:
    real = night.parent / "data" / "real.jsonl"
    night.symlink_to(real)
    run(night, "a")
    run(night, "b")
    assert night.is_symlink()
    assert real.read_text() == "b\n"
    assert names(real.parent) == ["real.jsonl", "real.jsonl.manifest.json"]


# What goes wrong


def test_a_part_that_cannot_be_written_leaves_the_file_and_its_exporter_in_peace(
    night: Path,
) -> None:
    run(night, "a")
    publisher = Publisher()
    part = publisher.begin(night, shape(), append=False)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        for _ in range(100):
            part.write(b"b\n" * 500)
        with pytest.raises(OSError, match="File too large"):
            part.finish()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    publisher.exported(part, 50_000, batch=None, group="")
    (settled,) = publisher.publish(True, "", run=note(2))
    assert settled.why == "it cannot be written: File too large"
    assert night.read_text() == "a\n"
    assert names(night.parent) == ["night.jsonl", "night.jsonl.manifest.json"]


def test_a_folder_that_cannot_be_made_is_told_when_the_part_is_finished(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("no folder")
    publisher = Publisher()
    part = publisher.begin(tmp_path / "output" / "night.jsonl", shape(), append=False)
    part.write(b"a\n")
    with pytest.raises(FileExistsError):
        part.finish()
    (settled,) = publisher.publish(True, "", run=note())
    assert (settled.outcome, settled.manifest) == ("not published", None)


def test_a_disk_that_fills_up_while_items_are_appended_keeps_them_beside(
    night: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(night, "a")

    def full(pieces: object, to: Path) -> None:
        to.write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settling_module, "join", full)
    settled = run(night, "b", night=2, append=True)
    assert settled.why == "it cannot be written: No space left on device"
    assert night.read_text() == "a\n"
    assert names(night.parent) == [
        "night.jsonl",
        "night.jsonl.manifest.json",
        "night.jsonl.unpublished",
    ]
    monkeypatch.undo()
    run(night, "c", night=3, append=True)
    assert night.read_text() == "a\nb\nc\n"


def test_a_folder_that_cannot_be_synced_is_as_good_as_its_file_system(
    night: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def as_on_some_mounts(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(file)

    monkeypatch.setattr(os, "fsync", as_on_some_mounts)
    settled = run(night, "a")
    assert (settled.outcome, settled.why) == ("published", None)
    assert night.read_text() == "a\n"


def crash_before(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process die before it renames a file for the time *number*."""
    replace, calls = Path.replace, iter(range(1, 100))

    def dying(self: Path, target: Path) -> Path:
        if next(calls) == number:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", dying)
    monkeypatch.setattr(Publisher, "close", lambda self: self._alive.end())


@pytest.mark.parametrize(("rename", "text"), [(1, "a\n"), (2, "b\n")])
def test_a_crash_in_the_middle_of_publishing_is_mended_by_the_next_run(
    night: Path, monkeypatch: pytest.MonkeyPatch, rename: int, text: str
) -> None:
    run(night, "a")
    with monkeypatch.context() as patch:
        crash_before(rename, patch)
        with pytest.raises(KeyboardInterrupt):
            run(night, "b", night=2)
    assert night.read_text() == text
    told = manifest_of(night).published
    assert told is not None
    assert (told.sha256 == hashlib.sha256(text.encode()).hexdigest()) == (rename == 1)
    run(night, night=3)
    mended = manifest_of(night).published
    assert mended is not None
    assert mended.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert mended.run == note(rename)
    assert names(night.parent) == ["night.jsonl", "night.jsonl.manifest.json"]


def test_a_file_that_somebody_else_wrote_is_taken_over_without_a_number(night: Path) -> None:
    run(night, "a")
    night.write_text("b\nc")
    run(night, "d", night=2, append=True)
    assert night.read_text() == "b\nc\nd\n"
    published = manifest_of(night).published
    assert published is not None
    assert (published.items, published.added) == (None, 1)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema_version": "1", "published": 3}', "\0"])
def test_a_manifest_that_cannot_be_read_is_written_anew(night: Path, text: str) -> None:
    run(night, "a")
    Feed.at(night).manifest.write_text(text)
    assert run(night, "b").outcome == "published"
    assert manifest_of(night).published is not None


# Other runs


def test_what_dead_runs_left_is_removed_and_what_a_live_one_writes_is_not(night: Path) -> None:
    live = Publisher()
    write(live, night, "live")
    for name in (
        ".night.jsonl.0123456789ab.part",
        ".of-another-day.csv.0123456789ab.part",
        ".all.csv.0123456789ac.new",
        ".newscrawl-0123456789ab.alive",
        ".newscrawl-0123456789ad.alive",
    ):
        (night.parent / name).touch()
    run(night, "a")
    assert len(names(night.parent)) == 4
    live.publish(True, "", run=note(2))
    assert night.read_text() == "live\n"
    assert names(night.parent) == ["night.jsonl", "night.jsonl.manifest.json"]


def test_a_run_that_waits_too_long_for_another_is_not_published_and_says_so(night: Path) -> None:
    run(night, "a")
    with locked(Feed.at(night).lock, 0):
        settled = run(night, "b", night=2, publisher=Publisher(lock_timeout_s=0))
    assert settled.why == "another run is publishing it for more than 0 s"
    assert night.read_text() == "a\n"
    assert Feed.at(night).unpublished.read_text() == "b\n"


def test_signs_of_life_end_with_the_run(tmp_path: Path) -> None:
    signs = SignsOfLife("0123456789ab")
    assert signs.show(tmp_path)
    assert not signs.show(tmp_path)
    assert names(tmp_path) == [".newscrawl-0123456789ab.alive"]
    signs.end()
    assert names(tmp_path) == []


# The schema


def test_manifests_are_as_their_schema_says_and_are_read_back(night: Path) -> None:
    schema = json.loads((PROJECT / "docs" / "feed-manifest.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    texts = []
    for why_not in (BLOCKED, None, BLOCKED):
        run(night, "a", why_not=why_not)
        texts.append(Feed.at(night).manifest.read_text())
    night.write_text("b")
    run(night, why_not=BLOCKED)
    texts.append(Feed.at(night).manifest.read_text())
    for text in texts:
        jsonschema.validate(json.loads(text), schema)
        assert Manifest.from_json(text).to_json() == text
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**json.loads(texts[0]), "kept": {"why": ""}}, schema)
