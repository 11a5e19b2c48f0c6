"""Redirects out of an outlet, in a real crawl of a site that makes some."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from newscrawl.storage import ArticleStore
from tests.crawling import Crawls

ELSEWHERE = "https://another.example/story"


class Leading(BaseHTTPRequestHandler):
    """A feed with one article that leads out; the front pages lead out, too."""

    def do_GET(self) -> None:
        if self.path == "/rss.xml":
            link = "https://caliber.az/en/post/gates-close-at-dusk"
            feed = f"<rss version='2.0'><channel><item><link>{link}</link></item></channel></rss>"
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.end_headers()
            self.wfile.write(feed.encode())
        elif self.path == "/robots.txt":
            self.send_response(404)
            self.end_headers()
        else:
            self.send_response(302)
            self.send_header("Location", ELSEWHERE)
            self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def leading() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Leading)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_what_leads_out_of_the_outlet_ends_with_a_reason(leading: str, tmp_path: Path) -> None:
    crawls = Crawls(tmp_path)
    done = crawls.run(leading, "-a", "ways=feed,listing", "-a", "editions=en")
    assert "ERROR" not in done.stderr
    counts = crawls.counts()
    assert counts["newscrawl/outcome/failed"] == 1
    assert counts["newscrawl/listing/failed/offsite"] == 1
    with ArticleStore(crawls.database) as store:
        run = store.last_run("caliber")
        assert run is not None
        assert store.outcomes(run.id) == {"failed": 1}
