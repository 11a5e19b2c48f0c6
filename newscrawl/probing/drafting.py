"""A draft of the spider of a site."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from newscrawl.discovery import host_of, language_in_address, next_pages
from newscrawl.identities import ArticlePattern
from newscrawl.items import Edition, Outlet
from newscrawl.probing.addresses import NoPattern, alike, pattern_of
from newscrawl.probing.gaps import Gap, Said, gaps
from newscrawl.probing.paging import Paging, paging_of
from newscrawl.probing.places import Place, guess_place
from newscrawl.probing.site import Page, ReadPage, Site
from newscrawl.probing.writing import MOST_LINES, Described, written
from newscrawl.reading import Profile
from newscrawl.selectors import ArticleSelectors
from newscrawl.structured import Structured

_LEAST_LISTED = 2
WayName = Literal["feed", "listing", "sitemap"]


class NoDraft(Exception):
    """There is not enough for a spider; the message says what is missing."""


@dataclass(frozen=True)
class Way:
    """A way in that answered with articles."""

    name: WayName
    address: str
    page: Page
    """What is saved of it."""


@dataclass(frozen=True)
class Draft:
    """A spider as it is written to a file, and what it is made of."""

    name: str
    source: str
    ways: tuple[Way, ...]
    left_out: tuple[str, ...]
    """Ways in for which the draft had no room."""

    outlet: Outlet
    article_url: str
    articles: tuple[ReadPage, ...]
    """Those that the pattern knows."""

    language: str
    place: Place
    paging: Paging | None
    gaps: tuple[Gap, ...]
    said: dict[str, Said]
    """What lists say of an article, by its address there."""


def draft_of(site: Site, name: str) -> Draft:
    """Return a draft of the spider *name* of *site*.

    :raises NoDraft: if there are no articles, or they cannot be told by their addresses.
    """
    ways = [
        *(feed.page.url for feed in site.feeds),
        *(found.index or found.page.url for found in site.maps),
        site.front.url,
    ]
    try:
        pattern = pattern_of([each.address for each in site.articles], site.addresses(), ways)
    except NoPattern as error:
        raise NoDraft(str(error)) from None
    of_edition = alike([each.address for each in site.articles])
    known = tuple(each for each in site.articles if each.address in of_edition)
    language = Counter(each.article.language for each in known).most_common(1)[0][0]
    stated = (each.article.date for each in known if each.article.date_precision != "day")
    place = guess_place(site.front.url, language, filter(None, stated))
    mark = language_in_address(known[0].address) and _mark(pattern, known[0].address)
    edition = Edition(language, (mark,)) if mark else Edition(language)
    outlet = Outlet(_outlet_name(site), place.country, place.timezone, (edition,))
    found = tuple(_ways(site, ArticlePattern(name, pattern, (edition,))))
    if not found:
        raise NoDraft("no feed, sitemap or listing leads to the articles by their own addresses")
    said = _said(site)
    profile = Profile(name, outlet, ArticlePattern(name, pattern, (edition,)), ArticleSelectors())
    missing = tuple(gaps(known, said, profile))
    front = site.front
    paging = paging_of(front.url, next_pages(front.root, front.links, front.url))
    for count in range(len(found), 0, -1):
        kept = found[:count]
        source = written(
            Described(
                name=name,
                host=host_of(known[0].address),
                outlet=outlet,
                year=front.fetched.year,
                doubt=_doubt(place),
                pattern=pattern,
                ways={way.name: way.address for way in kept},
                paging=paging,
                selectors={gap.field: gap.selector for gap in missing if gap.selector},
            )
        )
        if count == 1 or len(source.splitlines()) <= MOST_LINES:
            break
    left_out = tuple(way.name for way in found[count:])
    return Draft(
        name, source, kept, left_out, outlet, pattern, known, language, place, paging, missing, said
    )


def _mark(pattern: str, address: str) -> str:
    match = re.fullmatch(pattern, address)
    return (match.groupdict().get("edition") if match else "") or ""


def _doubt(place: Place) -> str:
    return f"drafted by scrapy probe: {place.doubt or 'country and zone are guesses'}"


def _outlet_name(site: Site) -> str:
    pages = [site.front, *(each.page for each in site.articles)]
    for page in pages:
        for said in Structured(page.root, page.url).site_names():
            if 1 < len(said) <= 40:
                return said
    return host_of(site.front.url)


def _ways(site: Site, pattern: ArticlePattern) -> Iterator[Way]:
    """Yield the ways in that lead to articles by the addresses that *pattern* knows."""
    feeds = [
        (sum(1 for entry in feed.entries if pattern.identify(entry.link)), feed)
        for feed in site.feeds
    ]
    found = False
    if feeds and (best := max(count for count, _ in feeds)):
        feed = next(feed for count, feed in feeds if count == best)
        found = True
        yield Way("feed", feed.page.url, feed.page)
    shown = {identity.id for link in site.listed if (identity := pattern.identify(link.url))}
    if len(shown) >= _LEAST_LISTED:
        found = True
        yield Way("listing", site.front.url, site.front)
    for known in sorted(site.maps, key=lambda each: not each.is_news):
        named = any(pattern.identify(entry.url) for entry in known.articles)
        if named and (known.is_news or not found):
            address = known.page.url if known.is_news else known.index or known.page.url
            yield Way("sitemap", address, known.page)
            return


def _said(site: Site) -> dict[str, Said]:
    """Return what lists say of articles; feeds before listings."""
    said = {link.url: Said(headline=link.text or None) for link in site.listed}
    for found in site.maps:
        for entry in found.articles:
            said[entry.url] = Said(entry.title or None, entry.published or None)
    for feed in site.feeds:
        for each in feed.entries:
            said[each.link] = Said(each.title, each.published)
    return said
