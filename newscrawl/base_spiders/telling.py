"""What a spider tells of articles and listings that yield nothing."""

from collections.abc import Iterator
from datetime import datetime

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.http import Response

from newscrawl.judging import TRANSIENT
from newscrawl.outcomes import Outcome, article_settled, listing_failed
from newscrawl.walks import Walk


class TellingSpider(Spider):
    """Tells whoever keeps the books what became of what was asked for, where no item tells."""

    def settle(
        self, article_id: str, outcome: Outcome, reason: str, date: datetime | None = None
    ) -> None:
        """Tell that no item will come of an article."""
        self.crawler.signals.send_catch_log(
            article_settled,
            article_id=article_id,
            outcome=outcome,
            reason=reason,
            date=date,
        )

    def refuse(self, response: Response, article_id: str, reason: str) -> Iterator[Request]:
        """Ask again for a page that stands in for an article, or say that none will come of it.

        Stat ``newscrawl/refused/<reason>``: how often each was met.
        """
        self.crawler.stats.inc_value(f"newscrawl/refused/{reason}")
        if reason in TRANSIENT and response.request:
            again = get_retry_request(
                response.request,
                spider=self,
                reason=reason,
                max_retry_times=self.settings.getint("NEWSCRAWL_ASKED_AGAIN"),
            )
            if again is not None:
                yield again
                return
        self.logger.warning("%s: %s is no article: %s", self.name, response.url, reason)
        self.settle(article_id, "failed", reason)

    def listing_failed(self, url: str, walk: Walk | None, reason: str) -> None:
        """Tell that a page of a listing could not be read."""
        self.logger.warning("%s: listing failed: %s", url, reason)
        self.crawler.signals.send_catch_log(listing_failed, walk=walk, reason=reason)
