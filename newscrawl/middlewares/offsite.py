"""No page leads out of its outlet, and none that tries to is forgotten."""

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.offsite import OffsiteMiddleware as ScrapyOffsite
from scrapy.exceptions import IgnoreRequest

from newscrawl.meta import teaser_of, walk_of
from newscrawl.outcomes import article_settled, listing_failed

OFFSITE = "offsite"


class OffsiteMiddleware(ScrapyOffsite):
    """Scrapy's own, which drops a redirect to another host without a word to anybody.

    An article that leads out ends as failed, a listing as unread, both for the reason
    ``offsite``.
    """

    def request_scheduled(self, request: Request, spider: Spider) -> None:
        try:
            super().request_scheduled(request, spider)
        except IgnoreRequest:
            self._tell(request)
            raise

    def _tell(self, request: Request) -> None:
        signals = self.crawler.signals
        if (teaser := teaser_of(request.meta)) is not None:
            signals.send_catch_log(
                article_settled,
                article_id=teaser.id,
                outcome="failed",
                reason=OFFSITE,
                date=teaser.date,
            )
        elif (walk := walk_of(request.meta)) is not None:
            signals.send_catch_log(listing_failed, walk=walk, reason=OFFSITE)
