"""Outlets that nobody has described, by the real command over real HTTP."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from difflib import ndiff
from email.utils import format_datetime
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from newscrawl.demo.check import truth
from newscrawl.demo.process import newsroom
from newscrawl.locks import run_lock
from newscrawl.publishing import Feed, Manifest
from newscrawl.storage import ArticleStore
from tests.crawling import Crawls, run_command
from tests.static_site import static_site

SECTION = "https://caliber.az/en/category/politics"
_LONGEST_FURNITURE = 60  # characters


@pytest.fixture
def crawls(tmp_path: Path) -> Crawls:
    return Crawls(tmp_path)


def crawl_any(crawls: Crawls, url: str, *words: str) -> CompletedProcess[str]:
    # Invented pages repeat each other's sentences, as real ones do not.
    furniture = ("-s", "NEWSCRAWL_FURNITURE_MAX=0")
    command = crawls.command("-a", f"url={url}", *furniture, *words, spider="any")
    done = run_command(command)
    assert done.returncode == 0, done.stderr
    assert "ERROR" not in done.stderr
    return done


def counts(crawls: Crawls, host: str) -> dict[str, int]:
    with ArticleStore(crawls.database) as store:
        run = store.last_run(host)
    assert run is not None
    return run.counts


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with newsroom(articles=240) as address:
        yield address


def test_a_section_of_the_newsroom_is_found_without_knowing_it(origin: str, crawls: Crawls) -> None:
    wanted = {
        r["url"]: r for r in truth(origin) if r["language"] == "en" and r["section"] == "POLITICS"
    }
    crawl_any(crawls, SECTION, "-a", f"origin={origin}")
    records = {record["url"]: record for record in crawls.records()}
    assert records.keys() == wanted.keys()
    for url, record in records.items():
        expected = wanted[url]
        assert record["headline"] == expected["headline"]
        assert record["date"][:10] == expected["date"][:10]
        assert record["language"] == "en"
        assert record["id"] == f"caliber.az:en:{url.removeprefix('https://caliber.az')}"
        # The last lines are the outlet's own furniture; only who knows it can tell.
        steps = list(ndiff(expected["body"].split("\n\n"), record["body"].split("\n\n")))
        assert [step for step in steps if step.startswith("- ")] == []
        more = [step for step in steps if step.startswith("+ ")]
        assert len(more) <= 3
        assert all(len(step) < _LONGEST_FURNITURE for step in more)
    crawl_any(crawls, SECTION, "-a", f"origin={origin}")
    assert "newscrawl/articles/new" not in counts(crawls, "caliber.az")


def test_the_front_page_of_the_newsroom_leads_to_its_feed(origin: str, crawls: Crawls) -> None:
    expected = {record["url"]: record for record in truth(origin)}
    crawl_any(crawls, "https://caliber.az/", "-a", f"origin={origin}", "-a", "ways=feed")
    records = crawls.records()
    assert len(records) == 50
    for record in records:
        assert record["headline"] == expected[record["url"]]["headline"]
        moment = datetime.fromisoformat(record["date"])
        assert moment == datetime.fromisoformat(expected[record["url"]]["date"])
        assert record["evidence"]["date"] == "feed"


def test_the_number_of_articles_is_bounded(origin: str, crawls: Crawls) -> None:
    crawl_any(crawls, SECTION, "-a", f"origin={origin}", "-a", "max_articles=3")
    assert len(crawls.records()) == 3


def test_since_leaves_out_what_the_listing_prints_as_older(origin: str, crawls: Crawls) -> None:
    region = "https://caliber.az/en/category/region"
    days = sorted((r["date"][:10] for r in truth(origin) if r["section"] == "REGION"), reverse=True)
    crawl_any(crawls, region, "-a", f"origin={origin}", "-a", f"since={days[4]}")
    found = sorted((record["date"][:10] for record in crawls.records()), reverse=True)
    assert found == [day for day in days if day >= days[4]]
    assert counts(crawls, "caliber.az")["newscrawl/listed/older than since"] > len(days) / 2


def test_runs_of_other_sites_need_not_wait_for_each_other(origin: str, crawls: Crawls) -> None:
    words = ("-a", f"url={SECTION}", "-a", f"origin={origin}", "-a", "max_articles=1")
    feed = crawls.folder / "night.jsonl"
    command = crawls.command(*words, "-O", str(feed), spider="any")
    with run_lock(crawls.folder / "locks", "other.example"):
        assert run_command(command).returncode == 0
    manifest = Manifest.read(Feed.at(feed).manifest)
    assert manifest is not None
    assert manifest.last_run is not None
    assert manifest.last_run.outlet == crawls.report()["outlet"] == "caliber.az"
    with run_lock(crawls.folder / "locks", "caliber.az"):
        assert run_command(command).returncode == 6
    assert crawls.report()["outlet"] == "caliber.az"


# A site of another shape: a blog's section in Russian, pages by path, its own feed.

DAY = datetime(2025, 10, 13, 9, 30, tzinfo=UTC)


def blog() -> dict[str, str]:
    frame = (
        "<header class=site-header><nav class=menu><a href='/politics/'>Политика</a>"
        "<a href='/sport/'>Спорт</a><a href='/about/'>О нас</a></nav></header>"
    )
    side = (
        "<aside class=sidebar><a href='/2025/10/01/rowers-won-the-regatta-in-the-rain/'>"
        "Гребцы выиграли регату под проливным дождём</a></aside>"
        "<footer><a href='https://other.example/2025/10/01/not-ours-but-theirs/'>Чужая новость о "
        "чужом городе</a></footer>"
    )
    pages = {
        "/robots.txt": "User-agent: *\nDisallow: /wp-admin/\nSitemap: /sitemap.xml\n",
        "/2025/10/01/rowers-won-the-regatta-in-the-rain/": article(99, frame, side),
        "/2025/10/02/subject-of-the-week-in-politics/": (
            '<html lang=ru><script type="application/ld+json">{"@type": "CollectionPage"}</script>'
            f"<body>{frame}<h1>Тема недели</h1>{side}</body></html>"
        ),
    }
    for number in range(1, 8):
        pages[path_of(number)] = article(number, frame, side)
    odd = "/2025/10/02/subject-of-the-week-in-politics/"
    gone = "/2025/10/02/what-is-not-there-any-more/"
    shown = {1: [path_of(n) for n in (1, 2, 3)], 2: [path_of(4), odd, path_of(5)]}
    shown[3] = [path_of(6), gone, path_of(7)]
    for page, paths in shown.items():
        address = "/politics/" if page == 1 else f"/politics/page/{page}/"
        cards = "".join(
            f"<article class=post><h2><a href='{path}'>{headline(path)}</a></h2>"
            f"<p>Коротко о том, что случилось.</p><a href='{path}'>Далее</a></article>"
            for path in paths
        )
        following = f"/politics/page/{page + 1}/"
        on = f"<div class=pagination><a class=next href='{following}'>Старше</a></div>"
        pages[address] = (
            "<html lang=ru-RU><head><title>Политика</title>"
            "<link rel=alternate type='application/rss+xml' href='/feed/'>"
            "<link rel=alternate type='application/rss+xml' href='/politics/feed/'></head>"
            f"<body>{frame}<main>{cards}{on if page < 3 else ''}</main>{side}</body></html>"
        )
    pages["/politics/feed/"] = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Политика</title>'
        f"<item><title>Заголовок новости номер 1</title><link>https://blog.example{path_of(1)}"
        f"</link><pubDate>{format_datetime(DAY)}</pubDate></item></channel></rss>"
    )
    return pages


def path_of(number: int) -> str:
    return f"/2025/10/{14 - number:02}/the-council-met-for-time-{number}/"


def headline(path: str) -> str:
    return f"Заголовок новости номер {path.rstrip('/').rpartition('-')[2]}"


def article(number: int, frame: str, side: str) -> str:
    prose = (
        f"Городской совет собрался в {number}-й раз и обсудил ремонт причала, что ждут с весны.",
        "Работы начнутся, как только подрядчик привезёт камень, сказал глава комиссии журналистам.",
        "Жители соседних улиц просят не перекрывать набережную по вечерам, когда там гуляют дети.",
    )
    day = DAY - timedelta(days=number - 1)
    return (
        f"<html lang=ru><head><title>Заголовок новости номер {number} — Блог</title></head><body>"
        f"{frame}<main><article><h1>Заголовок новости номер {number}</h1>"
        f"<p class=meta>{day:%d.%m.%Y %H:%M}</p><div class=content>"
        + "".join(f"<p>{text}</p>" for text in prose)
        + f"</div></article></main>{side}</body></html>"
    )


def stored(crawls: Crawls) -> dict[str, dict[str, Any]]:
    return {
        record["url"].removeprefix("https://blog.example"): record for record in crawls.records()
    }


def test_a_section_of_a_blog_is_read_through_its_pages_and_its_own_feed(crawls: Crawls) -> None:
    asked: list[str] = []
    with static_site(blog(), asked) as address:
        words = ("-a", f"origin={address}", "-s", "RETRY_ENABLED=0")
        crawl_any(crawls, "https://blog.example/politics/", *words)
        first, figures = list(asked), counts(crawls, "blog.example")
        crawl_any(crawls, "https://blog.example/politics/", *words)
    records = stored(crawls)
    assert records.keys() == {path_of(number) for number in range(1, 8)}
    for path, record in records.items():
        assert record["headline"] == headline(path)
        assert record["date"][:10] == f"2025-10-{path[9:11]}"
        assert record["body"].count("\n\n") == 2
        assert (record["outlet"], record["language"]) == ("blog.example", "ru")
    assert records[path_of(1)]["date"] == "2025-10-13T09:30:00+00:00"
    assert "/feed/" not in first
    assert not [path for path in first if "rowers" in path]
    outcomes = ("stored", "dropped", "failed")
    assert [figures[f"newscrawl/outcome/{each}"] for each in outcomes] == [7, 1, 1]
    # What was no article is tried again, as it may become one; the rest is known.
    assert [path for path in asked[len(first) :] if path.startswith("/2025")] == [
        "/2025/10/02/subject-of-the-week-in-politics/"
    ]


def test_a_page_of_this_machine_needs_no_contact_and_no_origin(crawls: Crawls) -> None:
    asked: list[str] = []
    with static_site(blog(), asked) as address:
        crawl_any(crawls, f"{address}/politics/page/3/", "-s", "RETRY_ENABLED=0")
    assert {record["outlet"] for record in crawls.records()} == {"127.0.0.1"}
    assert len(crawls.records()) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "say what to crawl"),
        (["-a", "url=politics"], "'politics' is no address"),
        (["-a", "url=https://a.example/", "-a", "sections=sport"], "sections: not known"),
        (["-a", "url=https://a.example/", "-a", "editions=en"], "editions: not known"),
        (["-a", "url=https://a.example/"], "NEWSCRAWL_CONTACT is not set"),
        (["-a", "url=http://127.0.0.1:9/", "-a", "ways=scroll"], "feed, sitemap, listing"),
    ],
)
def test_what_cannot_be_crawled_is_said_in_one_line(
    crawls: Crawls, words: list[str], said: str
) -> None:
    done = run_command(crawls.command(*words, spider="any"))
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
