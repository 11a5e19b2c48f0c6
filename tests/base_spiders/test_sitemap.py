"""Sitemaps, with a spider of an invented outlet."""

import gzip
from datetime import datetime
from pathlib import Path

import pytest

from newscrawl.base_spiders.sitemap import MAX_GAPS, NewsSitemapSpider
from tests.base_spiders.sitemap_site import SITE, HarbourPostSpider, Site, index, url, urlset


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


NEWS = """<news:news xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><news:publication>
<news:name>Harbour Post</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2025-11-15T18:05:00+00:00</news:publication_date>
<news:title>Flood gates &amp; dusk</news:title><news:keywords>port, tides , </news:keywords>
</news:news>"""


def test_a_news_sitemap_tells_headline_date_and_tags(site: Site) -> None:
    site.pages["/sitemap.xml"] = urlset(url("/en/flood-gates", "2025-11-16", NEWS))
    assert site.run() == ["/sitemap.xml", "en:flood-gates"]
    (teaser,) = site.teasers
    assert (teaser.source, teaser.headline) == ("sitemap", "Flood gates & dusk")
    assert teaser.date is not None
    assert teaser.date.isoformat() == "2025-11-15T18:05:00+00:00"
    assert (teaser.date_precision, teaser.tags) == ("second", ("port", "tides"))


def test_the_last_change_is_no_date_of_publication(site: Site) -> None:
    site.pages["/sitemap.xml"] = urlset(url("/en/a", "2025-11-14"), url("/en/b", "2025-11-15"))
    assert site.run() == ["/sitemap.xml", "en:b", "en:a"]
    assert [teaser.date for teaser in site.teasers] == [None, None]


def test_an_index_is_read_from_what_changed_last(site: Site) -> None:
    site.pages |= {
        "/sitemap.xml": index(old="2025-10-01", new="2025-11-16", unknown=""),
        "/old.xml": urlset(url("/en/old")),
        "/new.xml": gzip.compress(urlset(url("/en/new"), url("/about")).encode()),
        "/unknown.xml": urlset(url("/pt/unknown")),
    }
    maps = ["/sitemap.xml", "/unknown.xml", "/new.xml", "/old.xml"]
    assert [path for path in site.run() if path in maps] == maps
    assert {teaser.id for teaser in site.teasers} == {
        "harbour_post:en:new", "harbour_post:en:old", "harbour_post:pt:unknown",
    }  # fmt: skip


def test_a_second_run_asks_for_what_has_changed_since(site: Site) -> None:
    site.pages |= {
        "/sitemap.xml": index(a="2025-11-16", b="2020-01-01", c="2019-01-01"),
        "/a.xml": urlset(url("/en/a1")),
        "/b.xml": urlset(url("/en/b1")),
        "/c.xml": urlset(url("/en/c1")),
    }
    assert len(site.run()) == 7
    later = datetime.now().astimezone()
    site.now = later
    site.pages["/sitemap.xml"] = index(a="2025-11-16", b=later.isoformat(), c="2019-01-01")
    site.pages["/b.xml"] = urlset(url("/en/b1"), url("/en/b2"))
    assert [asked for asked in site.run() if not asked.endswith("1")] == [
        "/sitemap.xml", "/b.xml", "en:b2",
    ]  # fmt: skip


def test_a_map_that_changed_late_does_not_hide_one_that_changed_before_it(site: Site) -> None:
    """An old article that is edited brings its map to the front, with nothing new in it."""
    now = datetime.now().astimezone()
    site.now = now
    site.pages |= {
        "/sitemap.xml": index(edited=now.isoformat(), fresh=now.isoformat()),
        "/edited.xml": urlset(url("/en/old")),
        "/fresh.xml": urlset(url("/en/x")),
    }
    site.run()
    site.pages["/fresh.xml"] = urlset(url("/en/x"), url("/en/y"))
    assert "en:y" in site.run()


def test_a_crawl_of_one_edition_says_nothing_of_the_others(site: Site) -> None:
    site.pages |= {
        "/sitemap.xml": index(old="2020-01-01"),
        "/old.xml": urlset(url("/en/a"), url("/pt/b")),
    }
    assert "en:a" in site.run(editions="en")
    assert "pt:b" in site.run()


def test_since_leaves_out_what_cannot_be_younger_and_does_not_count_it_as_read(site: Site) -> None:
    site.pages |= {
        "/sitemap.xml": index(new="2025-11-16", old="2025-10-01"),
        "/new.xml": urlset(
            url("/en/a", "2025-11-15"), url("/en/b", "2025-10-02"), url("/en/2025/09/01/c")
        ),
        "/old.xml": urlset(url("/en/d")),
    }
    assert site.run(since="2025-11-01") == ["/sitemap.xml", "/new.xml", "en:a"]
    assert set(site.run()) >= {"/sitemap.xml", "/new.xml", "/old.xml", "en:b", "en:c", "en:d"}


def test_until_leaves_out_maps_that_begin_later(site: Site) -> None:
    site.pages |= {
        "/sitemap.xml": index(map_2025_08="", map_2025_09="", map_2025_10="", map_2025_11=""),
        "/map-2025-08.xml": urlset(url("/en/august")),
        "/map-2025-09.xml": urlset(url("/en/september")),
    }
    asked = site.run(since="2025-08-10", until="2025-08-20")
    assert asked == [
        "/sitemap.xml",
        "/map-2025-09.xml",
        "en:september",
        "/map-2025-08.xml",
        "en:august",
    ]
    assert "/map-2025-11.xml" in site.run()


def test_an_index_that_names_itself_and_one_too_deep_end(site: Site) -> None:
    site.pages |= {
        "/sitemap.xml": index(sitemap="", one=""),
        "/one.xml": index(two="", sitemap=""),
        "/two.xml": index(three=""),
        "/three.xml": urlset(url("/en/a")),
    }
    depth = {"NEWSCRAWL_SITEMAP_DEPTH": 2}
    assert site.run(depth) == ["/sitemap.xml", "/one.xml", "/two.xml"]
    assert site.run() == ["/sitemap.xml", "/one.xml", "/two.xml", "/three.xml", "en:a"]


def test_the_number_of_maps_is_bounded(site: Site) -> None:
    site.pages["/sitemap.xml"] = index(**{f"m{n}": "" for n in range(50)})
    assert len(site.run({"NEWSCRAWL_MAX_PAGES": 4})) <= 5


def test_no_map_is_asked_for_beyond_max_articles(site: Site) -> None:
    site.pages |= {
        "/sitemap.xml": index(a="2025-11-16", b="2025-11-15"),
        "/a.xml": urlset(url("/en/a1"), url("/en/a2")),
        "/b.xml": urlset(url("/en/b1")),
    }
    assert site.run(max_articles="2") == ["/sitemap.xml", "/a.xml", "en:a1", "en:a2"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<!doctype html><html><body>Not here</body></html>", "no sitemap"),
        ("", "no sitemap"),
        ("plain words", "no sitemap"),
        (b"\x1f\x8b\x08 but not really", "broken gzip"),
        (urlset(url("/en/a"), url("/en/b"))[:-30], "sitemap cut short"),
        (gzip.compress(urlset(url("/en/a")).encode(), mtime=0)[:-20], "sitemap cut short"),
    ],
)
def test_what_is_no_whole_sitemap_is_a_failure(site: Site, body: str | bytes, reason: str) -> None:
    site.pages["/sitemap.xml"] = body
    site.run()
    assert site.failures == [reason]
    assert [t.id for t in site.teasers] == ["harbour_post:en:a"] * len(site.teasers)


def test_a_gzip_that_swells_is_refused(site: Site) -> None:
    site.pages["/sitemap.xml"] = gzip.compress(b"<urlset>" + b" " * 100_000)
    site.run({"DOWNLOAD_MAXSIZE": 50_000})
    assert site.failures == ["too large"]


def test_a_map_that_fails_is_asked_for_again_in_the_next_run_and_the_rest_goes_on(
    site: Site,
) -> None:
    site.pages |= {
        "/sitemap.xml": index(a="2020-01-02", b="2020-01-01"),
        "/a.xml": "<html>down for repairs</html>",
        "/b.xml": urlset(url("/en/b1")),
    }
    assert site.run() == ["/sitemap.xml", "/a.xml", "/b.xml", "en:b1"]
    site.pages["/a.xml"] = urlset(url("/en/a1"))
    assert "en:a1" in site.run()


def test_a_map_that_an_index_names_in_vain_is_no_failure(site: Site) -> None:
    site.pages["/sitemap.xml"] = index(gone="2020-01-01")
    assert site.run() == ["/sitemap.xml", "/gone.xml"]
    assert site.failures == []
    assert site.run() == ["/sitemap.xml"]


def test_no_entity_is_followed(site: Site) -> None:
    site.pages["/sitemap.xml"] = (
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset>'
        f"<url><loc>{SITE}/en/a&f;</loc></url>{url('/en/b')}</urlset>"
    )
    assert site.run() == ["/sitemap.xml", "en:b"]


def test_robots_names_sitemaps(site: Site) -> None:
    site.spidercls = type(
        "Robots", (HarbourPostSpider,), {"sitemaps": (), "sitemaps_from_robots": True}
    )
    site.pages |= {
        "/robots.txt": f"User-agent: *\nSitemap: {SITE}/news.xml\nsitemap: /news.xml\n",
        "/news.xml": urlset(url("/en/a")),
    }
    assert site.run() == ["/robots.txt", "/news.xml", "en:a"]


def test_only_maps_to_follow_are_read(site: Site) -> None:
    site.spidercls = type("Posts", (HarbourPostSpider,), {"sitemap_follow": "/posts"})
    site.pages |= {"/sitemap.xml": index(posts="", tags=""), "/posts.xml": urlset(url("/en/a"))}
    assert site.run() == ["/sitemap.xml", "/posts.xml", "en:a"]


def dated(template: str) -> type[NewsSitemapSpider]:
    return type("Dated", (HarbourPostSpider,), {"sitemaps": (f"{SITE}{template}",)})


@pytest.mark.parametrize(
    ("template", "since", "until", "asked"),
    [
        ("/m-{day:%Y-%m-%d}.xml", "2025-03-01", "2025-03-01", ["03-02", "03-01", "02-28", "02-27"]),
        ("/m-{month:%Y-%m}.xml", "2025-01-10", "2025-02-10", ["2025-02", "2025-01"]),
        ("/m-{week:%Y-%m-%d}.xml", "2025-03-12", "2025-03-13", ["2025-03-10"]),
        (
            "/{mark}-{day.day}-{day.month}-{day.year}.xml",
            "2025-03-05",
            "2025-03-05",
            ["/en-5-3-2025", "/pt-5-3-2025"],
        ),
    ],
)
def test_maps_by_period_are_those_of_the_window(
    site: Site, template: str, since: str, until: str, asked: list[str]
) -> None:
    site.spidercls = dated(template)
    paths = site.run(since=since, until=until)
    assert all(any(wanted in path for path in paths) for wanted in asked)
    assert len(paths) <= 8


def test_maps_by_day_end_after_a_gap_and_a_second_run_asks_for_few(site: Site) -> None:
    site.spidercls = dated("/m-{day:%Y-%m-%d}.xml")
    assert len(site.run()) == MAX_GAPS
    assert len(site.run()) <= 3
    assert site.failures == []


def test_sections_are_unknown_to_sitemaps(site: Site) -> None:
    assert site.run(sections="sport") == []
