"""Alarms that reach a real program, a real web server and a real mail server."""

import asyncio
import json
import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword

from newscrawl.alarms import Alarm, Message
from newscrawl.alarms.command import CommandSender
from newscrawl.alarms.mail import PASSWORD, USER, MailSender
from newscrawl.alarms.webhook import WebhookSender
from newscrawl.errors import OperatorError
from newscrawl.verdicts import Verdict
from tests.alarms.certificates import self_signed
from tests.reports import report

WRITE = """
import json, os, pathlib, sys
said = {name: os.environ[name] for name in os.environ if name.startswith("NEWSCRAWL_")}
pathlib.Path(sys.argv[1]).write_text(json.dumps([said, json.load(sys.stdin), sys.argv[2]]))
"""


def message(**others: Any) -> Message:
    alarm = Alarm("changed", Verdict.DEGRADED, Verdict.OK)
    return Message(alarm, report(Verdict.DEGRADED, **others))


def program(code: str, *words: str, timeout_s: float = 60) -> CommandSender:
    return CommandSender([sys.executable, "-c", code, *words], timeout_s)


def test_a_program_gets_the_report_and_no_shell_reads_its_words(tmp_path: Path) -> None:
    program(WRITE, str(tmp_path / "said"), "$HOME; true").send(message())
    said, report, word = json.loads((tmp_path / "said").read_text())
    assert said["NEWSCRAWL_OUTLET"] == "caliber"
    assert said["NEWSCRAWL_VERDICT"] == "degraded"
    assert said["NEWSCRAWL_ALARM"] == "changed"
    assert said["NEWSCRAWL_SUBJECT"] == "newscrawl: caliber is degraded (was ok)"
    assert report["failures"] == {"http 500": 41}
    assert word == "$HOME; true"


def test_a_program_that_fails_hangs_or_is_not_there_is_an_error() -> None:
    with pytest.raises(OperatorError, match="ended with 3: no such room"):
        program("import sys; print('no such room', file=sys.stderr); sys.exit(3)").send(message())
    with pytest.raises(OperatorError, match=r"had not ended after 0.2 s"):
        program("import time; time.sleep(600)", timeout_s=0.2).send(message())
    with pytest.raises(OperatorError, match="cannot be started"):
        CommandSender(["/nonexistent/pager"], 60).send(message())


def test_a_program_need_not_read_the_report() -> None:
    program("pass").send(message(reasons=["x" * 1_000_000]))


@contextmanager
def web_server(answers: list[int], taken: list[dict[str, Any]]) -> Iterator[str]:
    """A web server with these *answers*, the last for ever; what it gets is put into *taken*."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            taken.append(json.loads(body))
            self.send_response(answers.pop(0) if len(answers) > 1 else answers[0])
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/secret-of-the-room"
        finally:
            server.shutdown()
            thread.join()


def test_a_webhook_is_tried_again_while_its_server_fails() -> None:
    taken: list[dict[str, Any]] = []
    pauses: list[float] = []
    with web_server([503, 429, 204], taken) as url:
        WebhookSender(url, 60, 5, pauses.append).send(message())
    assert len(taken) == 3
    assert pauses == [2, 4]
    assert taken[-1]["outlet"] == "caliber"
    assert taken[-1]["alarm"] == "changed"
    assert "41 of 60 articles failed" in taken[-1]["text"]


@pytest.mark.parametrize(("answer", "asked"), [(500, 2), (404, 1), (302, 1)])
def test_a_webhook_that_takes_nothing_is_an_error_without_its_secret(
    answer: int, asked: int
) -> None:
    taken: list[dict[str, Any]] = []
    with web_server([answer], taken) as url, pytest.raises(OperatorError) as raised:
        WebhookSender(url, 60, 2, lambda _: None).send(message())
    assert str(raised.value) == f"127.0.0.1 answers {answer}"
    assert len(taken) == asked


def test_an_address_that_cannot_be_asked_is_an_error_without_its_secret() -> None:
    with pytest.raises(OperatorError) as raised:
        WebhookSender("http://127.0.0.1:9/secret room", 60, 2, lambda _: None).send(message())
    assert str(raised.value) == "127.0.0.1: its address is none"


def test_a_webhook_that_nobody_serves_is_an_error() -> None:
    with pytest.raises(OperatorError, match="refused"):
        WebhookSender("http://127.0.0.1:9/", 60, 2, lambda _: None).send(message())


class Letters:
    """Keeps what a mail server gets, but for who is not known there."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []

    async def handle_RCPT(
        self, server: object, session: object, envelope: Envelope, address: str, options: object
    ) -> str:
        if address.startswith("nobody"):
            return "550 unknown"
        envelope.rcpt_tos.append(address)
        return "250 known"

    async def handle_DATA(self, server: object, session: object, envelope: Envelope) -> str:
        self.envelopes.append(envelope)
        return "250 kept"


@contextmanager
def mail_server(letters: Letters, host: str = "127.0.0.1", **options: Any) -> Iterator[str]:
    started: Future[tuple[int, Callable[[], object]]] = Future()

    async def serve() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(letters, loop=loop, **options), host, 0)
        end = asyncio.Event()
        port = server.sockets[0].getsockname()[1]
        started.set_result((port, lambda: loop.call_soon_threadsafe(end.set)))
        async with server:
            await end.wait()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    port, end = started.result(60)
    try:
        yield f"smtp://{host}:{port}"
    finally:
        end()
        thread.join()


def test_a_letter_is_the_text_and_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(USER, raising=False)
    letters = Letters()
    with mail_server(letters) as server:
        MailSender(server, "crawls@desk.example", ["a@desk.example", "b@desk.example"], 60).send(
            message(outlet="caliber\r\nBcc: all@desk.example")
        )
    (envelope,) = letters.envelopes
    assert envelope.rcpt_tos == ["a@desk.example", "b@desk.example"]
    assert isinstance(envelope.content, bytes)
    letter = message_from_bytes(envelope.content, policy=default)
    subject = "newscrawl: caliber Bcc: all@desk.example is degraded (was ok)"
    assert letter["Subject"] == subject
    assert letter["Bcc"] is None
    text, attached = letter.iter_parts()
    assert "41 of 60 articles failed" in text.get_content()
    assert json.loads(attached.get_content())["run"] == 12


def test_a_letter_that_was_taken_is_not_lost_to_how_the_server_takes_its_leave() -> None:
    class Rude(Letters):
        async def handle_QUIT(self, server: object, session: object, envelope: object) -> str:
            return "500 no"

    letters = Rude()
    with mail_server(letters) as server:
        MailSender(server, "crawls@desk.example", ["a@desk.example"], 60).send(message())
    assert len(letters.envelopes) == 1


def test_a_recipient_who_is_refused_is_told_and_keeps_no_letter_from_the_others(
    caplog: pytest.LogCaptureFixture,
) -> None:
    letters = Letters()
    with mail_server(letters) as server:
        recipients = ["nobody@desk.example", "b@desk.example"]
        MailSender(server, "crawls@desk.example", recipients, 60).send(message())
        with pytest.raises(OperatorError, match="unknown"):
            MailSender(server, "crawls@desk.example", recipients[:1], 60).send(message())
    (envelope,) = letters.envelopes
    assert envelope.rcpt_tos == ["b@desk.example"]
    assert "127.0.0.1 refuses letters to nobody@desk.example" in caplog.text


def test_a_password_goes_over_an_encrypted_line_with_a_known_certificate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, key = self_signed(tmp_path, ip_address("0.0.0.0"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    seen: list[Any] = []

    def authenticate(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> Any:
        assert isinstance(data, LoginPassword)
        seen.append((session.ssl is not None, data.login, data.password))
        return AuthResult(success=True)

    monkeypatch.setenv(USER, "desk")
    monkeypatch.setenv(PASSWORD, "wine-dark sea")
    letters = Letters()
    # Leads to this machine, but is not known to.
    with mail_server(letters, "0.0.0.0", tls_context=context, authenticator=authenticate) as server:
        sender = MailSender(server, "crawls@desk.example", ["a@desk.example"], 60)
        with pytest.raises(OperatorError, match="certificate"):
            sender.send(message())
        assert seen == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        sender.send(message())
    assert seen == [(True, b"desk", b"wine-dark sea")]
    assert len(letters.envelopes) == 1


def test_no_letter_goes_far_over_a_line_that_is_not_encrypted() -> None:
    letters = Letters()
    with mail_server(letters, "0.0.0.0") as server, pytest.raises(OperatorError, match="STARTTLS"):
        MailSender(server, "crawls@desk.example", ["a@desk.example"], 60).send(message())
    assert letters.envelopes == []
