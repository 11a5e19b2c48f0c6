"""What is no article does not get past here."""

from datetime import UTC, datetime, timedelta

from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector

from newscrawl.items import Article
from newscrawl.outcomes import ArticleDropped
from newscrawl.urls import canonical_url

_OPTIONAL = ("section", "byline", "tags", "summary", "image")
_OLDEST = datetime(1990, 1, 1, tzinfo=UTC)
_CLOCK_ERROR = timedelta(days=2)


class ValidationPipeline:
    """Drop an article without headline, date, body or URL, or with one that cannot be right.

    Stats ``newscrawl/field/<name>/missing`` for every field that a reader would look for, and
    ``newscrawl/articles/dropped/<reason>``.
    """

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "ValidationPipeline":
        return cls(crawler.stats)

    def process_item(self, item: Article) -> Article:
        for name in _OPTIONAL:
            if not getattr(item, name):
                self.stats.inc_value(f"newscrawl/field/{name}/missing")
        problem = self._problem(item)
        if problem:
            self.stats.inc_value(f"newscrawl/articles/dropped/{problem}")
            raise ArticleDropped("dropped", problem, f"{item.outlet} {item.url}")
        return item

    def _problem(self, item: Article) -> str | None:
        """Return why *item* is no article, or None."""
        if canonical_url(item.url) is None:
            return "url is no address"
        for name in ("headline", "date", "body"):
            if not getattr(item, name):
                self.stats.inc_value(f"newscrawl/field/{name}/missing")
                return f"{name} missing"
        fetched = item.fetched_at or datetime.now(UTC)
        if item.date is None or item.date.tzinfo is None:
            return "date has no zone"
        if not _OLDEST < item.date < fetched + _CLOCK_ERROR:
            return "date out of range"
        return None
