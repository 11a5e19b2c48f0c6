"""Alarms by e-mail."""

import logging
import os
import smtplib
import ssl
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import urlsplit

from newscrawl.alarms.message import Message
from newscrawl.errors import OperatorError
from newscrawl.urls import is_loopback

logger = logging.getLogger(__name__)

USER, PASSWORD = "NEWSCRAWL_SMTP_USER", "NEWSCRAWL_SMTP_PASSWORD"
"""Variables of the environment, the only place for them."""


@dataclass(frozen=True)
class MailSender:
    """Send a letter with the report attached.

    Over ``smtps://`` or STARTTLS, with a certificate that holds; only a server on this machine
    may do without.
    """

    server: str
    """``smtp://HOST:PORT`` or ``smtps://HOST:PORT``."""

    sender: str
    recipients: Sequence[str]
    timeout_s: float
    name = "mail"

    def send(self, message: Message) -> None:
        """:raises OperatorError: if the server did not take it."""
        host = urlsplit(self.server).hostname
        try:
            with closing(self._connected()) as server:
                refused = server.send_message(self._letter(message))
                # What is taken is taken, however the server takes its leave.
                with suppress(smtplib.SMTPException, OSError):
                    server.quit()
        except (smtplib.SMTPException, OSError) as error:
            raise OperatorError(f"{host}: {error or type(error).__name__}") from error
        if refused:  # the others have it
            logger.error("%s refuses letters to %s", host, ", ".join(refused))

    def _connected(self) -> smtplib.SMTP:
        """Return the server, ready to take letters."""
        parts = urlsplit(self.server)
        local = is_loopback(self.server)
        context = ssl.create_default_context()
        if local:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        host = parts.hostname or ""
        server: smtplib.SMTP
        if parts.scheme == "smtps":
            port = parts.port or 465
            server = smtplib.SMTP_SSL(host, port, timeout=self.timeout_s, context=context)
        else:
            server = smtplib.SMTP(host, parts.port or 587, timeout=self.timeout_s)
        try:
            server.ehlo()
            if parts.scheme == "smtp" and (not local or server.has_extn("starttls")):
                server.starttls(context=context)
            if user := os.environ.get(USER):
                server.login(user, os.environ.get(PASSWORD, ""))
        except BaseException:
            server.close()
            raise
        return server

    def _letter(self, message: Message) -> EmailMessage:
        letter = EmailMessage()
        letter["Subject"] = message.subject
        letter["From"] = self.sender
        letter["To"] = ", ".join(self.recipients)
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(message.text)
        letter.add_attachment(
            message.payload.encode(), maintype="application", subtype="json", filename="report.json"
        )
        return letter
