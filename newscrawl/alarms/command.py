"""Alarms that a program of the operator's passes on."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass

from newscrawl.alarms.message import Message
from newscrawl.errors import OperatorError

TOLD = ("NEWSCRAWL_OUTLET", "NEWSCRAWL_VERDICT", "NEWSCRAWL_ALARM", "NEWSCRAWL_SUBJECT")
"""Variables that the program finds in its environment."""

_ENOUGH = 300


@dataclass(frozen=True)
class CommandSender:
    """Start a program: the report as JSON on its standard input, no shell between.

    In its environment are the variables :data:`TOLD`; ``NEWSCRAWL_ALARM`` is the kind of alarm.
    What it starts itself ends with it when its time is over.
    """

    command: Sequence[str]
    timeout_s: float
    name = "command"

    def send(self, message: Message) -> None:
        """:raises OperatorError: if it cannot be started, fails, or takes too long."""
        alarm = message.alarm
        values = (message.outlet, str(alarm.verdict), alarm.kind, message.subject)
        said = dict(zip(TOLD, values, strict=True))
        with tempfile.TemporaryFile() as errors:
            try:
                process = subprocess.Popen(
                    self.command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=errors,
                    env={**os.environ, **said},
                    start_new_session=True,
                )
            except OSError as error:
                raise OperatorError(
                    f"{self.command[0]} cannot be started: {error.strerror}"
                ) from error
            try:
                process.communicate(message.payload.encode(), timeout=self.timeout_s)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                raise OperatorError(
                    f"{self.command[0]} had not ended after {self.timeout_s:g} s"
                ) from None
            if process.returncode:
                errors.seek(0)
                said_last = errors.read().decode(errors="replace")[-_ENOUGH:].strip()
                raise OperatorError(
                    f"{self.command[0]} ended with {process.returncode}: {said_last}"
                )
