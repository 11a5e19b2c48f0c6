"""Every request and what came of it, for the store."""

from datetime import UTC, datetime
from typing import Literal

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from newscrawl.books import Books
from newscrawl.meta import REVISIT, teaser_of, walk_of
from newscrawl.outcomes import is_conditional
from newscrawl.storage import Fetch


class FetchesMiddleware:
    """Enter each attempt at a page of a listing or an article as it went over the line; what was
    not asked for, for robots.txt or the budget, is none."""

    def __init__(self, books: Books) -> None:
        self.books = books

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "FetchesMiddleware":
        return cls(Books.of(crawler))

    def process_response(self, request: Request, response: Response) -> Response:
        status = response.status
        if status < 400:
            unchanged = status == 304 and is_conditional(request)
            self._enter(request, "unchanged" if unchanged else "read", None, response)
        else:
            self._enter(request, "failed", f"http {status}", response)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        if not isinstance(exception, IgnoreRequest):
            self._enter(request, "failed", type(exception).__name__, None)

    def _enter(
        self,
        request: Request,
        outcome: Literal["read", "unchanged", "failed"],
        reason: str | None,
        response: Response | None,
    ) -> None:
        teaser = teaser_of(request.meta)
        if teaser is None and walk_of(request.meta) is None:
            return
        kind: Literal["listing", "article", "revisit"] = "listing"
        if teaser is not None:
            kind = "revisit" if REVISIT in request.meta else "article"
        self.books.enter_fetch(
            Fetch(
                kind=kind,
                url=request.url,
                id=teaser.id if teaser else None,
                status=response.status if response is not None else None,
                outcome=outcome,
                reason=reason,
                bytes=len(response.body) if response is not None else 0,
                seconds=request.meta.get("download_latency"),
                fetched_at=datetime.now(UTC),
            )
        )
