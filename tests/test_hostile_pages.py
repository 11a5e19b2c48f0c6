"""No page takes long or raises, and what is read of it is a valid record."""

import json
import time

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extract import extract_article
from newscrawl.schema import article_schema

URL = "https://www.lantern.example/region/flood-gates"
PROSE = "<p>The gates at the harbour closed at dusk, and the ferries waited until morning.</p>"
VALIDATOR = jsonschema.Draft202012Validator(article_schema())
MOST_S = 20.0  # each takes below 2 s on an idle machine; what is quadratic takes minutes


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def stated(**fields: object) -> str:
    return ld(json.dumps({"@type": "NewsArticle", "headline": "Gates", **fields}))


HOSTILE = {
    "deep boxes": "<div>" * 10_000 + PROSE * 5,
    "deep links": "<a href=x>" * 10_000 + "word " * 100,
    "deep items": "<div itemscope itemtype=http://schema.org/NewsArticle itemprop=author>" * 5_000,
    "one long line": "<p>" + "word and. " * 200_000,
    "one long word": "<p>" + "x" * 2_000_000,
    "breaks": "<p>" + "x y<br> <br>" * 50_000,
    "marks on one letter": "<p>a" + "\u0301" * 300_000,
    "nul": "<p>a\0b</p>" * 10_000,
    "entities": "<p>" + "&amp;" * 500_000,
    "brackets": "<" * 500_000,
    "braces in JSON": ld("{" * 1_000_000),
    "quotes in JSON": ld('{"a":' + '"' * 1_000_000),
    "backslashes in JSON": ld('{"@type":"Article","headline":"' + "\\" * 1_000_000),
    "long articleBody": stated(articleBody="The gates closed. " * 100_000) + PROSE * 3_000,
    "many authors": stated(author=[{"name": f"Ada Quill{n}"} for n in range(20_000)]) + PROSE,
    "many nodes": stated(url="x") * 10_000,
    "many headlines": "<h1>The gates at the harbour closed</h1>" * 30_000,
    "many names": f"<div class='{'tag aB ' * 100_000}'>{PROSE * 5}",
    "many topics": "<div class=tags><a rel=tag href=/tag/x>t</a></div>" * 20_000,
    "many dates": "<h1>Gates</h1>" + "<time>12 May 2031, 12:30</time>" * 20_000,
    "long byline": "<h1>Gates</h1><p class=byline>" + "By Ada Quill and " * 20_000,
    "long title": "<title>" + "a | " * 200_000 + "</title>" + PROSE,
    "long language": f"<html lang='{'en-' * 100_000}'>" + PROSE,
    "parts in parts": "".join(
        f"<div hidden id=S:{n}><template id=B:{n + 1}></template>text</div>" for n in range(3_000)
    ),
    "half characters": "\ud800<p>\udfff" + PROSE,
    "nothing": "",
}


def read(page: str | bytes) -> None:
    start = time.process_time()
    article = extract_article(page, URL)
    assert time.process_time() - start < MOST_S
    VALIDATOR.validate(json.loads(article.to_json()))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_page_is_read_in_time(name: str) -> None:
    read(HOSTILE[name])
    read(HOSTILE[name].encode(errors="replace"))


PIECES = st.sampled_from(
    [
        *"<div> </div> <p> <br> <h1> <article> <table> <td> <figure> <button> <form> <b>".split(),
        *"<!-- --> <![CDATA[ </script> <script> <svg> <title> </title> <frameset> &#0; &".split(),
        "<script type='application/ld+json'>",
        '{"@type":"NewsArticle","headline":"Gates","author":{"name":',
        '"datePublished":"2031-03-04T18:05","keywords":["a",',
        "<meta property=article:published_time content=",
        "<div itemscope itemtype=http://schema.org/Article>",
        "<i itemprop=author>",
        "<template id=B:1>",
        "<div hidden id=S:1>",
        "<time datetime=",
        "<a rel=tag href=/tag/",
        "<link rel=canonical href=",
        "12 May 2031 18:05",
        "By Ada Quill",
        "\x00",
        "\ud800",
        "'",
        '"',
        ">",
        " ",
        PROSE,
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_any_soup_of_markup_is_a_valid_record(page: str) -> None:
    read(page)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_valid_record(page: bytes) -> None:
    read(page)
    read(b"<p>" + page + PROSE.encode())


def test_no_text_of_a_page_commands_a_terminal() -> None:
    odd = "a \x1b[2J\x9b1m\x07 b"
    author = {"@type": "Person", "name": f"Ada {odd} Quill"}
    page = (
        f"<title>{odd}</title><meta name=keywords content='{odd}'>"
        f"{stated(author=author, articleSection=odd)}<h1>Gates {odd} close &#27;[1m</h1>"
        f"<article>{PROSE * 3}<p>At noon {odd} they opened again, said the board.</p></article>"
    )
    record = extract_article(page, URL).to_json()
    assert "they opened again" in record
    assert [sign for sign in ("\\u001b", "\x9b", "\\u009b", "\\u0007") if sign in record] == []
