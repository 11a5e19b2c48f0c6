"""Locks between real processes."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newscrawl.errors import OperatorError
from newscrawl.locks import Locked, run_lock

HOLD = """
import sys
from pathlib import Path
from newscrawl.locks import run_lock
with run_lock(Path(sys.argv[1]), "caliber"):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that crawls caliber until its standard input is closed."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_run_learns_who_runs_already(tmp_path: Path) -> None:
    with held(tmp_path) as other:
        with pytest.raises(Locked, match="caliber is being crawled by process") as raised:
            run_lock(tmp_path, "caliber").__enter__()
        assert raised.value.holder is not None
        assert raised.value.holder.pid == other.pid
        assert raised.value.holder.since in str(raised.value)


def test_another_outlet_is_free(tmp_path: Path) -> None:
    with held(tmp_path), run_lock(tmp_path, "apa"):
        assert len(list(tmp_path.iterdir())) == 2


def test_the_lock_of_a_process_that_was_killed_is_free(tmp_path: Path) -> None:
    with held(tmp_path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
    with run_lock(tmp_path, "caliber"):
        pass


def test_who_waits_gets_the_lock_when_the_other_run_ends(tmp_path: Path) -> None:
    with held(tmp_path) as other:
        assert other.stdin is not None
        closing = threading.Timer(0.3, other.stdin.close)
        closing.start()
        with run_lock(tmp_path, "caliber", wait_s=60):
            assert other.wait(60) == 0
        closing.join()


def test_a_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), run_lock(tmp_path, "caliber"):
        _ = 1 / 0
    with run_lock(tmp_path, "caliber"), pytest.raises(Locked):
        run_lock(tmp_path, "caliber").__enter__()


def test_an_outlet_that_goes_by_its_host_stays_in_the_folder(tmp_path: Path) -> None:
    with run_lock(tmp_path / "locks", "../outlet.example:8000"):
        (file,) = (tmp_path / "locks").iterdir()
        assert file.parent == tmp_path / "locks"


def test_a_place_where_no_lock_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OperatorError, match="NEWSCRAWL_LOCK_PATH"):
        run_lock(tmp_path / "file", "caliber").__enter__()
