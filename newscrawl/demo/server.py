"""The newsroom on 127.0.0.1."""

import asyncio
import errno
import json
import re
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from ipaddress import ip_address
from itertools import count

from aiohttp import web

from newscrawl.demo.broken import CHALLENGE
from newscrawl.demo.conditions import is_had, validators
from newscrawl.demo.content import Content
from newscrawl.demo.control import CONTROL
from newscrawl.demo.dice import share
from newscrawl.demo.faults import Fault, Trouble, read_faults
from newscrawl.demo.site import Answer
from newscrawl.demo.sitewide import sitewide
from newscrawl.demo.standins import stand_in
from newscrawl.errors import OperatorError

HOST = "127.0.0.1"
TRUTH = "/truth.jsonl"
_NEVER_FAULTY = frozenset((TRUTH, "/robots.txt"))
_LINES_A_WRITE = 50
_CONDITIONAL = ("GET", "HEAD")
_CONTROL_BYTES = 4096
_MOMENT = re.compile(r"(\+?)([0-9]{1,9})")
_ALWAYS_ANOTHER = 0.5
"""Share of the addresses whose ETag is another at every answer; the rest ignore conditions."""


class Server:
    """Answers requests, or does to them what its faults say."""

    def __init__(self, content: Content, faults: frozenset[Fault] = frozenset()) -> None:
        self.content = content
        self.faults = faults
        self.trouble = Trouble(content.seed, faults)
        self.turns = count(1)
        self.switched = False
        """Whether faults came or went: then pages change without a date of it."""

    async def __call__(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path == CONTROL or path.startswith(f"{CONTROL}/"):
            return await self._control(request)
        if request.method not in self.content.methods:
            return web.Response(status=405, headers={"Allow": ", ".join(self.content.methods)})
        if path == TRUTH:
            return await self._truth(request)
        if instead := sitewide(self.faults, request.path_qs):
            return _response(instead)
        answer = await self.content.answer(request)
        # An address that moved is spared: its troubles would add up with those of the next.
        if answer.status != 301 and path not in _NEVER_FAULTY:
            plight = self.trouble.befalls(request.path_qs)
            if plight.delay_s:
                await asyncio.sleep(plight.delay_s)
            match plight.fault:
                case Fault.ERRORS:
                    return web.Response(status=plight.status, text="The server is busy.")
                case Fault.CHALLENGE:
                    return web.Response(text=CHALLENGE, content_type="text/html")
                case Fault.SOFT404 | Fault.WALL:
                    page = stand_in(plight.fault, path)
                    return web.Response(text=page, content_type="text/html")
                case Fault.DROPS:
                    if request.transport is not None:
                        request.transport.abort()
                    return web.Response(status=503)
        if answer.status == 200 and request.method in _CONDITIONAL:
            return self._conditional(request, answer)
        return _response(answer)

    def _conditional(self, request: web.BaseRequest, answer: Answer) -> web.Response:
        """Return *answer* with its validators, or that the asker has it."""
        turn, heeds = 0, True
        if Fault.UNCONDITIONAL in self.faults:
            heeds = False
            if share(self.content.seed, f"etag {request.path_qs}") < _ALWAYS_ANOTHER:
                turn = next(self.turns)
        known_by = validators(answer.body, None if self.switched else answer.modified, turn)
        if heeds and is_had(known_by, request.headers):
            return web.Response(status=304, headers=known_by)
        return _response(replace(answer, headers={**answer.headers, **known_by}))

    async def _control(self, request: web.BaseRequest) -> web.Response:
        """Tell the state, or change it; see :mod:`newscrawl.demo.control`."""
        if not (request.remote and ip_address(request.remote).is_loopback):
            return web.Response(status=403, text="Only from this machine.\n")
        what = request.path.removeprefix(CONTROL).strip("/")
        if request.method == "POST" and what in ("moment", "faults"):
            text = (await request.content.read(_CONTROL_BYTES)).decode("utf-8", "replace")
            try:
                self._turn(what, text)
            except ValueError as error:
                return web.Response(status=400, text=f"{error}\n")
        elif request.method != "GET" or what:
            return web.Response(status=405, text=f"GET {CONTROL}, POST {CONTROL}/moment, /faults\n")
        return web.json_response({**self.content.state(), "faults": sorted(self.faults)})

    def _turn(self, what: str, text: str) -> None:
        """:raises ValueError: for what cannot be."""
        moment, faults = self.content.state()["moment"], self.faults
        if what == "faults":
            faults = read_faults(text.replace(",", " ").split())
        elif number := _MOMENT.fullmatch(text.strip()):
            moment = int(number[2]) + (moment if number[1] else 0)
        else:
            raise ValueError(f"a moment is a number, or +1 for the next, not {text!r}")
        self.content.turn(moment, faults)
        if faults != self.faults:
            self.faults, self.trouble = faults, Trouble(self.content.seed, faults)
            self.switched = True

    async def _truth(self, request: web.BaseRequest) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/x-ndjson"})
        await response.prepare(request)
        with suppress(ConnectionResetError):  # whoever asked may leave before the end
            lines: list[str] = []
            for record in self.content.truths():
                lines.append(json.dumps(record, ensure_ascii=False))
                if len(lines) == _LINES_A_WRITE:
                    await _write(response, lines)
            await _write(response, lines)
            await response.write_eof()
        return response


async def _write(response: web.StreamResponse, lines: list[str]) -> None:
    await response.write("".join(f"{line}\n" for line in lines).encode())
    lines.clear()
    await asyncio.sleep(0)  # others wait no longer than for these lines


def _response(answer: Answer) -> web.Response:
    return web.Response(
        body=answer.body,
        status=answer.status,
        content_type=answer.content_type,
        charset=answer.charset,
        headers=answer.headers,
    )


async def serve(
    content: Content,
    faults: frozenset[Fault] = frozenset(),
    *,
    port: int = 0,
    ready: Callable[[str], None],
) -> None:
    """Serve *content* until the process is told to end by SIGTERM or SIGINT.

    :param port: 0 for any that is free.
    :param ready: is called with the origin, e.g. ``http://127.0.0.1:8000``, once it answers.
    :raises OperatorError: if the port cannot be had.
    """
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, over.set)
    runner = web.ServerRunner(web.Server(Server(content, faults), access_log=None))
    await runner.setup()
    try:
        listener = web.TCPSite(runner, HOST, port, shutdown_timeout=1.0)
        try:
            await listener.start()
        except OSError as error:
            raise OperatorError(_why_not(error, port)) from None
        host, bound = runner.addresses[0][:2]
        ready(f"http://{host}:{bound}")
        await over.wait()
    finally:
        await runner.cleanup()


def _why_not(error: OSError, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use; choose another with --port, or 0 for any that is free"
    return f"port {port} cannot be had ({error.strerror}); choose another with --port"


def announce(origin: str) -> None:
    """Print *origin* at once, for whoever waits for it."""
    print(origin, flush=True)
