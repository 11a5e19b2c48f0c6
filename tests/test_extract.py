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
