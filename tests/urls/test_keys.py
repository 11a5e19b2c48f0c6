import pytest

from newscrawl.urls import address_key, canonical_url, plain_address

PAGE = "https://a.example/news/2026-gates"


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example/news/2026-gates",
        "https://www.a.example/news/2026-gates/",
        "HTTPS://A.Example.:443/news/2026-gates?utm_source=x#comments",
        "https://m.a.example/news/2026-gates",
        "https://mobile.a.example/news/2026-gates",
        "https://amp.a.example/news/2026-gates",
        "https://www.m.a.example/news/2026-gates",
        "https://a.example/news//2026-gates",
        "https://a.example/news/x/../2026%2Dgates/index.html",
        "https://a.example/news/2026-gates/index.php",
        "https://a.example/news/2026-gates/amp",
        "https://a.example/news/2026-gates/amp/",
        "https://a.example/amp/news/2026-gates",
        "https://a.example/news/2026-gates?amp",
        "https://a.example/news/2026-gates?amp=1",
        "https://a.example/news/2026-gates?outputType=amp",
        "https://a.example/news/2026-gates.amp",
        "https://a.example/news/2026-gates/print/",
        "https://a.example/news/2026-gates?print=1",
        "https://a-example.cdn.ampproject.org/c/s/a.example/news/2026-gates",
        "https://a-example.cdn.ampproject.org/v/s/a.example/news/2026-gates/amp/?amp_js_v=0.1",
        "https://cdn.ampproject.org/c/a.example/news/2026-gates",
        "https://www.google.com/amp/s/amp.a.example/news/2026-gates",
        "https://www.google.com.tr/amp/www.a.example/news/2026-gates",
        "https://a-example.bing-amp.com/c/s/a.example/news/2026-gates?amp=1",
    ],
)
def test_the_forms_of_one_page_share_a_key(url: str) -> None:
    assert address_key(url) == address_key(PAGE) == "a.example/news/2026-gates"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x.amp.html", "https://a.example/x.html"),
        ("https://a.example/x?b=2&a=1", "https://a.example/x?a=1&b=2"),
        ("https://a.example/x?flag=", "https://a.example/x?flag"),
        ("https://a.example/x?q=a+b", "https://a.example/x?q=a%20b"),
        ("https://a.example/x,y:z(1)", "https://a.example/x%2Cy%3Az%281%29"),
        ("https://a.example/%d0%b1", "https://a.example/\u0431"),
        ("https://\u0431\u0430\u043a\u0443.example/x", "http://xn--80ab2azb.example/x/"),
        ("https://a.example/index.php?id=3", "https://a.example/?id=3"),
    ],
)
def test_spellings_of_one_address_share_a_key(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/news.php?id=5", "https://a.example/news.php?id=6"),
        ("https://a.example/?newsid=5", "https://a.example/?newsid=6"),
        ("https://a.example/?p=5", "https://a.example/"),
        ("https://a.example/x?ref=5", "https://a.example/x"),
        ("https://a.example/x?amp=5", "https://a.example/x"),
        ("https://a.example/x?print=5", "https://a.example/x"),
        ("https://a.example/x?q=a%26b=1", "https://a.example/x?q=a&b=1"),
        ("https://a.example/x?q=a%2Bb", "https://a.example/x?q=a+b"),
        ("https://a.example/a%2Fb", "https://a.example/a/b"),
        ("https://a.example/a%3Fb=1", "https://a.example/a?b=1"),
        ("https://a.example/x/kR8w", "https://a.example/x/KR8W"),
        ("https://a.example/x.html", "https://a.example/x"),
        ("https://a.example/technology/amp", "https://a.example/technology/print"),
        ("https://a.example/amp/", "https://a.example/"),
        ("https://a.example/lamp", "https://a.example/l"),
        ("https://a.example/on-the-amp", "https://a.example/on-the-"),
        ("https://en.a.example/x", "https://a.example/x"),
        ("https://a.example:8080/x", "https://a.example/x"),
        ("https://m.example/x", "https://amp.example/x"),
        ("https://m.com.tr/x", "https://amp.com.tr/x"),
        ("https://www.google.com/amp/news-1", "https://news-1/"),
        ("https://a.example/c/s/b.example/x-1", "https://b.example/x-1"),
    ],
)
def test_two_articles_never_share_a_key(one: str, other: str) -> None:
    assert address_key(one) != address_key(other)


def test_the_plain_address_of_a_page_is_its_canonical_one() -> None:
    url = "http://www.a.example/news//2026-gates/?b=2&a=1"
    assert plain_address(url) == canonical_url(url) == url


def test_what_is_no_address_is_its_own_key() -> None:
    assert address_key(" mailto:editor@a.example ") == "mailto:editor@a.example"


def test_a_page_cannot_make_the_search_for_forms_long() -> None:
    url = f"https://a.example{'/amp' * 50_000}/x-1"
    assert plain_address(url) == url
