"""Way in ``feed``: RSS and Atom."""

from collections.abc import Iterator
from typing import Any, ClassVar

import feedparser
from scrapy import Request
from scrapy.http import Response

from newscrawl.base_spiders.outlet import OutletSpider, fetched_at
from newscrawl.dates import parse_machine_date
from newscrawl.items import Teaser
from newscrawl.meta import walk_of
from newscrawl.outcomes import listing_failed
from newscrawl.text import plain


class FeedSpider(OutletSpider):
    """Reads feeds: the newest articles of an outlet with their dates, in one request."""

    feeds: ClassVar[tuple[str, ...]] = ()
    """Addresses of feeds; see :meth:`OutletSpider.addresses`."""

    def start_feed(self) -> Iterator[Request]:
        if self.arguments.sections:
            self.logger.info("feeds are left out: they do not tell the section that was asked for")
            return
        yield from self.walk_requests(self.feeds, "feed", self.parse_feed)

    def parse_feed(self, response: Response) -> Iterator[Request]:
        feed = feedparser.parse(response.body)
        if not feed.version:
            # Outlets answer 200 and a page of HTML where a feed was, or never was.
            self.logger.warning("%s: listing failed: no feed", response.url)
            self.crawler.signals.send_catch_log(
                listing_failed, walk=walk_of(response.meta), reason="no feed"
            )
            return
        for entry in feed.entries:
            teaser = self._teaser_of_entry(entry, response)
            if teaser is not None:
                yield self.article_request(teaser)

    def _teaser_of_entry(self, entry: Any, response: Response) -> Teaser | None:
        raw = entry.get("published")
        instant = raw and parse_machine_date(raw, zone=self.zone, now=fetched_at(response))
        return self.teaser(
            response.urljoin(entry.get("link", "")),
            "feed",
            headline=plain(entry.get("title", "")) or None,
            date=instant.moment if instant else None,
            date_precision=instant.precision if instant else None,
            date_raw=instant.raw if instant else None,
            tags=tuple(tag.term for tag in entry.get("tags", ()) if tag.get("term")),
        )
