"""Checks that ask the outlets: what their robots.txt allows, and what time they have."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from urllib.parse import urljoin

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.robotstxt import ProtegoRobotParser
from twisted.python.failure import Failure

from newscrawl.arguments import checked_origin
from newscrawl.base_spiders import OutletSpider
from newscrawl.base_spiders.one_page import NOTHING_IS_KEPT
from newscrawl.doctor.findings import Finding, ok, problem, warning
from newscrawl.manners import head_of, introduce, robots_say_nothing, server_time
from newscrawl.outcomes import failure_reason

_FAR_OFF = timedelta(minutes=5)


@dataclass(frozen=True)
class Answer:
    """What a host says when it is asked for its robots.txt."""

    status: int = 0
    body: bytes = b""
    date: datetime | None = None
    """By the host's own clock, aware."""

    received: datetime | None = None
    """By ours, aware."""

    failure: str = ""
    """Why there is no answer."""


class RobotsSpider(Spider):
    """Asks for the files at *urls*; what comes is put into *answers*, by URL."""

    name = "doctor"
    custom_settings = {
        **NOTHING_IS_KEPT,
        "ROBOTSTXT_OBEY": False,  # these are the files themselves
        "HTTPERROR_ALLOW_ALL": True,  # but redirects are followed, as a crawl does
        "RETRY_TIMES": 1,
        "DOWNLOAD_TIMEOUT": 30,
    }

    def __init__(
        self, *, urls: Iterable[str], answers: dict[str, Answer], origin: str | None = None
    ) -> None:
        super().__init__()
        self.urls = urls
        self.answers = answers
        self.origin = checked_origin(origin)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        introduce(crawler, spider.origin)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        for url in self.urls:
            yield Request(
                url,
                callback=self.answered,
                errback=self.failed,
                cb_kwargs={"asked": url},
                dont_filter=True,  # another one may be redirected there
            )

    def answered(self, response: Response, asked: str) -> None:
        body = head_of(response.body, self.settings.getint("NEWSCRAWL_ROBOTS_MAX_KB") * 1024)
        self.answers[asked] = Answer(
            response.status, body, server_time(response), datetime.now(UTC)
        )

    def failed(self, failure: Failure) -> None:
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        self.answers[request.cb_kwargs["asked"]] = Answer(failure=failure_reason(failure))


def addresses_of(spider: OutletSpider) -> list[str]:
    """Return where the outlet's listings begin."""
    starts = (getattr(spider, f"start_{way}")() for way in spider.arguments.ways)
    return [request.url for requests in starts for request in requests]


def robots_url(url: str) -> str:
    """Return the address of the robots.txt that *url* obeys.

    >>> robots_url("https://www.outlet.example/news/?page=2")
    'https://www.outlet.example/robots.txt'
    """
    return urljoin(url, "/robots.txt")


def robots(
    outlet: str, addresses: Sequence[str], answers: Mapping[str, Answer], agent: str
) -> Finding:
    """Say which of the outlet's listings its robots.txt forbids to *agent*.

    :param answers: by :func:`robots_url`; a host that has none was not heard of in time.
    """
    check = f"robots.txt of {outlet}"
    forbidden = []
    delays = set()
    for url in addresses:
        answer = answers.get(robots_url(url), Answer(failure="no answer in time"))
        if answer.failure or robots_say_nothing(answer.status):
            why = answer.failure or f"http {answer.status}"
            return problem(check, f"{robots_url(url)}: {why}", "try again; has the site moved?")
        if answer.status >= 300:
            continue  # there are no rules
        rules = ProtegoRobotParser(answer.body, None)
        if not rules.allowed(url, agent):
            forbidden.append(url)
        delays.add(rules.crawl_delay(agent))
    if forbidden:
        said = f"forbids {len(forbidden)} of {len(addresses)} listings, e.g. {forbidden[0]}"
        level = problem if len(forbidden) == len(addresses) else warning
        return level(check, said, "ask the outlet, or leave them out with -a ways=...")
    asked = max((delay for delay in delays if delay), default=None)
    wish = f", asks for {asked:g} s between requests" if asked else ""
    return ok(check, f"allows {len(addresses)} listings{wish}")


def clock(answers: Iterable[Answer]) -> Finding:
    """Compare our clock with those of the hosts, by the median of the differences."""
    differences = sorted(
        answer.received - answer.date for answer in answers if answer.date and answer.received
    )
    if not differences:
        return warning("clock of others", "no outlet has told the time", "check the network")
    off = differences[len(differences) // 2]
    if abs(off) > _FAR_OFF:
        way = "ahead of" if off > timedelta() else "behind"
        return problem(
            "clock of others",
            f"ours is {abs(off)} {way} that of {len(differences)} hosts",
            "set the clock, or let NTP do it",
        )
    return ok("clock of others", f"within {_FAR_OFF} of {len(differences)} hosts")
