"""The section of an article, stated or the last crumb on the way to it."""

import pytest

from tests.structured.pages import URL, article, ld, page

SITE = "https://www.harbour-post.example/"


def crumbs(*found: tuple[str, str]) -> dict[str, object]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": SITE + path}
            for place, (name, path) in enumerate(found, 1)
        ],
    }


def first(head: str, body: str = "<h1>Flood gates close</h1>") -> str | None:
    return next((said.value for said in page(head, body).section()), None)


@pytest.mark.parametrize("home", ["Home", "Главная", "Ana Sayfa", "Harbour-Post", "صفحه اصلی"])
def test_the_last_crumb_before_the_article_is_its_section(home: str) -> None:
    trail = crumbs((home, ""), ("Region", "region"), ("Port", "port"))
    assert first(ld(article(), trail)) == "Port"
    assert first(ld(article(), crumbs(("Port", "port"), ("Flood gates close", "x")))) == "Port"
    assert first(ld(article(), crumbs(("Port", "port"), ("Gates", URL.removeprefix(SITE))))) == (
        "Port"
    )


def test_a_section_that_is_stated_comes_before_crumbs() -> None:
    trail = crumbs(("Home", ""), ("Port", "port"))
    assert first(ld(article(articleSection="Weather"), trail)) == "Weather"


def test_crumbs_are_read_by_position_and_where_the_page_refers_to_them() -> None:
    trail = crumbs(("Home", ""), ("Region", "region"), ("Port", "port"))
    trail["itemListElement"] = list(reversed(trail["itemListElement"]))  # type: ignore[call-overload]
    assert first(ld(article(), {"@type": "WebPage", "breadcrumb": trail})) == "Port"
    named = {"@type": "ListItem", "item": {"@id": SITE + "port", "name": "Port"}}
    assert first(ld({"@type": "BreadcrumbList", "itemListElement": [named]})) == "Port"


@pytest.mark.parametrize("name", ["Home", "Harbour Post", "Start", "Əsas səhifə", ""])
def test_home_alone_is_no_section(name: str) -> None:
    publisher = {"@type": "Organization", "name": "Harbour Post"}
    assert first(ld(article(publisher=publisher), crumbs((name, "")))) is None
