from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.alarms import Alarm, AlarmState, due
from newscrawl.verdicts import Verdict

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize("verdict", [Verdict.OK, Verdict.QUIET])
@pytest.mark.parametrize("before", [None, Verdict.OK, Verdict.QUIET])
def test_good_news_is_no_news(verdict: Verdict, before: Verdict | None) -> None:
    assert due(AlarmState(before) if before else None, verdict, NOW, DAY) is None


def test_a_first_run_that_is_bad_is_news() -> None:
    assert due(None, Verdict.BLOCKED, NOW, DAY) == Alarm("changed", Verdict.BLOCKED, None)


def test_another_bad_verdict_is_news_at_once() -> None:
    before = AlarmState(Verdict.DEGRADED, NOW)
    expected = Alarm("changed", Verdict.FAILED, Verdict.DEGRADED)
    assert due(before, Verdict.FAILED, NOW, DAY) == expected


def test_recovery_is_news_once() -> None:
    before = AlarmState(Verdict.BLOCKED, NOW)
    assert due(before, Verdict.OK, NOW, DAY) == Alarm("recovered", Verdict.OK, Verdict.BLOCKED)
    assert due(AlarmState(Verdict.OK), Verdict.OK, NOW, DAY) is None


def test_what_stays_bad_is_news_again_after_the_set_time() -> None:
    before = AlarmState(Verdict.FAILED, NOW - DAY)
    assert due(before, Verdict.FAILED, NOW, DAY) == Alarm(
        "repeated", Verdict.FAILED, Verdict.FAILED
    )
    assert due(before, Verdict.FAILED, NOW - timedelta(seconds=1), DAY) is None
    assert due(before, Verdict.FAILED, NOW + 99 * DAY, None) is None


def test_an_alarm_of_a_clock_that_was_wrong_keeps_nobody_silent() -> None:
    before = AlarmState(Verdict.FAILED, NOW + 400 * DAY)
    again = Alarm("repeated", Verdict.FAILED, Verdict.FAILED)
    assert due(before, Verdict.FAILED, NOW, DAY) == again
    assert due(before, Verdict.FAILED, NOW, None) is None
