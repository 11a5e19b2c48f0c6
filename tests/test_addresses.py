import pytest

from newscrawl.addresses import addresses_of, look_apart, may_be_address_of
from newscrawl.identities import ArticlePattern
from newscrawl.items import Edition
from tests.structured.pages import article, ld, page

URL = "https://lantern.example/news/2026-gates-close"
HOSTS = ["lantern.example"]
PATTERN = ArticlePattern(
    "lantern",
    r"https://lantern\.example/(?:(?P<edition>en)/)?(?P<key>[a-z]+)",
    [Edition("ka"), Edition("en", ("en",))],
)


def canonical(url: str) -> str:
    return f"<link rel=canonical href='{url}'>"


def test_all_that_leads_to_an_article_or_that_it_names_is_its_address() -> None:
    old, asked, og, amp, main, ld_url = (
        f"https://lantern.example/news/{name}-2026"
        for name in ("old", "asked", "og", "amp-form", "main", "ld")
    )
    head = (
        f"<title>Gates close at dusk</title>{canonical('/news/new-name-2026')}"
        f"<meta property=og:url content='{og}'><link rel=amphtml href='{amp}'>"
        + ld(
            article(headline="Gates close at dusk", url=ld_url, mainEntityOfPage={"@id": main}),
        )
    )
    named = ["https://lantern.example/news/new-name-2026", og, amp, ld_url, main]
    assert addresses_of(page(head, url=URL), HOSTS, reached_by=[asked, old]) == (
        [URL, asked, old],
        named,
    )


def test_each_address_is_given_once_and_plain() -> None:
    head = (
        canonical("https://www.lantern.example/news/2026-gates-close/?utm_source=a")
        + "<link rel=amphtml href='https://m.lantern.example/news/2026-gates-close/amp'>"
    )
    cached = "https://lantern-example.cdn.ampproject.org/c/s/lantern.example/news/old-1890/amp/"
    assert addresses_of(page(head, url=URL), HOSTS, reached_by=[cached]) == (
        [URL, "https://lantern.example/news/old-1890/"],
        [],
    )


@pytest.mark.parametrize(
    "stated",
    [
        "https://lantern.example",
        "https://lantern.example/",
        "https://m.lantern.example/index.html",
        "https://lantern.example/?utm_source=a",
        "https://lantern.example/news/",
        "https://lantern.example/news",
        "https://lantern.example/tag/gates",
        "https://lantern.example/category/2026-gates",
        "https://other.example/news/2026-gates-close",
        "https://lantern.example.other.example/news/2026-gates-close",
        "https://darklantern.example/news/2026-gates-close",
        "https://lantern.example/news/gates-of-2026.jpg",
        f"https://lantern.example/news/2026-{'gates' * 1000}",
        "mailto:editor@lantern.example",
    ],
)
def test_what_leads_elsewhere_tomorrow_is_no_address_of_an_article(stated: str) -> None:
    assert not may_be_address_of(URL, stated, HOSTS)
    found = addresses_of(page(canonical(stated), url=URL), HOSTS, reached_by=[stated])
    assert found == ([URL], [])


@pytest.mark.parametrize(
    ("url", "stated"),
    [
        (URL, "https://lantern.example/news/the-gates-close-at-dusk-2026"),
        ("https://lantern.example/?p=123456", "https://lantern.example/the-gates-close-at-dusk"),
        ("https://lantern.example/news/4711/gates-close", "https://lantern.example/news/4711"),
        ("https://lantern.example/kites?ref=a", "https://www.lantern.example/kites/?ref=a"),
        (URL, "https://en.lantern.example/news/2026-gates-close"),
    ],
)
def test_a_moved_or_shortened_address_is_one_of_the_article(url: str, stated: str) -> None:
    assert may_be_address_of(url, stated, HOSTS)


def test_a_canonical_address_without_the_number_of_the_article_is_that_of_the_section() -> None:
    url = "https://lantern.example/news.php?id=4711"
    assert not may_be_address_of(url, "https://lantern.example/news.php", HOSTS)
    assert not may_be_address_of(
        "https://lantern.example/?id=4711", "https://lantern.example/", HOSTS
    )


def test_an_address_that_the_outlet_knows_is_believed_for_all_its_looks() -> None:
    stated = "https://lantern.example/kites"
    assert not may_be_address_of(URL, stated, HOSTS)
    assert may_be_address_of(URL, stated, HOSTS, PATTERN)


@pytest.mark.parametrize("pattern", [PATTERN, None])
@pytest.mark.parametrize(
    ("url", "stated"),
    [
        ("https://lantern.example/en/kites", "https://lantern.example/boats"),
        ("https://lantern.example/en/kites-2026", "https://lantern.example/kites-2026"),
        ("https://en.lantern.example/kites-2026", "https://ka.lantern.example/kites-2026"),
    ],
)
def test_the_address_of_a_translation_is_none_of_the_article(
    url: str, stated: str, pattern: ArticlePattern | None
) -> None:
    assert not may_be_address_of(url, stated, HOSTS, pattern)


def test_the_json_ld_of_another_article_gives_no_address() -> None:
    head = "<title>Gates close at dusk</title>" + ld(
        article(headline="Ferry sails again in spring", url="/news/ferry-sails-2026")
    )
    assert addresses_of(page(head, url=URL), HOSTS) == ([URL], [])


def test_their_number_is_bounded() -> None:
    many = [f"https://lantern.example/news/2026-gates-{number}" for number in range(100)]
    assert addresses_of(page(url=URL), HOSTS, reached_by=many) == ([URL, *many[:19]], [])


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("/post/gates-close-at-dusk", "/post/gates-close-at-dusk-copy", False),
        ("/politics/gates-close", "/world/gates-close", False),
        ("/news/gates-close.html", "/gates-close/", False),
        ("/news/48211/gates-close", "/news/48211", False),
        ("/news/48211/gates-close", "/news/48211/storm-shuts-port", False),
        ("/news.php?id=48211", "/news/gates-close", False),
        ("/2026/03/04/gates-close", "/2026/03/05/ferry-sails", True),
        ("/gates-close-2026", "/ferry-sails-2026", True),
        ("/20260304/gates-close", "/20260304/ferry-sails", True),
        ("/news.php?id=48211", "/news.php?id=48212", True),
        ("/a/32411111.html", "/a/32411112.html", True),
        ("/post/%D0%B2%D0%BE%D1%80%D0%BE%D1%82%D0%B0", "/post/паром", True),
        ("/kites", "/boats", True),
    ],
)
def test_addresses_that_look_apart(one: str, other: str, apart: bool) -> None:
    site = "https://lantern.example"
    assert look_apart(site + one, site + other) is apart
    assert look_apart(site + other, site + one) is apart
