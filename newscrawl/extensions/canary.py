"""A redesign shows before the items stop: pages are read a second time without selectors."""

import logging

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response, TextResponse

from newscrawl.canary import FIELDS, agreement, compare, sampled
from newscrawl.items import Article
from newscrawl.reading import Profile, read_by_page, read_by_selectors

logger = logging.getLogger(__name__)

_FIRST = 3
_ENOUGH = 5
_PLACES = {"authors": "byline"}
"""Field of the record to that of the selectors, where the names differ."""


class CanaryExtension:
    """Compare what an outlet's selectors give with what its pages say without them.

    The first three articles of a run and a share of the others, ``NEWSCRAWL_CANARY_SHARE``, up to
    ``NEWSCRAWL_CANARY_MAX``; stored or dropped. When the spider closes, the log has a line of
    what agreed, and a warning for each field that agreed in fewer cases than
    ``NEWSCRAWL_CANARY_MIN`` says.

    Stats ``newscrawl/canary/pages`` and ``newscrawl/canary/<field>/<verdict>``, see
    :func:`~newscrawl.canary.compare`.
    """

    def __init__(self, crawler: Crawler, share: float, most: int, least: float) -> None:
        self.crawler = crawler
        self.share = share
        self.most = most
        self.least = least
        self.pages = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "CanaryExtension":
        settings = crawler.settings
        most = settings.getint("NEWSCRAWL_CANARY_MAX")
        if most <= 0:
            raise NotConfigured
        extension = cls(
            crawler,
            share=settings.getfloat("NEWSCRAWL_CANARY_SHARE"),
            most=most,
            least=settings.getfloat("NEWSCRAWL_CANARY_MIN"),
        )
        crawler.signals.connect(extension.article_read, signal=signals.item_scraped)
        crawler.signals.connect(extension.article_read, signal=signals.item_dropped)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def article_read(self, item: object, response: Response | None) -> None:
        profile = getattr(self.crawler.spider, "profile", None)
        if (
            isinstance(item, Article)
            and isinstance(response, TextResponse)
            and isinstance(profile, Profile)
            and self.pages < self.most
            and (self.pages < _FIRST or sampled(item.id, self.share))
        ):
            self.pages += 1
            self._compare(item, response, profile)

    def _compare(self, item: Article, response: TextResponse, profile: Profile) -> None:
        root = response.selector.root
        assert item.fetched_at is not None
        one = read_by_selectors(root, response.url, profile=profile, now=item.fetched_at)
        other = read_by_page(root, response.url, profile=profile, now=item.fetched_at)
        self._count("pages")
        for name, verdict in compare(one, other).items():
            if verdict == "only_page" and not profile.selectors.places(_PLACES.get(name, name)):
                continue  # nobody has said where the outlet prints it
            self._count(f"{name}/{verdict}")
            if verdict in ("differ", "only_page"):
                logger.debug("%s: %s: %s", response.url, name, verdict)

    def spider_closed(self) -> None:
        if not self.pages:
            return
        told = {name: agreement(self._counts(name)) for name in FIELDS}
        spider = self.crawler.spider
        outlet = spider.name if spider else ""
        logger.info(
            "%s: on %d pages the selectors agree with the page: %s",
            outlet,
            self.pages,
            ", ".join(f"{name} {agree} of {all}" for name, (agree, all) in told.items() if all),
        )
        for name, (agree, all) in told.items():
            if all >= _ENOUGH and agree < self.least * all:
                logger.warning(
                    "%s: the selectors of %s agree with the page in %d of %d cases only; "
                    "has the site changed its markup?",
                    outlet,
                    name,
                    agree,
                    all,
                )

    def _counts(self, name: str) -> dict[str, int]:
        prefix = f"newscrawl/canary/{name}/"
        stats = self.crawler.stats.get_stats()
        return {
            key.removeprefix(prefix): count
            for key, count in stats.items()
            if key.startswith(prefix)
        }

    def _count(self, key: str) -> None:
        self.crawler.stats.inc_value(f"newscrawl/canary/{key}")
