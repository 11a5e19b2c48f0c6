"""From a run to whoever is told of it."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from scrapy.settings import BaseSettings
from scrapy.utils.project import get_project_settings

from newscrawl.alarms import Alarms, Message
from newscrawl.alarms.after import senders_of
from newscrawl.alarms.states import AlarmStates
from newscrawl.errors import OperatorError
from newscrawl.verdicts import Verdict
from tests.reports import report

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Listener:
    """Hears alarms, or is deaf."""

    name = "listener"

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.deaf = False

    def send(self, message: Message) -> None:
        if self.deaf:
            raise RuntimeError("deaf")
        self.heard.append(message.subject.removeprefix("newscrawl: caliber "))


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def alarms(tmp_path: Path, listener: Listener) -> Alarms:
    return Alarms([listener], AlarmStates(tmp_path), 3 * HOUR)


def test_a_night_of_runs_is_told_in_four_alarms(alarms: Alarms, listener: Listener) -> None:
    night = [*["ok"] * 2, *["blocked"] * 5, "failed", "quiet", "ok"]
    for hour, verdict in enumerate(night):
        alarms.after_run(report(Verdict(verdict)), NOW + hour * HOUR)
    assert listener.heard == [
        "is blocked (was ok)",
        "is still blocked",
        "is failed (was blocked)",
        "is again quiet (was failed)",
    ]


def test_an_alarm_that_nobody_heard_is_due_again(
    alarms: Alarms, listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    listener.deaf = True
    told = alarms.after_run(report(Verdict.FAILED), NOW)
    assert told is not None
    assert (told.sent, told.failed) == ((), ("listener",))
    assert "caliber: no alarm by listener: deaf" in caplog.text
    listener.deaf = False
    alarms.after_run(report(Verdict.FAILED), NOW + HOUR)
    assert listener.heard == ["is failed"]


def test_one_sender_that_fails_does_not_keep_the_others_silent(tmp_path: Path) -> None:
    deaf, hearing = Listener(), Listener()
    deaf.deaf = True
    alarms = Alarms([deaf, hearing], AlarmStates(tmp_path), None)
    alarms.after_run(report(Verdict.FAILED), NOW)
    alarms.after_run(report(Verdict.FAILED), NOW + 99 * HOUR)
    assert hearing.heard == ["is failed"]


def test_a_state_that_cannot_be_read_or_kept_fails_nothing(
    tmp_path: Path, alarms: Alarms, listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "caliber.json").write_text("{")
    alarms.after_run(report(Verdict.FAILED), NOW)
    (tmp_path / "caliber.json").write_text(
        '{"verdict": "failed", "alarmed_at": "2031-03-04T12:00:00"}'
    )
    alarms.after_run(report(Verdict.FAILED), NOW)
    (tmp_path / "caliber.json").unlink()
    (tmp_path / "caliber.json").mkdir()
    with caplog.at_level(logging.ERROR):
        alarms.after_run(report(Verdict.BLOCKED), NOW)
    assert listener.heard == ["is failed", "is failed", "is blocked"]
    assert "alarmed_at has no offset" in caplog.text
    assert "cannot be kept" in caplog.text
    assert [file.name for file in tmp_path.iterdir()] == ["caliber.json"]


def settings(**given: object) -> BaseSettings:
    project = get_project_settings()
    project.update({f"NEWSCRAWL_ALARM_{name}": value for name, value in given.items()})
    return project


def test_settings_name_the_senders() -> None:
    assert senders_of(settings(WEBHOOK="")) == []
    command, webhook, mail = senders_of(
        settings(
            COMMAND="/usr/local/bin/page 'the desk'",
            WEBHOOK="https://chat.example/hook",
            MAIL_TO="a@desk.example,b@desk.example",
            SMTP="smtps://mail.example",
        )
    )
    assert vars(command)["command"] == ["/usr/local/bin/page", "the desk"]
    assert vars(webhook)["url"] == "https://chat.example/hook"
    assert vars(mail)["recipients"] == ["a@desk.example", "b@desk.example"]
    assert vars(mail)["sender"] == "a@desk.example"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WEBHOOK", "chat.example"),
        ("WEBHOOK", "file:///etc/passwd"),
        ("WEBHOOK", "https://chat.example/secret room"),
        ("WEBHOOK", "https://chat.example/secret\n"),
        ("SMTP", "mail.example:25"),
    ],
)
def test_an_address_that_is_none_is_said_before_the_run(name: str, value: str) -> None:
    with pytest.raises(OperatorError, match=f"NEWSCRAWL_ALARM_{name} is no address"):
        Alarms.from_settings(settings(MAIL_TO="a@desk.example", **{name: value}))


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("WEBHOOK", "https://desk:secret@chat.example/", "cannot hold a user and a password"),
        ("SMTP", "smtp://desk:secret@mail.example", "cannot hold a user and a password"),
        ("COMMAND", "page 'the desk", "cannot be read: No closing quotation"),
        ("COMMAND", "  ", "names no program"),
    ],
)
def test_settings_that_no_alarm_could_be_sent_by_are_named_without_their_secrets(
    name: str, value: str, said: str
) -> None:
    with pytest.raises(OperatorError, match=f"NEWSCRAWL_ALARM_{name} {said}") as raised:
        Alarms.from_settings(settings(MAIL_TO="a@desk.example", **{name: value}))
    assert "secret" not in str(raised.value)
