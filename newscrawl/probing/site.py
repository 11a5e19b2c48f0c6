"""What was fetched of a site, and what to ask for next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import chain, zip_longest
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from parsel import Selector
from scrapy.utils.sitemap import sitemap_urls_from_robots

from newscrawl.discovery import (
    Link,
    Source,
    article_links,
    feed_guesses,
    feeds,
    language_in_address,
    links_of,
    on_site,
    shape_of,
)
from newscrawl.feeds import Entry
from newscrawl.items import Article
from newscrawl.sitemaps import MapEntry, Sitemap
from newscrawl.urls import canonical_url


@dataclass(frozen=True)
class Page:
    """One answer of the site."""

    url: str
    """Where it was found in the end."""

    fetched: datetime
    """Aware."""

    body: bytes
    text: str = ""
    """The body decoded, if it is a page of HTML."""

    @cached_property
    def root(self) -> HtmlElement:
        root: HtmlElement = Selector(text=self.text, type="html", base_url=self.url).root
        return root

    @cached_property
    def links(self) -> list[Link]:
        return links_of(self.root, self.url)


@dataclass(frozen=True)
class FoundFeed:
    """A feed that answered."""

    source: Source
    page: Page
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class FoundMap:
    """A sitemap that answered."""

    source: Source
    page: Page
    sitemap: Sitemap
    index: str | None = None
    """The index that names it."""

    @property
    def articles(self) -> list[MapEntry]:
        """Its entries whose addresses look like those of articles; none of an index."""
        if self.sitemap.kind == "index":
            return []
        return [entry for entry in self.sitemap.entries if shape_of(entry.url).score > 0]

    @property
    def is_news(self) -> bool:
        """Whether it says of its articles when they were published."""
        return any(entry.published for entry in self.articles)


@dataclass(frozen=True)
class ReadPage:
    """A page that links led to, read as a stranger would read it."""

    page: Page
    article: Article

    @property
    def address(self) -> str:
        """Its canonical address, if the page states one on its own site."""
        return self.article.url if on_site(self.article.url, self.page.url) else self.page.url


@dataclass(frozen=True)
class Site:
    """All that was fetched."""

    front: Page
    """The page that was asked for."""

    robots: str | None = None
    feeds: tuple[FoundFeed, ...] = ()
    maps: tuple[FoundMap, ...] = ()
    articles: tuple[ReadPage, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    """What was asked for in vain: address and reason."""

    @cached_property
    def listed(self) -> list[Link]:
        """The links of the front page that lead to articles."""
        return article_links(self.front.links, self.front.url)

    def addresses(self) -> list[str]:
        """Return the addresses that may be articles' as each source gives them, in turn; those of
        the front page's own edition first."""
        rows: list[Sequence[str]] = [[link.url for link in self.listed]]
        rows += [[entry.link for entry in feed.entries] for feed in self.feeds]
        rows += [[entry.url for entry in found.articles] for found in self.maps]
        mixed = filter(None, chain.from_iterable(zip_longest(*rows)))
        here = self.front.url
        own = dict.fromkeys(url for each in mixed if (url := canonical_url(each)))
        of_site = [url for url in own if on_site(url, here)]
        edition = language_in_address(here)
        own_edition = [url for url in of_site if language_in_address(url) == edition]
        return list(dict.fromkeys([*own_edition, *of_site]))


def sources_to_ask(front: Page, robots: str | None, most: int) -> Iterator[Source]:
    """Yield at most *most* feeds and sitemaps to ask for, what the site names before guesses."""
    named = [
        source
        for source in feeds(front.root, front.links, front.url)
        if on_site(source.url, front.url)
    ]
    for address in sitemap_urls_from_robots(robots or "", base_url=front.url):
        if (url := canonical_url(address)) and on_site(url, front.url):
            named.append(Source(url, "sitemap", "robots.txt names it"))
    named.sort(key=_news_first)
    kinds = {source.kind for source in named}
    guesses = [guess for guess in feed_guesses(front.url) if guess.kind not in kinds]
    by_kind = [[g for g in guesses if g.kind == kind] for kind in ("feed", "sitemap")]
    in_turn = (guess for pair in zip_longest(*by_kind) for guess in pair if guess)
    seen: set[str] = set()
    for source in (*named, *in_turn):
        if source.url not in seen and len(seen) < most:
            seen.add(source.url)
            yield source


def map_below(found: FoundMap) -> Source | None:
    """Return the one map of an index that is worth a look: of news, else what changed last."""
    if found.sitemap.kind != "index" or not found.sitemap.entries:
        return None
    news = [e for e in found.sitemap.entries if "news" in urlsplit(e.url).path.casefold()]
    chosen = max(news or found.sitemap.entries, key=_changed)
    url = canonical_url(chosen.url, base=found.page.url)
    return Source(url, "sitemap", f"{found.source.url} names it") if url else None


def _news_first(source: Source) -> bool:
    return source.kind == "sitemap" and "news" not in urlsplit(source.url).path.casefold()


def _changed(entry: MapEntry) -> str:
    return entry.lastmod
