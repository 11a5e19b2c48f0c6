import json
from datetime import UTC, datetime

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.explaining import Trace
from newscrawl.extract import extract_article
from newscrawl.schema import article_schema

URL = "https://www.lantern.example/region/flood-gates"
NOW = datetime(2031, 3, 5, tzinfo=UTC)
PROSE = "<p>The gates at the harbour closed at dusk, and the ferries waited until morning.</p>" * 4
STATED = {
    "@type": "NewsArticle",
    "headline": "Flood gates &amp; ferries",
    "datePublished": "2031-03-04T18:05:00+04:00",
    "author": [{"@type": "Person", "name": "Ada Quill"}, {"@type": "Organization", "name": "Desk"}],
    "keywords": "Port, Weather",
}
PAGE = f"""<html lang="en-GB"><head><title>Flood gates &amp; ferries | The Lantern</title>
<link rel=alternate hreflang=ru href="/ru/x"><script type="application/ld+json">
{json.dumps(STATED)}</script></head><body><nav><a href=/>Home</a></nav>
<article><h1>Flood gates &amp; ferries</h1>{PROSE}<p>Read also: <a href=/y>More</a></p></article>
<footer>All rights reserved</footer></body></html>"""


def test_a_page_that_nobody_described_gives_what_it_states_and_shows() -> None:
    article = extract_article(PAGE, URL, fetched_at=NOW)
    assert article.headline == "Flood gates & ferries"
    assert article.date is not None
    assert article.date.isoformat() == "2031-03-04T18:05:00+04:00"
    assert article.authors == ["Ada Quill"]
    assert article.tags == ["Port", "Weather"]
    assert article.body is not None
    assert article.body.startswith("The gates at the harbour")
    assert "Read also" not in article.body
    assert (article.language, article.outlet, article.country) == ("en", "lantern.example", "ZZ")
    assert article.alternates == {"ru": "https://www.lantern.example/ru/x"}
    assert article.evidence["date"] == "json-ld"
    assert article.evidence["body"] == "generic"


def test_the_topics_that_a_page_prints_come_before_keywords_for_search_engines() -> None:
    keywords = "<meta name=keywords content='Gates, Harbour'>"
    topics = "<ul class=article-tags><li><a href=/t/port>Port</a></li></ul>"
    page = f"<head>{keywords}</head><article><h1>Gates</h1>{PROSE}{{}}</article>"
    assert extract_article(page.format(topics), URL, fetched_at=NOW).tags == ["Port"]
    assert extract_article(page.format(""), URL, fetched_at=NOW).tags == ["Gates", "Harbour"]


def test_a_time_without_a_zone_is_a_day_where_no_outlet_is_known() -> None:
    page = f"<article><h1>Gates</h1><time>4 March 2031 18:05</time>{PROSE}</article>"
    article = extract_article(page, URL, fetched_at=NOW)
    assert article.date_precision == "day"
    assert article.date_raw == "4 March 2031 18:05"


def test_a_change_is_no_publication() -> None:
    page = f"<article><h1>Gates</h1><p class=date>Updated: 4 March 2031</p>{PROSE}</article>"
    article = extract_article(page, URL, fetched_at=NOW)
    assert article.date is None
    assert article.date_modified is not None
    assert article.date_modified.day == 4


@pytest.mark.parametrize(
    ("path", "day"),
    [("2031/03/04", 4), ("2031/03/05", 4), ("2031/03/01", 2), ("2030/01/01", 2), ("region", 2)],
)
def test_a_printed_day_that_the_address_confirms_comes_before_others(path: str, day: int) -> None:
    printed = "<time>2 March 2031</time><p>4 March 2031</p>"
    page = f"<article><h1>Gates</h1>{printed}{PROSE}</article>"
    url = f"https://www.lantern.example/{path}/gates"
    article = extract_article(page, url, fetched_at=NOW)
    assert article.date is not None
    assert (article.date.month, article.date.day) == (3, day)


def test_a_date_that_may_be_of_the_request_gives_way_to_a_printed_one() -> None:
    head = "<meta name=date content=2031-03-05>"
    for printed, day in (("<time>4 March 2031</time>", 4), ("", 5)):
        page = f"{head}<article><h1>Gates</h1>{printed}{PROSE}</article>"
        article = extract_article(page, URL, fetched_at=NOW)
        assert article.date is not None
        assert article.date.day == day


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (
            "<meta property=article:published_time content=2031-03-04T01:05:00+04:00>",
            "04T01:05:00+04",
        ),
        (
            "<meta property=article:published_time content=2031-03-04T02:05:00+04:00>",
            "03T21:05:00+00",
        ),
        ("<time>4 March 2031, 01:05</time>", "04T01:05:00+04"),
        ("<time datetime='2031-03-03 16:05:00'></time>", "03T16:05:00-05"),
        ("<time>4 March 2031, 01:15</time>", "03T21:05:00+00"),
        ("<p class=updated>Updated 4 March 2031, 01:05</p>", "03T21:05:00+00"),
        ("<b itemprop=datePublished>4 March 2031</b>", "04T00:05:00+03"),
        ("<b itemprop=datePublished>5 March 2031</b>", "03T21:05:00+00"),
        ("<time>4 March 2031</time>", "03T21:05:00+00"),
    ],
)
def test_an_instant_at_greenwich_is_in_the_time_of_the_outlet_if_the_page_tells_it(
    shown: str, expected: str
) -> None:
    stated = json.dumps({"@type": "NewsArticle", "datePublished": "2031-03-03T21:05:00Z"})
    page = (
        f'<script type="application/ld+json">{stated}</script><article><h1>Flood gates</h1>'
        f"{shown}{PROSE}</article>"
    )
    article = extract_article(page, URL, fetched_at=NOW)
    assert article.date is not None
    assert article.date.isoformat() == f"2031-03-{expected}:00"


def test_bytes_are_read_in_the_encoding_they_are_in() -> None:
    prose = "<p>Ворота у причала закрылись на закате, и паромы ждали до самого утра.</p>" * 4
    page = f"<meta charset=utf-8><h1>Паромы ждали до утра</h1>{prose}"
    article = extract_article(page.encode("cp1251"), URL, fetched_at=NOW)
    assert article.headline == "Паромы ждали до утра"


def test_an_outlet_is_found_by_name_or_by_the_host_of_the_address() -> None:
    url = "https://caliber.az/en/post/x"
    page = (
        "<div class=post><h1 class=post_title>A</h1><div class=post_time>4 March 2025 18:05</div>"
    )
    for outlet in ("caliber", "auto"):
        article = extract_article(page, url, outlet=outlet, fetched_at=NOW)
        assert article.id == "caliber:en:x"
        assert article.date is not None
        assert article.date.isoformat() == "2025-03-04T18:05:00+04:00"
    assert extract_article(page, URL, outlet="auto", fetched_at=NOW).outlet == "lantern.example"
    with pytest.raises(LookupError, match="nobody"):
        extract_article(page, url, outlet="nobody")


_BITS = st.sampled_from(
    ["<p>", "</p>", "<div class=date>", "<h1>", "</h1>", "<time datetime=", "<br>", '"', "<!--",
     '<script type="application/ld+json">{"@type":"NewsArticle","author":[', "</script>", "By ",
     "<meta property=og:title content=", "4 March 2031", "<table><tr>", "&#0;", "\x00", "\ud83d",
     "Ада Квилл"]
)  # fmt: skip


@given(st.lists(st.one_of(_BITS, st.text(max_size=20)), max_size=40).map("".join))
def test_whatever_the_page_the_answer_is_a_record(page: str) -> None:
    article = extract_article(page, URL, fetched_at=NOW)
    jsonschema.validate(json.loads(article.to_json()), article_schema())
    assert extract_article(page, URL, fetched_at=NOW, trace=Trace()) == article


def test_an_outlets_own_amendment_is_made_without_a_crawl() -> None:
    lead = "<p>Baku/04.03.31/Turan: The gates at the harbour are to be closed until Thursday.</p>"
    page = f"<article><h1>Gates</h1>{lead}{PROSE}</article>"
    url = "https://turan.az/en/social/gates-close-at-dusk-2240"
    article = extract_article(page, url, outlet="auto", fetched_at=NOW)
    assert (article.outlet, article.date_raw) == ("turan", "04.03.31")
