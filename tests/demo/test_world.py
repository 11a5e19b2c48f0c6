"""From moment to moment the newsroom changes, and its truth tells how."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree

from newscrawl.demo.archive import ZONE, Archive
from newscrawl.demo.articles import SITE, Newsroom
from newscrawl.demo.faults import Fault
from newscrawl.demo.keys import LANGUAGES, LEXICONS, Key, story_number
from newscrawl.demo.site import Site
from newscrawl.demo.world import Pace
from tests.demo.reading import links, parse, read
from tests.demo.test_articles import SHOWN

LAST = 6
STILL = Pace(arrivals=0, edits=0, removals=0, moves=0, pins=0)


def at(moment: int, **pace: int) -> Newsroom:
    return Newsroom(articles=240, moment=moment, pace=Pace(**pace))


def only(moment: int, **pace: int) -> Newsroom:
    """A newsroom in which nothing happens but what *pace* says."""
    return at(moment, **{"arrivals": 0, "edits": 0, "removals": 0, "moves": 0, "pins": 0, **pace})


def path_of(url: str) -> str:
    return url.removeprefix(SITE)


def versions(newsroom: Newsroom, kind: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield what the histories say of each event of *kind*: the version before, and its own."""
    for truth in newsroom.truths():
        for before, version in pairwise(truth["history"]):
            if kind in version["kinds"]:
                yield before, version


def listed(site: Site) -> list[str]:
    """Return what all pages of all sections list."""
    found: list[str] = []
    for edition in LANGUAGES:
        for section in LEXICONS[edition].sections:
            path = f"{site.newsroom.prefixes[edition]}category/{section.slug}"
            for page in range(1, 100):
                answer = site.answer(path, {"page": str(page)})
                if answer.status == 404:
                    break
                found.extend(links(parse(answer.body)))
    return found


def test_at_moment_0_every_article_has_the_one_version_that_its_truth_is() -> None:
    newsroom = Newsroom(articles=60)

    for index, truth in enumerate(newsroom.truths()):
        (version,) = truth["history"]
        assert version == {
            "moment": 0,
            "at": truth["date"],
            "kinds": ["published"],
            "changed": [],
            "removed": False,
            "status": 200,
            "record": newsroom.truth(Key(index)),
        }
        assert truth == {
            **version["record"],
            "removed": False,
            "pinned": False,
            "tells": story_number(Key(index)),
            "history": [version],
        }


def test_a_moment_is_the_same_whether_it_is_reached_at_once_or_by_steps() -> None:
    now = {truth["history"][0]["record"]["id"]: truth["history"] for truth in at(LAST).truths()}
    for moment in range(LAST):
        for truth in at(moment).truths():
            first = truth["history"][0]["record"]["id"]
            assert truth["history"] == [v for v in now[first] if v["moment"] <= moment]


def test_another_seed_has_another_fate() -> None:
    fates = [[t["removed"] for t in Newsroom(seed=seed, moment=LAST).truths()] for seed in (1, 2)]

    assert fates[0] != fates[1]


@pytest.mark.parametrize("arrivals", [1, 3, 30])
def test_new_articles_come_first_and_bear_dates_of_their_moment(arrivals: int) -> None:
    before, after = only(4, arrivals=arrivals), only(5, arrivals=arrivals)
    old, new = list(before.truths()), list(after.truths())
    clock = Archive.clock(4)

    assert [truth["url"] for truth in new[arrivals:]] == [truth["url"] for truth in old]
    for truth in new[:arrivals]:
        assert truth["history"][0]["moment"] == 5
        assert clock < datetime.fromisoformat(truth["date"]) < clock + timedelta(days=1)
    dates = [datetime.fromisoformat(truth["date"]) for truth in new]
    assert all(newer > older for newer, older in pairwise(dates))
    assert len({truth["id"] for truth in new}) == 240 + 5 * arrivals
    assert read_feed(Site(after))[: arrivals + 1] == [t["url"] for t in new[: arrivals + 1]]


def read_feed(site: Site) -> list[str | None]:
    items = etree.fromstring(site.answer("/rss.xml", {}).body).findall("channel/item")
    return [item.findtext("link") for item in items]


def test_new_articles_have_wire_copies_too() -> None:
    archive = Archive(7, 60, wire=True, arrivals=3, moment=40)
    listing = archive.listing()
    keys = listing.part(0, len(listing))
    dates = [archive.date(key) for key in keys]

    assert [key for key in keys if key.copied and key.index < 0]
    assert all(newer > older for newer, older in pairwise(dates))
    assert [archive.key(key.edition, archive.slug(key)) for key in keys] == keys
    assert [listing.place(key) for key in keys] == list(range(len(keys)))


@pytest.mark.parametrize("moment", range(1, LAST))
def test_every_page_shows_the_truth_of_its_moment(moment: int) -> None:
    newsroom = at(moment)
    site = Site(newsroom)

    for truth in newsroom.truths():
        answer = site.answer(path_of(truth["url"]), {})
        assert answer.status == truth["history"][-1]["status"]
        assert truth["removed"] == (answer.status != 200)
        if not truth["removed"]:
            root = parse(answer.body)
            assert read(root) == {name: truth[name] for name in SHOWN}
            stated = root.xpath("//meta[@property='article:modified_time']/@content")
            assert stated == ([truth["date_modified"]] if truth["date_modified"] else [])


def test_sections_and_sitemap_list_every_article_that_is_there_once_by_its_address() -> None:
    newsroom = at(LAST)
    site = Site(newsroom)
    there = Counter(truth["url"] for truth in newsroom.truths() if not truth["removed"])
    rows = etree.fromstring(site.answer("/sitemap-1.xml", {}).body)

    assert Counter(listed(site)) == there
    assert Counter(row.findtext("{*}loc") for row in rows) == there


def test_edits_change_what_their_kinds_say_and_sometimes_say_so_themselves() -> None:
    fields = {
        "headline": {"headline"},
        "body": {"body"},
        "byline": {"byline", "authors"},
        "tags": {"tags"},
        "modified": {"date_modified"},
    }
    met: Counter[tuple[str, ...]] = Counter()
    newsroom = only(8, edits=8)
    for kind in fields:
        for before, version in versions(newsroom, kind):
            met[tuple(version["kinds"])] += 1
            allowed = set().union(*(fields[kind] for kind in version["kinds"]))
            assert set(version["changed"]) <= allowed
            assert fields[kind] & set(version["changed"])
            for name in version["changed"]:
                assert version["record"][name] != before["record"][name]
    assert len(met) == 8
    assert ("modified",) in met
    assert any("modified" not in kinds for kinds in met)


def test_a_stated_change_lies_within_its_moment() -> None:
    for _, version in versions(only(5, edits=6), "modified"):
        stated = datetime.fromisoformat(version["record"]["date_modified"])
        assert version["record"]["date_modified"] == version["at"]
        assert Archive.clock(version["moment"] - 1) < stated < Archive.clock(version["moment"])
        assert stated.astimezone(ZONE).isoformat() == version["at"]


def test_a_headline_may_become_again_what_it_was() -> None:
    for truth in only(40, edits=20).truths():
        headlines = [version["record"]["headline"] for version in truth["history"]]
        if len(set(headlines)) < sum(a != b for a, b in pairwise(headlines)):
            return
    pytest.fail("no headline ever came back")


def test_what_is_removed_is_gone_and_every_other_comes_back() -> None:
    newsroom = only(LAST, removals=4)
    ends: Counter[tuple[str, ...]] = Counter()
    statuses = set()
    for truth in newsroom.truths():
        kinds = tuple(kind for version in truth["history"] for kind in version["kinds"])
        ends[kinds] += 1
        statuses.add(truth["history"][-1]["status"])
        for before, version in pairwise(truth["history"]):
            assert version["record"] == before["record"]

    assert statuses == {200, 404, 410}
    assert ends["published", "removed"] >= 2 * LAST
    assert ends["published", "removed", "returned"] >= LAST


def test_removal_closes_every_address_that_an_article_ever_had() -> None:
    newsroom = only(60, removals=10, moves=10)
    site = Site(newsroom)
    moved = 0
    for truth in newsroom.truths():
        urls = {version["record"]["url"] for version in truth["history"]}
        if truth["removed"] and len(urls) > 1:
            moved += 1
            status = truth["history"][-1]["status"]
            assert {site.answer(path_of(url), {}).status for url in urls} == {status}

    assert moved


def test_what_has_moved_is_found_by_its_old_address_in_the_way_that_is_told() -> None:
    newsroom = only(12, moves=8)
    site = Site(newsroom)
    for kind in ("redirected", "readdressed"):
        count = edited = 0
        for truth in newsroom.truths():
            for before, version in pairwise(truth["history"]):
                if kind not in version["kinds"]:
                    continue
                count += 1
                assert version["changed"][:2] == ["id", "url"]
                edited += version["changed"] != ["id", "url"]
                answer = site.answer(path_of(before["record"]["url"]), {})
                if kind == "redirected":
                    assert answer.status == 301
                    assert SITE + answer.headers["Location"] == truth["url"]
                else:
                    assert answer.status == 200
                    assert read(parse(answer.body))["url"] == truth["url"]
        assert count > edited > 8


def test_an_address_that_is_still_to_come_is_not_there() -> None:
    before, after = only(0, moves=8), only(1, moves=8)
    site = Site(before)
    coming = [version["record"]["url"] for _, version in versions(after, "redirected")]

    assert coming
    assert {site.answer(path_of(url), {}).status for url in coming} == {404}


def test_old_and_other_spellings_lead_on_after_a_move() -> None:
    newsroom = only(3, moves=8)
    site = Site(newsroom, frozenset([Fault.REDIRECTS]))
    for before, version in versions(newsroom, "redirected"):
        for spelled in (before, version):
            path = path_of(spelled["record"]["url"]) + "-old"
            answer = site.answer(path, {})
            assert answer.status == 301
            assert site.answer(answer.headers["Location"], {}).status == 200


def test_old_articles_stand_first_in_lists_but_not_in_the_feed() -> None:
    newsroom = only(3, pins=2)
    site = Site(newsroom)
    pinned = [truth for truth in newsroom.truths() if truth["pinned"]]

    assert len(pinned) == 4
    for truth in pinned:
        assert truth["history"][1:] == []
        edition = truth["id"].split(":")[1]
        prefix = newsroom.prefixes[edition]
        section = next(s for s in LEXICONS[edition].sections if s.name == truth["section"])
        for path in (prefix, f"{prefix}category/{section.slug}"):
            first = links(parse(site.answer(path, {}).body))[:4]
            assert truth["url"] in first
    assert read_feed(site) == read_feed(Site(only(0)))


def test_pins_end() -> None:
    pinned = [{t["id"] for t in only(m, pins=1).truths() if t["pinned"]} for m in range(6)]

    assert [len(ids) for ids in pinned] == [0, 1, 2, 2, 2, 2]
    assert pinned[1] < pinned[2]
    assert not pinned[1] & pinned[3]


def test_where_nothing_happens_every_moment_is_alike() -> None:
    assert list(Newsroom(articles=60, moment=9, pace=STILL).truths()) == list(
        Newsroom(articles=60).truths()
    )


@pytest.mark.parametrize("articles", [1, 2, 5])
def test_a_tiny_newsroom_has_a_history_too(articles: int) -> None:
    newsroom = Newsroom(articles=articles, moment=30)

    assert len(list(newsroom.truths())) == articles + 90


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"pace": {"arrivals": 31}}, "31 new articles a moment: 0 to 30"),
        ({"pace": {"edits": -1}}, "-1 edits a moment: 0 to 100"),
        ({"moment": 1001}, "moment 1001: there are 0 to 1000"),
        ({"moment": -1}, "moment -1: there are 0 to 1000"),
        ({"moment": 2, "articles": 216_000}, "the newsroom knows 1 to 215994"),
    ],
)
def test_bounds_are_told(arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Newsroom(**{**arguments, "pace": Pace(**arguments.get("pace", {}))})
