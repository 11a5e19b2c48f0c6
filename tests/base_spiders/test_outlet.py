import json

import pytest

from newscrawl.errors import OperatorError
from newscrawl.meta import walk_of
from newscrawl.outcomes import article_settled, listing_failed
from tests.base_spiders.invented import failed
from tests.conftest import MakeSpider


def test_the_user_agent_names_the_contact(make_spider: MakeSpider) -> None:
    spider = make_spider("caliber", {"NEWSCRAWL_CONTACT": "crawls@newsroom.example"})
    assert spider.settings["USER_AGENT"].endswith("(+crawls@newsroom.example)")


def test_only_a_crawl_of_this_machine_needs_no_contact(make_spider: MakeSpider) -> None:
    nobody = {"NEWSCRAWL_CONTACT": ""}
    make_spider("caliber", nobody, origin="http://127.0.0.1:8000")
    for arguments in ({}, {"origin": "https://mirror.example"}):
        with pytest.raises(OperatorError, match="NEWSCRAWL_CONTACT"):
            make_spider("caliber", nobody, **arguments)


@pytest.mark.parametrize(
    ("url", "id"),
    [
        ("https://caliber.az/post/slug", "caliber:ru:slug"),
        ("http://www.caliber.az/en/post/slug/?utm_source=x#top", "caliber:en:slug"),
        ("https://caliber.az/arm/post/slug", "caliber:hy:slug"),
        ("https://caliber.az/hy/post/slug", "caliber:hy:slug"),
        ("https://caliber.az/fr/post/slug", None),
        ("https://caliber.az/category/mir", None),
        ("https://other.example/post/slug", None),
        ("javascript:void(0)", None),
        (f"https://caliber.az/post/{'x' * 2000}", None),
    ],
)
def test_addresses_that_lead_to_articles(make_spider: MakeSpider, url: str, id: str | None) -> None:
    identity = make_spider("caliber").profile.pattern.identify(url)
    assert (identity.id if identity else None) == id


def test_an_address_that_no_index_holds_leads_to_no_article(make_spider: MakeSpider) -> None:
    spider = make_spider("any", url="https://a.example/news/")
    assert spider.teaser("https://a.example/news/2031-gates-close", "listing")
    assert spider.teaser(f"https://a.example/news/2031-{'gates-' * 400}close", "listing") is None


def test_a_mark_that_a_site_has_changed_comes_first(make_spider: MakeSpider) -> None:
    marks = {"NEWSCRAWL_EDITION_MARKS": json.dumps({"caliber": {"hy": "armenian"}})}
    spider = make_spider("caliber", marks, editions="hy", ways="listing")
    (addresses,) = spider.addresses(("https://caliber.az/{prefix}",))
    assert addresses[0] == "https://caliber.az/armenian/"
    assert "https://caliber.az/arm/" in addresses


def test_the_front_page_of_an_edition_that_is_gone_is_sought_elsewhere(
    make_spider: MakeSpider,
) -> None:
    spider = make_spider("caliber", editions="hy", ways="listing")
    (request,) = spider.start_listing()  # type: ignore[attr-defined]  # of ListingSpider
    tried = [request.url]
    while again := list(spider.request_failed(failed(request, 404))):
        (request,) = again
        tried.append(request.url)
    assert tried == [f"https://caliber.az/{mark}/" for mark in ("arm", "hy", "am")]


def test_a_failure_is_told_with_its_reason(make_spider: MakeSpider) -> None:
    spider = make_spider("caliber")
    told: list[tuple[str, str]] = []

    def article(article_id: str, outcome: str, reason: str) -> None:
        told.append((article_id, reason))

    def listing(walk: object, reason: str) -> None:
        told.append(("listing", reason))

    spider.crawler.signals.connect(article, signal=article_settled)
    spider.crawler.signals.connect(listing, signal=listing_failed)
    teaser = spider.teaser("https://caliber.az/post/slug", "listing")
    assert teaser
    request = spider.article_request(teaser)
    assert list(spider.request_failed(failed(request, 410))) == []
    assert list(spider.request_failed(failed(request, 503))) == []
    walk = spider.walk_request("https://caliber.az/", "listing", spider.parse_article)
    assert walk_of(walk.meta)
    assert list(spider.request_failed(failed(walk, 500))) == []
    assert told == [
        ("caliber:ru:slug", "gone"),
        ("caliber:ru:slug", "http 503"),
        ("listing", "http 500"),
    ]
