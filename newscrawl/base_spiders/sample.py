"""One listing and a few articles of an outlet, to see whether its description still holds."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any

from scrapy import Request
from scrapy.http import HtmlResponse, Response
from twisted.python.failure import Failure

from newscrawl.base_spiders.one_page import NOTHING_IS_KEPT
from newscrawl.base_spiders.outlet import OutletSpider
from newscrawl.base_spiders.responses import fetched_at
from newscrawl.canary import Verdict, compare
from newscrawl.items import Article
from newscrawl.judging import NOT_AN_ARTICLE
from newscrawl.meta import teaser_of, walk_of
from newscrawl.outcomes import failure_reason
from newscrawl.reading import read_as_stated, read_by_page, read_by_selectors

MOST_LISTINGS = 8
"""Pages of listings that are asked for until one shows articles."""

_READ_BY = "sample_read_by"


@dataclass(frozen=True)
class Look:
    """What was seen of one article."""

    url: str
    evidence: dict[str, str]
    selected: tuple[str, ...]
    """Fields that the selectors found."""

    stated: dict[str, Verdict]
    """How the selectors compare with what the page states of itself, field by field."""

    page: dict[str, Verdict]
    """How they compare with all that is read without them."""


@dataclass
class Sample:
    """What was seen of one outlet."""

    outlet: str
    listing: str | None = None
    """Address of the listing that showed articles."""

    looks: list[Look] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


class _Sampler(OutletSpider):
    """Before an outlet's own spider: the first listing that shows articles, and some of them."""

    def __init__(self, *, sample: Sample, articles: int, **arguments: str) -> None:
        super().__init__(**arguments)
        self.sample, self.articles = sample, articles
        self.listings: list[Request] = []
        self.asked = 0

    async def start(self) -> AsyncIterator[Request]:
        self.listings = [request async for request in super().start()]
        for request in self._next_listing():
            yield request

    def _next_listing(self) -> Iterator[Request]:
        if self.listings and self.asked < MOST_LISTINGS:
            self.asked += 1
            request = self.listings.pop(0)
            request.meta[_READ_BY] = request.callback
            yield request.replace(
                callback=self.parse_sample, errback=self.listing_unread, dont_filter=True
            )
        elif self.sample.listing is None:
            self.sample.problems.append("no listing showed an article")

    def parse_sample(self, response: Response) -> Iterator[Request]:
        outputs = list(response.meta[_READ_BY](response) or ())
        articles = [request for request in outputs if teaser_of(request.meta)]
        if articles:
            self.sample.listing = response.url
            yield from articles[: self.articles]
            return
        # An index of sitemaps, or a front page that leads to sections.
        self.listings[:0] = [request for request in outputs if walk_of(request.meta)]
        yield from self._next_listing()

    def listing_unread(self, failure: Failure) -> Iterator[Request]:
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        self.sample.problems.append(f"{request.url}: {failure_reason(failure)}")
        yield from self._next_listing()

    def request_failed(self, failure: Failure) -> Iterator[Request]:
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        self.sample.problems.append(f"{request.url}: {failure_reason(failure)}")
        yield from ()

    def parse_article(self, response: Response) -> Iterator[Article | Request]:
        if not isinstance(response, HtmlResponse):
            self.sample.problems.append(f"{response.url}: no page")
            return
        article = self.amend(self.read(response), response)
        if reason := article.evidence.get(NOT_AN_ARTICLE):
            self.sample.problems.append(f"{response.url}: no article: {reason}")
        root, url, now = response.selector.root, response.url, fetched_at(response)
        selected = read_by_selectors(root, url, profile=self.profile, now=now)
        stated = read_as_stated(root, url, profile=self.profile, now=now)
        page = read_by_page(root, url, profile=self.profile, now=now)
        look = Look(
            url,
            article.evidence,
            tuple(selected.evidence),
            compare(selected, stated),
            compare(selected, page),
        )
        self.sample.looks.append(look)
        yield from ()

    def closed(self, reason: str) -> None:
        if reason != "finished":
            self.sample.problems.append(f"ended by {reason}")
        elif self.sample.listing and not self.sample.looks:
            self.sample.problems.append("no article could be read")
        for name in self._rotten():
            self.sample.problems.append(f"the selectors of {name} find nothing on any page")

    def _rotten(self) -> Iterator[str]:
        """Yield the fields that every article has and whose selectors find none.

        What the page states of itself takes their place in one of two layouts, or for good.
        """
        for name in ("headline", "date", "body"):
            looks = self.sample.looks
            found = any(name in look.selected or name in look.stated for look in looks)
            if looks and not found and self.selectors.places(name):
                yield name


def sample_spider(outlet: type[OutletSpider], timeout_s: float) -> type[_Sampler]:
    """Return the spider class that takes a sample of *outlet* and keeps nothing.

    It takes the arguments ``sample`` (a :class:`Sample`), ``articles`` (how many), and ``origin``
    and ``until`` as the outlet's own does.

    :param timeout_s: after so many seconds it ends.
    """
    settings: dict[str, Any] = {
        **(outlet.custom_settings or {}),
        **NOTHING_IS_KEPT,
        "CLOSESPIDER_TIMEOUT": timeout_s,
    }
    return type(f"Sample{outlet.__name__}", (_Sampler, outlet), {"custom_settings": settings})
