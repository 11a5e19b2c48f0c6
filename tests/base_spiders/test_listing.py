from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml.html import document_fromstring
from scrapy import Request
from scrapy.http import HtmlResponse

from newscrawl.meta import WALK, teaser_of, walk_of
from newscrawl.spiders.caliber import CaliberSpider
from newscrawl.walks import Walk
from tests.conftest import MakeSpider

FRONT = "https://caliber.az/en/"
PAGE = """<html><nav>
<a href="/en/category/region">REGION</a> <a href="/en/category/world/">World</a>
<a href="/en/category/region?x">REGION again</a></nav>
<div class=float_block><a href="/en/post/a"></a>
<div class=float_block_time>13 October 2025 10:23</div>
<div class=float_block_category>REGION</div><a href="/en/post/a">A</a></div>
<div class=float_block><a href="/post/b">B</a></div>
<div class=float_block><a href="/en/post/c">C</a><div class=float_block_time>soon</div></div>
<div class=loading></div><a rel=next href="?page=2">2</a></html>"""


def front() -> HtmlResponse:
    request = Request(FRONT, meta={WALK: Walk(f"caliber:listing:{FRONT}", "listing")})
    return HtmlResponse(FRONT, body=PAGE.encode(), encoding="utf-8", request=request)


@pytest.fixture
def spider(make_spider: MakeSpider) -> CaliberSpider:
    spider = make_spider("caliber", editions="en", ways="feed,listing")
    assert isinstance(spider, CaliberSpider)
    return spider


def test_a_card_is_one_teaser_with_what_it_says(spider: CaliberSpider) -> None:
    teasers = [teaser for r in spider.parse_listing(front()) if (teaser := teaser_of(r.meta))]
    assert [teaser.id for teaser in teasers] == ["caliber:en:a", "caliber:en:c"]
    first, last = teasers
    assert first.date is not None
    assert first.date.isoformat() == "2025-10-13T10:23:00+04:00"
    assert (first.date_raw, first.section) == ("13 October 2025 10:23", "REGION")
    assert last.date is None


def test_a_card_is_read_in_the_order_of_the_outlet(
    spider: CaliberSpider, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = PAGE.replace("13 October 2025 10:23", "03/10/2025 10:23")
    root = document_fromstring(page)
    for day_first, month in ((True, 10), (False, 3), (None, None)):
        monkeypatch.setattr(spider, "outlet", replace(spider.outlet, day_first=day_first))
        first = next(spider.read_teasers(root, FRONT, datetime(2025, 11, 1, tzinfo=UTC)))
        assert (first.date.month if first.date else None) == month


def test_relative_links_start_where_the_page_says(spider: CaliberSpider) -> None:
    page = b"""<base href=/><a href=en/category/world>World</a>
    <div class=float_block><a href=en/post/a>A</a></div>"""
    request = Request(FRONT, meta={WALK: Walk(f"caliber:listing:{FRONT}", "listing")})
    response = HtmlResponse(FRONT, body=page, encoding="utf-8", request=request)
    assert [r.url for r in spider.parse_front(response)] == [
        "https://caliber.az/en/post/a",
        "https://caliber.az/en/category/world",
    ]


def test_the_next_page_belongs_to_the_same_walk(spider: CaliberSpider) -> None:
    (following,) = [r for r in spider.parse_listing(front()) if walk_of(r.meta)]
    walk = walk_of(following.meta)
    assert walk == Walk(f"caliber:listing:{FRONT}", "listing", page=2)
    assert following.url == "https://caliber.az/en/?page=2"


def test_a_front_page_leads_to_each_section_once(spider: CaliberSpider) -> None:
    walks = [r.url for r in spider.parse_front(front()) if walk_of(r.meta)]
    assert walks == [
        "https://caliber.az/en/?page=2",
        "https://caliber.az/en/category/region",
        "https://caliber.az/en/category/world/",
        "https://caliber.az/en/category/region?x",
    ]


@pytest.mark.parametrize("name", ["REGION", "region", "World", "world"])
def test_a_section_goes_by_its_name_and_its_slug(make_spider: MakeSpider, name: str) -> None:
    spider = make_spider("caliber", editions="en", ways="listing", sections=name)
    assert isinstance(spider, CaliberSpider)
    requests = list(spider.parse_front(front()))
    assert {r.url.rstrip("/").rpartition("/")[2].lower()[:5] for r in requests} == {
        name.lower()[:5]
    }
    assert all(teaser_of(r.meta) is None for r in requests)


def test_a_feed_that_cannot_tell_sections_is_left_out(make_spider: MakeSpider) -> None:
    spider = make_spider("caliber", sections="region")
    assert isinstance(spider, CaliberSpider)
    assert list(spider.start_feed()) == []


def test_a_page_of_html_where_a_feed_should_be_is_a_failure(spider: CaliberSpider) -> None:
    assert list(spider.parse_feed(front())) == []
