"""An article out of a page, without a crawl."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HTMLParser
from parsel.selector import create_root_node
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

from newscrawl.encoding import page_encoding
from newscrawl.items import Article
from newscrawl.reading import Profile, read_article, read_unknown


def extract_article(
    html: str | bytes,
    url: str,
    *,
    outlet: str | None = None,
    fetched_at: datetime | None = None,
) -> Article:
    """Return the article that a page holds; what cannot be read is missing.

    :param html: the page; bytes are decoded by what they are, whatever they say.
    :param url: its absolute address.
    :param outlet: a spider's name; ``auto`` for the spider whose hosts hold *url*, if there is
        one; None for nothing known.
    :param fetched_at: when the page was fetched, aware; now by default.
    :raises LookupError: if there is no spider *outlet*.
    """
    if isinstance(html, bytes):
        html = html.decode(page_encoding(html), errors="replace")
    html = html.encode(errors="replace").decode()  # half a character is none
    root = create_root_node(html, HTMLParser, base_url=url)
    now = fetched_at or datetime.now(UTC)
    profile = _profile(outlet, url) if outlet else None
    if profile is None:
        return read_unknown(root, url, now=now)
    return read_article(root, url, profile=profile, now=now)


def _profile(outlet: str, url: str) -> Profile | None:
    loader = get_spider_loader(get_project_settings())
    host = urlsplit(url).hostname or ""
    for name in loader.list():
        spider: Any = loader.load(name)
        is_its_host = any(
            host == domain or host.endswith(f".{domain}") for domain in spider.allowed_domains
        )
        if name == outlet or (outlet == "auto" and is_its_host):
            profile: Profile | None = spider.describe()
            return profile
    if outlet != "auto":
        raise LookupError(f"no spider is called {outlet!r}")
    return None
