"""Every tree has an answer: odd, empty, deep, huge and random ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import Comment, ProcessingInstruction, SubElement
from lxml.html import Element, HtmlElement, fromstring, tostring

from newscrawl.generic import body_paragraphs, read_body, reader
from newscrawl.generic.guide import marked_up_paragraphs
from newscrawl.generic.reader import read_page
from newscrawl.text import paragraphs
from tests.generic.pages import HEADLINE, TEXT, page, paragraphs_of

TAGS = "a article aside b br button div figure form h1 h2 li p script span table td template ul"
NAMES = ["", "story-body", "related", "share", "gallery", "post-123", "B:1", "S:1", "sr-only"]
STRINGS = st.sampled_from(["", " ", "Menu", "Read more", HEADLINE, *TEXT])


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> HtmlElement:
    element = Element(draw(st.sampled_from(TAGS.split())))
    name = draw(st.sampled_from(NAMES))
    if name:
        element.set(draw(st.sampled_from(["class", "id"])), name)
    if draw(st.booleans()):
        element.set(draw(st.sampled_from(["hidden", "style", "aria-hidden"])), "display:none")
    element.text, element.tail = draw(STRINGS), draw(STRINGS)
    if depth:
        element.extend(draw(st.lists(trees(depth - 1), max_size=4)))
    if draw(st.booleans()):
        element.append(Comment("note") if draw(st.booleans()) else ProcessingInstruction("note"))
    return element


@given(tree=trees(), article_body=STRINGS, headline=STRINGS, summary=STRINGS)
def test_random_tree_gives_text_of_its_own_and_stays_as_it_is(
    tree: HtmlElement, article_body: str, headline: str, summary: str
) -> None:
    before = tostring(tree)

    body = read_body(tree, headline=headline, summary=summary, article_body=article_body)

    assert all(body.paragraphs)
    assert 0 <= body.confidence <= 1
    lines = {line.text for line in read_page(tree).lines}
    assert body.path is None or lines.issuperset(body.paragraphs)
    assert tostring(tree) == before


PIECES = [
    "<p>",
    "</div>",
    "<!--",
    "<html>",
    "<frameset>",
    "&lt;b&gt;",
    "\ud800",
    "\x00",
    "é ",
    "a ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_article_body_has_paragraphs_or_none(text: str) -> None:
    assert all(marked_up_paragraphs(text))


def test_lines_of_a_page_are_its_paragraphs() -> None:
    root = page(
        f"<div>One<p>two <b>three</b></p>four<br>five<br><br>six<!-- no --> more</div>"
        f"<ul><li>seven</li></ul><span>eight</span>{paragraphs_of(TEXT)}"
    )

    assert [line.text for line in read_page(root).lines] == paragraphs(root)


def test_text_after_the_root_is_not_read() -> None:
    tree = fromstring(f"<div><section>{paragraphs_of(TEXT)}</section>{'outside ' * 30}</div>")

    assert body_paragraphs(tree[0]) == TEXT


def test_root_need_not_be_a_block() -> None:
    assert body_paragraphs(fromstring(f"<span>{'<br><br>'.join(TEXT)}</span>")) == TEXT


def test_roots_without_text_have_no_body() -> None:
    for root in (
        Element("html"),
        Element("br"),
        Element("script"),
        fromstring("<p><!-- x --></p>"),
    ):
        assert read_body(root).paragraphs == []


def test_ten_thousand_boxes_in_one_another_are_read() -> None:
    root = inner = Element("div")
    for _ in range(10_000):
        inner = SubElement(inner, "div")
    inner.extend(fromstring(f"<div>{paragraphs_of(TEXT)}</div>"))

    assert body_paragraphs(root, headline=HEADLINE) == TEXT


def test_huge_page_is_read_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "NODE_LIMIT", 60)
    texts = [f"{TEXT[n % 5]} This was line {n} of the report." for n in range(200)]

    found = body_paragraphs(fromstring(f"<div>{paragraphs_of(texts)}</div>"))

    assert found == texts[: len(found)]
    assert 50 < len(found) < 60
