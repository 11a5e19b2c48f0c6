"""Paths and what they answer."""

import json
import tracemalloc
from email.utils import parsedate_to_datetime
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree
from lxml.html import HtmlElement

from newscrawl.demo.articles import SITE, Newsroom
from newscrawl.demo.keys import LANGUAGES, LEXICONS, Key
from newscrawl.demo.site import Answer, Site
from tests.demo.reading import links, parse

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def site() -> Site:
    return Site(Newsroom(articles=1300))


def get(site: Site, address: str) -> Answer:
    path, _, query = address.removeprefix(SITE).partition("?")
    return site.answer(path, dict(pair.split("=") for pair in query.split("&") if pair))


def page(site: Site, address: str) -> HtmlElement:
    answer = get(site, address)
    assert answer.status == 200, address
    return parse(answer.body)


def categories(site: Site, edition: str) -> list[str]:
    found = page(site, site.newsroom.prefixes[edition]).xpath("//nav/a/@href")
    return [str(href) for href in found]


def paged(site: Site, category: str) -> list[str]:
    """Return the articles of *category* by way of its links to the next page."""
    found, query = [], ""
    while True:
        root = page(site, category + query)
        found.extend(links(root))
        following = root.xpath("//*[@class='pagination']//a[@rel='next']/@href")
        if not following:
            return found
        query = following[0]


def test_paging_every_section_shows_every_article_once(site: Site) -> None:
    found = [
        url
        for edition in LANGUAGES
        for category in categories(site, edition)
        for url in paged(site, category)
    ]

    assert len(found) == 1300
    assert set(found) == {site.newsroom.url(Key(index)) for index in range(1300)}


def test_the_home_page_of_an_edition_lists_its_newest_articles(site: Site) -> None:
    for edition in LANGUAGES:
        keys = site.newsroom.archive.listing(edition).part(0, 20)
        root = page(site, site.newsroom.prefixes[edition])
        assert links(root) == [site.newsroom.url(key) for key in keys]


def test_a_card_has_two_links_to_the_post_and_one_to_the_category(site: Site) -> None:
    card = page(site, "/en/").xpath("//div[@class='float_block']")[0]
    hrefs = card.xpath(".//a/@href")

    assert [("/post/" in href, "/category/" in href) for href in hrefs] == [
        (True, False),
        (False, True),
        (True, False),
    ]
    assert card.xpath("string(div[@class='float_block_time'])") == "31 October 2026 22:41"


def test_only_the_first_section_grows_in_a_browser(site: Site) -> None:
    growing = [
        category
        for edition in LANGUAGES
        for category in categories(site, edition)
        if page(site, category).xpath("//*[@class='loading']")
    ]

    assert growing == [categories(site, edition)[0] for edition in LANGUAGES]
    pager = page(site, growing[0]).xpath("//*[@class='pagination']")[0]
    assert pager.getparent().tag == "noscript"


def test_the_growing_list_continues_where_its_page_ends(site: Site) -> None:
    found, more = links(page(site, "/en/category/region")), True
    while more:
        part = json.loads(get(site, f"/en/category/region/more?offset={len(found)}").body)
        shown = links(parse(f"<div>{part['html']}</div>".encode()))
        assert len(shown) == part["count"] <= 12
        found.extend(shown)
        more = part["more"]

    assert found == paged(site, "/en/category/region")


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/post/nothing",
        "/post/",
        "/en/category/nothing",
        "/en/category/world?page=99",
        "/en/category/world?page=0",
        "/en/category/world?page=two",
        "/en/category/world/more?offset=20",
        "/en/category/region/more",
        "/en/rss",
        "/sitemap-3.xml",
        "/de/",
    ],
)
def test_what_is_not_there_is_404_with_a_page(site: Site, path: str) -> None:
    answer = get(site, path)

    assert (answer.status, answer.content_type) == (404, "text/html")
    assert parse(answer.body).xpath("string(//h1)") == "404"


def test_the_feed_holds_the_newest_fifty_of_all_editions(site: Site) -> None:
    answer = get(site, "/rss.xml")
    items = etree.fromstring(answer.body).findall("channel/item")
    newsroom = site.newsroom

    assert answer.content_type == "application/rss+xml"
    assert [item.findtext("link") for item in items] == [
        newsroom.url(Key(index)) for index in range(50)
    ]
    assert [item.findtext("guid") for item in items] == [item.findtext("link") for item in items]
    for index, item in enumerate(items):
        truth = newsroom.truth(Key(index))
        published = parsedate_to_datetime(item.findtext("pubDate") or "")
        assert published.isoformat() == truth["date"]
        assert item.findtext("title") == truth["headline"]
        assert item.findtext("description") == truth["summary"]


def test_what_looks_like_a_feed_may_be_a_page(site: Site) -> None:
    answer = get(site, "/rss")

    assert (answer.status, answer.content_type) == (200, "text/html")


def test_the_sitemaps_name_every_article_with_its_date(site: Site) -> None:
    index = etree.fromstring(get(site, "/sitemap.xml").body)
    maps = [address.text for address in index.findall("s:sitemap/s:loc", namespaces=SITEMAP)]
    rows = [
        (url.findtext("s:loc", namespaces=SITEMAP), url.findtext("s:lastmod", namespaces=SITEMAP))
        for address in maps
        for url in etree.fromstring(get(site, str(address)).body)
    ]

    assert len(maps) == 2
    assert rows == [(truth["url"], truth["date"]) for truth in site.newsroom.truths()]


def test_robots_txt_closes_the_search_and_names_the_sitemap(site: Site) -> None:
    robots = RobotFileParser()
    robots.parse(get(site, "/robots.txt").body.decode().splitlines())

    assert not robots.can_fetch("newscrawl", f"{SITE}/search/gas")
    assert not robots.can_fetch("newscrawl", f"{SITE}/admin/")
    assert robots.can_fetch("newscrawl", f"{SITE}/en/category/region")
    assert robots.site_maps() == [f"{SITE}/sitemap.xml"]


def test_any_picture_is_there(site: Site) -> None:
    picture = get(site, site.newsroom.truth(Key(0))["image"])

    assert picture.content_type == "image/webp"
    assert (picture.body[:4], picture.body[8:12]) == (b"RIFF", b"WEBP")


@pytest.mark.parametrize("ending", ["/", "-copy"])
def test_other_spellings_of_an_address_name_the_real_one(site: Site, ending: str) -> None:
    url = site.newsroom.url(Key(5))

    assert page(site, url + ending).xpath("//link[@rel='canonical']/@href") == [url]


def test_old_addresses_lead_to_the_real_one_in_one_hop_or_two(site: Site) -> None:
    path = site.newsroom.path(Key(5))

    first, second = get(site, f"{path}-older"), get(site, f"{path}-old")
    assert (first.status, first.headers["Location"]) == (301, f"{path}-old")
    assert (second.status, second.headers["Location"]) == (301, path)
    assert get(site, f"{path}-old-old").status == 404


def test_the_armenian_edition_is_where_it_was_asked_for() -> None:
    site = Site(Newsroom(armenian_prefix="hye"))

    assert page(site, "/hye/").xpath("//html/@lang") == ["hy"]
    assert get(site, "/arm/").status == 404
    assert site.newsroom.url(Key(2)).startswith(f"{SITE}/hye/post/")


def test_a_hundred_thousand_articles_take_no_more_memory_than_a_hundred() -> None:
    def last_pages(articles: int) -> int:
        tracemalloc.start()
        site = Site(Newsroom(articles=articles))
        for edition in LANGUAGES:
            for number, section in enumerate(LEXICONS[edition].sections):
                pages = -(-len(site.newsroom.archive.listing(edition, number)) // 20)
                path = f"{site.newsroom.prefixes[edition]}category/{section.slug}"
                assert links(page(site, f"{path}?page={pages}"))
                assert get(site, f"{path}?page={pages + 1}").status == 404
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    last_pages(100)  # words are prepared once
    assert last_pages(100_000) < 2 * last_pages(100)
