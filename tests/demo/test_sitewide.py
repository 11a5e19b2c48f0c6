"""Troubles of a whole site: each does what it says, from a switch to the next."""

import re
from argparse import ArgumentParser
from collections.abc import Iterator

import pytest
from lxml import etree
from scrapy.settings import Settings

from newscrawl.commands.newsroom import Command
from newscrawl.demo.archive import Archive
from newscrawl.demo.articles import SITE, STALE_FOR, Newsroom
from newscrawl.demo.broken import CHALLENGE
from newscrawl.demo.check import truth
from newscrawl.demo.control import switch
from newscrawl.demo.faults import Fault, read_faults
from newscrawl.demo.keys import LANGUAGES, Key
from newscrawl.demo.process import newsroom
from newscrawl.demo.site import Answer, Site
from tests.crawling import PROJECT
from tests.demo.asking import ask
from tests.demo.reading import links, parse

ARTICLES = 300
ARTICLE = Newsroom(articles=ARTICLES).path(Key(1))
EVERY = ("/", "/en/category/region", "/rss.xml", "/sitemap.xml", "/nothing", ARTICLE)


@pytest.fixture(scope="module")
def running() -> Iterator[str]:
    with newsroom(articles=ARTICLES) as origin:
        yield origin


@pytest.fixture
def origin(running: str) -> Iterator[str]:
    yield running
    switch(running, [])


def faulty(*faults: Fault) -> Site:
    newsroom = Newsroom(articles=ARTICLES, stale=Fault.STALE in faults)
    return Site(newsroom, frozenset(faults))


def category(site: Site, page: int = 1, name: str = "politics") -> Answer:
    return site.answer(f"/en/category/{name}", {"page": str(page)})


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        (Fault.DOWN, 503, "Service Unavailable"),
        (Fault.FORBIDDEN, 403, "Forbidden"),
        (Fault.THROTTLED, 429, "Too Many Requests"),
        (Fault.CHALLENGED, 403, CHALLENGE),
    ],
)
def test_a_site_that_is_closed_says_the_same_at_every_address(
    origin: str, fault: Fault, status: int, said: str
) -> None:
    switch(origin, [fault])
    for path in (*EVERY, "/robots.txt"):
        answer, body = ask(origin, path)
        assert (answer.status, body.decode()) == (status, said), path
        assert answer.headers["Retry-After"] == ("1" if fault is Fault.THROTTLED else None)
    assert len(list(truth(origin))) == ARTICLES
    switch(origin, [])
    assert ask(origin, ARTICLE)[0].status == 200


def test_a_site_may_have_gone_to_another_host(origin: str) -> None:
    switch(origin, ["elsewhere"])
    for path in EVERY:
        answer, _ = ask(origin, f"{path}?page=2")
        assert answer.status == 301
        assert answer.headers["Location"] == f"https://moved.example{path}?page=2"
    assert ask(origin, "/robots.txt")[0].status == 200


def test_robots_txt_may_close_the_site_which_answers_as_ever(origin: str) -> None:
    switch(origin, ["robots"])

    assert ask(origin, "/robots.txt")[1].decode() == "User-agent: *\nDisallow: /\n"
    assert ask(origin, ARTICLE)[0].status == 200


def test_listings_may_be_pages_without_an_article() -> None:
    site = faulty(Fault.EMPTY_LISTINGS)

    for answer in (site.answer("/en/", {}), category(site), category(site, name="region")):
        assert answer.status == 200
        assert links(parse(answer.body)) == []
        assert parse(answer.body).xpath("//div[@class='cards']")
    assert site.answer("/en/category/region/more", {"offset": "20"}).body == (
        b'{"html": "", "count": 0, "more": false}'
    )
    assert site.answer("/rss.xml", {}) == faulty().answer("/rss.xml", {})


def test_all_pages_but_the_first_may_fail() -> None:
    site = faulty(Fault.PAGE_ONE_ONLY)

    assert [category(site, page).status for page in (1, 2, 3)] == [200, 500, 500]
    assert site.answer("/en/category/region", {}).status == 200
    assert site.answer("/en/category/region/more", {"offset": "20"}).status == 500
    assert site.answer(ARTICLE, {}).status == 200


def test_pages_may_lead_back_to_the_first() -> None:
    site, seen, page = faulty(Fault.LOOP), [], "?page=1"
    while page not in seen:
        seen.append(page)
        root = parse(category(site, int(page.removeprefix("?page="))).body)
        (page,) = root.xpath("//a[@rel='next']/@href")

    assert len(seen) > 1
    assert page == "?page=1"


def test_a_redesign_leaves_the_words_and_takes_the_classes() -> None:
    site = faulty(Fault.RENAMED)
    for index in range(60):
        path = site.newsroom.path(Key(index))
        new, old = (parse(each.answer(path, {}).body) for each in (site, faulty()))
        assert new.text_content() == old.text_content()
        assert old.xpath("//*[starts-with(@class, 'post')]")
        assert not new.xpath("//*[starts-with(@class, 'post')]")


def test_half_of_the_articles_fail_whenever_they_are_asked_for() -> None:
    site = faulty(Fault.HALF)
    statuses = [site.answer(site.newsroom.path(Key(index)), {}).status for index in range(300)]

    assert set(statuses) == {200, 500}
    assert statuses.count(500) / 300 == pytest.approx(0.5, abs=0.1)
    assert statuses == [
        site.answer(site.newsroom.path(Key(index)), {}).status for index in range(300)
    ]


def test_lists_may_be_behind_while_articles_are_there() -> None:
    site = faulty(Fault.STALE)
    newest = Archive.clock(0) - STALE_FOR
    dates = {t["url"]: t["date"] for t in site.newsroom.truths()}
    rows = etree.fromstring(site.answer("/sitemap-1.xml", {}).body)
    listed = {row.findtext("{*}loc") for row in rows}
    for path in ("/rss.xml", *site.newsroom.prefixes.values()):
        listed.update(re_links(site.answer(path, {}).body.decode(), dates))

    assert 200 < len(listed) < ARTICLES
    assert all(dates[str(url)] <= newest.isoformat() for url in listed)
    assert {site.answer(url.removeprefix(SITE), {}).status for url in list(dates)[:5]} == {200}


def re_links(page: str, urls: dict[str, str]) -> set[str]:
    return {url for url in urls if f'"{url}"' in page or f">{url}<" in page}


def test_a_newsroom_that_is_all_new_has_stale_lists_without_an_article() -> None:
    site = Site(Newsroom(articles=30, stale=True))

    assert [links(parse(site.answer(site.newsroom.prefixes[e], {}).body)) for e in LANGUAGES] == [
        [], [], []
    ]  # fmt: skip


def test_a_feed_may_be_valid_and_empty() -> None:
    answer = faulty(Fault.EMPTY_FEED).answer("/rss.xml", {})
    channel = etree.fromstring(answer.body).find("channel")

    assert (answer.status, answer.content_type) == (200, "application/rss+xml")
    assert channel is not None
    assert channel.findtext("title") == "Caliber.Az"
    assert channel.findall("item") == []


def test_troubles_of_a_site_are_switched_while_it_runs(origin: str) -> None:
    switch(origin, ["stale", "half", "emptyfeed"])
    feed = ask(origin, "/rss.xml")[1]
    stale = ask(origin, "/en/")[1]
    switch(origin, [])

    assert b"<item>" not in feed
    assert b"<item>" in ask(origin, "/rss.xml")[1]
    assert links(parse(stale)) != links(parse(ask(origin, "/en/")[1]))


def test_all_stands_for_no_trouble_of_a_whole_site() -> None:
    assert read_faults(["all"]) == {fault for fault in Fault if not fault.is_sitewide}
    assert read_faults(["all", "down"]) - read_faults(["all"]) == {Fault.DOWN}


def test_help_and_docs_say_what_each_fault_is() -> None:
    rows = "\n".join(f"| `{fault}` | {fault.meaning} |" for fault in Fault)

    parser = ArgumentParser()
    command = Command()
    command.settings = Settings()
    command.add_options(parser)
    printed = parser.format_help()
    for fault in Fault:
        assert re.search(rf"^  {fault} +{re.escape(fault.meaning)}$", printed, re.MULTILINE)
    assert rows in (PROJECT / "docs" / "newsroom.md").read_text(encoding="utf-8")
