"""What is published of an article, and what is said to be true of it."""

import json
import re
import subprocess
import sys
import unicodedata

import pytest

from newscrawl.demo.articles import Newsroom
from newscrawl.demo.keys import LANGUAGES, Key
from newscrawl.demo.site import Site
from newscrawl.items import Article
from tests.demo.reading import parse, read

SHOWN = "url section headline byline authors body tags summary image alternates".split()


def shown(site: Site, key: Key) -> dict[str, object]:
    return read(parse(site.answer(site.newsroom.path(key), {}).body))


@pytest.mark.parametrize("seed", [7, 8])
def test_truth_is_what_the_page_shows(seed: int) -> None:
    newsroom = Newsroom(seed=seed, articles=300)
    site = Site(newsroom)

    for index in range(newsroom.articles):
        truth = newsroom.truth(Key(index))
        assert shown(site, Key(index)) == {name: truth[name] for name in SHOWN}


def test_another_process_tells_the_same() -> None:
    code = (
        "import json; from newscrawl.demo.articles import Newsroom;"
        "print(json.dumps(list(Newsroom(seed=9, articles=12).truths())))"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert json.loads(other.stdout) == list(Newsroom(seed=9, articles=12).truths())


def test_another_seed_tells_something_else() -> None:
    headlines = [
        {truth["headline"] for truth in Newsroom(seed=seed, articles=60).truths()}
        for seed in (1, 2)
    ]

    assert len(headlines[0] & headlines[1]) < 3


def test_more_articles_change_none_of_the_newer_ones() -> None:
    few, many = Newsroom(articles=30), Newsroom(articles=3000)

    for index in range(30):
        assert few.truth(Key(index)) == many.truth(Key(index))


def test_truth_has_no_field_that_an_article_has_not() -> None:
    truth = Newsroom().truth(Key(0))

    assert truth.keys() <= Article.__dataclass_fields__.keys()
    assert (truth["outlet"], truth["country"], truth["date_precision"]) == (
        "caliber",
        "AZ",
        "minute",
    )


def test_bodies_are_clean_text_of_many_shapes() -> None:
    bodies = [truth["body"] for truth in Newsroom(articles=600).truths()]

    for body in bodies:
        assert body == unicodedata.normalize("NFC", body)
        assert "\xa0" not in body
        assert "  " not in body
        assert all(line == line.strip() and line for line in body.replace("\n\n", "\n").split("\n"))
    lengths = {body.count("\n\n") + 1 for body in bodies}
    assert min(lengths) >= 4
    assert max(lengths) >= 14
    assert any("\n" in body.replace("\n\n", "") for body in bodies)


def test_every_kind_of_markup_and_rubbish_appears() -> None:
    newsroom = Newsroom(articles=600)
    html = "\n".join(
        block.html for index in range(600) for block in newsroom.text(Key(index)).blocks
    )

    for kind in (
        *("<strong>", "<em>", "<blockquote>", "<ul><li>", "<h2>", "<br>", "&nbsp;", "&amp;"),
        *("&ldquo;", "\u00a0", "\u0306", "<p></p>", 'class="ad"', 'class="banner"', "<ins "),
        *("<iframe", "advert", "reklam", "<script>", "<style>", "data-src", "zoom.png"),
        *("conversation-turn", "text-token-text-primary", "data-testid", "<p>реклама</p>"),
        *("<p>Views: ", "<p>Просмотров: ", "<p>Դիտումներ՝ ", "<p>Caliber.Az</p>"),
        *("Read also: <a", "Читайте также: <a", "Կարդացեք նաև՝ <a", "Reuters"),
    ):
        assert kind in html, kind


def test_bylines_are_of_every_form_and_prose_that_begins_with_by_is_none() -> None:
    newsroom = Newsroom(articles=900)
    truths = list(newsroom.truths())
    english = [truth for truth in truths if truth["language"] == "en"]
    unsigned = [truth for truth in english if truth["byline"] is None]

    assert 0.2 < len(unsigned) / len(english) < 0.5
    assert any(" and " in (truth["byline"] or "") for truth in english)
    assert any(", " in (truth["byline"] or "") for truth in english)
    assert any(truth["body"].splitlines()[-1].startswith("By ") for truth in unsigned)
    assert all(
        any(truth["byline"] for truth in truths if truth["language"] == language)
        for language in LANGUAGES
    )
    assert all(bool(truth["authors"]) == bool(truth["byline"]) for truth in truths)


def test_a_shared_story_names_its_articles_in_the_other_editions() -> None:
    newsroom = Newsroom(articles=300)
    by_url = {truth["url"]: truth for truth in newsroom.truths()}
    shared = [truth for truth in by_url.values() if truth["alternates"]]

    assert 20 < len(shared) < 60
    for truth in shared:
        for language, url in truth["alternates"].items():
            assert by_url[url]["language"] == language != truth["language"]
            assert by_url[url]["alternates"][truth["language"]] == truth["url"]


def test_dates_are_printed_in_every_form_of_each_edition() -> None:
    newsroom = Newsroom(articles=300)
    printed = {newsroom.story(Key(index)).printed_date for index in range(300)}

    for form in (
        r"\d+ October \d{4} \d\d:\d\d",
        r"\d+ հոկտեմբերի \d{4} \d\d:\d\d",
        r"\d+ Октября \d{4} \d\d:\d\d",
        r"\d+ октября \d{4}, \d\d:\d\d",
        r"\d+ октября \d{4} в \d\d:\d\d",
        r"\d\d\.10\.\d{4} \d\d:\d\d",
    ):
        assert any(re.fullmatch(form, date) for date in printed), form
