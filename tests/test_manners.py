"""Crawls of a host that has wishes: Crawl-delay, Retry-After, and a budget of our own."""

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from newscrawl.demo.process import serving
from newscrawl.storage import ArticleStore
from tests.crawling import Crawls, run_command
from tests.static_site import static_site

SPIDER = '''
import json
import scrapy


class WatchingSpider(scrapy.Spider):
    """Asks for addresses, one after the other, and tells of its download slots."""

    name = "watching"

    async def start(self):
        for url in self.urls.split(","):
            yield scrapy.Request(url, self.parse, errback=self.failed)

    def parse(self, response):
        slot = self.crawler.engine.downloader.slots[response.meta["download_slot"]]
        yield {"url": response.url, "delay": slot.delay, "jitter": slot.jitter}

    def failed(self, failure):
        yield {"url": failure.request.url, "error": repr(failure.value)}

    def closed(self, reason):
        stats = self.crawler.stats.get_stats()
        print(json.dumps({k: v for k, v in stats.items() if k.startswith("newscrawl/")}))
'''

NOT_SPARED = {
    "newscrawl.middlewares.origin.OriginMiddleware": None,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "newscrawl.middlewares.robots.RobotsTxtMiddleware": 100,
    "newscrawl.middlewares.budget.BudgetMiddleware": 990,
}
"""127.0.0.1 is treated as any other host."""


def watch(folder: Path, *urls: str, **settings: Any) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return what the spider says of each of *urls*, and the stats of its crawl."""
    (folder / "watching.py").write_text(SPIDER, encoding="utf-8")
    given = {
        "NEWSCRAWL_DATABASE_URL": "",
        "NEWSCRAWL_JSONLINES_PATH": "",
        "ITEM_PIPELINES": "{}",
        "DOWNLOADER_MIDDLEWARES": json.dumps(NOT_SPARED),
        "DOWNLOAD_SLOTS": "{}",
        "DOWNLOAD_DELAY": 0.01,
        "AUTOTHROTTLE_START_DELAY": 0.01,
        **settings,
    }
    words = [word for name, value in given.items() for word in ("-s", f"{name}={value}")]
    items = folder / "items.jsonl"
    command = [sys.executable, "-m", "scrapy", "runspider", str(folder / "watching.py")]
    done = run_command([*command, "-a", f"urls={','.join(urls)}", "-O", str(items), *words])
    assert done.returncode == 0, done.stderr
    told = items.read_text(encoding="utf-8").splitlines() if items.exists() else []
    return [json.loads(line) for line in told], json.loads(done.stdout)


@contextmanager
def busy_site(asked: list[tuple[str, str]], headers: list[dict[str, str]]) -> Iterator[int]:
    """A site that answers ``/busy`` with 429 and the first of *headers*, until none is left."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["Host"].partition(":")[0]
            asked.append((host, self.path))
            busy = headers.pop(0) if self.path == "/busy" and headers else None
            self.send_response(200 if busy is None else 429)
            for name, value in (busy or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


def pages(robots: str) -> dict[str, str]:
    return {"/robots.txt": robots, "/a": "<p>a</p>", "/b": "<p>b</p>", "/c": "<p>c</p>"}


def test_a_crawl_delay_is_the_floor_of_the_delay(tmp_path: Path) -> None:
    robots = "User-agent: *\nCrawl-delay: 5\nUser-agent: newscrawl\nCrawl-delay: 0.3\n"
    with static_site(pages(robots), []) as origin:
        told, stats = watch(tmp_path, *(f"{origin}/{name}" for name in "abc"))
    assert [(item["jitter"], item["delay"] >= 0.3) for item in told] == [(0, True)] * 3
    assert stats == {"newscrawl/crawl_delay/127.0.0.1": 0.3}


def test_a_crawl_delay_below_ours_changes_nothing_and_one_above_all_is_capped(
    tmp_path: Path,
) -> None:
    with static_site(pages("User-agent: *\nCrawl-delay: 0.1\n"), []) as origin:
        _, stats = watch(tmp_path, f"{origin}/a", DOWNLOAD_DELAY=0.2)
    assert stats == {"newscrawl/crawl_delay/127.0.0.1": 0.2}
    with static_site(pages("User-agent: *\nCrawl-delay: 86400\n"), []) as origin:
        _, stats = watch(tmp_path, f"{origin}/a", NEWSCRAWL_CRAWL_DELAY_MAX_S=0.1)
    assert stats == {
        "newscrawl/crawl_delay/127.0.0.1": 0.1,
        "newscrawl/crawl_delay/capped": 1,
    }


def test_a_copy_on_this_machine_is_not_spared(tmp_path: Path) -> None:
    with static_site(pages("User-agent: *\nCrawl-delay: 3600\n"), []) as origin:
        told, stats = watch(
            tmp_path,
            f"{origin}/a",
            f"{origin}/b",
            DOWNLOADER_MIDDLEWARES='{"newscrawl.middlewares.origin.OriginMiddleware": 950}',
            DOWNLOAD_SLOTS='{"127.0.0.1": {"delay": 0, "jitter": 0}}',
        )
    assert [item["delay"] for item in told] == [0, 0]
    assert stats == {}


def test_who_is_busy_is_asked_nothing_until_the_time_it_names(tmp_path: Path) -> None:
    asked: list[tuple[str, str]] = []
    headers = [
        {"Retry-After": "2"},
        {"Date": "Tue, 04 Mar 2031 12:00:00 GMT", "Retry-After": "Tue, 04 Mar 2031 12:00:01 GMT"},
    ]
    with busy_site(asked, headers) as port:
        one, other = f"http://127.0.0.1:{port}", f"http://localhost:{port}"
        urls = [f"{one}/busy", f"{one}/b", *(f"{other}/{name}" for name in "cdefgh")]
        told, stats = watch(tmp_path, *urls, ROBOTSTXT_OBEY=0)
    assert {item["url"] for item in told} == set(urls)
    assert not [item for item in told if "error" in item]
    hosts = [host for host, _ in asked]
    # Which of the two hosts is asked first is a matter of chance.
    assert sorted(hosts[:7]) == ["127.0.0.1", *["localhost"] * 6]
    assert hosts[7:] == ["127.0.0.1"] * 3
    assert stats == {"newscrawl/retry_after/count": 2, "newscrawl/retry_after/seconds": 3}


def test_a_pause_has_a_bound_and_fails_only_when_the_tries_are_used_up(tmp_path: Path) -> None:
    asked: list[tuple[str, str]] = []
    with busy_site(asked, [{"Retry-After": "86400"}] * 3) as port:
        told, stats = watch(
            tmp_path,
            f"http://127.0.0.1:{port}/busy",
            ROBOTSTXT_OBEY=0,
            RETRY_TIMES=2,
            NEWSCRAWL_RETRY_AFTER_MAX_S=0.1,
        )
    assert len(asked) == 3
    assert "HttpError" in told[0]["error"]
    assert stats["newscrawl/retry_after/capped"] == 3


def test_a_host_is_asked_as_often_as_its_budget_says(tmp_path: Path) -> None:
    asked: list[str] = []
    with static_site(pages("User-agent: *\n"), asked) as origin:
        other = origin.replace("127.0.0.1", "localhost")
        urls = [f"{origin}/{name}" for name in "abc"] + [f"{other}/a"]
        told, stats = watch(tmp_path, *urls, NEWSCRAWL_MAX_REQUESTS_PER_HOST=3)
    assert len(asked) == 5
    assert [item["url"] for item in told if "error" in item] == [f"{origin}/c"]
    assert stats == {"newscrawl/budget/left/127.0.0.1": 1}


def test_what_the_budget_leaves_over_is_fetched_by_the_next_runs(tmp_path: Path) -> None:
    crawls = Crawls(tmp_path)
    with serving("--articles=12") as origin:
        small = ("-a", "ways=feed", "-s", "NEWSCRAWL_MAX_REQUESTS_PER_HOST=6")
        done = crawls.run(origin, *small)
        assert "caliber.az was asked 6 times, the budget of this run" in done.stderr
        first = crawls.counts()
        assert first["newscrawl/outcome/stored"] == 4
        assert "newscrawl/outcome/failed" not in first
        assert first["newscrawl/ledger/wrong"] == 0
        crawls.run(origin, "-a", "ways=feed")
    with ArticleStore(crawls.database) as store:
        assert store.count() == first["newscrawl/listed/new"]
