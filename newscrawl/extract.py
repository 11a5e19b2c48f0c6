"""An article out of a page, without a crawl."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from lxml.etree import ElementDefaultClassLookup, HTMLParser
from lxml.html import HtmlComment, HtmlElement, HtmlProcessingInstruction
from parsel.selector import create_root_node
from scrapy.http import HtmlResponse
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.project import get_project_settings

from newscrawl.encoding import page_encoding
from newscrawl.explaining import Trace
from newscrawl.items import Article
from newscrawl.reading import read_article, read_unknown

_CLASSES = ElementDefaultClassLookup(
    element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction
)


class _Parser(HTMLParser):
    """As ``lxml.html.HTMLParser``, without asking Python for the class of every element."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.set_element_class_lookup(_CLASSES)


def extract_article(
    html: str | bytes,
    url: str,
    *,
    outlet: str | None = None,
    fetched_at: datetime | None = None,
    trace: Trace | None = None,
) -> Article:
    """Return the article that a page holds; what cannot be read is missing.

    Of a page that is no article the best reading is returned, and its evidence says what it is:
    see :data:`newscrawl.judging.NOT_AN_ARTICLE`.

    :param html: the page; bytes are decoded by what they are, whatever they say.
    :param url: its absolute address.
    :param outlet: a spider's name; ``auto`` for the spider whose hosts hold *url*, if there is
        one; None for nothing known.
    :param fetched_at: when the page was fetched, aware; now by default.
    :param trace: takes down what was found for each field, and why one of it was kept.
    :raises LookupError: if there is no spider *outlet*.
    """
    if isinstance(html, bytes):
        html = html.decode(page_encoding(html), errors="replace")
    body = html.encode(errors="replace")  # half a character is none
    root = create_root_node("", _Parser, base_url=url, body=body)
    now = fetched_at or datetime.now(UTC)
    spider = find_spider(outlet, url) if outlet else None
    if spider is None:
        return read_unknown(root, url, now=now, trace=trace)
    article = read_article(root, url, profile=spider.describe(), now=now, trace=trace)
    return _amended(spider, article, url, body)


def _amended(spider: Any, article: Article, url: str, body: bytes) -> Article:
    """Return *article* as a crawl of *spider* would store it."""
    # What the outlet's hook does not look at is neither decoded nor parsed again.
    response = HtmlResponse(url, body=body, encoding="utf-8")
    amended: Article = spider().amend(article, response)
    return amended


def find_spider(outlet: str, url: str) -> Any:
    """Return the class of the spider *outlet*, or of the one whose hosts hold *url* if *outlet*
    is ``auto``; None if there is none.

    :raises LookupError: if there is no spider *outlet*.
    """
    loader = get_spider_loader(get_project_settings())
    host = urlsplit(url).hostname or ""
    for name in loader.list():
        spider: Any = loader.load(name)
        is_its_host = any(
            host == domain or host.endswith(f".{domain}") for domain in spider.allowed_domains
        )
        if name == outlet or (outlet == "auto" and is_its_host):
            return spider
    if outlet != "auto":
        raise LookupError(f"no spider is called {outlet!r}")
    return None
