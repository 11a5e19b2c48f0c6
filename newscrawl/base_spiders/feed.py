"""Way in ``feed``: RSS, Atom and JSON Feed."""

from collections.abc import Iterator
from typing import Any, ClassVar

from scrapy import Request
from scrapy.http import Response

from newscrawl.base_spiders.outlet import OutletSpider
from newscrawl.base_spiders.responses import fetched_at
from newscrawl.dates import parse_machine_date
from newscrawl.feeds import Entry, is_excerpt, read_feed
from newscrawl.items import Teaser
from newscrawl.meta import walk_of

FEED_ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, text/xml;q=0.9"
"""Some outlets send their page to who does not ask for a feed."""


class FeedSpider(OutletSpider):
    """Reads feeds: the newest articles of an outlet with their dates, in one request."""

    feeds: ClassVar[tuple[str, ...]] = ()
    """Addresses of feeds; see :meth:`OutletSpider.addresses`."""

    full_text_feed: ClassVar[bool] = False
    """Whether entries carry the whole text. It is the body where no selector finds one."""

    def start_feed(self) -> Iterator[Request]:
        if self.arguments.sections:
            self.logger.info("feeds are left out: they do not tell the section that was asked for")
            return
        yield from self.walk_requests(self.feeds, "feed", self.parse_feed)

    def walk_request(self, url: str, way: str, *args: Any, **meta: Any) -> Request:
        request = super().walk_request(url, way, *args, **meta)
        if way == "feed":
            request.headers["Accept"] = FEED_ACCEPT
        return request

    def parse_feed(self, response: Response) -> Iterator[Request]:
        try:
            entries = read_feed(response.body, response.url)
        except ValueError as error:
            # Outlets answer 200 and a page of HTML where a feed was, or never was.
            self.listing_failed(response.url, walk_of(response.meta), str(error))
            return
        for entry in entries:
            teaser = self._fed_teaser(entry, response)
            if teaser is not None:
                yield self.article_request(teaser)

    def _fed_teaser(self, entry: Entry, response: Response) -> Teaser | None:
        said: dict[str, Any] = {}
        if entry.published:
            instant = parse_machine_date(entry.published, zone=self.zone, now=fetched_at(response))
            if instant:
                said = {
                    "date": instant.moment,
                    "date_precision": instant.precision,
                    "date_raw": instant.raw,
                }
        return self.teaser(
            entry.link,
            "feed",
            headline=entry.title,
            summary=entry.summary,
            image=entry.image,
            byline=entry.author,
            tags=entry.tags,
            body=entry.body if self.full_text_feed and not is_excerpt(entry.body) else None,
            **said,
        )
