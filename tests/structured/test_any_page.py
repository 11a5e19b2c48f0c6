"""No page, whatever it holds, makes the reading of it fail."""

import json
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from newscrawl.structured import Structured, best_headline, topic_links
from tests.structured.pages import URL, ld, page

KEYS = st.sampled_from(
    "@type @id @graph mainEntity headline name author image keywords url publisher license "
    "datePublished dateModified isAccessibleForFree articleBody mainEntityOfPage hasPart".split()
)
WORDS = st.sampled_from(
    ["NewsArticle", "ItemList", "WebPage", "#a", URL, "http://[", "//", "Ada", "a, b", ""]
) | st.text(max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)
NAMES = st.sampled_from(
    "property name itemprop itemscope itemtype typeof rel href content class http-equiv datetime "
    "hreflang lang data-published pubdate".split()
)
VALUES = WORDS | st.sampled_from(
    "og:title og:image article:tag author date canonical alternate headline datePublished tags "
    "schema:author keywords https://schema.org/NewsArticle".split()
)
TAGS = st.sampled_from("meta link div span a h1 h2 time title base article figure".split())


def ask_everything(structured: Structured) -> None:
    for name in dir(Structured):
        if not name.startswith("_"):
            getattr(structured, name)()
    best_headline(structured)
    topic_links(structured.sources.root)


def attributes_of(found: dict[str, str]) -> str:
    return " ".join(f'{key}="{escape(value)}"' for key, value in found.items())


@settings(deadline=None)
@given(st.lists(JSON, max_size=3))
def test_any_json_ld_is_answered(scripts: list[object]) -> None:
    written = [json.dumps(value).replace("</", "<\\/") for value in scripts]
    ask_everything(page(ld(*written), "<h1>Ada went to sea</h1>"))


@settings(deadline=None)
@given(st.lists(st.tuples(TAGS, st.dictionaries(NAMES, VALUES, max_size=5), WORDS), max_size=12))
def test_any_attributes_are_answered(elements: list[tuple[str, dict[str, str], str]]) -> None:
    markup = "".join(
        f"<{tag} {attributes_of(found)}>{escape(text)}" for tag, found, text in elements
    ).replace("\x00", "")
    ask_everything(Structured(document_fromstring(f"<html><p>.{markup}"), URL))


def test_json_nested_without_end_is_answered() -> None:
    ask_everything(page(ld('{"@type": "Article", "author": ' + "[" * 50_000)))
    ask_everything(page(ld('{"@type":"Article","mainEntity":' * 40 + "1" + "}" * 40)))


def test_an_address_that_cannot_be_one_is_left_out() -> None:
    structured = page('<base href="http://["><meta property="og:image" content="http://[x">')
    assert structured.image() == []
