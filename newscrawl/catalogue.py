"""The outlets that the project knows."""

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from newscrawl.base_spiders import OutletSpider


def described_outlets(settings: BaseSettings) -> list[type[OutletSpider]]:
    """Return the spiders of outlets that somebody has described, by name."""
    loader = get_spider_loader(settings)
    spiders = map(loader.load, sorted(loader.list()))
    return [spider for spider in spiders if issubclass(spider, OutletSpider) and spider.facts]
