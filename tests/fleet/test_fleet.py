"""Many processes as one fleet: how many at a time, what stops them, what they are worth."""

import asyncio
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from newscrawl.figures import Figures
from newscrawl.fleet import Fleet, Run, State, overall, verdict_of
from newscrawl.verdicts import Verdict

FOR_EVER = "sleep 600"


@pytest.fixture
def make_run(tmp_path: Path) -> Callable[..., Run]:
    def make(outlet: str, script: str) -> Run:
        status = tmp_path / f"{outlet}.json"
        return Run(outlet, ["sh", "-c", script], tmp_path / "logs" / f"{outlet}.log", status)

    return make


def fleet(*runs: Run, **others: Any) -> Fleet:
    usual: dict[str, Any] = {
        "at_once": 2,
        "deadline_s": None,
        "grace_s": 600.0,
        "keep_logs": 2,
        "report_of": lambda run: None,
        "changed": lambda run: None,
    }
    return Fleet(runs, **{**usual, **others})


async def sail_until_said(ships: Fleet, run: Run, word: str) -> asyncio.Task[None]:
    """Start the fleet and wait until *run* has written *word* into its log."""
    sailing = asyncio.create_task(ships.sail())
    while not (run.log.exists() and word in run.log.read_text()):
        assert not sailing.done()
        await asyncio.sleep(0.01)
    return sailing


def test_runs_begin_in_order_and_no_more_at_a_time_than_told(
    tmp_path: Path, make_run: Callable[..., Run]
) -> None:
    gate = tmp_path / "gate"
    wait = f"while [ ! -e '{gate}' ]; do sleep 0.01; done"
    runs = [make_run(f"outlet{number}", wait) for number in range(7)]
    at_once, begun = [], []

    def changed(run: Run) -> None:
        at_once.append(sum(run.state is State.RUNNING for run in runs))
        if run.state is State.RUNNING:
            begun.append(run.outlet)
        if len(begun) == 3:
            gate.touch()

    async def sail() -> None:
        async with asyncio.timeout(60):
            await fleet(*runs, at_once=3, changed=changed).sail()

    asyncio.run(sail())
    assert begun == [run.outlet for run in runs]
    assert max(at_once) == 3
    assert all(run.verdict is Verdict.OK and run.exit_code == 0 for run in runs)


def test_a_process_that_fails_stops_no_other_and_its_last_words_are_the_reason(
    make_run: Callable[..., Run],
) -> None:
    bad = make_run("bad", "echo one; echo 'no database' >&2; exit 1")
    dead = make_run("dead", "kill -9 $$")
    good = make_run("good", "exit 0")
    absent = make_run("absent", "")
    absent.command = ["/nowhere/at/all"]
    asyncio.run(fleet(bad, dead, absent, good, at_once=1).sail())
    assert [run.verdict for run in (bad, dead, absent, good)] == [
        Verdict.FAILED, Verdict.FAILED, Verdict.FAILED, Verdict.OK,
    ]  # fmt: skip
    assert bad.reasons == ("exit code 1: no database",)
    assert dead.reasons == ("ended by SIGKILL",)
    assert "No such file" in absent.reasons[0]
    assert bad.log.read_text() == "one\nno database\n"
    assert overall([bad, dead, good]) is Verdict.FAILED


def test_at_the_deadline_all_end_and_the_rest_does_not_begin(make_run: Callable[..., Run]) -> None:
    running, waiting = make_run("running", FOR_EVER), make_run("waiting", FOR_EVER)
    asyncio.run(fleet(running, waiting, at_once=1, deadline_s=0.2).sail())
    assert running.reasons == ("the deadline was reached", "ended by SIGTERM")
    assert waiting.reasons == ("not begun: the deadline was reached",)
    assert waiting.began is None
    assert overall([running, waiting]) is Verdict.INTERRUPTED


def test_what_does_not_end_when_told_is_ended_by_force(make_run: Callable[..., Run]) -> None:
    stubborn = make_run("stubborn", "trap '' TERM; echo ready; while :; do sleep 0.1; done")

    async def sail() -> None:
        ships = fleet(stubborn, grace_s=0.2)
        sailing = await sail_until_said(ships, stubborn, "ready")
        ships.stop("told to end")
        assert stubborn.state is State.STOPPING
        await sailing

    asyncio.run(sail())
    assert stubborn.exit_code == -9
    assert stubborn.verdict is Verdict.INTERRUPTED


def test_the_second_request_to_stop_is_passed_on_too(make_run: Callable[..., Run]) -> None:
    script = (
        "trap 'echo first; trap \"exit 7\" TERM' TERM; echo ready; while :; do sleep 0.02; done"
    )
    polite = make_run("polite", script)

    async def sail() -> None:
        ships = fleet(polite)
        sailing = await sail_until_said(ships, polite, "ready")
        ships.stop("interrupted")
        while "first" not in polite.log.read_text():
            await asyncio.sleep(0.01)
        ships.stop("interrupted")
        await sailing

    asyncio.run(sail())
    assert (polite.exit_code, polite.verdict) == (7, Verdict.INTERRUPTED)


def test_no_process_of_a_run_outlives_it(make_run: Callable[..., Run]) -> None:
    run = make_run("left", "sleep 600 & echo $!")
    asyncio.run(fleet(run).sail())
    stat = Path(f"/proc/{run.log.read_text().strip()}/stat")
    until = time.monotonic() + 60
    with suppress(FileNotFoundError, ProcessLookupError):  # it is no more
        while stat.read_text().rpartition(")")[2].split()[0] != "Z":
            assert time.monotonic() < until
            time.sleep(0.01)


def test_no_process_outlives_a_fleet_that_goes_wrong(make_run: Callable[..., Run]) -> None:
    run, other = make_run("one", FOR_EVER), make_run("other", FOR_EVER)

    def changed(run: Run) -> None:
        if run.outlet == "other":
            raise RuntimeError("no view any more")

    async def sail() -> None:
        ships = fleet(run, other, changed=changed)
        with pytest.raises(ExceptionGroup):
            await ships.sail()
        processes = list(ships._processes.values())
        assert len(processes) == 2
        async with asyncio.timeout(60):
            assert [await process.wait() for process in processes] == [-9, -9]

    asyncio.run(sail())


def test_the_report_of_a_run_tells_its_verdict_and_the_figures_are_its_last(
    make_run: Callable[..., Run],
) -> None:
    run = make_run("apa", "exit 3")
    run.command = [
        "sh",
        "-c",
        f"printf '%s' '{Figures(run=12, pages=7).to_json()}' > {run.status}; exit 3",
    ]
    asked = []

    def report_of(run: Run) -> Mapping[str, Any]:
        asked.append(run.figures)
        return {"verdict": "degraded", "reasons": ["3 of 9 articles failed"]}

    asyncio.run(fleet(run, report_of=report_of).sail())
    assert asked == [Figures(run=12, pages=7)]
    assert (run.verdict, run.reasons) == (Verdict.DEGRADED, ("3 of 9 articles failed",))


def test_older_logs_get_numbers(make_run: Callable[..., Run]) -> None:
    for number in range(4):
        run = make_run("apa", f"echo {number}")
        asyncio.run(fleet(run).sail())
    texts = {path.name: path.read_text() for path in run.log.parent.iterdir()}
    assert texts == {"apa.log": "3\n", "apa.log.1": "2\n"}


@pytest.mark.parametrize(
    ("exit_code", "said", "stopped", "verdict"),
    [
        (0, None, False, "ok"),
        (0, "quiet", False, "quiet"),
        (0, "failed", False, "ok"),
        (0, "sunny", False, "ok"),
        (3, None, False, "degraded"),
        (4, None, True, "failed"),
        (5, "blocked", False, "blocked"),
        (6, None, False, "locked"),
        (7, None, True, "interrupted"),
        (2, None, False, "failed"),
        (-15, None, False, "failed"),
        (0, None, True, "interrupted"),
        (0, "ok", True, "ok"),
    ],
)
def test_exit_codes_and_reports_make_verdicts(
    exit_code: int, said: str | None, stopped: bool, verdict: str
) -> None:
    report = None if said is None else {"verdict": said}
    assert verdict_of(exit_code, report, stopped=stopped) is Verdict(verdict)
