"""What a response is, and says beside its page."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeGuard

from scrapy.http import JsonResponse, Response, TextResponse

from newscrawl.meta import FETCHED_AT
from newscrawl.rights import HEADERS

NO_PAGE = "no page"
"""Why nothing is read where a link leads to a picture, a document or the like."""


def is_page(response: Response) -> TypeGuard[TextResponse]:
    """Tell whether there is markup to read: outlets link pictures and documents, too."""
    return isinstance(response, TextResponse) and not isinstance(response, JsonResponse)


def fetched_at(response: Response) -> datetime:
    """Return when *response* was received, UTC: as the download handler noted, else as its
    ``Date`` header says (a page replayed from a cache), else now."""
    noted = response.meta.get(FETCHED_AT) if response.request else None
    if isinstance(noted, datetime):
        return noted
    header = response.headers.get("Date")
    try:
        return parsedate_to_datetime(header.decode("ascii")).astimezone(UTC) if header else _now()
    except (ValueError, UnicodeDecodeError):
        return _now()


def rights_headers(response: Response) -> dict[str, str]:
    """Return what the headers of *response* say of rights, by name."""
    return {
        name: b", ".join(values).decode("latin-1")
        for name in HEADERS
        if (values := response.headers.getlist(name))
    }


def _now() -> datetime:
    return datetime.now(UTC)
