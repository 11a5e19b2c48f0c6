"""Each fault does what it says, to the share it says, and truth follows."""

from collections import Counter
from difflib import SequenceMatcher

import pytest

from newscrawl.demo.articles import SITE, Newsroom
from newscrawl.demo.faults import Fault, Plight, Trouble, read_faults
from newscrawl.demo.keys import Key
from newscrawl.demo.site import Site
from tests.demo.reading import links, meta_charset, parse, read

ADDRESSES = [f"/post/{number}" for number in range(2000)]
BAD_FIRST = {
    Fault.ERRORS: 0.15,
    Fault.DROPS: 0.08,
    Fault.CHALLENGE: 0.10,
    Fault.SOFT404: 0.05,
    Fault.WALL: 0.05,
}


def faulty(*faults: Fault, articles: int = 300) -> Site:
    newsroom = Newsroom(articles=articles, edited=Fault.EDITED in faults, wire=Fault.WIRE in faults)
    return Site(newsroom, frozenset(faults))


def first_pages(site: Site, edition: str) -> list[str]:
    """Return the links of all pages of the edition's first section."""
    found: list[str] = []
    category = f"{site.newsroom.prefixes[edition]}category/region"
    for number in range(1, 1000):
        answer = site.answer(category, {"page": str(number)})
        if answer.status == 404:
            break
        found.extend(links(parse(answer.body)))
    return found


def test_an_unknown_fault_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"'quake'; there are slow, errors, .*, endless, .*, all"):
        read_faults(["slow", "quake"])


@pytest.mark.parametrize("fault", BAD_FIRST)
def test_a_bad_address_is_bad_once_or_twice_and_then_fine(fault: Fault) -> None:
    trouble = Trouble(7, frozenset([fault]))
    answers = {address: [trouble.befalls(address).fault for _ in range(5)] for address in ADDRESSES}
    times = Counter(row.count(fault) for row in answers.values())

    assert all(
        row == [fault] * row.count(fault) + [None] * row.count(None) for row in answers.values()
    )
    assert times.keys() == {0, 1, 2}
    assert 1 - times[0] / len(ADDRESSES) == pytest.approx(BAD_FIRST[fault], abs=0.03)


def test_walls_and_soft_errors_stand_in_for_articles_alone() -> None:
    trouble = Trouble(7, frozenset([Fault.SOFT404, Fault.WALL]))

    assert {trouble.befalls(f"/category/{number}").fault for number in range(2000)} == {None}


def test_no_address_has_two_of_the_faults_that_end() -> None:
    trouble = Trouble(7, frozenset(Fault))

    for address in ADDRESSES:
        met = {trouble.befalls(address).fault for _ in range(4)} - {None}
        assert len(met) <= 1


def test_errors_are_of_three_kinds() -> None:
    trouble = Trouble(7, frozenset([Fault.ERRORS]))

    assert {trouble.befalls(address).status for address in ADDRESSES} == {200, 500, 502, 503}


def test_another_newsroom_of_the_same_seed_has_the_same_troubles() -> None:
    first, second = Trouble(7, frozenset(Fault)), Trouble(7, frozenset(Fault))

    assert [first.befalls(a) for a in ADDRESSES] == [second.befalls(a) for a in ADDRESSES]


def test_a_tenth_of_the_addresses_is_slow_whenever_it_is_asked_for() -> None:
    trouble = Trouble(7, frozenset([Fault.SLOW]))
    delays = [trouble.befalls(address).delay_s for address in ADDRESSES]
    late = [delay for delay in delays if delay]

    assert delays == [trouble.befalls(address).delay_s for address in ADDRESSES]
    assert len(late) / len(ADDRESSES) == pytest.approx(0.1, abs=0.03)
    assert 0.1 <= min(late) < max(late) <= 0.4


def test_only_the_last_ten_thousand_addresses_are_remembered() -> None:
    trouble = Trouble(7, frozenset([Fault.ERRORS]))
    bad = next(address for address in ADDRESSES if trouble.befalls(address).fault)
    while trouble.befalls(bad).fault:
        pass
    for number in range(80_000):
        trouble.befalls(f"/other/{number}")

    assert trouble.befalls(bad).fault is Fault.ERRORS


def test_without_faults_nothing_befalls() -> None:
    trouble = Trouble(7, frozenset())

    assert {trouble.befalls(address) for address in ADDRESSES} == {Plight()}


def test_redirects_end_at_every_listed_article() -> None:
    site = faulty(Fault.REDIRECTS, articles=3000)
    hops: Counter[int] = Counter()
    ends = []
    for url in first_pages(site, "en"):
        path, count = url.removeprefix(SITE), 0
        while (answer := site.answer(path, {})).status == 301:
            path, count = answer.headers["Location"], count + 1
        hops[count] += 1
        ends.append(SITE + path)

    assert ends == first_pages(faulty(articles=3000), "en")
    assert hops.keys() == {0, 1, 2}
    assert hops[0] / hops.total() == pytest.approx(0.85, abs=0.06)


def test_other_spellings_are_the_same_article() -> None:
    site = faulty(Fault.ADDRESSES, articles=3000)
    real = first_pages(faulty(articles=3000), "en")
    listed = first_pages(site, "en")
    other = [url for url, true in zip(listed, real, strict=True) if url != true]

    assert len(other) / len(real) == pytest.approx(0.15, abs=0.06)
    for mark in ("?utm_source=", "?fbclid=", "/", "#comments", "-copy"):
        assert any(url.endswith(mark) or (mark in url and mark != "/") for url in other), mark
    for url, true in zip(listed, real, strict=True):
        path = url.removeprefix(SITE).partition("#")[0].partition("?")[0]
        assert read(parse(site.answer(path, {}).body))["url"] == true


def test_lists_do_not_agree_in_how_they_spell_an_address() -> None:
    site = faulty(Fault.REDIRECTS, Fault.ADDRESSES, articles=60)

    assert set(links(parse(site.answer("/en/", {}).body))) != {
        *first_pages(site, "en"),
        *links(parse(site.answer("/en/category/world", {}).body)),
    }


def test_edited_articles_keep_their_address_and_change_their_text() -> None:
    before, after = Newsroom(articles=900), Newsroom(articles=900, edited=True)
    pairs = [(before.truth(Key(index)), after.truth(Key(index))) for index in range(900)]
    edited = [(old, new) for old, new in pairs if old != new]

    assert len(edited) / 900 == pytest.approx(0.1, abs=0.03)
    assert any(old["headline"] != new["headline"] for old, new in edited)
    assert any(old["headline"] == new["headline"] for old, new in edited)
    for old, new in edited:
        changed = {name for name in old if old[name] != new[name]}
        assert "body" in changed
        assert changed <= {"body", "headline"}


def test_wire_copies_are_additional_russian_articles_of_the_armenian_edition() -> None:
    newsroom = Newsroom(articles=1200, wire=True)
    truths = {truth["id"]: truth for truth in newsroom.truths()}
    copies = [key for key in newsroom.archive.listing("hy").part(0, 1200) if key.copied]

    assert len(copies) / 400 == pytest.approx(0.05, abs=0.01)
    assert len(truths) == 1200 + len(copies)
    for key in copies:
        copy, original = newsroom.truth(key), newsroom.truth(Key(key.index))
        assert truths[copy["id"]].items() >= copy.items()
        assert copy["id"].startswith("caliber:hy:")
        assert copy["language"] == original["language"] == "ru"
        assert copy["url"].startswith(f"{SITE}/arm/post/")
        assert copy["body"] != original["body"]
        ratio = SequenceMatcher(None, copy["body"].split(), original["body"].split()).ratio()
        assert ratio > 0.85


@pytest.mark.parametrize("fault", [Fault.BROKEN, Fault.CHARSET])
def test_a_tolerant_parser_reads_the_truth_from_a_page_that_is_wrong(fault: Fault) -> None:
    site, sound = faulty(fault), faulty()
    wrong = 0
    for index in range(300):
        path = site.newsroom.path(Key(index))
        answer = site.answer(path, {})
        wrong += answer != sound.answer(path, {})
        shown = read(parse(answer.body, meta_charset(answer.body)))
        truth = site.newsroom.truth(Key(index))
        assert shown == {name: truth[name] for name in shown}

    assert wrong > 20


def test_broken_pages_lack_and_repeat_tags() -> None:
    site = faulty(Fault.BROKEN)
    pages = [site.answer(site.newsroom.path(Key(index)), {}).body.decode() for index in range(300)]

    assert any(page.count("<p>") > page.count("</p>") + 2 for page in pages)
    assert any("<p><p>" in page for page in pages)
    assert any("</body>" not in page for page in pages)
    assert any("</div></span>" in page for page in pages)
    assert any(" & " in page for page in pages)
    assert any(page.count("<strong>") > page.count("</strong>") for page in pages)


def test_the_header_of_some_russian_pages_names_another_encoding() -> None:
    site = faulty(Fault.CHARSET)
    lies: Counter[tuple[str | None, str]] = Counter()
    for index in range(0, 300, 3):
        answer = site.answer(site.newsroom.path(Key(index)), {})
        lies[answer.charset, meta_charset(answer.body)] += 1
        answer.body.decode(meta_charset(answer.body))

    assert lies.keys() == {
        ("utf-8", "utf-8"),
        ("utf-8", "windows-1251"),
        ("windows-1251", "utf-8"),
    }


def test_endless_lists_repeat_their_last_page_and_go_on() -> None:
    site = faulty(Fault.ENDLESS)
    last, after, far = (
        parse(site.answer("/en/category/politics", {"page": page}).body)
        for page in ("2", "3", "900")
    )

    assert links(last) == links(after) == links(far) != []
    assert far.xpath("//a[@rel='next']/@href") == ["?page=901"]
