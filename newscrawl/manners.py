"""Who crawls introduces themselves, and does as they are told."""

import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.errors import OperatorError
from newscrawl.urls import is_loopback

_SLOT = "127.0.0.1"


def introduce(crawler: Crawler, address: str | None) -> None:
    """Put the contact address into the user agent of *crawler*.

    :param address: what is asked, if that is known to be all that is.
    :raises OperatorError: if a live site would be asked without a contact address.
    """
    contact = crawler.settings["NEWSCRAWL_CONTACT"]
    if contact:
        agent = f"{crawler.settings['USER_AGENT']} (+{contact})"
        crawler.settings.set("USER_AGENT", agent, priority="spider")
    elif not (address and is_loopback(address)):
        raise OperatorError(
            "NEWSCRAWL_CONTACT is not set: outlets must be able to reach who crawls them; "
            "set it to an e-mail address or a page, in the environment or with -s"
        )


def loopback_slot(spider: Spider | None, request: Request) -> str | None:
    """Return the download slot of a *request* that goes to this machine; None if it does not."""
    asked = getattr(spider, "origin", None) or request.url
    return _SLOT if is_loopback(asked) else None


def crawl_delay(theirs: float | None, *, ours: float, most: float) -> float | None:
    """Return the seconds to wait between two requests to a host whose robots.txt asks for
    *theirs*: no fewer than *ours*, no more than *most* for their sake; None if it asks for nothing
    that can be done.

    >>> crawl_delay(10, ours=1, most=60), crawl_delay(0.1, ours=1, most=60)
    (10, 1)
    >>> crawl_delay(86400, ours=1, most=60)
    60
    """
    if theirs is None or math.isnan(theirs) or theirs <= 0:
        return None
    return max(min(theirs, most), ours)


def robots_say_nothing(status: int) -> bool:
    """Return whether an answer of this *status* for a robots.txt leaves open what it allows.

    RFC 9309 has everything allowed where there is no file (4xx), and nothing while the server
    fails (5xx). One that is too busy to answer (429) has not said that it has none.

    >>> [status for status in (200, 404, 403, 429, 500, 503) if robots_say_nothing(status)]
    [429, 500, 503]
    """
    return status == 429 or status >= 500


def head_of(robots: bytes, most: int) -> bytes:
    """Return the whole lines among the first *most* bytes.

    >>> head_of(b"User-agent: *\\nDisallow: /a\\nDisallow: /long", 33)
    b'User-agent: *\\nDisallow: /a\\n'
    """
    if len(robots) <= most:
        return robots
    return robots[: max(robots.rfind(b"\n", 0, most), robots.rfind(b"\r", 0, most)) + 1]


def refuses(refused: int, answered: int, *, share: float) -> bool:
    """Return whether a host that *refused* so many of the requests it *answered* does not want to
    be read: it is more than *share* of them.

    >>> refuses(1, 1, share=0.5), refuses(1, 2, share=0.5), refuses(0, 0, share=0.5)
    (True, False, False)
    """
    return refused > share * answered


def pause_after(times: int, pauses: Sequence[timedelta]) -> timedelta:
    """Return how long to leave a host alone that refused so many runs, one after the other.

    :param pauses: after the first, the second, …; the last one also after all others.

    >>> hour, day = timedelta(hours=1), timedelta(days=1)
    >>> [pause_after(times, [hour, day]) == day for times in (1, 2, 3)]
    [False, True, True]
    """
    return pauses[min(times, len(pauses)) - 1]


def retry_after(said: str, *, now: datetime) -> float | None:
    """Return the seconds from *now* that a ``Retry-After`` header asks to wait, or None if it asks
    for none or cannot be read.

    :param said: seconds, or a date as HTTP writes it.
    :param now: aware; by the server's clock if *said* may be a date.

    >>> retry_after("120", now=datetime(2031, 3, 4, 12, tzinfo=UTC))
    120.0
    >>> retry_after("Tue, 04 Mar 2031 12:00:30 GMT", now=datetime(2031, 3, 4, 12, tzinfo=UTC))
    30.0
    >>> retry_after("soon", now=datetime(2031, 3, 4, 12, tzinfo=UTC)) is None
    True
    """
    said = said.strip()
    if said.isascii() and said.isdigit():
        seconds = float(said)
    else:
        moment = http_date(said)
        if moment is None:
            return None
        seconds = (moment - now).total_seconds()
    return seconds if seconds > 0 else None


def server_time(response: Response) -> datetime | None:
    """Return when *response* was sent by the clock of its server, aware, or None."""
    return http_date((response.headers.get("Date") or b"").decode("latin-1"))


def http_date(said: str) -> datetime | None:
    """Return the moment that a header names, aware, or None if it names none.

    >>> http_date("Tue, 04 Mar 2031 12:00:30 GMT").isoformat()
    '2031-03-04T12:00:30+00:00'
    >>> http_date("Tue, 04 Mar 99999999999999999999 12:00:30 GMT") is None
    True
    """
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
