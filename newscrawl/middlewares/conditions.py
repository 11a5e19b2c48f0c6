"""Asking for a page on condition that it has changed: RFC 9110, section 13."""

from scrapy import Request
from scrapy.http import Response

from newscrawl.storage import PageVersion, Revisit
from newscrawl.urls import LONGEST_ADDRESS

_LONGEST = 1000


def add_conditions(request: Request, version: PageVersion | Revisit) -> None:
    """Let *request* ask for a page only if it is another version than that."""
    if version.etag:
        request.headers["If-None-Match"] = version.etag
    if version.last_modified:
        request.headers["If-Modified-Since"] = version.last_modified


def version_of(response: Response) -> PageVersion | None:
    """Return what *response* names as the version of its page, None if nothing, or if its address
    is too long for the store to find it by."""
    etag, last_modified = _header(response, "ETag"), _header(response, "Last-Modified")
    if response.status != 200 or response.request is None or not (etag or last_modified):
        return None
    asked: list[str] = response.request.meta.get("redirect_urls") or [response.request.url]
    url = asked[0]
    return PageVersion(url, etag, last_modified) if len(url) <= LONGEST_ADDRESS else None


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    if not value or len(value) > _LONGEST or b"\0" in value:
        return None
    return value.decode("latin-1")
