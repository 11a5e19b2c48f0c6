from datetime import UTC, datetime

import pytest
from lxml.html import document_fromstring
from scrapy import Request
from scrapy.http import HtmlResponse

from newscrawl.base_spiders.responses import rights_headers
from newscrawl.extract import extract_article
from newscrawl.items import Article
from newscrawl.rights import read_rights
from newscrawl.structured import Structured
from tests.conftest import MakeSpider

URL = "https://lantern.example/gates"
STATED = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Gates",
"license": "https://lantern.example/terms", "copyrightYear": 2031,
"copyrightHolder": {"@type": "Organization", "name": "The Lantern"}}</script>"""


def rights(head: str, **headers: str) -> dict[str, str]:
    page = Structured(document_fromstring(f"<html><head>{head}</head><body>x</body></html>"), URL)
    return read_rights(page, {name.replace("_", "-"): value for name, value in headers.items()})


def test_a_page_that_is_silent_on_rights_has_none() -> None:
    assert rights("<meta name=robots content='index, follow, max-image-preview:large'>") == {}


def test_licence_and_copyright_are_those_of_the_article() -> None:
    found = rights(STATED + "<meta name=copyright content='All rights reserved'>")
    assert found == {"licence": "https://lantern.example/terms", "copyright": "2031 The Lantern"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ('"copyrightNotice": "© The Lantern", "copyrightYear": "2031"', "© The Lantern"),
        ('"copyrightYear": "2031"', "2031"),
        ('"copyrightHolder": "The Lantern"', "The Lantern"),
    ],
)
def test_as_much_of_the_copyright_as_is_said(said: str, expected: str) -> None:
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", {said}}}</script>'
    assert rights(head)["copyright"] == expected


def test_robots_are_the_directives_that_forbid_from_page_and_header() -> None:
    head = "<meta name=robots content='index, NOAI'><meta name=googlebot content='noarchive'>"
    found = rights(head, x_robots_tag="otherbot: noindex, max-snippet:0, noai")
    assert found == {"robots": "noai, noarchive, noindex, max-snippet:0"}


def test_text_mining_is_reserved_if_one_place_says_so() -> None:
    policy = "<meta name=tdm-policy content='https://lantern.example/tdm.json'>"
    assert rights(policy + "<meta name=tdm-reservation content=1>") == {
        "text_mining": "reserved",
        "text_mining_policy": "https://lantern.example/tdm.json",
    }
    assert rights("<meta name=tdm-reservation content=0>") == {"text_mining": "not reserved"}
    assert rights("<meta name=tdm-reservation content=0>", tdm_reservation="1") == {
        "text_mining": "reserved"
    }
    assert rights("<meta name=tdm-reservation content=perhaps>") == {}


def test_a_page_that_nobody_described_has_the_rights_it_states() -> None:
    article = extract_article(STATED, URL, fetched_at=datetime(2031, 3, 5, tzinfo=UTC))
    assert article.rights["licence"] == "https://lantern.example/terms"


def test_a_crawl_reads_the_headers_beside_what_the_outlet_asks(make_spider: MakeSpider) -> None:
    url = "https://caliber.az/en/post/gates"
    response = HtmlResponse(
        url,
        request=Request(url),
        body=b"<div class=post><h1 class=post_title>Gates close at dusk</h1>"
        b"<div class=post_body><p>The gates of the harbour close at dusk from Monday on.</p></div>",
        headers={"X-Robots-Tag": ["noai", "noindex"], "TDM-Reservation": "1", "Server": "\xff"},
        encoding="utf-8",
    )
    assert rights_headers(response) == {"x-robots-tag": "noai, noindex", "tdm-reservation": "1"}
    (article,) = make_spider("caliber").parse_article(response)
    assert isinstance(article, Article)
    assert article.rights == {
        "attribution": "Use of materials only with a hyperlink to Caliber.Az.",
        "robots": "noai, noindex",
        "text_mining": "reserved",
    }
