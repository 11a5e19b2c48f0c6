import pytest
from lxml import etree
from lxml.html import HtmlElement, document_fromstring, fromstring

from newscrawl.visible import printed_bylines, printed_dates

PROSE = "The gates were closed at dusk, an hour before the tide, and the road stayed open. " * 2
HEADLINE = "Flood gates close at dusk"

TEASERS = "".join(
    f"<li><a href=/{n}>Story {n} of something that happened upstream</a>"
    f"<time datetime='2031-01-0{n}'>{n} January</time>"
    f"<span class=author>Other Person {'ABCDEFGHI'[n - 1]}</span></li>"
    for n in range(1, 8)
)


def page(*, above: str = "", below: str = "", after_story: str = "") -> HtmlElement:
    return document_fromstring(
        f"<html><body><header><a href=/>Harbour Post</a></header><ul class=list>{TEASERS}</ul>"
        f"<main><div class=story>{above}<h1>{HEADLINE}</h1>{below}"
        f"<p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>{after_story}</div></main>"
        "<footer>© 4 March 2011 Harbour Post</footer></body></html>"
    )


def published(root: HtmlElement, headline: str | None = HEADLINE) -> list[str]:
    return printed_dates(root, headline=headline).published


def first_date(root: HtmlElement) -> str | None:
    return next(iter(published(root)), None)


def first_byline(root: HtmlElement) -> str | None:
    return next(iter(printed_bylines(root, headline=HEADLINE)), None)


@pytest.mark.parametrize(
    "markup",
    [
        "<time>4 March 2031, 18:05</time>",
        "<div class='story-meta'>4 March 2031, 18:05</div>",
        "<span class=publishedAt>4 March 2031, 18:05</span>",
        "<span class=postDate>4 March 2031, 18:05</span>",
        "<p id=article-date>4 March 2031, 18:05</p>",
        "<i class=icon data-date='4 March 2031, 18:05'></i>",
        "<meta itemprop=datePublished content='4 March 2031, 18:05'>",
    ],
)
def test_a_date_is_known_by_its_markup_below_and_above_the_headline(markup: str) -> None:
    assert first_date(page(below=markup)) == "4 March 2031, 18:05"
    assert first_date(page(above=markup)) == "4 March 2031, 18:05"


def test_what_is_around_a_date_is_taken_off() -> None:
    root = page(below="<div class=story-meta>By Ada Quill | 4 March 2031, 18:05 | 4 min</div>")
    assert "4 March 2031, 18:05" in published(root)
    root = page(below="<div class=story-meta>Posted by Ada Quill on March 4, 2031 in Port</div>")
    assert "March 4, 2031" in published(root)


@pytest.mark.parametrize("date", ["4 March 2031", "March 4, 2031", "04.03.2031", "2031年3月4日"])
def test_a_date_without_any_markup_is_read_right_below_the_headline(date: str) -> None:
    assert published(page(below=f"<p>{date}</p>")) == [date]


def test_the_attribute_of_a_time_comes_before_its_text() -> None:
    root = page(below="<time datetime='2031-03-04T18:05:00+00:00'>yesterday at 18:05</time>")
    assert published(root) == [
        "2031-03-04T18:05:00+00:00",
        "yesterday at 18:05",
    ]


def test_what_is_marked_as_publication_comes_before_other_times() -> None:
    root = page(below="<time datetime=2031-03-06></time><b itemprop=datePublished>4 March 2031</b>")
    assert published(root) == ["4 March 2031", "2031-03-06"]


@pytest.mark.parametrize(
    "change",
    [
        "<p class=updated-date>6 March 2031</p>",
        "<p class=date>Updated: 6 March 2031</p>",
        "<p class=date>Обновлено: 6 March 2031</p>",
        "<p>Last modified <time>6 March 2031</time></p>",
    ],
)
def test_the_date_of_a_change_is_not_that_of_the_publication(change: str) -> None:
    root = page(below=f"{change}<p class=date>4 March 2031</p>")
    dates = printed_dates(root, headline=HEADLINE)
    assert dates.published == ["4 March 2031"]
    assert dates.changed[0].endswith("6 March 2031")


def test_a_time_that_is_both_published_and_updated_is_no_change() -> None:
    root = page(
        below="<time class='published updated' datetime=2031-03-04></time>"
        "<time class=updated datetime=2031-03-06></time>"
    )
    assert first_date(root) == "2031-03-04"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "<ul class=list>{}</ul>",
        "<aside class=sidebar><p class=date>1 May 2030</p></aside>",
        "<div class=related-stories><time>1 May 2030</time></div>",
        "<section id=comments><b class=author>Commenter One</b><time>1 May 2030</time></section>",
        "<article><a href=/x>Another long story that was told on another day</a>"
        "<time>1 May 2030</time><i class=author>Other Person</i></article>",
        "<nav><time>1 May 2030</time></nav>",
    ],
)
def test_other_stories_and_comments_say_nothing_of_this_one(elsewhere: str) -> None:
    root = page(after_story=elsewhere.format(TEASERS))
    assert published(root) == []
    assert printed_bylines(root, headline=HEADLINE) == []


@pytest.mark.parametrize(
    "line",
    [
        "Veröffentlicht am 04.03.2031",
        "Published: 4 March 2031, 18:05",
        "am 4. März 2031, 18:05 Uhr",
    ],
)
def test_a_line_of_a_date_and_its_labels_is_read_whole(line: str) -> None:
    assert first_date(page(below=f"<p>{line}</p>")) == line


def test_next_to_the_headline_a_line_may_begin_with_the_date() -> None:
    line = "4 March 2031, Ada Quill in Eastport"
    assert first_date(page(below=f"<p><br>{line}</p>")) == "4 March 2031"
    assert first_date(page(after_story=f"<p>{line}</p>")) is None


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("18:05, 4 March 2031, Eastport - 7.example news agency", "18:05, 4 March 2031"),
        ("Eastport, March 4, 2031, 18:05", "March 4, 2031, 18:05"),
        ("Gates.example, 4 Mar 2031 - 18:05, Eastport,Inkshire", "4 Mar 2031 - 18:05"),
        ("Eastport — 4 March 2031, 6:05 p.m.", "4 March 2031, 6:05 p.m."),
        ("Eastport, 4 March 2031, 14:05 GMT, Ada Quill", "4 March 2031, 14:05 GMT"),
    ],
)
@pytest.mark.parametrize("markup", ["<p>{}</p>", "<div class=story-meta>{}</div>"])
def test_a_date_among_names_keeps_its_clock(line: str, dated: str, markup: str) -> None:
    found = published(page(below=markup.format(line)))
    assert found[: found.index(dated) + 1] in ([dated], [line, dated])


def test_a_clock_beside_an_unknown_word_is_left_out() -> None:
    assert published(page(below="<p>4 March 2031, 18:05 QXT</p>")) == ["4 March 2031"]


def test_a_change_among_names_is_one() -> None:
    line = "Updated: 4 March 2031, 18:05, Port"
    dates = printed_dates(page(below=f"<p>{line}</p>"), headline=HEADLINE)
    assert dates == ([], ["Updated: 4 March 2031, 18:05"])


def test_far_from_the_headline_a_date_has_to_say_that_it_is_of_the_publication() -> None:
    assert first_date(page(after_story="<p>4 March 2031</p>")) is None
    line = "Published: 4 March 2031"
    assert first_date(page(after_story=f"<p>{line}</p>")) == line


def test_what_is_of_a_change_alone_is_no_publication() -> None:
    dates = printed_dates(page(below="<p>Last updated: 4 March 2031</p>"), headline=HEADLINE)
    assert dates == ([], ["Last updated: 4 March 2031"])


@pytest.mark.parametrize("name", ["teaser-meta", "news-banner", "sidebar"])
def test_the_only_day_of_the_times_is_read_whatever_it_is_in(name: str) -> None:
    time = f"<div class={name}><time datetime=2031-03-04>4.</time></div>"
    assert first_date(page(above=time)) == "2031-03-04"
    assert first_date(page(above=time, after_story="<time datetime=2031-03-05></time>")) != (
        "2031-03-04"
    )
    two = f"{time}<div class={name}><time datetime=2031-03-05></time></div>"
    assert first_date(page(above=two)) is None


def test_how_long_reading_takes_is_no_date() -> None:
    assert published(page(below="<p class=reading-time>4 min</p>")) == []


def test_a_date_at_the_end_of_the_story_is_read_if_there_is_none_at_its_start() -> None:
    end = "<p class=date>4 March 2031</p>"
    assert first_date(page(after_story=end)) == "4 March 2031"
    assert published(page(below="<p class=date>3 March 2031</p>", after_story=end)) == [
        "3 March 2031"
    ]


def test_the_headline_tells_which_heading_the_story_has() -> None:
    root = fromstring(
        "<body><div><h1>Harbour Post</h1><p class=date>9 March 2031</p></div>"
        f"<div><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>"
        f"<h2>{HEADLINE}</h2><p class=date>4 March 2031</p></div></body>"
    )
    assert published(root)[0] == "4 March 2031"
    assert published(root, None)[0] == "9 March 2031"


@pytest.mark.parametrize(
    "markup",
    [
        "<a rel=author href=/x>Ada Quill</a>",
        "<b itemprop=author>Ada Quill</b>",
        "<p class=storyByline>Ada Quill</p>",
        "<div class='c-author__name'>Ada Quill</div>",
        "<div id=author>Ada Quill</div>",
        "<a href=/authors/ada-quill>Ada Quill</a>",
    ],
)
def test_a_byline_is_known_by_its_markup_below_and_above_the_headline(markup: str) -> None:
    assert first_byline(page(below=markup)) == "Ada Quill"
    assert first_byline(page(above=markup)) == "Ada Quill"


@pytest.mark.parametrize(
    "line", ["By Ada Quill", "Автор: Ада Квилл", "Müəllif: Ada Quill", "Von Ada Quill"]
)
def test_a_byline_without_any_markup_begins_with_a_label(line: str) -> None:
    assert printed_bylines(page(below=f"<p>{line}</p>"), headline=HEADLINE) == [line]


@pytest.mark.parametrize(
    "line", ["By then the road was flooded.", "Result: the road is open", "Ada Quill"]
)
def test_a_line_without_a_label_is_no_byline(line: str) -> None:
    assert printed_bylines(page(below=f"<p>{line}</p>"), headline=HEADLINE) == []


def test_the_parts_of_a_byline_do_not_grow_together() -> None:
    root = page(below="<div class=byline>By<a>Ada Quill</a><span>Editor</span></div>")
    assert first_byline(root) == "By Ada Quill Editor"


@pytest.mark.parametrize("who", ["Fact checked by", "Reviewed by", "Edited by"])
def test_who_only_checked_the_story_did_not_write_it(who: str) -> None:
    root = page(below=f"<p class=byline>{who} Bert Stone</p>")
    assert printed_bylines(root, headline=HEADLINE) == []


def test_a_biography_is_no_byline() -> None:
    root = page(after_story=f"<div class=author-bio>Ada Quill</div><p class=author>{PROSE}</p>")
    assert printed_bylines(root, headline=HEADLINE) == []


def test_the_end_of_the_story_is_read_if_its_start_names_nobody() -> None:
    end = "<p class=author>Ada Quill</p>"
    assert first_byline(page(after_story=end)) == "Ada Quill"
    assert printed_bylines(
        page(below="<p class=author>Bert Stone</p>", after_story=end), headline=HEADLINE
    ) == ["Bert Stone"]


def test_no_more_is_given_than_promised() -> None:
    many = "".join(f"<i class=date>{n} May 2031</i><i class=author>P {n}</i>" for n in range(30))
    root = page(below=many)
    assert len(published(root)) == 8
    assert len(printed_bylines(root, headline=HEADLINE)) == 6


@pytest.mark.parametrize(
    "markup",
    [
        "<p></p>",
        "<h1></h1>",
        "<body><!-- x --><?php y ?></body>",
        "<html></html>",
        "<div>" * 3000 + "<h1>Flood gates</h1>",
        "<h1><h1><time><time datetime=''>",
        "<a rel=author><a itemprop=author class='' id=''>",
    ],
)
@pytest.mark.parametrize("headline", [None, "", "…", "Flood gates"])
def test_no_page_breaks_it(markup: str, headline: str | None) -> None:
    for root in (fromstring(markup), document_fromstring(markup)):
        assert published(root, headline) == []
        assert printed_bylines(root, headline=headline) == []


def test_the_page_is_left_as_it_was() -> None:
    root = page(below="<time>4 March 2031</time><p>By Ada Quill</p>")
    before = etree.tostring(root)
    published(root)
    printed_bylines(root, headline=HEADLINE)
    assert etree.tostring(root) == before


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Written by</p><p>Ada Quill</p>",
        "<div><p><b>By</b></p></div><div><p>Ada Quill</p></div>",
        "<h6>Author(s)</h6><ul><li><a href=/?who=ada>Ada Quill</a></li></ul>",
        "<span>Автор:</span> <span>Ada Quill</span>",
    ],
)
def test_a_label_leads_to_the_name_that_a_page_sets_apart_from_it(markup: str) -> None:
    byline = first_byline(page(below=f"<div>{markup}</div>"))
    assert byline is not None
    assert byline.endswith(": Ada Quill")


@pytest.mark.parametrize("label", ["News", "Story", "Comment", "Updated"])
def test_a_word_that_may_head_anything_leads_to_nobody(label: str) -> None:
    assert first_byline(page(below=f"<div><p>{label}</p><p>Quay Road</p></div>")) is None


def test_a_class_may_name_date_and_author() -> None:
    line = "<div class=publish-date-author>4 March 2031 · Ada Quill</div>"
    assert first_byline(page(below=line)) == "4 March 2031 · Ada Quill"


def test_a_person_linked_in_a_sentence_is_whom_the_story_is_about() -> None:
    assert first_byline(page(below="<p><a href=/people/bert>Bert Stone</a></p>")) is None
    prose = f"<p>{PROSE} <a href=/authors/bert>Bert Stone</a> opened them.</p>"
    assert first_byline(page(below=prose)) is None
    assert first_byline(page(below="<p><a href=/authors/ada>Ada Quill</a></p>")) == "Ada Quill"


@pytest.mark.parametrize(
    "markup",
    [
        "<p align=right><em><font size=2>Ada Quill</font></em></p>",
        "<p style='text-align: right'><strong>Ada Quill</strong></p>",
        "<p class=has-text-align-right>Ada Quill</p>",
    ],
)
def test_a_name_at_the_right_margin_signs_the_story(markup: str) -> None:
    assert first_byline(page(after_story=markup)) == "Ada Quill"
    assert first_byline(page(after_story=markup.replace("Ada Quill", "It rained"))) is None


def test_the_name_beside_a_portrait_of_the_same_name_is_a_byline() -> None:
    picture = "<img class={} alt='Ada Quill' src=/a.jpg><p>Ada Quill</p>"
    assert first_byline(page(below=picture.format("avatar"))) == "Ada Quill"
    assert first_byline(page(below=picture.format("photo"))) is None
    assert first_byline(page(below=picture.format("avatar").replace("Ada", "Bert", 1))) is None


@pytest.mark.parametrize(
    "markup",
    [
        "<div class=pull-quote><p>It rose.</p><span class=author>Bert Stone</span></div>",
        "<blockquote>It rose.<footer class=author>Bert Stone</footer></blockquote>",
        "<div class=testimonial__body><b class=author>Bert Stone</b></div>",
    ],
)
def test_who_is_quoted_is_not_who_wrote(markup: str) -> None:
    assert first_byline(page(below=markup)) is None


def test_a_column_of_facts_at_the_right_is_no_signature() -> None:
    facts = "<div class='columns text-right'><h5>Dyed Blue</h5></div>"
    assert first_byline(page(after_story=facts)) is None
