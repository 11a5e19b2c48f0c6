"""What is known of an outlet decides how its pages are read."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml.html import HtmlElement, document_fromstring

from newscrawl.identities import ArticlePattern
from newscrawl.items import Edition, Outlet
from newscrawl.reading import Profile, read_article, read_unknown
from newscrawl.selectors import ArticleSelectors

URL = "https://lantern.example/en/post/gates"
OUTLET = Outlet("The Lantern", "GE", "Asia/Tbilisi", (Edition("en", ("en",)),))
PATTERN = ArticlePattern(
    "lantern", r"https://lantern\.example/(?P<edition>en)/post/(?P<key>[a-z-]+)", OUTLET.editions
)


@pytest.mark.parametrize(
    ("day_first", "date"),
    [(None, None), (True, "2024-09-01T00:00:00+04:00"), (False, "2024-01-09T00:00:00+04:00")],
)
@pytest.mark.parametrize("selectors", [ArticleSelectors(date=".when"), ArticleSelectors()])
def test_an_outlet_may_say_in_which_order_it_prints_day_and_month(
    day_first: bool | None, date: str | None, selectors: ArticleSelectors
) -> None:
    page = document_fromstring("<h1>The flood gates close</h1><p class='when date'>01/09/2024</p>")
    profile = Profile("lantern", replace(OUTLET, day_first=day_first), PATTERN, selectors)
    article = read_article(page, URL, profile=profile, now=datetime(2024, 9, 2, tzinfo=UTC))
    assert (article.date and article.date.isoformat()) == date


NOW = datetime(2024, 9, 2, tzinfo=UTC)


def linked(canonical: str) -> HtmlElement:
    link = f"<link rel=canonical href='{canonical}'>"
    return document_fromstring(f"<html lang=en>{link}<h1>The gates close</h1>")


@pytest.mark.parametrize(
    ("canonical", "id"),
    [
        ("/en/post/dams", "lantern:en:dams"),
        ("/post/gates", "lantern:en:gates"),
        ("https://other.example/en/post/dams", "lantern:en:gates"),
        ("/en/", "lantern:en:gates"),
    ],
)
def test_a_canonical_address_decides_which_article_a_page_is_in_its_edition(
    canonical: str, id: str
) -> None:
    editions = (Edition("en", ("en",)), Edition("ka"))
    regex = r"https://lantern\.example/(?:(?P<edition>en)/)?post/(?P<key>[a-z-]+)"
    pattern = ArticlePattern("lantern", regex, editions)
    outlet = replace(OUTLET, editions=editions)
    profile = Profile("lantern", outlet, pattern, ArticleSelectors())
    assert read_article(linked(canonical), URL, profile=profile, now=NOW).id == id


@pytest.mark.parametrize(
    "url",
    [
        "https://reed.example/news/2026-gates-close",
        "http://www.reed.example/news/2026-gates-close/",
        "https://m.reed.example/news/2026-gates-close?utm_source=a#top",
        "https://amp.reed.example/news/2026-gates-close",
        "https://reed.example/news/2026-gates-close/amp/",
        "https://reed-example.cdn.ampproject.org/c/s/reed.example/news/2026-gates-close",
    ],
)
def test_the_forms_of_a_page_nobody_has_described_are_one_article(url: str) -> None:
    article = read_unknown(linked(""), url, now=NOW)
    assert article.id == "reed.example:en:/news/2026-gates-close"
    assert article.outlet == "reed.example"


@pytest.mark.parametrize(
    ("canonical", "path"),
    [
        ("https://www.reed.example/news/2026-dams-close", "/news/2026-dams-close"),
        ("https://reed.example/", "/news.php?id=4711"),
        ("https://reed.example/news.php", "/news.php?id=4711"),
        ("https://other.example/2026-gates-close", "/news.php?id=4711"),
    ],
)
def test_a_canonical_address_of_a_section_or_another_host_is_not_believed(
    canonical: str, path: str
) -> None:
    url = "https://reed.example/news.php?id=4711"
    article = read_unknown(linked(canonical), url, now=NOW)
    assert article.id == f"reed.example:en:{path}"
    assert article.url == (canonical if "dams" in path else url)
