"""What the host of an article says of its rights, and articles that are reserved."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from newscrawl.arguments import CrawlArguments
from newscrawl.host_rights import HostRights
from newscrawl.items import RESERVED, Article
from newscrawl.meta import teaser_of
from newscrawl.outcomes import article_settled
from newscrawl.rights import add_rights, check_reservations, reservation


class RightsMiddleware:
    """Add to the rights of each article what its host says, and skip those that reserve what
    ``NEWSCRAWL_SKIP_RIGHTS`` names.

    Stat ``newscrawl/rights/skipped/<word>``.
    """

    def __init__(self, crawler: Crawler, unwanted: Sequence[str]) -> None:
        self.crawler = crawler
        self.unwanted = unwanted
        self.hosts = HostRights.of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RightsMiddleware":
        words = crawler.settings.getlist("NEWSCRAWL_SKIP_RIGHTS")
        unwanted = [word.strip() for word in words]
        check_reservations(unwanted)
        if not isinstance(getattr(crawler.spider, "arguments", None), CrawlArguments):
            raise NotConfigured("the spider is no outlet's")
        return cls(crawler, unwanted)

    async def process_spider_output(
        self, response: Response, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        async for output in result:
            if isinstance(output, Article):
                add_rights(output.rights, await self.hosts.rights_at(response.url))
                if word := reservation(output.rights, self.unwanted):
                    self._skip(output, response, word)
                    continue
            yield output

    def _skip(self, article: Article, response: Response, word: str) -> None:
        self.crawler.stats.inc_value(f"newscrawl/rights/skipped/{word}")
        teaser = teaser_of(response.meta)
        self.crawler.signals.send_catch_log(
            article_settled,
            article_id=teaser.id if teaser else article.id,
            outcome="skipped",
            reason=f"{RESERVED}{word}",
            date=article.date,
        )
