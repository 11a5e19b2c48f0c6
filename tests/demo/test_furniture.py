"""Furniture is another at every answer; the article is not."""

import re

import pytest

from newscrawl.demo.articles import SITE, Newsroom
from newscrawl.demo.faults import Fault
from newscrawl.demo.keys import Key
from newscrawl.demo.site import Site
from tests.demo.reading import links, parse, read
from tests.demo.test_articles import SHOWN

ARTICLES = 120


def site(*faults: Fault, moment: int = 0) -> Site:
    return Site(Newsroom(articles=ARTICLES, moment=moment), frozenset([Fault.FURNITURE, *faults]))


@pytest.mark.parametrize("others", [(), (Fault.BROKEN,)])
@pytest.mark.parametrize("moment", [0, 3])
def test_the_article_is_the_truth_at_every_answer(others: tuple[Fault, ...], moment: int) -> None:
    newsroom = Newsroom(articles=ARTICLES, moment=moment)
    for truth in newsroom.truths():
        path = truth["url"].removeprefix(SITE)
        if truth["removed"]:
            continue
        for turn in (1, 2):
            answer = site(*others, moment=moment).answer(path, {}, turn)
            assert read(parse(answer.body)) == {name: truth[name] for name in SHOWN}


def test_no_two_answers_are_alike_but_the_same_turn_is() -> None:
    paths = [site().newsroom.path(Key(index)) for index in range(20)]

    for path in (*paths, "/en/", "/en/category/region", "/rss.xml"):
        bodies = {site().answer(path, {}, turn).body for turn in range(8)}
        assert len(bodies) > 6, path
        assert site().answer(path, {}, 5) == site().answer(path, {}, 5)


def test_the_same_answer_is_another_at_another_moment() -> None:
    path = site().newsroom.path(Key(50))

    assert site().answer(path, {}, 5).body != site(moment=1).answer(path, {}, 5).body


def test_lists_show_the_same_articles_among_other_furniture() -> None:
    bare = Site(Newsroom(articles=ARTICLES))
    for path in ("/", "/en/category/region"):
        expected = links(parse(bare.answer(path, {}).body))
        assert links(parse(site().answer(path, {}, 3).body)) == expected


def test_every_kind_of_furniture_is_there() -> None:
    pages = [
        site().answer(site().newsroom.path(Key(index)), {}, index).body.decode()
        for index in range(ARTICLES)
    ]
    html = "\n".join(pages)

    for kind in (
        *('class="related"', 'class="comments"', 'class="now"', 'class="post_ago"'),
        *("minutes ago", "мин. назад", "րոպե առաջ", "<td>", 'class="inner"', "<p>Views: "),
    ):
        assert kind in html, kind
    assert re.search(r'<link href="[^"]+" rel="canonical">', html)
    assert re.search(r'<link rel="canonical" href="[^"]+">', html)


def test_about_a_third_of_the_bodies_is_nested_and_always_the_same() -> None:
    def nested(turn: int) -> set[int]:
        found = set()
        for index in range(ARTICLES):
            body = site().answer(site().newsroom.path(Key(index)), {}, turn).body
            if not parse(body).xpath("//div[@class='post_body']/p"):
                found.add(index)
        return found

    assert nested(1) == nested(2)
    assert len(nested(1)) / ARTICLES == pytest.approx(0.33, abs=0.12)


def test_a_newsroom_of_one_article_has_furniture_too() -> None:
    lonely = Site(Newsroom(articles=1), frozenset([Fault.FURNITURE]))

    assert lonely.answer("/en/", {}, 1).status == 200
