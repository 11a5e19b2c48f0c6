"""Feed exports are published when the run was good enough, and stay as they are otherwise."""

import dataclasses
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import IO, Any

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.extensions.feedexport import FeedExporter, FeedSlot, FileFeedStorage
from scrapy.utils.asyncio import run_in_thread
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.python import global_object_name
from twisted.internet.defer import Deferred

from newscrawl.extensions.listening import listen
from newscrawl.items import Article
from newscrawl.publishing import Feed, Part, Publisher, RunNote, Settled, Shape
from newscrawl.runs import Judgement, judge_by_stats

logger = logging.getLogger(__name__)

Judge = Callable[[str], Awaitable[Judgement]]
"""Judges a run by the reason it ended for."""


class PublishingExtension:
    """Publish the feeds of a run whose verdict is one of ``NEWSCRAWL_PUBLISH_ON``.

    That is after Scrapy has closed all of them, which is after every receiver of ``spider_closed``
    has begun. Stats ``newscrawl/feeds/<published, nothing new, not published>``.

    ``judge`` may be replaced until then, ``number`` set to that of the run in the database;
    ``settled`` says afterwards what became of the feeds.
    """

    def __init__(self, crawler: Crawler, publisher: Publisher, allowed: list[str]) -> None:
        self.crawler = crawler
        self.publisher = publisher
        self.allowed = allowed
        self.judge: Judge = self._judge_by_stats
        self.number: int | None = None
        self.reason = ""
        self.settled: list[Settled] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "PublishingExtension":
        settings = crawler.settings
        if not settings["FEEDS"]:
            raise NotConfigured
        publisher = Publisher(
            lock_timeout_s=settings.getfloat("NEWSCRAWL_FEED_LOCK_TIMEOUT_S"),
            publish_empty=settings.getbool("NEWSCRAWL_PUBLISH_EMPTY"),
        )
        extension = cls(crawler, publisher, settings.getlist("NEWSCRAWL_PUBLISH_ON"))
        listen(
            crawler,
            extension.spider_closed,
            extension.feed_slot_closed,
            extension.feed_exporter_closed,
        )
        return extension

    def spider_closed(self, reason: str) -> None:
        self.reason = reason

    def feed_slot_closed(self, slot: FeedSlot) -> None:
        if isinstance(slot.storage, PublishedFeedStorage) and slot.storage.part is not None:
            batch = slot.batch_id if slot.feed_options["batch_item_count"] else None
            self.publisher.exported(
                slot.storage.part, slot.itemcount, batch=batch, group=slot.uri_template
            )

    async def feed_exporter_closed(self) -> None:
        self._note_unused()
        found = await self.judge(self.reason)
        allowed = found.verdict in self.allowed
        begun: datetime | None = self.crawler.stats.get_value("start_time")
        run = RunNote(
            outlet=self.crawler.spidercls.name,
            run=self.number,
            started_at=begun.replace(microsecond=0) if begun else None,
            ended_at=datetime.now(UTC).replace(microsecond=0),
            verdict=found.verdict,
        )
        why = f"verdict {found.verdict}: {found.why}"
        self.settled = await run_in_thread(self.publisher.publish, allowed, why, run=run)
        for settled in self.settled:
            self.crawler.stats.inc_value(f"newscrawl/feeds/{settled.outcome}")
            _tell(settled)

    async def _judge_by_stats(self, reason: str) -> Judgement:
        stats = self.crawler.stats.get_stats()
        return judge_by_stats(self.crawler.spidercls.name, reason, stats, datetime.now(UTC))

    def _note_unused(self) -> None:
        """Take note of the feeds that had no item, and are not to be stored empty."""
        exporter = self.crawler.get_extension(FeedExporter)
        for slot in exporter.slots if exporter else ():
            storage = slot.storage
            if not isinstance(storage, PublishedFeedStorage) or storage.part is not None:
                continue
            if slot.batch_id == 1 and storage.is_ours():
                self.publisher.without_items(storage.path, storage.shape, append=storage.append)


class PublishedFeedStorage(FileFeedStorage):
    """Local files, written beside the published one; what is no regular file is written directly.

    A feed that cannot be written costs no other feed its items.
    """

    def __init__(self, uri: str, *, feed_options: dict[str, Any] | None = None) -> None:
        super().__init__(uri, feed_options=feed_options)
        options = feed_options or {}
        self.append = not options.get("overwrite", False)
        self.shape = shape_of(options)
        self.header = self.shape.format == "csv" and options.get("item_export_kwargs", {}).get(
            "include_headers_line", True
        )
        self.part: Part | None = None

    def is_ours(self) -> bool:
        path = Feed.at(self.path).path
        return path.is_file() or not path.exists()

    def open(self, spider: Spider) -> IO[bytes]:
        extension = spider.crawler.get_extension(PublishingExtension)
        if extension is None or not self.is_ours():
            return super().open(spider)
        self.part = extension.publisher.begin(
            self.path, self.shape, append=self.append, header=self.header
        )
        return self.part

    def store(self, file: IO[bytes]) -> Deferred[None] | None:
        if self.part is None:
            return super().store(file)
        return deferred_from_coro(run_in_thread(self.part.finish))


def shape_of(options: Mapping[str, Any]) -> Shape:
    """Return how items are written by a feed with these options of Scrapy's."""
    fields = options.get("fields")
    if isinstance(fields, Mapping):
        fields = fields.values()
    format = options.get("format", "")
    return Shape(
        format="jsonlines" if format in ("jsonl", "jl") else format,
        fields=list(fields or (field.name for field in dataclasses.fields(Article))),
        encoding=options.get("encoding"),
        postprocessing=[
            plugin if isinstance(plugin, str) else global_object_name(plugin)
            for plugin in options.get("postprocessing") or ()
        ],
    )


def _tell(settled: Settled) -> None:
    path, manifest = settled.feed.path, settled.manifest
    published = manifest.published if manifest else None
    stays = f"; it stays that of {published.at:%Y-%m-%d %H:%M} UTC" if published else ""
    if settled.outcome == "published" and published:
        logger.info("%s: published, %s new, %s in all", path, published.added, published.items)
    elif settled.outcome == "nothing new":
        logger.info("%s: nothing new%s", path, stays)
    else:
        aside = manifest.unpublished if manifest and settled.items else None
        beside = f"; {settled.items} items are in {aside.file}" if aside else ""
        logger.warning("%s: not published (%s)%s%s", path, settled.why, stays, beside)
