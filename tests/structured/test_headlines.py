"""Which of a page's titles is the headline."""

import pytest

from newscrawl.structured import best_headline
from newscrawl.structured.likeness import SiteNames
from newscrawl.structured.titles import without_site
from tests.structured.pages import article, ld, page

SITE = SiteNames(["Harbour Post", "harbour-post.example"])


@pytest.mark.parametrize(
    "title",
    [
        "Gates close at dusk | Harbour Post",
        "Gates close at dusk - The Harbour Post",
        "Harbour Post: Gates close at dusk",
        "Gates close at dusk » HP",
        "Gates close at dusk | Harbour Post News | harbour-post.example",
    ],
)
def test_the_name_of_the_site_is_cut(title: str) -> None:
    assert without_site(title, SITE) == "Gates close at dusk"


@pytest.mark.parametrize(
    "title",
    [
        "Tide - a history",
        "Mayor: gates will close",
        "Harbour gates | Part two",
        "Harbour Post",
        "A|",
    ],
)
def test_a_part_of_the_headline_is_never_cut(title: str) -> None:
    assert without_site(title, SITE) == title


def best(head: str = "", body: str = "<p>.</p>") -> tuple[str, str] | None:
    said = best_headline(page(head, body))
    return (said.value, said.where) if said else None


def test_the_printed_heading_wins_over_a_shortened_title() -> None:
    head = '<meta property="og:title" content="Flood gates of the old port close…">'
    assert best(head, "<h1>Flood gates of the old port close at dusk</h1>") == (
        "Flood gates of the old port close at dusk",
        "h1",
    )


def test_the_only_heading_wins_over_a_title_written_for_search_engines() -> None:
    head = '<meta property="og:title" content="10 things about tides you must know">'
    assert best(head, "<main><h1>What the gates are for</h1></main>") == (
        "What the gates are for",
        "h1",
    )


@pytest.mark.parametrize(
    "body",
    [
        "<h1><img alt='x'></h1>",
        "<h1>Harbour Post</h1>",
        "<h1>Weather</h1>",
        "<nav><h1>All stories of the day</h1></nav>",
        "<h1>First of several stories</h1><h1>Second of several stories</h1>",
    ],
)
def test_a_logo_a_section_or_one_of_many_is_no_headline(body: str) -> None:
    head = '<meta property="og:title" content="Flood gates close">'
    assert best(head, body) == ("Flood gates close", "meta[property=og:title]")


@pytest.mark.parametrize(
    "heading",
    [
        "<span>Port</span> <span>Flood gates close at dusk</span>",
        "Port | Flood gates close at dusk",
        "Live: Flood gates close at dusk",
        "Flood gates close at dusk <small>The mayor says it is safe now</small>",
    ],
)
def test_kickers_and_second_lines_are_left_out(heading: str) -> None:
    found = best(ld(article(headline="Flood gates close at dusk")), f"<h1>{heading}</h1>")
    assert found == ("Flood gates close at dusk", "h1")


def test_a_longer_heading_without_a_break_is_kept_whole() -> None:
    found = best(ld(article(headline="Flood gates close")), "<h1>Why the flood gates close</h1>")
    assert found == ("Why the flood gates close", "h1")


def test_a_kicker_is_left_out_that_the_page_does_not_share() -> None:
    whole = "Port of Eastport: Flood gates close at dusk"
    head = ld(article(headline=whole)) + (
        '<meta property="og:title" content="Flood gates close at dusk">'
    )
    assert best(head, f"<h1>{whole}</h1>") == ("Flood gates close at dusk", "h1")


@pytest.mark.parametrize(
    ("kicker", "found"),
    [("After the storm", "After the storm: Flood gates close"), ("Weather", "Flood gates close")],
)
def test_a_kicker_of_words_belongs_to_the_headline_if_the_page_says_so_twice(
    kicker: str, found: str
) -> None:
    whole = f"{kicker}: Flood gates close"
    head = ld(article(headline=whole)) + f'<meta property="og:title" content="{whole} | HP">'
    said = best(head, f"<div>{kicker}</div><h1>Flood gates close</h1>")
    assert said is not None
    assert said[0] == found


def test_a_kicker_that_the_page_says_once_is_left_out() -> None:
    head = ld(article(headline="Flood gates close")) + (
        '<meta property="og:title" content="After the storm: Flood gates close">'
    )
    assert best(head, "<h1>Flood gates close</h1>") == ("Flood gates close", "h1")


def test_a_quotation_is_no_kicker() -> None:
    head = '<meta property="og:title" content="The mayor closes the gates">'
    heading = "“Never again”: The mayor closes the gates"
    assert best(head, f"<h1>{heading}</h1>") == (heading, "h1")


def test_what_two_elements_hold_is_not_run_together() -> None:
    head = '<meta property="og:title" content="Flood gates close at dusk">'
    body = "<h1><span>4 March</span><span>Flood gates close at dusk</span></h1>"
    assert best(head, body) == ("Flood gates close at dusk", "h1")


def test_signs_are_kept_as_printed() -> None:
    head = '<meta property="og:title" content="Flood gates - a history.">'
    assert best(head, "<h1>Flood gates: a history</h1>") == ("Flood gates: a history", "h1")


def test_the_name_of_the_site_is_no_part_of_a_heading() -> None:
    head = '<meta property="og:site_name" content="Harbour Post">'
    assert best(head, "<h1>Flood gates close at dusk – Harbour Post</h1>") == (
        "Flood gates close at dusk",
        "h1",
    )


def test_a_heading_that_says_the_headline_alone_wins_over_one_that_says_more() -> None:
    head = '<meta property="og:title" content="Flood gates close at dusk">'
    body = (
        "<h1>Flood gates close at dusk by the harbour master</h1><h1>Flood gates close at dusk</h1>"
    )
    assert best(head, body) == ("Flood gates close at dusk", "h1")


TRAIL = "<nav><a href='/'>Home</a> <h1>Eastport: Flood gates will close at dusk</h1></nav>"


def test_a_heading_in_a_trail_of_links_is_a_title_for_search_engines() -> None:
    head = ld(article(headline="Flood gates close at dusk")) + (
        '<meta property="og:title" content="Eastport: Flood gates will close at dusk">'
    )
    body = f"{TRAIL}<h2>Flood gates close at dusk</h2><p>.</p><h2>More stories</h2>"
    assert best(head, body) == ("Flood gates close at dusk", "h2")


def test_a_heading_in_a_trail_of_links_is_taken_where_no_other_is_like_it() -> None:
    head = '<meta property="og:title" content="Flood gates will close at dusk">'
    assert best(head, f"{TRAIL}<h2>More stories</h2>") == ("Flood gates will close at dusk", "h1")


def test_a_lower_heading_that_the_title_repeats_is_taken_where_there_is_no_other() -> None:
    head = "<title>Flood gates close at dusk ~ Port ~ HP</title>"
    assert best(head, "<h1>HP</h1><h2>Latest</h2><h2>Flood gates close at dusk</h2>") == (
        "Flood gates close at dusk",
        "h2",
    )


def test_a_text_called_a_title_that_the_title_begins_with_is_taken_where_no_heading_is() -> None:
    head = "<title>Flood gates close at dusk-HP</title>"
    body = (
        "<p class=subtitle>Gates of the port</p><div class=h-title>Flood gates close at dusk</div>"
    )
    assert best(head, body) == ("Flood gates close at dusk", "div")


def test_a_page_without_titles_has_no_headline() -> None:
    assert best() is None
