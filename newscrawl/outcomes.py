"""What becomes of an article or a listing that was asked for, where no item tells."""

from typing import Literal

from scrapy import Request
from scrapy.exceptions import DropItem, IgnoreRequest
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from newscrawl.items import GONE

Outcome = Literal[
    "stored", "unchanged", "removed", "duplicate", "skipped", "dropped", "failed", "left"
]
"""``unchanged`` and ``removed`` are those of articles that were looked at again; ``left`` is none
yet: the next run begins with it."""

BACKING_OFF = "backing off"
"""Why nothing is asked of a host that has refused the runs before."""

OVER_BUDGET = "request budget"
"""Why nothing more is asked of a host in this run."""

NOT_MODIFIED = "not modified"
"""Why there is no page to parse: it is the version that was read last."""

article_settled = object()
"""Signal: an article that was asked for ends without an item.

Sent with ``article_id``, ``outcome`` (``skipped``, ``unchanged``, ``failed`` or ``left``),
``reason`` and ``date`` (of first publication, aware, or None).
"""

listing_failed = object()
"""Signal: a page of a listing could not be read. Sent with ``walk`` and ``reason``."""

request_refused = object()
"""Signal: a request was answered with a challenge, or another refusal, to the last. Sent with
``request`` and ``kind``, as of :func:`newscrawl.refusals.refusal`."""

listing_unchanged = object()
"""Signal: a page of a listing is the version that was read last. Sent with ``walk``."""


class ArticleDropped(DropItem):
    """An article that is not to be stored.

    :param outcome: ``duplicate`` or ``dropped``.
    :param reason: a few words that are counted; the same for all articles of one kind.
    :param detail: what is particular to this one, for the log.
    """

    def __init__(self, outcome: Outcome, reason: str, detail: str, log_level: str = "WARNING"):
        super().__init__(f"{reason}: {detail}", log_level=log_level)
        self.outcome = outcome
        self.reason = reason


def duplicate(reason: str, url: str, of: str) -> ArticleDropped:
    """Return what drops the article at *url* for being the article *of*."""
    return ArticleDropped("duplicate", reason, f"{url} is {of}", log_level="DEBUG")


class Refused(IgnoreRequest):
    """The answer was a challenge, a consent wall or a login page instead of the page."""


class LeftForLater(IgnoreRequest):
    """The page is not asked for in this run, for a reason that is not the page's: an article
    stays in the ledger as owed.

    :param reason: a few words that are counted.
    """


class RobotsUnreachable(LeftForLater):
    """The host does not say what it allows.

    :param why: what its robots.txt was answered with.
    """

    PREFIX = "robots.txt unreachable: "

    def __init__(self, why: str) -> None:
        super().__init__(f"{self.PREFIX}{why}")
        self.why = why


class OutOfBudget(LeftForLater):
    """The host was asked as often as this run may ask it."""

    def __init__(self) -> None:
        super().__init__(OVER_BUDGET)


def failure_reason(failure: Failure) -> str:
    """Return in a few words why a request has no response to parse; the same words for all
    failures of one kind, so that they can be counted.

    ``gone`` (404, 410), ``not modified`` (304, if it was asked so), ``http <status>``,
    ``challenge`` and the other kinds of refusal, ``robots.txt``,
    ``robots.txt unreachable: <one of these>``,
    ``request budget``, ``backing off``, ``offsite``, else the name of the exception.
    """
    error = failure.value
    if isinstance(error, HttpError):
        response: Response = error.response
        if response.status == _NOT_MODIFIED and is_conditional(response.request):
            return NOT_MODIFIED
        return GONE if response.status in (404, 410) else f"http {response.status}"
    if isinstance(error, Refused | LeftForLater):
        return str(error)
    if isinstance(error, IgnoreRequest):
        return _IGNORED.get(str(error).split(" ")[0], str(error) or "ignored")
    return type(error).__name__


def is_conditional(request: Request | None) -> bool:
    """Tell whether *request* asks for a page only if it has changed."""
    return request is not None and any(name in request.headers for name in CONDITIONS)


_NOT_MODIFIED = 304
CONDITIONS = ("If-None-Match", "If-Modified-Since")

_IGNORED = {"Forbidden": "robots.txt", "Filtered": "offsite"}
"""First word of what Scrapy's middlewares say when they ignore a request, to our reason."""
