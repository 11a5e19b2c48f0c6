"""An article of any outlet is one, whatever address of it is found."""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

import pytest
from scrapy.utils.project import get_project_settings

from newscrawl.base_spiders import OutletSpider
from newscrawl.catalogue import described_outlets
from newscrawl.identities import ArticlePattern
from newscrawl.items import Edition
from newscrawl.urls import address_key
from tests.saved_pages import PAGES

OUTLETS = {spider.name: spider for spider in described_outlets(get_project_settings())}


@cache
def saved_addresses(name: str) -> list[str]:
    cases = (page.case() for page in PAGES if page.spider == name)
    return [case["url"] for case in cases if case["callback"] == "parse_article"]


def spellings(url: str) -> Iterator[str]:
    """Yield other addresses of the page at *url*; in each the form has no query."""
    _, host, path, _, _ = urlsplit(url)
    bare, end = host.removeprefix("www."), path.rstrip("/")
    yield f"http://{host}{path}"
    yield f"HTTPS://{host.upper()}.:443{path}?utm_source=a&fbclid=b#top"
    yield from (f"https://{prefix}{bare}{path}" for prefix in ("", "www.", "m.", "amp."))
    yield from (f"https://{host}{end}{slash}" for slash in ("", "/"))
    yield re.sub("%[0-9a-fA-F]{2}", lambda escape: escape[0].lower(), url)
    yield re.sub("%[0-9a-fA-F]{2}", lambda escape: escape[0].upper(), url)
    yield url.replace(path[1:], f"%{ord(path[1]):X}{path[2:]}")
    yield from (f"https://{host}{end}{form}" for form in ("/amp", "/amp/", "?amp=1", "/print"))
    yield f"https://{bare.replace('.', '-')}.cdn.ampproject.org/c/s/{host}{end}/amp"
    yield f"https://www.google.com/amp/s/m.{bare}{path}"


@pytest.mark.parametrize("spider", OUTLETS.values(), ids=OUTLETS)
def test_all_addresses_of_an_article_give_its_id(spider: type[OutletSpider]) -> None:
    pattern = spider.describe().pattern
    for url in saved_addresses(spider.name):
        own = pattern.identify(url)
        assert own
        for other in spellings(url):
            found = pattern.identify(other)
            assert found, other
            assert found.id == own.id, other


@pytest.mark.parametrize("spider", OUTLETS.values(), ids=OUTLETS)
def test_its_articles_have_keys_of_their_own(spider: type[OutletSpider]) -> None:
    pattern = spider.describe().pattern
    keys: dict[str, str] = {}
    for url in saved_addresses(spider.name):
        identity = pattern.identify(url)
        assert identity
        assert keys.setdefault(address_key(url), identity.id) == identity.id
        assert {address_key(identity.url), *map(address_key, spellings(url))} == {address_key(url)}


def test_an_article_of_a_mirror_is_at_the_outlet_itself() -> None:
    pattern = OUTLETS["kavkaz_uzel"].describe().pattern
    own = pattern.identify("https://www.eng.kavkaz-uzel.eu/articles/66021/")
    assert own
    assert own == pattern.identify("https://www.eng.kutest.org/articles/66021/")


@pytest.mark.parametrize(
    "url",
    [
        "https://mirror.example.b.example/x1",
        "https://notmirror.example/x1",
        "https://mirror.example:8080/x1",
        "https://b.example/mirror.example/x1",
    ],
)
def test_only_the_host_of_a_mirror_is_one(url: str) -> None:
    regex = r"https?://a\.example/(?P<key>\w+)"
    pattern = ArticlePattern("a", regex, [Edition("en")], {"mirror.example": "a.example"})
    assert pattern.identify(url) is None
    assert pattern.identify("https://mirror.example/x1")
