"""A server in front of another, whose clock is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

_PASSED_ON = ("X-Forwarded-Host", "User-Agent", "Accept")


@contextmanager
def with_clock_off(origin: str, by: timedelta) -> Iterator[str]:
    """Give an origin that answers as *origin* does, with a ``Date`` that is *by* so much ahead."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name: self.headers[name] for name in _PASSED_ON if name in self.headers}
            try:
                answer = urlopen(Request(f"{origin}{self.path}", headers=headers), timeout=30)
            except HTTPError as error:
                answer = error
            body = answer.read()
            self.send_response_only(answer.status)
            self.send_header("Date", format_datetime(datetime.now(UTC) + by, usegmt=True))
            self.send_header("Content-Type", answer.headers["Content-Type"] or "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
