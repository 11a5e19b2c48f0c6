"""Feeds, editions, cards and patterns."""

from datetime import UTC, datetime

import pytest

from newscrawl.discovery import (
    article_pattern,
    card_day,
    card_of,
    edition_links,
    feeds,
    links_of,
    names_section,
)
from newscrawl.identities import ArticlePattern
from newscrawl.items import Edition
from tests.discovery import pages
from tests.discovery.pages import HOST, page

RSS = '<link rel="alternate" type="application/rss+xml" href="{}">'


def test_feeds_that_the_page_states_come_first_and_comments_are_left_out() -> None:
    body = (
        "<a href='/rss'>RSS</a><a href='/feed/politics'>x</a><a href='/sitemap.xml'>Map</a>"
        "<a href='https://other.example/rss'>RSS</a><a href='/feedback'>Write to us</a>"
    )
    head = RSS.format("/en/feed.xml") + RSS.format("/comments/feed/")
    root = page(body, head)
    found = feeds(root, links_of(root, HOST), HOST)
    assert [(each.kind, each.url.removeprefix(HOST)) for each in found] == [
        ("feed", "/en/feed.xml"),
        ("feed", "/rss"),
        ("feed", "/feed/politics"),
        ("sitemap", "/sitemap.xml"),
    ]


@pytest.mark.parametrize(
    ("feed", "section", "names"),
    [
        ("/politics/feed/", "/politics/", True),
        ("/rss/politics.xml", "/en/politics", True),
        ("/rss?cat=politics", "/politics", True),
        ("/rss.xml", "/politics", False),
        ("/rss/politicsandsport", "/politics", False),
        ("/rss.xml", "/", True),
    ],
)
def test_a_feed_that_names_a_section(feed: str, section: str, names: bool) -> None:
    assert names_section(HOST + feed, HOST + section) is names


def test_editions_are_told_by_hreflang_and_by_name() -> None:
    head = '<link rel="alternate" hreflang="tr-TR" href="https://tr.outlet.example/">'
    body = "<a href=/ru/>Русский</a><a href=/ge>ქართული</a><a href=//b.example/en>EN</a>"
    root = page(body, head)
    found = edition_links(root, links_of(root, HOST), HOST)
    assert [each.language for each in found] == ["tr", "ru", "ka"]


def test_a_card_is_what_holds_one_article_and_its_date() -> None:
    url = f"{HOST}/politics/"
    root = page(pages.BLOG)
    found = links_of(root, url)
    articles = {HOST + path for path in pages.BLOG_ARTICLES}
    first = next(link for link in found if link.url == HOST + pages.BLOG_ARTICLES[0])
    card = card_of(first.element, first.url, articles, url)
    assert card.get("class") == "teaser"
    day = card_day(card, now=datetime(2025, 11, 1, tzinfo=UTC))
    assert day is not None
    assert day.moment.date().isoformat() == "2025-10-13"


@pytest.mark.parametrize(
    ("paths", "key"),
    [
        (["/en/news/1204", "/news/1198"], "1204"),
        (["/2025/10/13/flood-gates", "/2024/09/02/ferry-talks"], "flood-gates"),
        (
            ["/politics/flood-gates-4813.html", "/sport/regatta-in-rain-4790.html"],
            "flood-gates-4813",
        ),
        (["/world/harbour", "/world/bridge/"], "harbour"),
    ],
)
def test_a_pattern_tells_articles_by_their_addresses(paths: list[str], key: str) -> None:
    regex = article_pattern([HOST + path for path in paths])
    assert regex is not None
    pattern = ArticlePattern("x", regex, [Edition("ru"), Edition("en", ("en",))])
    identities = [pattern.identify(HOST + path) for path in paths]
    assert all(identities)
    assert identities[0]
    assert identities[0].id.rpartition(":")[2] == key
    assert pattern.identify(f"{HOST}/about/us/now/and/then") is None


@pytest.mark.parametrize(
    "urls",
    [
        [f"{HOST}/news/1"],
        [f"{HOST}/news/1", "https://other.example/news/2"],
        [f"{HOST}/news/1", f"{HOST}/a/b/c"],
    ],
)
def test_addresses_without_a_common_form_have_no_pattern(urls: list[str]) -> None:
    assert article_pattern(urls) is None
