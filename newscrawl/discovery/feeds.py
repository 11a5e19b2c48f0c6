"""Feeds and sitemaps that a page offers, and addresses where sites keep theirs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from newscrawl.discovery.links import Link, absolute, on_site

_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+xml")
_FEED_PATH = re.compile(r"/(?:rss|feeds?|atom)(?:[/.]|$)|[/.](?:rss|atom)$|[?&]feed=", re.I)
_MAP_PATH = re.compile(r"sitemap[^/]*(?:\.xml(?:\.gz)?)?$", re.I)
_COMMENTS = re.compile(r"comments?(?:/feed|[._/-]|$)|/feed/[?&]?comments", re.I)
_FEED_TEXTS = frozenset(("rss", "rss feed", "feed", "atom", "rss лента", "rss lenti"))
_FEEDS = ("rss", "feed", "rss.xml", "feed.xml", "atom.xml", "index.xml", "rss/")
_MAPS = ("sitemap.xml", "news-sitemap.xml", "sitemap_index.xml", "sitemap-news.xml")


@dataclass(frozen=True)
class Source:
    """An address where machines can read what is new."""

    url: str
    kind: Literal["feed", "sitemap"]
    reason: str


def feeds(root: HtmlElement, links: Sequence[Link], url: str) -> list[Source]:
    """Return the feeds and sitemaps that the page *root* at *url* offers, the surest first.

    Feeds of comments are left out. A link that a reader sees may lead to a page about feeds.

    >>> from lxml.html import fromstring
    >>> page = fromstring("<link rel=alternate type='application/rss+xml' href=/rss>")
    >>> feeds(page, [], "https://a.example/")[0].url
    'https://a.example/rss'
    """
    found: dict[str, Source] = {}
    for source in (*_stated(root, url), *_linked(links, url)):
        if not _COMMENTS.search(source.url):
            found.setdefault(source.url, source)
    return list(found.values())


def feed_guesses(url: str) -> list[Source]:
    """Return addresses where sites like that of *url* often keep feeds and sitemaps.

    >>> [guess.url for guess in feed_guesses("https://a.example/politics/")][:2]
    ['https://a.example/rss', 'https://a.example/feed']
    """
    return [
        *(Source(urljoin(url, f"/{name}"), "feed", "a usual address") for name in _FEEDS),
        *(Source(urljoin(url, f"/{name}"), "sitemap", "a usual address") for name in _MAPS),
    ]


def names_section(source: str, section: str) -> bool:
    """Tell whether the address of a feed names the section whose listing is at *section*: it is
    below it, or has the last step of its path as a word.

    >>> names_section("https://a.example/rss/sport.xml", "https://a.example/en/sport/")
    True
    >>> names_section("https://a.example/rss.xml", "https://a.example/en/sport/")
    False
    """
    steps = [step for step in unquote(urlsplit(section).path).casefold().split("/") if step]
    words = re.split(r"[/._?&=]+", unquote(source).casefold())
    return not steps or steps[-1] in words


def _stated(root: HtmlElement, url: str) -> Iterator[Source]:
    for element in root.iter("link"):
        rel = (element.get("rel") or "").lower().split()
        kind = (element.get("type") or "").lower().partition(";")[0].strip()
        address = absolute(element.get("href") or "", url)
        if address is None:
            continue
        if "alternate" in rel and kind in _TYPES and "oembed" not in address:
            yield Source(address, "feed", f"link[rel=alternate][type='{kind}']")
        elif "sitemap" in rel:
            yield Source(address, "sitemap", "link[rel=sitemap]")


def _linked(links: Sequence[Link], url: str) -> Iterator[Source]:
    for link in links:
        if not on_site(link.url, url):
            continue
        parts = urlsplit(link.url)
        if _MAP_PATH.search(parts.path):
            if parts.path.endswith((".xml", ".xml.gz")):
                yield Source(link.url, "sitemap", f"a link {link.text!r}")
        elif _FEED_PATH.search(link.url.partition(parts.netloc)[2]) or (
            link.text.casefold() in _FEED_TEXTS
        ):
            yield Source(link.url, "feed", f"a link {link.text!r}")
