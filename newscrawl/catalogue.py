"""The outlets that the project knows."""

from collections.abc import Sequence

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from newscrawl.base_spiders import OutletSpider
from newscrawl.errors import OperatorError


def described_outlets(settings: BaseSettings) -> list[type[OutletSpider]]:
    """Return the spiders of outlets that somebody has described, by name."""
    loader = get_spider_loader(settings)
    spiders = map(loader.load, sorted(loader.list()))
    return [spider for spider in spiders if issubclass(spider, OutletSpider) and spider.facts]


def chosen_outlets(
    settings: BaseSettings, names: Sequence[str], countries: Sequence[str]
) -> list[type[OutletSpider]]:
    """Return the outlets of these *names* or *countries*; all of them if there are neither.

    :param countries: ISO 3166-1 alpha-2, any case.
    :raises OperatorError: for a name or a country that no outlet has.
    """
    outlets = {outlet.name: outlet for outlet in described_outlets(settings)}
    codes = {code.upper() for code in countries}
    if unknown := [name for name in names if name not in outlets]:
        raise OperatorError(f"no outlet is called {unknown[0]!r}; `scrapy outlets` lists them")
    if none := codes - {outlet.outlet.country for outlet in outlets.values()}:
        raise OperatorError(f"no outlet is of {min(none)!r}; `scrapy outlets` lists them")
    return [
        outlet
        for name, outlet in outlets.items()
        if (not names and not codes) or name in names or outlet.outlet.country in codes
    ]
