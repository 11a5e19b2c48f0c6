"""Every outlet's spider, from start to finish over HTTP, against its saved pages' truth."""

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

from newscrawl.base_spiders import OutletSpider
from newscrawl.demo.outlets import saved_outlet
from newscrawl.demo.process import serving
from newscrawl.demo.saved import differences
from newscrawl.storage import ArticleStore
from tests.crawling import PROJECT
from tests.saved_pages import FOLDER
from tests.test_every_outlet import OUTLETS, each_outlet


@pytest.fixture(scope="session")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArticleStore]:
    """What is stored after a crawl of every outlet."""
    folder = tmp_path_factory.mktemp("outlets")
    outlets = [f"{spider.name}={saved_outlet(spider, FOLDER).until}" for spider in OUTLETS]
    with serving("--outlet=all", f"--pages={FOLDER}") as origin:
        command = [sys.executable, "-m", "tests.crawl_saved", origin, str(folder), *outlets]
        done = subprocess.run(
            command, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=900
        )
    assert done.returncode == 0, done.stderr
    with ArticleStore(f"sqlite:///{folder}/newscrawl.db") as store:
        yield store


@pytest.mark.xdist_group("every crawl")
@each_outlet
def test_a_crawl_stores_what_the_saved_pages_tell(
    spider: type[OutletSpider], crawled: ArticleStore
) -> None:
    truths = list(saved_outlet(spider, FOLDER).truths())
    assert truths
    problems = []
    for truth in truths:
        article = crawled.get(truth["id"])
        if article is None:
            problems.append(f"{truth['id']}: missing")
        else:
            # Its story is found when it is stored.
            told = {**truth, "story": article.story}
            problems += differences(told, json.loads(article.to_json()))
    assert not problems, "\n".join(problems)
