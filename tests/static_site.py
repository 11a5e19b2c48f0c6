"""A small site of fixed pages on 127.0.0.1."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType


@contextmanager
def static_site(
    pages: Mapping[str, str],
    asked: list[str],
    statuses: Mapping[str, int] = MappingProxyType({}),
    redirects: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[str]:
    """Serve *pages*, by path, and yield the origin; what is asked for is added to *asked*.

    :param statuses: of the pages that have another than 200.
    :param redirects: path to the address that it has moved to.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            text = pages.get(self.path)
            kind = "application/xml" if (text or "").startswith("<?xml") else "text/html"
            body = (text or "Not found").encode()
            moved = redirects.get(self.path)
            self.send_response(301 if moved else statuses.get(self.path, 200 if text else 404))
            if moved:
                self.send_header("Location", moved)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
