"""Runs in processes of their own, a few at a time."""

import asyncio
import os
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from newscrawl.fleet.runs import Run, State, verdict_of
from newscrawl.run_logs import rotate
from newscrawl.verdicts import Verdict

_AT_ONCE_S = 5.0
_LAST_BYTES = 4096
_LINE_CHARACTERS = 200

ReportOf = Callable[[Run], Mapping[str, Any] | None]


class Fleet:
    """Starts runs in their order, *at_once* at a time, and stops them.

    :param deadline_s: seconds after which all are to have ended; None for no bound.
    :param grace_s: seconds between the request to stop and the end by force.
    :param keep_logs: see :func:`newscrawl.run_logs.rotate`.
    :param report_of: gives the report of a run that has ended; None if there is none.
    :param changed: is told of each run that has begun, and of each that has ended.
    """

    def __init__(
        self,
        runs: Sequence[Run],
        *,
        at_once: int,
        deadline_s: float | None,
        grace_s: float,
        keep_logs: int,
        report_of: ReportOf,
        changed: Callable[[Run], None],
    ) -> None:
        self.runs = runs
        self.at_once = at_once
        self.deadline_s = deadline_s
        self.grace_s = grace_s
        self.keep_logs = keep_logs
        self.report_of = report_of
        self.changed = changed
        self.stopped_for: str | None = None
        self._waiting = list(reversed(runs))
        self._processes: dict[str, asyncio.subprocess.Process] = {}

    async def sail(self) -> None:
        """Run all to their end; then each has a verdict."""
        loop = asyncio.get_running_loop()
        timer = None
        if self.deadline_s is not None:
            timer = loop.call_later(self.deadline_s, self.stop, "the deadline was reached")
        try:
            async with asyncio.TaskGroup() as lanes:
                for _ in range(min(self.at_once, len(self.runs))):
                    lanes.create_task(self._lane())
        finally:
            if timer:
                timer.cancel()
            self._kill()  # none is left but where something here has gone wrong

    def stop(self, why: str) -> None:
        """Let no run begin any more and ask those that go on to end; the second time, at once.

        What has not ended when the grace is over is ended by force.
        """
        if self.stopped_for is None:
            self.stopped_for = why
            for run in reversed(self._waiting):
                self._end(run, Verdict.INTERRUPTED, f"not begun: {why}")
            self._waiting.clear()
            grace_s = self.grace_s
        else:
            grace_s = min(self.grace_s, _AT_ONCE_S)
        asyncio.get_running_loop().call_later(grace_s, self._kill)
        for run in self.runs:
            if process := self._processes.get(run.outlet):
                run.state = State.STOPPING
                with suppress(ProcessLookupError):
                    process.send_signal(signal.SIGTERM)

    def _kill(self) -> None:
        for process in self._processes.values():
            # The group: a browser must not outlive its crawl.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)

    async def _lane(self) -> None:
        while self._waiting:
            await self._run(self._waiting.pop())

    async def _run(self, run: Run) -> None:
        run.began = time.monotonic()
        run.state = State.RUNNING
        try:
            run.log.parent.mkdir(parents=True, exist_ok=True)
            rotate(run.log, keep=self.keep_logs)
            with run.log.open("ab") as log:
                process = await asyncio.create_subprocess_exec(
                    *run.command,
                    stdin=asyncio.subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    # Ctrl-C reaches this process alone, which passes it on once.
                    start_new_session=True,
                )
        except OSError as error:
            self._end(run, Verdict.FAILED, f"could not begin: {error}")
            return
        self._processes[run.outlet] = process
        if self.stopped_for is not None:  # while the process was being made
            run.state = State.STOPPING
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
        self.changed(run)
        run.exit_code = await process.wait()
        del self._processes[run.outlet]
        with suppress(ProcessLookupError):  # what it may have left behind
            os.killpg(process.pid, signal.SIGKILL)
        run.look()
        report = await asyncio.to_thread(self.report_of, run)
        verdict = verdict_of(run.exit_code, report, stopped=self.stopped_for is not None)
        reasons = [str(reason) for reason in (report or {}).get("reasons") or ()]
        if not verdict.good and not reasons:
            reasons = [self.stopped_for or "", _ending(run)]
        self._end(run, verdict, *filter(None, reasons))

    def _end(self, run: Run, verdict: Verdict, *reasons: str) -> None:
        run.ended = time.monotonic()
        run.state = State.ENDED
        run.verdict = verdict
        run.reasons = reasons
        self.changed(run)


def _ending(run: Run) -> str:
    """Say how a process without a report ended, with its last words."""
    code = run.exit_code or 0
    how = f"ended by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    words = last_line(run.log)
    return f"{how}: {words}" if words else how


def last_line(log: Path) -> str:
    """Return the last line of a log, or its beginning; empty if there is none."""
    try:
        with log.open("rb") as file:
            file.seek(max(file.seek(0, os.SEEK_END) - _LAST_BYTES, 0))
            lines = file.read().decode("utf-8", "replace").split("\n")
    except OSError:
        return ""
    said = [line.strip() for line in lines if line.strip()]
    return said[-1][:_LINE_CHARACTERS] if said else ""
