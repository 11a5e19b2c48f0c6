"""Listings whose pages are found by number or by day."""

import pytest
from scrapy.http import JsonResponse, Response

from newscrawl.base_spiders import ListingSpider
from newscrawl.outcomes import article_settled
from tests.base_spiders.invented import (
    ARTICLE_URL,
    HARBOUR,
    SITE,
    answer,
    failures,
    next_pages,
    spider_of,
    teasers,
)

SHOWING = '<a href="/news/a1">A</a><a href="/pt/news/b2">B</a>'


class HarbourSpider(ListingSpider):
    name = "harbour_post"
    allowed_domains = ["harbour-post.example"]
    outlet = HARBOUR
    ways = ("listing",)
    article_url = ARTICLE_URL


class NumberedSpider(HarbourSpider):
    listings = (f"{SITE}/port/", f"{SITE}/weather/")
    page_url = "{listing}/page/{page}?from={index}"


class LinkedSpider(HarbourSpider):
    listings = (f"{SITE}/",)
    section_links = "nav a"


class MarkedSpider(HarbourSpider):
    listings = (SITE + "/{prefix}port/",)


class DailySpider(HarbourSpider):
    listings = (SITE + "/archive/{day:%Y-%m-%d}",)


def first(spider: ListingSpider) -> list[str]:
    return [request.url for request in spider.start_listing()]


def test_pages_are_counted_until_one_shows_nothing() -> None:
    spider = spider_of(NumberedSpider)
    request, _ = spider.start_listing()
    (second,) = next_pages(spider.parse_front(answer(request, SHOWING)))
    assert second.url == f"{SITE}/port/page/2?from=1"
    (third,) = next_pages(spider.parse_listing(answer(second, SHOWING)))
    assert third.url == f"{SITE}/port/page/3?from=2"
    assert next_pages(spider.parse_listing(answer(third, "<p>No more.</p>"))) == []


def test_a_page_that_is_gone_is_the_end_and_no_failure() -> None:
    spider = spider_of(NumberedSpider)
    reasons = failures(spider)
    request, _ = spider.start_listing()
    (second,) = next_pages(spider.parse_front(answer(request, SHOWING)))
    assert 404 in second.meta["handle_httpstatus_list"]
    assert list(spider.parse_listing(answer(second, SHOWING, status=404))) == []
    assert reasons == []


def test_a_page_of_another_edition_does_not_end_the_list() -> None:
    spider = spider_of(NumberedSpider, editions="en")
    request, _ = spider.start_listing()
    found = list(spider.parse_front(answer(request, '<a href="/pt/news/b2">B</a>')))
    assert teasers(found) == []
    assert [page.url for page in next_pages(found)] == [f"{SITE}/port/page/2?from=1"]


def test_a_first_page_without_articles_is_a_failed_listing() -> None:
    spider = spider_of(NumberedSpider)
    reasons = failures(spider)
    request, _ = spider.start_listing()
    assert list(spider.parse_front(answer(request, "<p>Redesigned.</p>"))) == []
    assert reasons == ["no articles"]


@pytest.mark.parametrize("page", [Response, JsonResponse])
def test_what_is_no_page_at_all_is_a_failed_listing(page: type[Response]) -> None:
    for spider in (spider_of(NumberedSpider), spider_of(LinkedSpider, sections="port")):
        reasons = failures(spider)
        request, *_ = spider.start_listing()
        assert list(spider.parse_front(page(request.url, body=b"%PDF-1.7", request=request))) == []
        assert reasons == ["no page"]


@pytest.mark.parametrize("page", [Response, JsonResponse])
def test_what_is_no_page_at_all_is_a_failed_article(page: type[Response]) -> None:
    spider = spider_of(NumberedSpider)
    told: list[tuple[str, str, str]] = []

    def settled(article_id: str, outcome: str, reason: str) -> None:
        told.append((article_id, outcome, reason))

    spider.crawler.signals.connect(settled, signal=article_settled)
    teaser = spider.teaser(f"{SITE}/news/a1", "listing")
    assert teaser
    request = spider.article_request(teaser)
    assert list(spider.parse_article(page(request.url, body=b"%PDF-1.7", request=request))) == []
    assert told == [("harbour_post:en:a1", "failed", "no page")]


def test_listings_that_are_sections_are_chosen_by_their_names() -> None:
    assert first(spider_of(NumberedSpider, sections="Weather")) == [f"{SITE}/weather/"]


@pytest.mark.parametrize(
    ("arguments", "days"),
    [
        ({"until": "2025-11-03"}, ["2025-11-03", "2025-11-02", "2025-11-01", "2025-10-31"]),
        ({"until": "2025-11-03", "since": "2025-11-02"}, ["2025-11-03", "2025-11-02"]),
    ],
)
def test_an_archive_is_read_day_by_day_backwards(
    arguments: dict[str, str], days: list[str]
) -> None:
    spider = spider_of(DailySpider, **arguments)
    asked: list[str] = []
    pages = list(spider.start_listing())
    while pages and len(asked) < 4:
        (request,) = pages
        asked.append(request.url.rpartition("/")[2])
        quiet = len(asked) == 2
        page = answer(request, "Nothing that day" if quiet else SHOWING, 404 if quiet else 200)
        found = spider.parse_front(page) if len(asked) == 1 else spider.parse_listing(page)
        pages = next_pages(list(found))
    assert asked == days


def test_the_walks_of_an_archive_have_one_name_from_day_to_day() -> None:
    (one,) = spider_of(DailySpider, until="2025-11-03").start_listing()
    (other,) = spider_of(DailySpider, until="2025-11-05").start_listing()
    assert one.url != other.url
    assert one.meta["newscrawl_walk"].listing == other.meta["newscrawl_walk"].listing


def test_a_listing_of_all_editions_of_which_some_were_asked_for_is_another_one() -> None:
    whole, narrowed = spider_of(NumberedSpider), spider_of(NumberedSpider, editions="en")
    (of_all, _), (of_some, _) = whole.start_listing(), narrowed.start_listing()
    assert of_all.url == of_some.url
    names = [request.meta["newscrawl_walk"].listing for request in (of_all, of_some)]
    assert names == [
        f"harbour_post:listing:{SITE}/port/",
        f"harbour_post:listing:en:{SITE}/port/",
    ]
    (second,) = next_pages(narrowed.parse_front(answer(of_some, SHOWING)))
    assert second.url == f"{SITE}/port/page/2?from=1"


def test_a_listing_of_one_edition_is_the_same_one_whichever_were_asked_for() -> None:
    (_, whole), (narrowed,) = (
        spider_of(MarkedSpider, **arguments).start_listing()
        for arguments in ({}, {"editions": "pt"})
    )
    assert whole.meta["newscrawl_walk"] == narrowed.meta["newscrawl_walk"]


def test_the_days_of_all_editions_of_which_some_were_asked_for_have_their_addresses() -> None:
    spider = spider_of(DailySpider, editions="en,pt", until="2025-11-03")
    narrowed = spider_of(DailySpider, editions="en", until="2025-11-03")
    ((one,), (other,)) = (each.start_listing() for each in (spider, narrowed))
    assert one.url == other.url == f"{SITE}/archive/2025-11-03"
    assert one.meta["newscrawl_walk"] != other.meta["newscrawl_walk"]
