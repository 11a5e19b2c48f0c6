"""Whether a verdict is news."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from newscrawl.verdicts import Verdict


@dataclass(frozen=True)
class AlarmState:
    """What was said of an outlet last."""

    verdict: Verdict
    """Of its last run."""

    alarmed_at: datetime | None = None
    """When an alarm of this verdict was sent last, aware; None if there was no reason to."""


@dataclass(frozen=True)
class Alarm:
    """Something that somebody has to be told."""

    kind: Literal["changed", "repeated", "recovered"]
    verdict: Verdict
    previous: Verdict | None
    """That of the run before, None if there was none."""


def due(
    previous: AlarmState | None, verdict: Verdict, now: datetime, repeat_after: timedelta | None
) -> Alarm | None:
    """Return the alarm that a run's *verdict* calls for, or None.

    One is due when the verdict is another than before, from good to good excepted, and when a bad
    one has lasted for *repeat_after* since the last alarm.

    :param previous: what was said of the outlet last, None if nothing.
    :param now: aware.
    :param repeat_after: None for no repetition.

    >>> due(None, Verdict.OK, datetime(2031, 3, 4), None) is None
    True
    >>> due(AlarmState(Verdict.FAILED), Verdict.QUIET, datetime(2031, 3, 4), None).kind
    'recovered'
    """
    before = previous.verdict if previous else None
    if verdict.good:
        recovered = before is not None and not before.good
        return Alarm("recovered", verdict, before) if recovered else None
    if previous is None or verdict is not before:
        return Alarm("changed", verdict, before)
    since = previous.alarmed_at
    if since is None:
        return Alarm("repeated", verdict, before)
    # An alarm of the future is one of a clock that was wrong.
    if repeat_after is not None and not timedelta() <= now - since < repeat_after:
        return Alarm("repeated", verdict, before)
    return None
