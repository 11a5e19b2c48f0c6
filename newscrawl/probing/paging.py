"""How a listing goes on, as a spider would say it."""

from collections.abc import Sequence
from dataclasses import dataclass

from newscrawl.discovery import NextPage


@dataclass(frozen=True)
class Paging:
    """One attribute of :class:`~newscrawl.base_spiders.ListingSpider`, or none."""

    attribute: str | None
    value: str
    reason: str


def paging_of(listing: str, pages: Sequence[NextPage]) -> Paging | None:
    """Return how the *listing* is walked that goes on with *pages*, None if it has one page.

    >>> paging_of("https://a.example/n/", [NextPage("https://a.example/n/page/2/", "page 2")])
    Paging(attribute='page_url', value='{listing}/page/{page}/', reason='page 2')
    >>> paging_of("https://a.example/n", [NextPage("https://a.example/o", "a[rel=next]")]).value
    'a[rel=next]'
    """
    for page in pages:
        if page.reason in ("a[rel=next]", "link[rel=next]"):
            return Paging("next_page", page.reason, page.reason)
    for page in pages:
        start = listing.rstrip("/")
        if page.url is None or not page.url.startswith(start):
            continue
        rest = page.url[len(start) :]
        for number, place in (("2", "{page}"), ("1", "{index}")):
            if rest.count(number) == 1 and not any(c.isdigit() for c in rest.replace(number, "")):
                return Paging("page_url", f"{{listing}}{rest.replace(number, place)}", page.reason)
    if pages:
        return Paging(None, pages[0].url or "by script", f"{pages[0].reason}; not drafted")
    return None
