"""What the tests share."""

from collections.abc import Callable
from typing import Any

import hypothesis
import pytest
from scrapy.crawler import Crawler
from scrapy.spiderloader import SpiderLoader
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.project import get_project_settings

from newscrawl.base_spiders.outlet import OutletSpider

# A busy machine is no failure; what must not take long has a bound of its own.
hypothesis.settings.register_profile("newscrawl", deadline=None)
hypothesis.settings.load_profile("newscrawl")

MakeSpider = Callable[..., OutletSpider]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-pages",
        action="store_true",
        help="write what saved pages yield as what they must yield; then read the diff",
    )


@pytest.fixture
def make_crawler() -> Callable[..., Crawler]:
    """A crawler that does not run: the project's settings, others on top, real stats."""

    def make(spider: str = "caliber", **settings: Any) -> Crawler:
        project = get_project_settings()
        project.set("NEWSCRAWL_CONTACT", "https://newscrawl.example/contact", priority="cmdline")
        project.update(settings, priority="cmdline")
        spidercls = SpiderLoader.from_settings(project).load(spider)
        crawler = Crawler(spidercls, project)
        crawler.stats = MemoryStatsCollector(crawler)
        return crawler

    return make


@pytest.fixture
def make_spider(make_crawler: Callable[..., Crawler]) -> MakeSpider:
    """A spider by name and arguments, as a crawl would have it."""

    def make(name: str, settings: dict[str, Any] | None = None, **arguments: str) -> OutletSpider:
        crawler = make_crawler(name, **(settings or {}))
        spider = crawler.spidercls.from_crawler(crawler, **arguments)
        crawler.spider = spider
        assert isinstance(spider, OutletSpider)
        return spider

    return make
