import json
from datetime import UTC, datetime

import pytest
from rich.console import Console

from newscrawl.commands.explanation import as_json, as_lines, as_table
from newscrawl.explaining import KEPT, NOTHING, Trace
from newscrawl.extract import extract_article

NOW = datetime(2031, 3, 5, tzinfo=UTC)
URL = "https://www.lantern.example/region/flood-gates"
STATED = {
    "@type": "NewsArticle",
    "headline": "Flood gates close at dusk",
    "datePublished": "yesterday or so",
    "author": {"@type": "Organization", "name": "The Lantern"},
    "articleBody": "The gates closed.",
}
PROSE = "<p>The gates at the harbour closed at dusk, and the ferries waited until morning.</p>" * 4
PAGE = f"""<html lang=ru><head><title>Flood gates shut | The Lantern</title>
<meta property=og:site_name content="The Lantern"><meta property=og:image content=/logo.png>
<meta property=article:published_time content=2031-03-04T18:05:00Z>
<script type="application/ld+json">{json.dumps(STATED)}</script></head><body>
<h1>The Lantern</h1><article><h1>Flood gates close at dusk</h1>
<p class=byline>By Ada Quill</p><time>4 March 2031</time>{PROSE}</article></body></html>"""


@pytest.fixture
def trace() -> Trace:
    trace = Trace()
    extract_article(PAGE, URL, fetched_at=NOW, trace=trace)
    return trace


def test_whoever_asks_why_gets_the_same_article() -> None:
    explained = extract_article(PAGE, URL, fetched_at=NOW, trace=Trace())
    assert explained == extract_article(PAGE, URL, fetched_at=NOW)


def test_of_a_field_so_many_candidates_are_taken_down_and_the_one_kept() -> None:
    trace = Trace()
    for number in range(1000):
        trace.note("image", f"/{number}.png", "meta", verdict=NOTHING)
    trace.note("image", "/kept.png", "meta", verdict=KEPT)
    assert len(trace.of("image")) < 100
    assert trace.kept("image") is not None


def verdicts(trace: Trace, field: str) -> dict[str, str]:
    return {f"{each.where}: {each.value}": each.verdict for each in trace.of(field)}


def test_one_candidate_of_each_field_is_kept(trace: Trace) -> None:
    for field in ("language", "headline", "date", "byline", "image", "body"):
        assert [each.is_kept for each in trace.of(field)].count(True) == 1, field


def test_a_date_that_cannot_be_read_lost_for_that(trace: Trace) -> None:
    assert verdicts(trace, "date") == {
        "NewsArticle.datePublished: yesterday or so": "cannot be read",
        "meta[property=article:published_time]: 2031-03-04T18:05:00Z": "kept",
        "printed near the headline: 4 March 2031": "lower in order",
    }


def test_the_name_of_the_site_is_no_headline(trace: Trace) -> None:
    assert verdicts(trace, "headline") == {
        "h1: Flood gates close at dusk": "kept",
        "NewsArticle.headline: Flood gates close at dusk": "says the same, lower in order",
        "title: Flood gates shut": "another title was chosen",
        "h1: The Lantern": "doubted: the site's name",
    }


def test_what_is_doubted_says_so(trace: Trace) -> None:
    assert verdicts(trace, "byline") == {
        "NewsArticle.author: The Lantern": "doubted: the site",
        "printed near the headline: Ada Quill": "kept",
    }
    (image,) = trace.of("image")
    assert image.is_kept
    assert image.doubt == "default picture"


def test_a_language_that_is_declared_wrongly_is_contradicted(trace: Trace) -> None:
    assert verdicts(trace, "language") == {
        "html[lang]: ru": "contradicted by the text",
        "letters and words: en": "kept",
    }


def test_an_outlets_selectors_come_first_and_say_where_they_find_nothing() -> None:
    page = """<meta property=og:title content="Gates shut"><div class=post><h1>Gates close</h1>
    <div class=post_time>4 March 2025 18:05</div><div class=post_body><p>They closed.</p></div>"""
    trace = Trace()
    extract_article(
        page, "https://caliber.az/en/post/x", outlet="auto", fetched_at=NOW, trace=trace
    )
    assert [(each.source, each.where, each.verdict) for each in trace.of("headline")] == [
        ("css", ".post .post_title", "finds nothing"),
        ("css", ".post h1", "kept"),
        ("opengraph", "meta[property=og:title]", "lower in order"),
        ("generic", "h1", "says the same, lower in order"),
    ]
    assert verdicts(trace, "body") == {".post .post_body: They closed.": "kept"}


def test_the_explanation_is_read_by_people_and_by_machines() -> None:
    trace = Trace()
    article = extract_article(PAGE, URL, fetched_at=NOW, trace=trace)
    lines = "\n".join(as_lines(article, trace))
    assert "  - cannot be read [json-ld NewsArticle.datePublished] yesterday or so" in lines
    assert "\nsection: nothing was found\n" in lines
    with (console := Console(width=250)).capture() as table:
        console.print(as_table(article, trace))
    assert "opengraph meta[property=article:published_time]" in table.get()
    found = json.loads(as_json(article, trace))
    assert found["article"]["headline"] == "Flood gates close at dusk"
    assert found["candidates"]["date"][0] == {
        "value": "yesterday or so",
        "source": "json-ld",
        "where": "NewsArticle.datePublished",
        "verdict": "cannot be read",
        "doubt": None,
    }
