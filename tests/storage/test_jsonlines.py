import json
import os
import resource
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest

from newscrawl.storage import ArticleStore, JsonLinesFile, LooseArticles, StoreError
from newscrawl.storage.lines import Text
from tests.storage.samples import NOW, article, full_article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "out" / "articles.jsonl"


def written(path: Path) -> list[tuple[str, int]]:
    """Which texts the file holds, in its order; every line has to be whole."""
    content = path.read_text(encoding="utf-8")
    assert content == "" or content.endswith("\n")
    records = [json.loads(line) for line in content.split("\n")[:-1]]
    return [(record["id"].rpartition(":")[2], record["revision"]) for record in records]


def fill(store: ArticleStore, *numbers: int, **fields: str) -> None:
    for number in numbers:
        store.save(article(number, **fields), now=NOW)


def test_a_line_is_the_record_as_it_writes_itself(store: ArticleStore, path: Path) -> None:
    store.save(full_article(), now=NOW)
    with JsonLinesFile(path, store, repeats=True):
        pass
    assert path.read_text(encoding="utf-8") == full_article().to_json() + "\n"


def test_every_revision_is_written_once_in_the_order_of_storing(
    store: ArticleStore, path: Path
) -> None:
    fill(store, 1, 2)
    with JsonLinesFile(path, store) as file:
        fill(store, 1, body="Changed.")
        file.catch_up()
        assert written(path) == [("1", 1), ("2", 1), ("1", 2)]
        file.catch_up()
        fill(store, 3)
    fill(store, 2, body="Changed while no file was open.")
    for _ in range(2):
        with JsonLinesFile(path, store):
            pass
    assert written(path) == [("1", 1), ("2", 1), ("1", 2), ("3", 1), ("2", 2)]
    bodies = [json.loads(line)["body"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert bodies[0] == article(1).body
    assert bodies[2] == "Changed."


def test_more_texts_than_are_read_at_once_are_written_once(store: ArticleStore, path: Path) -> None:
    fill(store, *range(450))
    with JsonLinesFile(path, store) as file:
        path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[::2]))
        file.catch_up()
        assert len(written(path)) == len(set(written(path))) == 450


def _remove(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _drop_the_second_line(path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:1] + lines[2:]))


def _reverse(path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[::-1]))


def _replace_by_zeros(path: Path) -> None:
    path.write_bytes(b"\0" * 100)


@pytest.mark.parametrize(
    "harm", [_remove, _empty, _drop_the_second_line, _reverse, _replace_by_zeros]
)
@pytest.mark.parametrize("while_open", [False, True])
def test_what_is_taken_from_the_file_is_written_again(
    store: ArticleStore, path: Path, harm: Callable[[Path], None], while_open: bool
) -> None:
    fill(store, 1, 2, 3)
    file = JsonLinesFile(path, store)
    file.open()
    if while_open:
        harm(path)
    else:
        file.close()
        harm(path)
        file.open()
    fill(store, 4)
    file.catch_up()
    assert Counter(written(path)) == Counter([("1", 1), ("2", 1), ("3", 1), ("4", 1)])
    file.close()


@pytest.mark.parametrize("remembered", [False, True])
@pytest.mark.parametrize("before", [0, 1])
def test_a_last_line_torn_at_any_byte_is_mended(
    store: ArticleStore, path: Path, before: int, remembered: bool
) -> None:
    fill(store, *range(before))
    file = JsonLinesFile(path, store)
    file.open()
    start = path.stat().st_size
    if remembered:
        file.close()
    store.save(article(2, headline="İ Ջուր"), now=NOW)
    file.catch_up()
    whole = path.read_bytes()
    for end in range(start, len(whole)):
        os.truncate(path, end)
        after_crash = JsonLinesFile(path, store)
        after_crash.open()
        assert path.read_bytes() == whole, f"cut at {end}"
        after_crash._release()


@pytest.mark.parametrize(
    "torn", [b"\0\0\0", b'{"schema_version": "1", "id"\n', b"\xff\xfe", b"{\n"]
)
def test_what_a_crash_leaves_behind_the_last_line_is_cut_off(
    store: ArticleStore, path: Path, torn: bytes
) -> None:
    fill(store, 1)
    with JsonLinesFile(path, store):
        pass
    whole = path.read_bytes()
    path.write_bytes(whole + torn)
    with JsonLinesFile(path, store):
        assert path.read_bytes() == whole


FOREIGN = [
    b"headline,date\nFlood,2031\n",
    b"one line of a diary",
    b"one line of a diary\n",
    b'{"name": "somebody else"}\n',
    b'{"name": "somebody else"}',
    b"\n",
    b"[1, 2]\n" * 3,
    b"\x00\x01\x02binary\xff\n\n",
]


@pytest.mark.parametrize("content", FOREIGN)
def test_a_file_of_somebody_else_is_refused_and_left_as_it_is(
    store: ArticleStore, path: Path, content: bytes
) -> None:
    fill(store, 1)
    path.parent.mkdir()
    path.write_bytes(content)
    for source in (store, LooseArticles()):
        with pytest.raises(StoreError, match="no article of newscrawl") as raised:
            JsonLinesFile(path, source).open()
        assert str(path) in str(raised.value)
        assert path.read_bytes() == content


def test_a_foreign_line_among_ours_is_refused(store: ArticleStore, path: Path) -> None:
    fill(store, 1, 2)
    with JsonLinesFile(path, store):
        pass
    first, second = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + b"# a note\n" + second)
    fill(store, 3)
    with pytest.raises(StoreError, match=f"at byte {len(first)} "):
        JsonLinesFile(path, store).open()
    assert path.read_bytes() == first + b"# a note\n" + second


def test_articles_of_another_database_are_refused(
    store: ArticleStore, path: Path, tmp_path: Path
) -> None:
    with ArticleStore(f"sqlite:///{tmp_path}/other.db") as other:
        fill(other, 1, 2)
        with JsonLinesFile(path, other):
            pass
    before = path.read_bytes()
    fill(store, 1)
    with pytest.raises(StoreError, match="its database does not"):
        JsonLinesFile(path, store).open()
    assert path.read_bytes() == before


def test_what_was_written_before_is_not_read_again(
    store: ArticleStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, *range(30))
    with JsonLinesFile(path, store):
        pass
    asked: list[Text] = []
    numbers = store.numbers

    def listen(texts: Collection[Text]) -> dict[Text, int]:
        asked.extend(texts)
        return numbers(texts)

    monkeypatch.setattr(store, "numbers", listen)
    fill(store, 30)
    with JsonLinesFile(path, store):
        assert len(written(path)) == 31
    assert asked == [("harbour_post:en:29", 1)]


def test_files_that_follow_in_turn_share_the_work(store: ArticleStore, path: Path) -> None:
    with JsonLinesFile(path, store) as one, JsonLinesFile(path, store) as two:
        for number in range(6):
            fill(store, number)
            (one, two)[number % 2].catch_up()
        fill(store, 6)
        one.catch_up()
        two.catch_up()
        assert written(path) == [(str(number), 1) for number in range(7)]


def test_a_line_that_another_left_torn_is_mended_by_who_comes_next(
    store: ArticleStore, path: Path
) -> None:
    with JsonLinesFile(path, store) as file:
        fill(store, 1)
        file.catch_up()
        with path.open("ab") as other:
            other.write(b'{"schema_version": "1", "id": "harb')
        fill(store, 2)
        file.catch_up()
        assert written(path) == [("1", 1), ("2", 1)]


def test_a_file_that_stays_locked_is_said(store: ArticleStore, path: Path) -> None:
    with JsonLinesFile(path, store) as file, file._locked():
        waiting = JsonLinesFile(path, store, timeout_s=0.05)
        with pytest.raises(StoreError, match="another process keeps it locked"):
            waiting.open()


def test_a_place_that_cannot_be_written_is_said(store: ArticleStore, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for path in (tmp_path, tmp_path / "file" / "articles.jsonl"):
        with pytest.raises(StoreError, match="cannot be written") as raised:
            JsonLinesFile(path, store).open()
        assert str(path) in str(raised.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_directory_is_said(store: ArticleStore, tmp_path: Path) -> None:
    directory = tmp_path / "closed"
    directory.mkdir(0o500)
    with pytest.raises(StoreError, match="cannot be written"):
        JsonLinesFile(directory / "articles.jsonl", store).open()


def test_what_is_no_file_is_refused(store: ArticleStore, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StoreError, match="no regular file"):
        JsonLinesFile(tmp_path / "pipe", store).open()


@pytest.fixture
def full_disk() -> Iterator[Callable[[int], None]]:
    """Lets files grow to so many bytes and no further."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_said_and_leaves_whole_lines(
    store: ArticleStore, path: Path, full_disk: Callable[[int], None]
) -> None:
    fill(store, *range(5), body="word " * 100_000)
    with JsonLinesFile(path, store) as file:
        before = path.read_bytes()
        fill(store, 5, body="word " * 100_000)
        full_disk(len(before) + 1000)
        with pytest.raises(StoreError, match="free space") as raised:
            file.catch_up()
        full_disk(resource.RLIM_INFINITY)
        assert str(path) in str(raised.value)
        assert path.read_bytes() == before
        file.catch_up()
        assert len(written(path)) == 6


def test_without_a_database_each_id_is_written_once(path: Path) -> None:
    for numbers in ([1, 2, 2], [2, 3], [1]):
        loose = LooseArticles()
        with JsonLinesFile(path, loose) as file:
            for number in numbers:
                loose.add(article(number))
                file.catch_up()
    assert written(path) == [("1", 1), ("2", 1), ("3", 1)]


def test_without_a_database_a_whole_last_line_is_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(article(1).to_json(), encoding="utf-8")
    loose = LooseArticles()
    with JsonLinesFile(path, loose):
        loose.add(article(2))
    assert written(path) == [("1", 1), ("2", 1)]


def test_without_a_database_two_may_append_in_turn(path: Path) -> None:
    first, second = LooseArticles(), LooseArticles()
    with JsonLinesFile(path, first) as one, JsonLinesFile(path, second) as two:
        for number in (1, 2, 3):
            first.add(article(number))
            second.add(article(number))
            one.catch_up()
            two.catch_up()
    assert written(path) == [("1", 1), ("2", 1), ("3", 1)]


def test_without_a_database_bad_unicode_is_refused_alone(path: Path) -> None:
    loose = LooseArticles()
    with JsonLinesFile(path, loose):
        with pytest.raises(ValueError, match="surrogates"):
            loose.add(article(1, body="half a character: \ud83d"))
        loose.add(article(2))
    assert written(path) == [("2", 1)]


def test_repeats_are_left_out_or_not_whatever_it_was_before(
    store: ArticleStore, path: Path
) -> None:
    fill(store, 1, 2, content_hash="a" * 32)
    fill(store, 3)
    for repeats, numbers in ((False, "13"), (True, "132"), (False, "132"), (True, "132")):
        with JsonLinesFile(path, store, repeats=repeats):
            pass
        assert written(path) == [(number, 1) for number in numbers]
