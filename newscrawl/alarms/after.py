"""What happens after a run: is its verdict news, and who is told?"""

import logging
import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol, Self
from urllib.parse import urlsplit

from scrapy.settings import BaseSettings

from newscrawl.alarms.command import CommandSender
from newscrawl.alarms.deciding import Alarm, AlarmState, due
from newscrawl.alarms.mail import MailSender
from newscrawl.alarms.message import Message
from newscrawl.alarms.states import AlarmStates
from newscrawl.alarms.webhook import WebhookSender
from newscrawl.errors import OperatorError
from newscrawl.verdicts import Verdict

logger = logging.getLogger(__name__)

_PLAIN = re.compile("[!-~]+")
"""What an address may be written with."""


class Sender(Protocol):
    """One way to tell somebody."""

    name: str

    def send(self, message: Message) -> None:
        """:raises Exception: if it is not known to have arrived."""


@dataclass(frozen=True)
class Told:
    """What came of an alarm."""

    alarm: Alarm
    sent: tuple[str, ...]
    """Names of the senders that delivered it."""

    failed: tuple[str, ...]


class Alarms:
    """Tells all of *senders* of runs that went another way than the one before.

    An alarm that none of them delivered is due again after the next run.
    """

    def __init__(
        self, senders: Sequence[Sender], states: AlarmStates, repeat_after: timedelta | None
    ) -> None:
        self.senders = senders
        self.states = states
        self.repeat_after = repeat_after

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """:raises OperatorError: for settings that no alarm could be sent by."""
        repeat_s = settings.getfloat("NEWSCRAWL_ALARM_REPEAT_S")
        return cls(
            senders_of(settings),
            AlarmStates(Path(settings["NEWSCRAWL_ALARM_PATH"])),
            timedelta(seconds=repeat_s) if repeat_s > 0 else None,
        )

    def after_run(self, report: Mapping[str, Any], now: datetime) -> Told | None:
        """Send what a run calls for; return None if that is nothing.

        What goes wrong is logged and never raised.

        :param report: the run report, for JSON; ``outlet`` and ``verdict`` are there.
        :param now: aware.
        """
        if not self.senders:
            return None
        outlet, verdict = report["outlet"], Verdict(report["verdict"])
        previous = self.states.get(outlet)
        alarm = due(previous, verdict, now, self.repeat_after)
        told = self._tell(Message(alarm, report)) if alarm else None
        if told and not told.sent:
            return told
        alarmed_at = now if told else previous.alarmed_at if previous else None
        try:
            self.states.put(outlet, AlarmState(verdict, None if verdict.good else alarmed_at))
        except OSError as error:
            logger.error("%s: what was said of it cannot be kept: %s", outlet, error)
        return told

    def _tell(self, message: Message) -> Told:
        sent, failed = [], []
        for sender in self.senders:
            try:
                sender.send(message)
            except Exception as error:  # whatever it is, the run is over and has gone well or not
                logger.error("%s: no alarm by %s: %s", message.outlet, sender.name, error)
                failed.append(sender.name)
            else:
                logger.info("%s: alarm sent by %s", message.subject, sender.name)
                sent.append(sender.name)
        return Told(message.alarm, tuple(sent), tuple(failed))


def senders_of(settings: BaseSettings) -> list[Sender]:
    """Return the senders that *settings* ask for.

    :raises OperatorError: for settings that cannot be used.
    """
    timeout_s = settings.getfloat("NEWSCRAWL_ALARM_TIMEOUT_S")
    senders: list[Sender] = []
    if command := settings["NEWSCRAWL_ALARM_COMMAND"]:
        senders.append(CommandSender(_words(command), timeout_s))
    if url := settings["NEWSCRAWL_ALARM_WEBHOOK"]:
        _check_address("NEWSCRAWL_ALARM_WEBHOOK", url, ("https", "http"))
        tries = max(settings.getint("NEWSCRAWL_ALARM_TRIES"), 1)
        senders.append(WebhookSender(url, timeout_s, tries))
    if recipients := settings.getlist("NEWSCRAWL_ALARM_MAIL_TO"):
        server = settings["NEWSCRAWL_ALARM_SMTP"]
        _check_address("NEWSCRAWL_ALARM_SMTP", server, ("smtp", "smtps"))
        sender = settings["NEWSCRAWL_ALARM_MAIL_FROM"] or recipients[0]
        senders.append(MailSender(server, sender, recipients, timeout_s))
    return senders


def _words(command: Sequence[object] | str) -> list[str]:
    try:
        words = shlex.split(command) if isinstance(command, str) else [str(w) for w in command]
    except ValueError as error:
        raise OperatorError(f"NEWSCRAWL_ALARM_COMMAND cannot be read: {error}") from None
    if not words:
        raise OperatorError("NEWSCRAWL_ALARM_COMMAND names no program")
    return words


def _check_address(setting: str, address: str, schemes: Sequence[str]) -> None:
    """:raises OperatorError: without the address, which may be secret."""
    try:
        parts = urlsplit(address)
        good = parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or not _PLAIN.fullmatch(address):
        raise OperatorError(f"{setting} is no address; it is like {schemes[0]}://host.example/")
    if "@" in parts.netloc:
        raise OperatorError(f"{setting} cannot hold a user and a password")
