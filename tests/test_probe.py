"""`scrapy probe` on invented sites of this machine, in copies of the project."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newscrawl.demo.process import newsroom
from tests import probed_site
from tests.crawling import PROJECT, run_command
from tests.static_site import static_site

LISTING = f"{probed_site.HOST}/ambebi/"
# A copy is first on the path so; `python -m scrapy` would import the original.
SCRAPY = "import sys; from scrapy.cmdline import execute; execute()"
NOTHING = {"/ambebi/": "<html lang=ka><body><p>მალე გავიხსნებით.</p></body></html>"}


def probe(*words: str) -> subprocess.CompletedProcess[str]:
    return run_command([sys.executable, "-m", "scrapy", "probe", *words])


@pytest.fixture
def site() -> Iterator[str]:
    with static_site(probed_site.outlet(), []) as origin:
        yield origin


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A project of its own, with no saved pages."""
    for name in ("scrapy.cfg", "pyproject.toml"):
        shutil.copy(PROJECT / name, tmp_path)
    ignored = shutil.ignore_patterns("pages", "__pycache__")
    shutil.copytree(PROJECT / "newscrawl", tmp_path / "newscrawl", ignore=ignored)
    shutil.copytree(PROJECT / "tests", tmp_path / "tests", ignore=ignored)
    (tmp_path / "tests" / "pages").mkdir()
    return tmp_path


def scrapy_in(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return in_folder(folder, "-c", SCRAPY, *words)


def in_folder(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def written(copy: Path, origin: str, *words: str) -> str:
    """Write the draft of the outlet at *origin* into *copy*, check it, return its text."""
    done = scrapy_in(copy, "probe", LISTING, "--origin", origin, "--write", *words)
    assert done.returncode == 0, done.stderr
    spider = copy / "newscrawl" / "spiders" / "lekebaqi.py"
    config = str(PROJECT / "pyproject.toml")
    for check in (["check"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *check, "--no-cache", "--config", config]
        kept = run_command([*ruff, str(spider)])
        assert kept.returncode == 0, kept.stdout
    text = spider.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 25
    return text


def holds(copy: Path, name: str = "lekebaqi") -> None:
    """Run the tests of every outlet for the new one."""
    files = ("tests/test_saved_pages.py", "tests/test_every_outlet.py")
    tests = in_folder(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files, "-k", name)
    assert tests.returncode == 0, tests.stdout
    assert "skipped" not in tests.stdout


def crawled(copy: Path, origin: str) -> list[dict[str, Any]]:
    lines = copy / "articles.jsonl"
    settings = (
        f"NEWSCRAWL_DATABASE_URL=sqlite:///{copy}/newscrawl.db",
        f"NEWSCRAWL_JSONLINES_PATH={lines}",
        "NEWSCRAWL_FURNITURE_MAX=0",
    )
    words = [word for setting in settings for word in ("-s", setting)]
    done = scrapy_in(copy, "crawl", "lekebaqi", "-a", f"origin={origin}", *words)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]


def test_a_draft_holds_its_tests_and_crawls_the_site(copy: Path, site: str) -> None:
    text = written(copy, site)
    assert "class LekebaqiSpider(FeedSpider, ListingSpider):" in text
    assert '"GE", "Asia/Tbilisi", (Edition("ka"),)' in text
    assert "selectors" not in text  # the pages tell all of it
    holds(copy)
    records = crawled(copy, site)
    assert {record["headline"] for record in records} == {
        probed_site.title_of(number) for number in range(1, probed_site.ARTICLES + 1)
    }
    newest = max(records, key=lambda record: str(record["date"]))
    assert newest["date"] == probed_site.day_of(1).isoformat()


def test_saved_pages_are_trimmed_and_say_what_was_read(copy: Path, site: str) -> None:
    written(copy, site)
    pages = copy / "tests" / "pages" / "lekebaqi"
    assert sorted(path.name for path in pages.iterdir()) == [
        "article-1.html", "article-1.json", "article-2.html", "article-2.json",
        "article-3.html", "article-3.json", "feed.json", "feed.xml", "listing.html",
        "listing.json",
    ]  # fmt: skip
    page = (pages / "article-1.html").read_text(encoding="utf-8")
    assert "track(" not in page
    assert "advert" not in page
    assert "<style" not in page
    assert "application/ld+json" in page
    (article,) = json.loads((pages / "article-1.json").read_text(encoding="utf-8"))["expected"]
    assert article["authors"] == ["ნინო ქარჩხაძე"]
    assert article["body"].count("\n\n") == 2


def test_what_is_there_is_written_over_by_force_alone(copy: Path, site: str) -> None:
    spider = copy / "newscrawl" / "spiders" / "lekebaqi.py"
    spider.write_text("# mine\n", encoding="utf-8")
    words = ("probe", LISTING, "--origin", site, "--write")
    done = scrapy_in(copy, *words)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "lekebaqi.py is there already" in line
    assert spider.read_text(encoding="utf-8") == "# mine\n"
    assert scrapy_in(copy, *words, "--force").returncode == 0
    assert "LekebaqiSpider" in spider.read_text(encoding="utf-8")


def test_a_news_sitemap_alone_is_enough(copy: Path) -> None:
    with static_site(probed_site.mapped(), []) as origin:
        text = written(copy, origin)
        assert "class LekebaqiSpider(NewsSitemapSpider):" in text
        holds(copy)
        assert len(crawled(copy, origin)) == 4


def test_of_a_site_in_three_languages_the_edition_that_was_named_is_drafted(copy: Path) -> None:
    with newsroom(articles=60) as origin:
        words = ("--origin", origin, "--write", "--name", "draft_one")
        done = scrapy_in(copy, "probe", "https://caliber.az/en/", *words)
    assert done.returncode == 0, done.stderr
    text = (copy / "newscrawl" / "spiders" / "draft_one.py").read_text(encoding="utf-8")
    assert '(Edition("en", ("en",)),)' in text
    assert len(list((copy / "tests" / "pages" / "draft_one").glob("article-*.html"))) == 3
    holds(copy, "draft_one")


def test_each_finding_has_its_reason(site: str) -> None:
    done = probe(LISTING, "--origin", site, "--json")
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert all(each["reason"] for each in record["findings"])
    found = {each["kind"]: each["value"] for each in record["findings"]}
    assert found["delay"] == "2 s"
    assert found["feed"] == f"{probed_site.HOST}/rss.xml"
    assert found["pagination"] == f"{LISTING}?page=2"
    assert found["edition"] == f"en {probed_site.HOST}/en/"
    assert found["listing links"] == "li.news-item a"
    assert record["name"] == "lekebaqi"
    assert record["written"] == []
    assert "LekebaqiSpider" in record["draft"]


def test_a_site_with_nothing_is_told_and_asked_little() -> None:
    asked: list[str] = []
    with static_site(NOTHING, asked) as origin:
        done = probe(LISTING, "--origin", origin, "--sources", "4")
    assert done.returncode == 1
    assert "No draft: nothing that the site led to is an article." in done.stdout
    assert len(set(asked)) <= 6  # the page, robots.txt and four guesses


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "name one address"),
        (["lekebaqi"], 2, "is no address"),
        ([LISTING], 2, "NEWSCRAWL_CONTACT is not set"),
        ([LISTING, "--origin", "http://127.0.0.1:9", "--name", "No"], 2, "small letters"),
        ([LISTING, "--origin", "http://127.0.0.1:9", "-s", "RETRY_TIMES=0"], 1, "refused"),
    ],
)
def test_what_goes_wrong_is_one_line(words: list[str], code: int, said: str) -> None:
    done = probe(*words)
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("newscrawl: ")
    assert said in line


def test_what_robots_txt_forbids_is_not_asked_for() -> None:
    asked: list[str] = []
    rules = {"/robots.txt": "User-agent: *\nDisallow: /ambebi/\n"}
    with static_site({**probed_site.outlet(), **rules}, asked) as origin:
        done = probe(LISTING, "--origin", origin)
    assert done.returncode == 1
    assert "robots.txt forbids it" in done.stderr
    assert set(asked) == {"/robots.txt"}
