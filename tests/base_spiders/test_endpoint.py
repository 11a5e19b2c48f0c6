import json
from urllib.parse import parse_qs

import pytest
from scrapy import Request

from newscrawl.base_spiders import EndpointFields, EndpointSpider, WordPressSpider
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


class HarbourEndpointSpider(EndpointSpider):
    name = "harbour_post"
    allowed_domains = ["harbour-post.example"]
    outlet = HARBOUR
    ways = ("endpoint",)
    article_url = ARTICLE_URL
    endpoints = (SITE + "/api/list?offset={offset}&n=2",)
    endpoint_batch = 2
    endpoint_fields = EndpointFields(items="data", link="url", headline="title", date="when")


class PostingSpider(HarbourEndpointSpider):
    endpoints = (SITE + "/api/home/",)
    endpoint_form = {"page": "{page}", "loaded": "{offset}"}
    endpoint_form_page = SITE + "/pt/"


class BlogSpider(WordPressSpider):
    name = "harbour_post"
    allowed_domains = ["harbour-post.example"]
    outlet = HARBOUR
    article_url = ARTICLE_URL
    site = SITE + "/"


ITEM = {"url": "/news/a1", "title": "Gates &amp; locks", "when": "2025-11-16 09:30"}


def start(spider: EndpointSpider) -> Request:
    (request,) = spider.start_endpoint()
    return request


def test_batches_follow_each_other_until_one_is_empty() -> None:
    spider = spider_of(HarbourEndpointSpider)
    request = start(spider)
    assert request.url == f"{SITE}/api/list?offset=0&n=2"
    found = list(spider.parse_batch(answer(request, {"data": [ITEM, {"title": "no link"}]})))
    (teaser,) = teasers(found)
    assert (teaser.id, teaser.headline) == ("harbour_post:en:a1", "Gates & locks")
    assert teaser.date is not None
    assert teaser.date.isoformat() == "2025-11-16T09:30:00+00:00"
    (second,) = next_pages(found)
    assert second.url == f"{SITE}/api/list?offset=2&n=2"
    assert list(spider.parse_batch(answer(second, {"data": "no ids"}))) == []


def test_batches_of_which_some_editions_were_asked_for_are_where_they_are() -> None:
    spider = spider_of(HarbourEndpointSpider, editions="pt")
    request = start(spider)
    assert request.url == f"{SITE}/api/list?offset=0&n=2"
    (second,) = spider.parse_batch(answer(request, {"data": [ITEM]}))
    assert second.url == f"{SITE}/api/list?offset=2&n=2"


@pytest.mark.parametrize(
    ("content", "status", "reason"),
    [
        ("<html>Welcome</html>", 200, "no JSON"),
        ({"data": []}, 200, "no articles"),
        ({"error": "closed"}, 200, "no articles"),
        ({"error": "closed"}, 404, "http 404"),
    ],
)
def test_a_first_batch_without_articles_is_a_failed_listing(
    content: str | dict[str, object], status: int, reason: str
) -> None:
    spider = spider_of(HarbourEndpointSpider)
    reasons = failures(spider)
    assert list(spider.parse_batch(answer(start(spider), content, status))) == []
    assert reasons == [reason]


def test_hidden_fields_of_a_page_are_posted_along() -> None:
    spider = spider_of(PostingSpider)
    page = start(spider)
    assert page.url == f"{SITE}/pt/"
    assert page.dont_filter
    form = '<form><input type="hidden" name="token" value="t0k"><input name="q"></form>'
    (request,) = spider.parse_form_page(answer(page, form))
    assert (request.method, request.url) == ("POST", f"{SITE}/api/home/")
    assert parse_qs(request.body.decode()) == {"token": ["t0k"], "page": ["1"], "loaded": ["0"]}
    (second,) = next_pages(list(spider.parse_batch(answer(request, {"data": [ITEM]}))))
    assert parse_qs(second.body.decode()) == {"token": ["t0k"], "page": ["2"], "loaded": ["2"]}


def test_half_a_character_spoils_nothing_else() -> None:
    spider = spider_of(BlogSpider)
    post = {
        "link": f"{SITE}/news/a1",
        "title": {"rendered": "Gates \ud83d"},
        "content": {"rendered": "<p>One.\ud83d</p>\0"},
        "jetpack_featured_media_url": f"{SITE}/a1.jpg\ud83d",
    }
    (teaser,) = teasers(list(spider.parse_batch(answer(start(spider), [post]))))
    said = (teaser.headline, teaser.body, teaser.image)
    assert said == ("Gates", "One.", f"{SITE}/a1.jpg")


def test_wordpress_tells_its_posts_with_instants_and_texts() -> None:
    spider = spider_of(BlogSpider)
    assert spider.feeds == (f"{SITE}/feed/",)
    post = {
        "link": f"{SITE}/news/a1",
        "title": {"rendered": "Gates &#8217;n&#8217; locks"},
        "date_gmt": "2025-11-16T09:30:00",
        "content": {"rendered": "<p>One.</p>\n<p>Two.</p>"},
        "jetpack_featured_media_url": f"{SITE}/a1.jpg",
    }
    request = start(spider)
    assert request.url.startswith(f"{SITE}/wp-json/wp/v2/posts?per_page=50&")
    assert request.url.endswith("&page=1")
    found = list(spider.parse_batch(answer(request, json.loads(json.dumps([post])))))
    (teaser,) = teasers(found)
    assert (teaser.headline, teaser.body) == ("Gates ’n’ locks", "One.\n\nTwo.")
    assert teaser.date is not None
    assert teaser.date.isoformat() == "2025-11-16T09:30:00+00:00"
    (second,) = next_pages(found)
    reasons = failures(spider)
    beyond = {"code": "rest_post_invalid_page_number"}
    assert list(spider.parse_batch(answer(second, beyond, status=400))) == []
    assert reasons == []
