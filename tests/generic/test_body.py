"""Which text of a page is the article, whatever the page is made of."""

import pytest
from lxml.html import tostring

from newscrawl.generic import body_paragraphs, read_body
from tests.generic.pages import HEADLINE, TEXT, page, paragraphs_of, teaser_row


def test_paragraphs_subheads_quotes_and_lists_stay_in_order() -> None:
    body = (
        f"<div class=story-body><p>{TEXT[0]}</p><h2>Tested twice</h2><p>{TEXT[1]}</p>"
        f"<blockquote><p>{TEXT[2]}</p></blockquote><ul><li>Oldgate</li><li>Newgate</li></ul>"
        f"<p>{TEXT[3]}</p></div>"
    )

    assert body_paragraphs(page(body)) == [
        TEXT[0],
        "Tested twice",
        *TEXT[1:3],
        "Oldgate",
        "Newgate",
        TEXT[3],
    ]


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="share-bar"><p>Send this story to a friend of yours now.</p></div>',
        '<div class="relatedStories"><p>The quay that sank: all we know so far.</p></div>',
        "<aside><p>Our letter brings you the news of the harbour every day.</p></aside>",
        "<figure><img src=a><figcaption>The quay at Oldgate in spring.</figcaption></figure>",
        '<div id="author-bio"><p>Ada Quill has written about mud since the flood.</p></div>',
        '<div style="display: none"><p>You have no stories left to read this month.</p></div>',
        "<p>Read more: The quay that sank</p>",
        "<ul><li><a href=/a>The quay that sank</a></li><li><a href=/b>All of the mud</a></li></ul>",
        "<p><a href=/a>The quay that sank and what we know of it so far</a></p>",
        "<p>Photo: Ada Quill / Harbour Wire</p>",
        "<noscript><p>Please turn on scripts to see this page properly.</p></noscript>",
        "<ul><li>12 May: <a href=/a>the quay that sank</a></li><li>3 May: <a>the mud</a></li></ul>",
        "<div>" + teaser_row() + "</div>",
    ],
)
@pytest.mark.parametrize("place", [1, 3, 5])
def test_furniture_is_left_out_wherever_it_stands(furniture: str, place: int) -> None:
    body = paragraphs_of(TEXT[:place]) + furniture + paragraphs_of(TEXT[place:])

    assert body_paragraphs(page(f"<div class=text>{body}</div>")) == TEXT


def test_heading_of_left_out_links_goes_with_them() -> None:
    links = "<h3>From the archive</h3><ul><li><a href=/a>The quay that sank</a></li></ul>"
    body = f"<div>{paragraphs_of(TEXT[:3])}{links}<h3>A second quay</h3>{paragraphs_of(TEXT[3:])}"

    assert body_paragraphs(page(body)) == [*TEXT[:3], "A second quay", *TEXT[3:]]


@pytest.mark.parametrize(
    "body",
    [
        "<br><br>".join(TEXT),
        "".join(f"<div>{text}</div>" for text in TEXT),
        f"<table><tr><td>{'<br><br>'.join(TEXT)}</td></tr></table>",
        f"<div>{paragraphs_of(TEXT[:2])}</div><hr><div>{paragraphs_of(TEXT[2:])}</div>",
        "".join(f"<section><div><p>{text}</p></div></section>" for text in TEXT),
        f"<form>{paragraphs_of(TEXT)}</form>",
        f"<button>{paragraphs_of(TEXT)}",
        f"<div class=folded style='display:none'>{paragraphs_of(TEXT)}</div>",
        f"<div class='layout with-sidebar'>{paragraphs_of(TEXT)}</div>",
        f"<div class='gallery card'>{paragraphs_of(TEXT)}</div>",
    ],
    ids="breaks divs table halves sections form unclosed folded layout misnamed".split(),
)
def test_markup_without_a_plain_row_of_paragraphs_is_read(body: str) -> None:
    assert body_paragraphs(page(body)) == TEXT


def test_note_beside_the_text_is_left_out() -> None:
    note = "Ada Quill has lived on a boat for years and writes about all that floats."
    body = f"<article><div>{paragraphs_of(TEXT)}</div><div><p>{note}</p></div></article>"

    assert body_paragraphs(page(body)) == TEXT


def test_named_body_is_whole_even_if_nearly_all_of_it_is_in_a_box_of_its_own() -> None:
    opening = "The boats are back, and the town is on its feet."
    rest = f"<div>{paragraphs_of(TEXT)}</div>"

    found = body_paragraphs(page(f"<div class=story-body><p>{opening}</p>{rest}</div>"))

    assert found == [opening, *TEXT]


def test_what_only_a_voice_reads_out_is_not_text() -> None:
    unseen = '<a href=/q>the quay<span class="sr-only"> (opens a window)</span></a>'

    found = body_paragraphs(page(paragraphs_of([*TEXT, f"{TEXT[0]} This is {unseen}."])))

    assert found[-1] == f"{TEXT[0]} This is the quay."


def test_streamed_parts_are_read_where_their_place_is_kept() -> None:
    body = (
        f"<div><p>{TEXT[0]}</p><template id='B:1'></template><p>{TEXT[4]}</p></div>"
        f"<div hidden id='S:1'>{paragraphs_of(TEXT[1:4])}</div>"
    )

    assert body_paragraphs(page(body)) == TEXT


def test_part_that_was_streamed_without_a_place_is_read_where_it_stands() -> None:
    assert body_paragraphs(page(f"<div hidden id='S:0'>{paragraphs_of(TEXT)}</div>")) == TEXT


def test_copy_for_small_screens_is_read_once() -> None:
    copies = (
        f"<div class=wide>{paragraphs_of(TEXT)}</div><div class=small>{paragraphs_of(TEXT)}</div>"
    )

    assert body_paragraphs(page(copies)) == TEXT


def test_long_comments_are_not_the_body_of_a_short_article() -> None:
    remarks = [f"{text} So says a reader, number {n}." for n in range(4) for text in TEXT]
    body = f"<div>{paragraphs_of(TEXT)}</div><div class=comments>{paragraphs_of(remarks)}</div>"

    assert body_paragraphs(page(body)) == TEXT


def test_headline_tells_which_of_several_articles_is_meant() -> None:
    other = [f"{text} But that was long ago." for text in TEXT]
    articles = "".join(
        f"<article><h2>{headline}</h2>{paragraphs_of(texts)}</article>"
        for headline, texts in [("All quiet at Newgate this week", other), (HEADLINE, TEXT)]
    )

    assert body_paragraphs(page(articles, headline="Today"), headline=HEADLINE) == TEXT


def test_numbered_entries_of_a_live_report_are_not_its_article() -> None:
    entries = "".join(
        f"<div id=post-{n}001><h3>At {n} o'clock</h3><p>{text} That was hour {n}.</p></div>"
        for n, text in enumerate(TEXT * 2)
    )

    assert (
        body_paragraphs(page(f"<div>{paragraphs_of(TEXT[:3])}</div><div>{entries}</div>"))
        == TEXT[:3]
    )


def test_one_numbered_box_is_the_article() -> None:
    assert body_paragraphs(page(f"<div id=post-4711>{paragraphs_of(TEXT)}</div>")) == TEXT


def test_standfirst_between_headline_and_body_comes_first() -> None:
    summary = "Weeks after the quay sank, the boats return."
    body = (
        f"<div><div>{summary}</div><span>By Ada Quill</span><div>12 May, 08:30</div></div>"
        f"<div class=text>{paragraphs_of(TEXT)}</div>"
    )

    assert body_paragraphs(page(body), summary=summary) == [summary, *TEXT]


def test_standfirst_that_is_the_first_paragraph_is_not_repeated() -> None:
    assert body_paragraphs(page(paragraphs_of(TEXT)), summary=TEXT[0]) == TEXT


def test_line_that_other_pages_have_too_is_furniture() -> None:
    motto = "Harbour Post: we are where the water is, and we have been for ninety years."

    assert motto in body_paragraphs(page(paragraphs_of([*TEXT[:4], motto, TEXT[4]])))
    assert (
        body_paragraphs(page(paragraphs_of([*TEXT[:4], motto, TEXT[4]])), furniture={motto}) == TEXT
    )


def test_article_body_leads_to_its_text_among_longer_texts() -> None:
    longer = [f"{text} {text}" for text in TEXT]
    body = f"<div>{paragraphs_of(TEXT)}</div><div>{paragraphs_of(longer)}</div>"

    assert body_paragraphs(page(body), article_body=" ".join(TEXT)) == TEXT


def test_article_body_keeps_a_line_that_looks_like_furniture() -> None:
    odd = "Subscribe to the sea, the slogan says."
    body = f"<div>{paragraphs_of([*TEXT[:4], odd, TEXT[4]])}</div>"

    assert odd not in body_paragraphs(page(body))
    assert odd in body_paragraphs(page(body), article_body=" ".join([*TEXT[:4], odd, TEXT[4]]))


def test_article_body_stands_in_for_a_text_that_the_page_does_not_show() -> None:
    told = "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in TEXT)
    body = read_body(page(f"<p>{TEXT[0]}</p>"), article_body=told)

    assert body.paragraphs == TEXT
    assert body.path is None


def test_article_body_of_headline_and_standfirst_does_not_lead_away_from_the_text() -> None:
    summary = "".join(TEXT[:2]).replace("the", "this")
    body = f"<header><p>{summary}</p></header><div>{paragraphs_of(TEXT)}</div>"

    found = body_paragraphs(
        page(body), headline=HEADLINE, summary=summary, article_body=f"{HEADLINE} {summary}"
    )

    assert found == [summary, *TEXT]


def test_cut_article_body_does_not_cut_the_text() -> None:
    assert body_paragraphs(page(paragraphs_of(TEXT)), article_body=" ".join(TEXT)[:300]) == TEXT


@pytest.mark.parametrize("rows", [1, 3])
def test_section_front_has_no_body(rows: int) -> None:
    front = page("".join(f"<section>{teaser_row('article')}</section>" for _ in range(rows)))

    assert read_body(front).confidence < 0.1
    assert body_paragraphs(front) == []


def test_gallery_has_little_confidence() -> None:
    pictures = "".join(f"<figure><img src=a><p>Boat {n} in the sun</p></figure>" for n in range(20))

    assert (
        read_body(
            page(f"<p>Twenty boats in the morning sun, as seen by you.</p>{pictures}")
        ).confidence
        < 0.2
    )


def test_article_has_confidence_and_a_path_to_its_element() -> None:
    root = page(f"<div class=text>{paragraphs_of(TEXT)}</div>")
    body = read_body(root)

    assert body.confidence > 0.9
    assert body.path is not None
    assert root.xpath(body.path)[0].get("class") == "text"


def test_tree_is_not_changed() -> None:
    root = page(f"<div>{paragraphs_of(TEXT)}</div>{teaser_row()}")
    before = tostring(root)

    read_body(root, headline=HEADLINE, summary=TEXT[0], article_body=" ".join(TEXT))

    assert tostring(root) == before


def test_table_in_a_figure_is_text() -> None:
    table = "<figure class=wp-block-table><table><tr><td>Oldgate</td></tr></table></figure>"

    found = body_paragraphs(page(paragraphs_of(TEXT[:2]) + table + paragraphs_of(TEXT[2:])))

    assert found == [*TEXT[:2], "Oldgate", *TEXT[2:]]


def test_linked_subhead_of_a_paragraph_is_text() -> None:
    subhead = "<h2><a href=/quay>What became of the quay</a></h2>"

    found = body_paragraphs(page(paragraphs_of(TEXT[:2]) + subhead + paragraphs_of(TEXT[2:])))

    assert found == [*TEXT[:2], "What became of the quay", *TEXT[2:]]


def test_list_whose_entries_say_more_than_their_links_is_text() -> None:
    books = ["The Quay that Sank by Ada Quill", "Mud and Water by Ben Ashe", "Oldgate by Cy Tern"]
    entries = "".join(
        f"<li><a href=/x>{title}</a> by {author}</li>"
        for title, author in (book.split(" by ") for book in books)
    )

    found = body_paragraphs(
        page(f"{paragraphs_of(TEXT[:3])}<ul>{entries}</ul>{paragraphs_of(TEXT[3:])}")
    )

    assert found == [*TEXT[:3], *books, *TEXT[3:]]


def test_prompt_with_a_link_is_furniture_though_the_article_body_has_it() -> None:
    prompt = "Follow the Harbour Post on Facebook and elsewhere."
    link = "<p>Follow the <a href=/x>Harbour Post on Facebook</a> and elsewhere.</p>"

    found = body_paragraphs(
        page(paragraphs_of(TEXT[:4]) + link + paragraphs_of(TEXT[4:])),
        article_body=" ".join([*TEXT[:4], prompt, *TEXT[4:]]),
    )

    assert found == TEXT
