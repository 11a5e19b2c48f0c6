"""Crawls of a site that reserves its rights in robots.txt, tdmrep.json and on its pages."""

import json
from pathlib import Path

import pytest

from newscrawl.ai_agents import ClosedTo
from newscrawl.storage import ArticleStore
from tests.crawling import Crawls
from tests.static_site import static_site

ROBOTS = """User-agent: GPTBot
User-agent: CCBot
Disallow: /

User-agent: ClaudeBot
Disallow: /post/

User-agent: OtherBot
Disallow: /
"""
TDMREP = [{"location": "/post/", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}]
GATES = "/en/post/gates-close-at-dusk"
BRIDGE = "/post/most-otkryt"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel>{}</channel></rss>"""
ITEM = """<item><title>The story of {0}</title><link>https://caliber.az{0}</link>
<pubDate>Mon, 02 Nov 2026 10:00:00 +0400</pubDate></item>"""
PAGE = """<html><head>{head}</head><body><div class=post><h1 class=post_title>{title}</h1>
<div class=post_body><p>{text}</p></div></div></body></html>"""
SITE = {
    "/robots.txt": ROBOTS,
    "/.well-known/tdmrep.json": json.dumps(TDMREP),
    "/rss.xml": FEED.format("".join(ITEM.format(path) for path in (GATES, BRIDGE))),
    GATES: PAGE.format(
        head="",
        title="Gates close at dusk",
        text="The gates of the harbour close at dusk from Monday on, its keeper has said. " * 5,
    ),
    BRIDGE: PAGE.format(
        head='<meta name="robots" content="noai">',
        title="Мост через реку открыт",
        text="Новый мост через реку открыт для движения, сообщил смотритель порта. " * 5,
    ),
}


def rights(crawls: Crawls) -> dict[str, dict[str, str]]:
    found = {
        record["url"].removeprefix("https://caliber.az"): record for record in crawls.records()
    }
    return {
        url: {name: said for name, said in record["rights"].items() if name != "attribution"}
        for url, record in found.items()
    }


def test_an_article_has_the_rights_that_its_host_states(tmp_path: Path) -> None:
    crawls, asked = Crawls(tmp_path), list[str]()
    with static_site(SITE, asked) as origin:
        crawls.run(origin, "-a", "ways=feed")
    assert rights(crawls) == {
        GATES: {"text_mining": "reserved", "ai_agents": "CCBot, GPTBot"},
        BRIDGE: {
            "text_mining": "not reserved",
            "ai_agents": "CCBot, ClaudeBot, GPTBot",
            "robots": "noai",
        },
    }
    assert asked.count("/.well-known/tdmrep.json") == 1
    assert len(asked) == 5


def test_articles_that_reserve_what_is_named_are_skipped_for_good(tmp_path: Path) -> None:
    crawls, asked = Crawls(tmp_path), list[str]()
    skip = ("-a", "ways=feed", "-s", "NEWSCRAWL_SKIP_RIGHTS=text_mining, noai")
    with static_site(SITE, asked) as origin:
        crawls.run(origin, *skip)
        counts = crawls.counts()
        assert counts["newscrawl/outcome/skipped"] == 2
        assert counts["newscrawl/rights/skipped/text_mining"] == 1
        assert counts["newscrawl/rights/skipped/noai"] == 1
        assert counts["newscrawl/ledger/wrong"] == 0
        with ArticleStore(crawls.database) as store:
            assert store.count() == 0
        asked.clear()
        crawls.run(origin, *skip)
        assert asked == ["/robots.txt", "/rss.xml"]
        assert crawls.counts()["newscrawl/listed/known"] == 2


def test_a_host_need_not_be_asked_for_its_file(tmp_path: Path) -> None:
    crawls, asked = Crawls(tmp_path), list[str]()
    marked = {"/robots.txt": f"\ufeff{ROBOTS}".replace("\n", "\r\n")}  # as Windows writes it
    with static_site(SITE | marked, asked) as origin:
        crawls.run(origin, "-a", "ways=feed", "-s", "NEWSCRAWL_TDMREP_MAX_KB=0")
    assert len(asked) == 4
    assert rights(crawls)[GATES]["ai_agents"] == "CCBot, GPTBot"
    assert "text_mining" not in rights(crawls)[GATES]


def test_a_word_that_names_no_right_is_refused(tmp_path: Path) -> None:
    done = Crawls(tmp_path).run("http://127.0.0.1:9", "-s", "NEWSCRAWL_SKIP_RIGHTS=mining")
    assert done.returncode == 2
    assert "'mining' is none of text_mining, ai_agents, noai" in done.stderr


@pytest.mark.parametrize(
    ("robots", "expected"),
    [
        ("", []),
        ("User-agent: newscrawl\nAllow: /\nUser-agent: *\nDisallow: /", ["*"]),
        ("User-agent: gptbot\nDisallow:\nUser-agent: CCBOT\nDisallow: /news", ["CCBot"]),
        ("# no GPTBot here\nUser-agent: *\nDisallow: /search", []),
        ("User-agent: * # and GPTBot\nDisallow: /", ["*"]),
    ],
)
def test_agents_are_those_that_are_named_and_shut_out(robots: str, expected: list[str]) -> None:
    assert ClosedTo(robots)("https://lantern.example/news/gates") == expected
