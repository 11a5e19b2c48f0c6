import logging
from collections.abc import Callable

import pytest
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse

from newscrawl.base_spiders.outlet import OutletSpider
from newscrawl.demo.articles import SITE, Newsroom
from newscrawl.demo.keys import Key
from newscrawl.demo.site import Site
from newscrawl.extensions.canary import CanaryExtension
from newscrawl.items import Article
from tests.conftest import MakeSpider

ARTICLES = 60
SETTINGS = {"NEWSCRAWL_CANARY_SHARE": 0.3, "NEWSCRAWL_CANARY_MAX": 12}


def unchanged(html: str) -> str:
    return html


def without_body_class(html: str) -> str:
    return html.replace("post_body", "entry").replace("post_title", "title")


def without_time_class(html: str) -> str:
    return html.replace("post_time", "date")


def read(spider: OutletSpider, change: Callable[[str], str]) -> None:
    """Let a canary see the articles of the newsroom, with their markup changed."""
    canary = CanaryExtension.from_crawler(spider.crawler)
    newsroom = Newsroom(articles=ARTICLES)
    site = Site(newsroom)
    for index in range(ARTICLES):
        path = newsroom.path(Key(index))
        body = change(site.answer(path, {}).body.decode()).encode()
        url = SITE + path
        response = HtmlResponse(url, body=body, encoding="utf-8", request=Request(url))
        for item in spider.parse_article(response):
            if isinstance(item, Article):
                canary.article_read(item, response)
    canary.spider_closed()


def counts(crawler: Crawler, field: str) -> dict[str, int]:
    prefix = f"newscrawl/canary/{field}/"
    stats = crawler.stats.get_stats()
    return {key.removeprefix(prefix): n for key, n in stats.items() if key.startswith(prefix)}


@pytest.fixture
def spider(make_spider: MakeSpider) -> OutletSpider:
    return make_spider("caliber", SETTINGS)


def test_selectors_that_fit_agree_with_the_page(
    spider: OutletSpider, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "newscrawl.extensions.canary"):
        read(spider, unchanged)
    assert spider.crawler.stats.get_value("newscrawl/canary/pages") == 12
    for field in ("headline", "date", "body"):
        assert counts(spider.crawler, field) == {"agree": 12}
    for field in ("authors", "tags"):
        assert counts(spider.crawler, field).keys() == {"agree"}
    (record,) = caplog.records
    assert record.getMessage().startswith(
        "caliber: on 12 pages the selectors agree with the page: "
    )
    assert "headline 12 of 12" in record.getMessage()


def test_a_class_that_was_renamed_shows_and_is_warned_of(
    spider: OutletSpider, caplog: pytest.LogCaptureFixture
) -> None:
    read(spider, without_body_class)
    assert counts(spider.crawler, "body") == {"only_page": 12}
    warned = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert [record.getMessage().partition(";")[0] for record in warned] == [
        "caliber: the selectors of body agree with the page in 0 of 12 cases only"
    ]


def test_fields_that_the_page_still_gives_are_stored_while_the_canary_warns(
    spider: OutletSpider, caplog: pytest.LogCaptureFixture
) -> None:
    read(spider, without_time_class)
    assert counts(spider.crawler, "date") == {"only_page": 12}
    assert counts(spider.crawler, "headline").get("agree") == 12
    assert "the selectors of date agree with the page in 0 of 12" in caplog.text


def test_the_first_three_are_compared_whatever_the_share(make_spider: MakeSpider) -> None:
    spider = make_spider("caliber", {"NEWSCRAWL_CANARY_SHARE": 0})
    read(spider, unchanged)
    assert spider.crawler.stats.get_value("newscrawl/canary/pages") == 3
