"""The topics that a page prints beside its article."""

import pytest
from lxml.html import document_fromstring

from newscrawl.structured import topic_links

LINKS = "<a href='/t/port'>Port</a> <a href='/t/weather'>#Weather,</a>"


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='article-tags'>{LINKS}</div>",
        f"<ul class='ArticleTags_tags__Zf6LY'>{LINKS}</ul>",
        f"<article><footer class='topic-list'>{LINKS}</footer></article>",
        "<p><a rel='tag' href='/a'>Port</a><a rel='nofollow tag' href='/b'>Weather</a></p>",
        "<div><span class='post-tag'><a href='/a'>Port</a></span>"
        "<span class='post-tag'><a href='/b'>Weather</a></span></div>",
        "<main><ul><li><a href='/topics/port'>Port</a></li>"
        "<li><a href='/topics/weather'>Weather</a></li></ul></main>",
    ],
)
def test_topics_are_found_by_class_by_rel_and_by_address(body: str) -> None:
    assert topic_links(document_fromstring(body)) == ["Port", "Weather"]


@pytest.mark.parametrize(
    "body",
    [
        f"<nav><ul class='tags'>{LINKS}</ul></nav>",
        f"<footer class='tags'>{LINKS}</footer><header><p class='tags'>{LINKS}</p></header>",
        f"<div class='tag-cloud'>{LINKS}</div>",
        f"<div class='trending-topics'>{LINKS}</div>",
        f"<div class='image page'>{LINKS}</div>",
        f"<div class='tags'>{LINKS * 20}</div>",
        "<a href='/topics/port'>Port</a>",
        "<main><a href='/port/gates-of-the-topics'>Port</a></main>",
    ],
)
def test_the_frame_of_the_page_and_clouds_are_no_topics(body: str) -> None:
    assert topic_links(document_fromstring(f"<div>{body}<p>.</p></div>")) == []


def test_what_blog_software_marks_as_a_section_is_no_topic() -> None:
    section = "<a rel='category tag' href='/c'>Sea</a>"
    assert topic_links(document_fromstring(f"<p>{section}<a rel=tag href=/a>Port</a></p>")) == [
        "Port"
    ]
    assert topic_links(document_fromstring(f"<p>{section}</p>")) == ["Sea"]
