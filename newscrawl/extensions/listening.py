"""What extensions for the crawls of outlets have in common."""

from collections.abc import Callable
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newscrawl.arguments import CrawlArguments


def arguments_of(crawler: Crawler) -> CrawlArguments:
    """Return the arguments of the spider of *crawler*.

    :raises NotConfigured: if it is no outlet's.
    """
    arguments = getattr(crawler.spider, "arguments", None)
    if not isinstance(arguments, CrawlArguments):
        raise NotConfigured("the spider is no outlet's")
    return arguments


def listen(crawler: Crawler, *methods: Callable[..., Any]) -> None:
    """Connect each of *methods* to the signal of Scrapy's that has its name."""
    for method in methods:
        crawler.signals.connect(method, signal=getattr(signals, method.__name__))
