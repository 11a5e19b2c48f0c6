"""Feed exports of real crawls: whole and published, or as they were."""

import csv
import gzip
import json
import os
import resource
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from newscrawl.demo.process import newsroom
from newscrawl.publishing import Feed, Manifest
from tests.crawling import PROJECT, Crawls

SCHEMA = json.loads((PROJECT / "docs" / "feed-manifest.schema.json").read_text())
LISTINGS = ["-a", "ways=feed,listing"]
UNLOCKED = ["-s", "NEWSCRAWL_LOCK_PATH="]
NOWHERE = ["-s", "NEWSCRAWL_DATABASE_URL=", "-s", "NEWSCRAWL_JSONLINES_PATH="]


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with newsroom(articles=150) as address:
        yield address


@pytest.fixture(scope="module")
def nobody() -> str:
    with newsroom(articles=1) as address:
        return address


@pytest.fixture
def crawls(tmp_path: Path) -> Crawls:
    return Crawls(tmp_path)


def manifest_of(path: Path) -> Manifest:
    text = Feed.at(path).manifest.read_text(encoding="utf-8")
    jsonschema.validate(json.loads(text), SCHEMA)
    return Manifest.from_json(text)


def lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def wait_for(true: Callable[[], object]) -> None:
    give_up = time.monotonic() + 300
    while not true():
        assert time.monotonic() < give_up
        time.sleep(0.01)


def written(path: Path) -> list[str]:
    """Return the tokens of the runs that have written something beside a feed."""
    tokens = []
    for token, part in Feed.at(path).left("part"):
        with suppress(FileNotFoundError):  # a run clears away what another has left
            if part.stat().st_size:
                tokens.append(token)
    return tokens


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_good_quiet_and_bad_nights(origin: str, nobody: str, crawls: Crawls) -> None:
    night = crawls.folder / "new" / "night.csv"
    first = crawls.run(origin, "-a", "ways=feed", "-O", str(night))
    assert "night.csv: published, 50 new, 50 in all" in first.stderr
    good = night.read_bytes()
    quiet = crawls.run(origin, "-a", "ways=feed", "-O", str(night))
    assert "night.csv: nothing new; it stays that of " in quiet.stderr
    last = manifest_of(night).last_run
    assert last is not None
    assert (last.verdict, last.outcome) == ("quiet", "nothing new")
    bad = crawls.run(nobody, "-a", "ways=feed", "-O", str(night), "-s", "RETRY_ENABLED=0")
    assert bad.stderr.count("night.csv: not published (verdict failed: ") == 1
    kept = manifest_of(night).kept
    assert kept is not None
    assert "nothing answered" in kept.why
    assert night.read_bytes() == good
    assert hidden(night.parent) == []


def test_a_run_that_is_killed_or_ended_leaves_the_last_good_file_whole(
    origin: str, crawls: Crawls
) -> None:
    night = crawls.folder / "night.jsonl"
    assert crawls.run(origin, "-a", "ways=feed", "-O", str(night)).returncode == 0
    good = night.read_bytes()
    killed = crawls.start(origin, *LISTINGS, "-O", str(night))
    wait_for(lambda: written(night))
    killed.kill()
    killed.wait()
    left = written(night)
    assert night.read_bytes() == good
    ended = crawls.start(origin, *LISTINGS, "-a", "refetch=1", "-O", str(night))
    wait_for(lambda: written(night) not in ([], left))
    ended.send_signal(signal.SIGTERM)
    ended.wait()
    assert night.read_bytes() == good
    manifest = manifest_of(night)
    assert manifest.kept is not None
    assert manifest.kept.why == (
        "verdict interrupted: it did not come to its end: it was told to stop; "
        "the run before, 2, has not ended: it was killed, or goes on"
    )
    assert manifest.unpublished is not None
    assert len(lines(Feed.at(night).unpublished)) == manifest.unpublished.items
    assert hidden(night.parent) == []


def test_whoever_reads_during_a_run_reads_a_whole_file(origin: str, crawls: Crawls) -> None:
    night = crawls.folder / "night.json"
    read = set()
    for editions in ("en", "ru"):
        words = [*LISTINGS, "-a", f"editions={editions}", "-O", str(night)]
        process = crawls.start(origin, *words)
        while process.poll() is None:
            if night.exists():
                read.add(frozenset(record["language"] for record in json.loads(night.read_text())))
            time.sleep(0.01)
        assert process.returncode == 0
    assert read == {frozenset({"en"}), frozenset({"ru"})} or read == {frozenset({"en"})}
    assert {record["language"] for record in json.loads(night.read_text())} == {"ru"}


def test_appended_feeds_grow_by_what_is_new(origin: str, crawls: Crawls) -> None:
    outputs = [crawls.folder / name for name in ("all.jsonl", "all.csv")]
    words = [word for output in outputs for word in ("-o", str(output))]
    for editions in ("en", "ru", "ru"):
        done = crawls.run(origin, *LISTINGS, "-a", f"editions={editions}", *words)
        assert done.returncode == 0, done.stderr
    ids = [record["id"] for record in crawls.records()]
    assert [record["id"] for record in lines(outputs[0])] == ids
    with outputs[1].open(encoding="utf-8", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == ids
    for output in outputs:
        published = manifest_of(output).published
        assert published is not None
        assert published.items == len(ids)


def test_what_cannot_be_appended_to_is_refused_before_the_crawl(
    crawls: Crawls, nobody: str
) -> None:
    output = crawls.folder / "all.json"
    output.write_text("[]")
    refused = crawls.run(nobody, "-a", "ways=feed", "-o", str(output))
    assert refused.returncode == 2
    assert refused.stderr == (
        f"newscrawl: {output} is there, and nothing can be appended to json; "
        "replace it with -O, or append to a .jsonl or .csv file\n"
    )


def test_feeds_of_every_kind_are_published_together(origin: str, crawls: Crawls) -> None:
    folder = crawls.folder
    feeds = {
        f"{folder}/plain.json": {"overwrite": True},
        f"file://{folder}/%(name)s.xml": {"overwrite": True},
        f"{folder}/all.csv.gz": {
            "format": "csv",
            "fields": ["id", "date"],
            "postprocessing": ["scrapy.extensions.postprocessing.GzipPlugin"],
        },
        f"{folder}/batch-%(batch_id)d.jsonl": {"batch_item_count": 20, "overwrite": True},
        "/dev/null": {"format": "jsonl"},
    }
    for editions in ("en", "ru"):
        words = [
            "-a",
            "ways=feed",
            "-a",
            f"editions={editions}",
            "-s",
            f"FEEDS={json.dumps(feeds)}",
        ]
        done = crawls.run(origin, *words)
        assert done.returncode == 0, done.stderr
        assert done.stderr.count(": published, ") == 4 or editions == "en"
    ids = [record["id"] for record in crawls.records()]
    with gzip.open(folder / "all.csv.gz", "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == ids
    assert set(rows[0]) == {"id", "date"}
    russian = [record["id"] for record in crawls.records() if record["language"] == "ru"]
    assert [record["id"] for record in json.loads((folder / "plain.json").read_text())] == russian
    items = ElementTree.parse(folder / "caliber.xml").findall("item")
    assert [item.findtext("id") for item in items] == russian
    batched = [r["id"] for r in lines(folder / "batch-1.jsonl")]
    assert batched == russian[:20]
    published = manifest_of(folder / "batch-1.jsonl").published
    assert published is not None
    assert published.batch == 1
    assert hidden(folder) == []


def test_two_runs_at_once_append_all_of_both(origin: str, crawls: Crawls) -> None:
    output = crawls.folder / "all.jsonl"
    both = [
        crawls.start(
            origin, *LISTINGS, "-a", f"editions={edition}", *NOWHERE, *UNLOCKED, "-o", str(output)
        )
        for edition in ("en", "ru")
    ]
    assert [process.wait() for process in both] == [0, 0]
    languages = [record["language"] for record in lines(output)]
    assert languages in (sorted(languages), sorted(languages, reverse=True))
    assert set(languages) == {"en", "ru"}
    published = manifest_of(output).published
    assert published is not None
    assert published.items == len(languages)


def test_a_full_disk_leaves_the_last_good_file_and_the_other_feeds(
    origin: str, crawls: Crawls
) -> None:
    large, small = crawls.folder / "large.jsonl", crawls.folder / "small.jsonl"
    large.write_text("{}\n")
    feeds = {str(large): {"overwrite": True}, str(small): {"fields": ["id"]}}
    words = ["-a", "ways=feed", *NOWHERE, "-s", f"FEEDS={json.dumps(feeds)}"]
    done = subprocess.run(
        crawls.command("-a", f"origin={origin}", *words),
        cwd=PROJECT,
        env={**os.environ, "NEWSCRAWL_CONTACT": ""},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)),
    )
    assert done.stderr.count("Error storing jsonl feed (50 items)") == 1
    assert "large.jsonl: not published (it cannot be written: File too large)" in done.stderr
    assert large.read_text() == "{}\n"
    assert len(lines(small)) == 50
    assert hidden(crawls.folder) == []
