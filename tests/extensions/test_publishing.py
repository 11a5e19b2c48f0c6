import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.extensions.feedexport import FeedExporter
from scrapy.extensions.postprocessing import GzipPlugin

from newscrawl.extensions.publishing import PublishingExtension, shape_of
from newscrawl.items import Article
from newscrawl.publishing import Settled
from newscrawl.runs import Judgement
from newscrawl.verdicts import Verdict

ARTICLE = Article(id="a:en:x", url="https://a.example/x", outlet="a", country="AZ", language="en")

MakeCrawler = Callable[..., Crawler]


def night(make_crawler: MakeCrawler, path: Path, verdict: str, **settings: Any) -> list[Settled]:
    """Export one article and end with that verdict."""
    crawler = make_crawler(FEEDS={path: {"overwrite": True}}, **settings)
    crawler.spider = crawler.spidercls.from_crawler(crawler)
    extension, exporter = PublishingExtension.from_crawler(crawler), FeedExporter(crawler)
    found = {PublishingExtension: extension, FeedExporter: exporter}
    crawler.get_extension = found.get  # type: ignore[method-assign, assignment]

    async def judge(reason: str) -> Judgement:
        return Judgement(Verdict(verdict), (f"it ended: {reason}",))

    extension.judge = judge
    extension.number = 12

    async def crawl(spider: Spider) -> None:
        exporter.open_spider(spider)
        exporter.item_scraped(ARTICLE, spider)
        extension.spider_closed("finished")
        await exporter.close_spider(spider)

    asyncio.run(crawl(crawler.spider))
    return extension.settled


def test_a_judge_that_was_put_in_decides(make_crawler: MakeCrawler, tmp_path: Path) -> None:
    path = tmp_path / "night.jsonl"
    (settled,) = night(make_crawler, path, "blocked")
    assert settled.why == "verdict blocked: it ended: finished"
    assert not path.exists()
    (settled,) = night(make_crawler, path, "ok")
    assert settled.outcome == "published"
    assert settled.manifest is not None
    published = settled.manifest.published
    assert published is not None
    assert published.run is not None
    assert (published.run.verdict, published.run.run) == ("ok", 12)


def test_the_verdicts_that_publish_are_a_setting(make_crawler: MakeCrawler, tmp_path: Path) -> None:
    path = tmp_path / "night.jsonl"
    (settled,) = night(make_crawler, path, "degraded", NEWSCRAWL_PUBLISH_ON="ok,quiet")
    assert settled.outcome == "not published"
    (settled,) = night(make_crawler, path, "degraded")
    assert settled.outcome == "published"


def test_without_feeds_there_is_nothing_to_publish(make_crawler: MakeCrawler) -> None:
    with pytest.raises(NotConfigured):
        PublishingExtension.from_crawler(make_crawler())


def test_a_shape_names_fields_as_they_are_written() -> None:
    options = {
        "format": "jl",
        "fields": {"id": "key", "date": "published"},
        "postprocessing": [GzipPlugin],
    }
    shape = shape_of(options)
    assert (shape.format, shape.fields) == ("jsonlines", ["key", "published"])
    assert shape.postprocessing == ["scrapy.extensions.postprocessing.GzipPlugin"]
    assert "headline" in (shape_of({"format": "csv"}).fields or ())
