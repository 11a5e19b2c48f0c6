"""What holds for every outlet's spider."""

import inspect
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import pytest
from scrapy.utils.project import get_project_settings

from newscrawl.base_spiders import (
    EndpointSpider,
    FeedSpider,
    ListingSpider,
    NewsSitemapSpider,
    OutletSpider,
)
from newscrawl.catalogue import described_outlets
from tests.conftest import MakeSpider
from tests.saved_pages import PAGES, SavedPage

OUTLETS = described_outlets(get_project_settings())
DATA = {
    "feed": (FeedSpider, "feeds"),
    "listing": (ListingSpider, "listings"),
    "scroll": (ListingSpider, "listings"),
    "sitemap": (NewsSitemapSpider, "sitemaps"),
    "endpoint": (EndpointSpider, "endpoints"),
}
"""Way in to the base spider that walks it and the attribute with its addresses."""

each_outlet = pytest.mark.parametrize("spider", OUTLETS, ids=lambda spider: spider.name)


def addresses(spider: type[OutletSpider]) -> Iterator[str]:
    for way in spider.ways:
        for template in getattr(spider, DATA[way][1]):
            for edition in spider.outlet.editions:
                mark = edition.marks[0]
                yield template.replace("{mark}", mark).replace("{prefix}", mark and f"{mark}/")


@cache
def cases(name: str) -> list[tuple[SavedPage, dict[str, Any]]]:
    return [(page, page.case()) for page in PAGES if page.spider == name]


def articles(name: str) -> list[dict[str, Any]]:
    return [
        found
        for _, case in cases(name)
        for found in case.get("expected", ())
        if case["callback"] == "parse_article"
    ]


@each_outlet
def test_file_class_and_name_agree(spider: type[OutletSpider]) -> None:
    assert Path(inspect.getfile(spider)).stem == spider.name
    assert spider.__name__ == spider.name.title().replace("_", "") + "Spider"
    assert re.fullmatch("[a-z][a-z0-9_]+", spider.name)


@each_outlet
def test_its_docstring_tells_more_than_its_name(spider: type[OutletSpider]) -> None:
    assert spider.__doc__
    assert spider.__doc__ != OutletSpider.__doc__
    assert len(spider.__doc__) > len(spider.outlet.name) + 20


@each_outlet
def test_its_zone_and_its_country_exist(spider: type[OutletSpider]) -> None:
    assert spider.outlet.timezone in available_timezones()
    assert re.fullmatch("[A-Z]{2}", spider.outlet.country)


@each_outlet
def test_its_facts_have_an_age(spider: type[OutletSpider]) -> None:
    assert spider.facts
    assert spider.facts.confidence in ("high", "medium", "low")
    assert 2013 <= spider.facts.seen <= 2100
    assert spider.facts.confidence == "high" or spider.facts.doubt


@each_outlet
def test_each_way_in_has_its_base_spider_and_addresses(spider: type[OutletSpider]) -> None:
    assert spider.ways
    for way in spider.ways:
        base, attribute = DATA[way]
        assert issubclass(spider, base)
        from_robots = way == "sitemap" and getattr(spider, "sitemaps_from_robots", False)
        assert getattr(spider, attribute) or from_robots


@each_outlet
def test_its_domains_hold_every_address(spider: type[OutletSpider]) -> None:
    for address in addresses(spider):
        host = urlsplit(address).hostname or ""
        assert any(
            host == domain or host.endswith(f".{domain}") for domain in spider.allowed_domains
        ), f"{address} is outside {spider.allowed_domains}"


@each_outlet
def test_no_listing_is_taken_for_an_article(spider: type[OutletSpider]) -> None:
    pattern = spider.describe().pattern
    assert [address for address in addresses(spider) if pattern.identify(address)] == []


@each_outlet
def test_its_pattern_knows_the_saved_articles(spider: type[OutletSpider]) -> None:
    pattern = spider.describe().pattern
    for _, case in cases(spider.name):
        if case["callback"] == "parse_article":
            identity = pattern.identify(case["url"])
            assert identity, case["url"]
            found = case["expected"][0]
            assert (found["id"], found["url"]) == (identity.id, identity.url)


@each_outlet
def test_each_edition_has_a_saved_article(spider: type[OutletSpider]) -> None:
    saved = {article["id"].split(":")[1] for article in articles(spider.name)}
    assert set(spider.outlet.languages) <= saved


@each_outlet
def test_each_edition_has_a_saved_listing(spider: type[OutletSpider]) -> None:
    pattern = spider.describe().pattern
    shown = set()
    for _, case in cases(spider.name):
        for found in case.get("expected", ()):
            if "follow" in found and (identity := pattern.identify(found["follow"])):
                shown.add(identity.language)
    assert set(spider.outlet.languages) <= shown


@each_outlet
def test_its_saved_articles_are_whole(spider: type[OutletSpider]) -> None:
    for article in articles(spider.name):
        assert article["headline"]
        assert article["date"]
        assert len(article["body"].split("\n\n")) > 1


@each_outlet
def test_its_addresses_have_a_host_for_every_mark(
    spider: type[OutletSpider], make_spider: MakeSpider
) -> None:
    made = make_spider(spider.name)
    for way in spider.ways:
        for address in chain(*made.addresses(getattr(spider, DATA[way][1]))):
            host = urlsplit(address).hostname or ""
            assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host), address
