"""What a whole site answers while it is down, closed or gone elsewhere."""

from newscrawl.demo.broken import CHALLENGE
from newscrawl.demo.faults import Fault
from newscrawl.demo.feeds import ROBOTS_CLOSED
from newscrawl.demo.site import Answer

ELSEWHERE = "https://moved.example"
RETRY_AFTER_S = 1

_ROBOTS = "/robots.txt"
_ANSWERS = {
    Fault.DOWN: Answer(b"Service Unavailable", status=503, content_type="text/plain"),
    Fault.FORBIDDEN: Answer(b"Forbidden", status=403, content_type="text/plain"),
    Fault.THROTTLED: Answer(
        b"Too Many Requests",
        status=429,
        content_type="text/plain",
        headers={"Retry-After": str(RETRY_AFTER_S)},
    ),
    Fault.CHALLENGED: Answer(CHALLENGE.encode(), status=403),
}


def sitewide(faults: frozenset[Fault], address: str) -> Answer | None:
    """Return what *faults* let the site answer at *address*, or None if they let it alone.

    :param address: a path with its query.
    """
    for fault, answer in _ANSWERS.items():
        if fault in faults:
            return answer
    if Fault.ROBOTS in faults and address == _ROBOTS:
        return Answer(ROBOTS_CLOSED.encode(), content_type="text/plain")
    if Fault.ELSEWHERE in faults and address != _ROBOTS:
        return Answer(b"", status=301, headers={"Location": ELSEWHERE + address})
    return None
