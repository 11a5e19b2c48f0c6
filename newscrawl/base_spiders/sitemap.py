"""Way in ``sitemap``: news sitemaps, and those that hold an archive."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import ClassVar

from scrapy import Request
from scrapy.http import Response
from scrapy.utils.sitemap import sitemap_urls_from_robots
from twisted.python.failure import Failure

from newscrawl.base_spiders.outlet import OutletSpider
from newscrawl.base_spiders.responses import fetched_at
from newscrawl.dates import Instant, date_in_url, parse_machine_date
from newscrawl.items import Teaser
from newscrawl.meta import ALTERNATIVES, MAP_DEPTH, PLAN, walk_of
from newscrawl.sitemaps import (
    MapEntry,
    Plan,
    PlannedMap,
    SitemapError,
    period_of,
    planned,
    planned_back,
    read_sitemap,
)
from newscrawl.text import plain
from newscrawl.urls import canonical_url
from newscrawl.walks import Walk

MAX_GAPS = 31
"""After so many days, weeks or months without an article none is expected before them."""

_ABSENT = (404, 410)
_DAY = timedelta(days=1)


class NewsSitemapSpider(OutletSpider):
    """Reads sitemaps, their indexes and their archives by day, week or month.

    One sitemap with all it leads to is one walk. Its maps are asked for one after the other,
    those that changed last first, until those that are left have not changed since the walk
    before, or since ``since``. The last change of a page is never taken for its date of
    publication, but what has not changed since ``since`` is not asked for.

    Stat ``newscrawl/sitemap/absent``: maps that an index names and the outlet has not.
    """

    sitemaps: ClassVar[tuple[str, ...]] = ()
    """Addresses of sitemaps and indexes; see :meth:`OutletSpider.addresses`. One with a period,
    such as ``/map-{day:%Y-%m-%d}.xml``, stands for all its maps from today back; see
    :func:`~newscrawl.sitemaps.period_of`."""

    sitemaps_from_robots: ClassVar[bool] = False
    """Read the sitemaps that robots.txt names, too."""

    sitemap_follow: ClassVar[str] = ""
    """Regular expression; maps of an index are read if it is found in their address."""

    def start_sitemap(self) -> Iterator[Request]:
        if self.arguments.sections:
            self.logger.info("sitemaps are left out: they do not tell the section asked for")
            return
        for url, *alternatives in self.addresses(self.sitemaps):
            if period_of(url):
                yield from self._dated_walk(url)
            else:
                yield self.sitemap_walk(url, alternatives)
        if self.sitemaps_from_robots:
            robots = f"https://{self.allowed_domains[0]}/robots.txt"
            yield self.walk_request(robots, "robots", self.parse_robots)

    def parse_robots(self, response: Response) -> Iterator[Request]:
        named = sitemap_urls_from_robots(response.body, base_url=response.url)
        for url in dict.fromkeys(filter(None, map(canonical_url, named))):
            yield self.sitemap_walk(url)

    def sitemap_walk(self, url: str, alternatives: Sequence[str] = ()) -> Request:
        """Return the first request of the walk of the sitemap at *url*."""
        plan = Plan(asked=frozenset((url,)))
        meta = {PLAN: plan, ALTERNATIVES: list(alternatives)}
        return self.walk_request(url, "sitemap", self.parse_sitemap, self._walk(url), **meta)

    def _dated_walk(self, template: str) -> Iterator[Request]:
        today = datetime.now(self.zone or UTC).date()
        maps = list(planned_back(template, today, until=self.arguments.until))
        plan = Plan(gaps=MAX_GAPS).with_maps(maps, self._max_maps)
        yield from self._next_map(self._walk(template), plan)

    def _walk(self, listing: str) -> Walk:
        name = self.listing_name(listing, "sitemap", shows_all=True)
        return Walk(name, "sitemap", newest_first=False)

    @property
    def _max_maps(self) -> int:
        return self.settings.getint("NEWSCRAWL_MAX_PAGES")

    def _next_map(self, walk: Walk, plan: Plan) -> Iterator[Request]:
        """Yield the request for the next map of *plan*, if there is one."""
        found, rest = plan.next()
        if found is None:
            return
        walk = walk.at(found.changed_before)
        meta = {PLAN: rest, MAP_DEPTH: found.depth, "handle_httpstatus_list": list(_ABSENT)}
        request = self.walk_request(found.url, walk.way, self.parse_sitemap, walk, **meta)
        # The plan knows what was asked for; a request dropped as a repetition would end the walk.
        yield request.replace(dont_filter=True)

    def parse_sitemap(self, response: Response) -> Iterator[Request]:
        plan: Plan = response.meta[PLAN]
        try:
            kind, entries = self._read(response)
        except SitemapError as error:
            self._map_failed(response, str(error))
        else:
            if kind == "index":
                plan = plan.with_maps(self._planned(entries, response), self._max_maps)
            else:
                plan = plan.after(len(entries))
                yield from self._article_requests(entries, response)
        if (walk := walk_of(response.meta)) is not None:
            yield from self._next_map(walk.next_page(), plan)

    def _read(self, response: Response) -> tuple[str, Sequence[MapEntry]]:
        if response.status in _ABSENT:
            self.crawler.stats.inc_value("newscrawl/sitemap/absent")
            return "articles", ()
        limit = self.settings.getint("DOWNLOAD_MAXSIZE")
        sitemap = read_sitemap(response.body, max_bytes=limit)
        if sitemap.cut:
            self._map_failed(response, "sitemap cut short")
        return sitemap.kind, sitemap.entries

    def _map_failed(self, response: Response, reason: str) -> None:
        self.listing_failed(response.url, walk_of(response.meta), reason)

    def request_failed(self, failure: Failure) -> Iterator[Request]:
        """Go on with the next map where one could not be had."""
        meta = failure.request.meta  # type: ignore[attr-defined]  # set by Scrapy
        plan, walk = meta.get(PLAN), walk_of(meta)
        for again in super().request_failed(failure):
            yield self.sitemap_walk(again.url, again.meta[ALTERNATIVES]) if plan else again
        if plan is not None and walk is not None:
            yield from self._next_map(walk.next_page(), plan)

    def _planned(self, entries: Sequence[MapEntry], response: Response) -> list[PlannedMap]:
        depth = response.meta.get(MAP_DEPTH, 0)
        if depth >= self.settings.getint("NEWSCRAWL_SITEMAP_DEPTH"):
            self.logger.warning("%s: an index below too many others is not read", response.url)
            return []
        rows = []
        for entry in entries:
            if url := canonical_url(entry.url, base=response.url):
                changed = self._instant(entry.lastmod, response)
                rows.append((url, changed.moment if changed else None))
        follows = re.compile(self.sitemap_follow).search
        maps = planned(rows, depth=depth, until=self.arguments.until)
        return [found for found in maps if follows(found.url)]

    # Articles

    def _article_requests(
        self, entries: Sequence[MapEntry], response: Response
    ) -> Iterator[Request]:
        """Yield requests for the articles of a map, the newest first as far as it tells."""
        found = []
        for entry in entries:
            changed = self._instant(entry.lastmod, response)
            published = self._instant(entry.published, response)
            if published is None and (why := self._outside(entry.url, changed)):
                self.crawler.stats.inc_value(f"newscrawl/listed/{why}")
                continue
            teaser = self._teaser_in_map(entry, published, response)
            if teaser is not None:
                moment = published or changed
                found.append((moment.moment if moment else _LONG_AGO, teaser))
        for _, teaser in sorted(found, key=_moment, reverse=True):
            yield self.article_request(teaser)

    def _outside(self, url: str, changed: Instant | None) -> str | None:
        """Return why an article without a date is left out all the same, or None.

        A page is not older than its last change; the day in an address may be one of any zone.
        """
        since = self.arguments.since
        if since and changed and changed.moment + _DAY < since:
            return "older than since"
        if day := date_in_url(url):
            midnight = datetime.combine(day, time(), UTC)
            if since and midnight + 2 * _DAY < since:
                return "older than since"
            if self.arguments.until and midnight - _DAY >= self.arguments.until:
                return "newer than until"
        return None

    def _teaser_in_map(
        self, entry: MapEntry, published: Instant | None, response: Response
    ) -> Teaser | None:
        return self.teaser(
            canonical_url(entry.url, base=response.url) or "",
            "sitemap",
            headline=plain(entry.title) or None,
            date=published.moment if published else None,
            date_precision=published.precision if published else None,
            date_raw=published.raw if published else None,
            image=canonical_url(entry.image, base=response.url) if entry.image else None,
            tags=tuple(filter(None, map(plain, entry.keywords.split(",")))),
        )

    def _instant(self, text: str, response: Response) -> Instant | None:
        return parse_machine_date(text, zone=self.zone, now=fetched_at(response)) if text else None


_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def _moment(row: tuple[datetime, Teaser]) -> datetime:
    return row[0]
