"""Crawls into PostgreSQL, by the real command."""

from pathlib import Path

from newscrawl.demo.process import newsroom
from tests.crawling import Crawls
from tests.postgres import new_schema

ARTICLES = 150
WAYS = ("-a", "ways=feed,listing")


def test_a_killed_run_is_completed_by_the_next_and_a_third_fetches_nothing(tmp_path: Path) -> None:
    with new_schema() as url, newsroom(articles=ARTICLES) as origin:
        crawls = Crawls(tmp_path, url)
        killed = crawls.start_and_store(origin, *WAYS)
        killed.kill()
        killed.wait()
        assert 0 < len(crawls.lines.read_bytes().splitlines()) < ARTICLES
        for _ in range(2):
            done = crawls.run(origin, *WAYS)
            assert done.returncode == 0, done.stderr
            assert crawls.problems(origin) == []
        assert "newscrawl/listed/new" not in crawls.counts()
