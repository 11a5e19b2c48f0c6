"""Fields read from meta elements, microdata and the rest of a page."""

import pytest
from lxml.html import document_fromstring

from newscrawl.structured import Structured
from tests.structured.pages import article, ld, page

DAY = "2031-03-04T18:05:00+04:00"
NEXT_DAY = "2031-03-05T09:00:00+04:00"


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    "head",
    [
        f'<meta property="article:published_time" content="{DAY}">',
        f'<meta name="Article:Published_Time" content=" {DAY} ">',
        meta("DC.date.issued", DAY),
        meta("cXenseParse:recs:publishtime", DAY),
        meta("parsely-pub-date", DAY),
        meta("pubdate", DAY),
        meta("citation_publication_date", DAY),
        f'<meta itemprop="datePublished" content="{DAY}">',
    ],
)
def test_the_date_is_found_under_its_many_names(head: str) -> None:
    assert [said.value for said in page(head).date()] == [DAY]


@pytest.mark.parametrize(
    "body",
    [
        f'<time itemprop="datePublished" datetime="{DAY}">yesterday</time>',
        f'<time pubdate datetime="{DAY}">yesterday</time>',
        f'<div data-published-at="{DAY}">yesterday</div>',
        f'<abbr itemprop="datePublished" title="{DAY}">18:05</abbr>',
        f'<p typeof="schema:NewsArticle"><b property="schema:datePublished" content="{DAY}">x</b>',
    ],
)
def test_the_date_is_found_in_the_attributes_of_elements(body: str) -> None:
    assert [said.value for said in page(body=body).date()] == [DAY]


def test_json_ld_comes_before_a_published_time_that_is_the_last_change() -> None:
    head = ld(article(datePublished=DAY, dateModified=NEXT_DAY))
    found = page(head + meta("article:published_time", NEXT_DAY)).date()
    assert [said.value for said in found] == [DAY, NEXT_DAY]


def test_an_earlier_published_time_comes_before_json_ld_that_repeats_the_last_change() -> None:
    head = ld(article(datePublished=NEXT_DAY, dateModified=NEXT_DAY))
    found = page(head + meta("article:published_time", DAY)).date()
    assert [said.value for said in found] == [DAY, NEXT_DAY]


def test_elements_that_name_several_days_come_after_the_published_time() -> None:
    times = "".join(
        f"<time itemprop=datePublished datetime={day}></time>" for day in (DAY, NEXT_DAY)
    )
    head = meta("article:published_time", "2031-03-06")
    assert page(head, body=times).date()[0].value == "2031-03-06"
    one = f"<time itemprop=datePublished datetime={DAY}></time>"
    assert page(head, body=one).date()[0].value == DAY


def test_the_time_of_the_request_comes_last_and_doubted() -> None:
    found = page(meta("date", NEXT_DAY) + meta("publish-date", "۱۴ اسفند ۱۴۰۹")).date()
    assert [(said.value, bool(said.doubt)) for said in found] == [
        ("۱۴ اسفند ۱۴۰۹", False),
        (NEXT_DAY, True),
    ]


def test_the_last_change_is_no_date_of_publication() -> None:
    structured = page(meta("article:modified_time", DAY))
    assert structured.date() == []
    assert structured.date_modified()[0].value == DAY


def test_microdata_of_the_article_is_read_and_of_its_comments_is_not() -> None:
    structured = page(
        body="""
        <div itemscope itemtype="https://schema.org/NewsArticle">
          <h1 itemprop="headline">Gates close</h1>
          <span itemprop="author" itemscope itemtype="https://schema.org/Person">
            By <b itemprop="name">Ada Quill</b></span>
          <div itemprop="articleBody"><p>First.</p><p>Second.</p></div>
          <div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
            <b itemprop="headline">Nonsense</b><b itemprop="author">Troll</b>
            <i itemprop="author" itemscope><u itemprop="name">Gremlin</u></i></div>
          <div itemscope itemtype="https://schema.org/NewsArticle" itemprop="isRelatedTo">
            <b itemprop="headline">Ferry late</b></div>
        </div>"""
    )
    assert [said.value for said in structured.headline()] == ["Gates close"]
    assert structured.headline()[0].where == "NewsArticle[headline]"
    assert [said.value for said in structured.authors()] == [("Ada Quill",)]
    assert [said.value for said in structured.body()] == ["First. Second."]


def test_authors_marked_elsewhere_than_the_first_are_left_out() -> None:
    structured = page(
        body="""
        <p><span><a itemprop="author">Ada Quill</a>, <a itemprop="author">Ben Tar</a></span></p>
        <figure><i itemprop="author">Tide Pictures</i></figure>
        <ul><li><a itemprop="author">Cy Moor</a></li></ul>"""
    )
    assert [said.value for said in structured.authors()] == [("Ada Quill", "Ben Tar")]


def test_a_handle_is_no_name() -> None:
    found = page(meta("parsely-author", "ada-quill") + meta("author", "Ada Quill")).authors()
    assert [(said.value, said.doubt) for said in found] == [
        (("Ada Quill",), None),
        (("ada-quill",), "handle"),
    ]


def test_the_body_keeps_the_paragraphs_of_the_statement() -> None:
    structured = page(ld(article(articleBody="<p>First &amp; one.</p>\n\n<p>Second.</p>")))
    assert structured.body()[0].value == "First & one.\nSecond."


TAGS = ("Port", "Weather", "Flood gates")


@pytest.mark.parametrize(
    "keywords", ["Port, Weather;Flood gates", list(TAGS), "Port،Weather|Flood gates"]
)
def test_tags_are_read_from_lists_and_from_lines(keywords: object) -> None:
    assert page(ld(article(keywords=keywords))).tags()[0].value == (
        "Port",
        "Weather",
        "Flood gates",
    )


def test_several_tag_elements_are_one_statement() -> None:
    head = meta("article:tag", "Port, sea and sky") + meta("article:tag", "Weather")
    assert [said.value for said in page(head).tags()] == [("Port, sea and sky", "Weather")]


def test_keywords_for_search_engines_are_doubted() -> None:
    many = ",".join(f"word{letter}" for letter in "abcdefghijklmnopqrst")
    assert page(meta("keywords", many)).keywords()[0].doubt == "too many"
    generic = page(meta("keywords", "latest news, breaking news, port"))
    assert generic.keywords()[0].doubt == "generic words"
    shown = "<p>The flood gates close.</p>"
    strange = page(meta("keywords", "ferry, gull, flood"), shown)
    assert strange.keywords()[0].doubt == "not in the text"
    assert page(meta("keywords", "gates, flood"), shown).keywords()[0].doubt is None


def test_a_list_of_one_element_a_tag_comes_before_keywords() -> None:
    head = ld(article(keywords="Port, Primary Desk")) + meta("article:tag", "Port")
    head += meta("keywords", "Port, Gates")
    structured = page(head, "<p>The gates of the port.</p>")
    assert [said.value for said in structured.tags()] == [("Port",), ("Port", "Primary Desk")]
    assert [said.value for said in structured.keywords()] == [("Port", "Gates")]


def test_several_keyword_elements_that_each_hold_a_list_are_one_list() -> None:
    head = meta("news_keywords", "Port, Weather") + meta("news_keywords", "Weather, Gates")
    shown = "<p>The weather at the gates of the port.</p>"
    assert page(head, shown).keywords()[0].value == ("Port", "Weather", "Gates")


def test_pictures_are_absolute_and_default_ones_come_last() -> None:
    head = (
        '<base href="/media/">'
        + ld(article(image=["logo.png", {"@type": "ImageObject", "url": "gates.jpg"}]))
        + meta("twitter:image", "//cdn.example/gates.jpg?x=1&amp;y=2")
    )
    assert [said.value for said in page(head).image()] == [
        "https://www.harbour-post.example/media/gates.jpg",
        "https://cdn.example/gates.jpg?x=1&y=2",
        "https://www.harbour-post.example/media/logo.png",
    ]


def test_languages_and_alternates_are_read() -> None:
    structured = page(
        '<link rel="alternate" hreflang="hy" href="/hy/gates">'
        '<link rel="alternate" hreflang="x-default" href="/">'
        '<link rel="alternate" type="application/rss+xml" href="/rss">'
        '<meta http-equiv="Content-Language" content="ru">'
        '<meta property="og:locale" content="en_GB">',
        lang="en",
    )
    assert [said.value for said in structured.language()] == ["en", "ru", "en_GB"]
    assert structured.alternates() == {"hy": "https://www.harbour-post.example/hy/gates"}


def test_a_canonical_address_that_is_the_home_page_is_doubted() -> None:
    head = '<link rel="canonical" href="/"><meta property="og:url" content="/port/flood-gates">'
    assert [(said.value, said.doubt) for said in page(head).canonical()] == [
        ("https://www.harbour-post.example/port/flood-gates", None),
        ("https://www.harbour-post.example/", "home page"),
    ]


def test_names_of_the_site_come_from_everywhere() -> None:
    head = ld(article(publisher={"name": "Harbour Post Ltd"}), {"@type": "WebSite", "name": "HP"})
    head += '<meta property="og:site_name" content="Harbour Post">' + meta("twitter:site", "@hpost")
    assert page(head).site_names() == [
        "Harbour Post Ltd",
        "HP",
        "Harbour Post",
        "hpost",
        "harbour-post.example",
        "harbour-post",
    ]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (ld(article(headline="x")), "article"),
        ('<meta property="og:type" content="article">', "article"),
        (ld({"@type": "CollectionPage"}), "listing"),
        (ld([article(headline=f"Story {n} of many") for n in range(9)]), "listing"),
        (ld({"@type": "Product"}), "other"),
        ('<meta property="og:type" content="profile">', "other"),
        ('<meta property="og:type" content="website">', None),
    ],
)
def test_the_kind_of_page_is_told_with_its_reason(head: str, kind: str | None) -> None:
    said = page(head).kind()
    assert (said.value if said else None) == kind
    assert said is None or said.where


def test_the_home_page_is_a_listing_whatever_it_says() -> None:
    head = '<meta property="og:type" content="article">'
    said = page(head, url="https://harbour-post.example/").kind()
    assert said is not None
    assert said.value == "listing"


@pytest.mark.parametrize(("stated", "paid"), [(False, True), ("False", True), ("true", False)])
def test_a_paywall_is_known_by_what_the_page_says(stated: object, paid: bool) -> None:
    said = page(ld(article(isAccessibleForFree=stated))).paywalled()
    assert said is not None
    assert said.value is paid


def test_a_page_that_says_nothing_of_a_paywall_has_none_known() -> None:
    assert page().paywalled() is None


def test_rights_are_those_that_the_page_states() -> None:
    head = (
        meta("robots", "index, noai")
        + meta("googlebot", "index, follow")
        + meta("tdm-reservation", "1")
        + ld(article(license={"@id": "https://x.example/by"}, copyrightHolder={"name": "Ada"}))
    )
    rights = page(head).rights()
    assert {name: [said.value for said in found] for name, found in rights.items()} == {
        "licence": ["https://x.example/by"],
        "copyright": ["Ada"],
        "robots": ["index, noai"],
        "text_mining": ["1"],
    }


def test_section_and_summary_are_read() -> None:
    head = ld(article(articleSection=["Region", "Port"], description="They close &amp; open."))
    structured = page(head + '<meta property="article:section" content="Sea">')
    assert [said.value for said in structured.section()] == ["Region", "Port", "Sea"]
    assert structured.summary()[0].value == "They close & open."


def test_a_page_without_anything_says_nothing() -> None:
    structured = Structured(document_fromstring("<p>"), "https://harbour-post.example/a")
    for field in (structured.headline, structured.authors, structured.tags, structured.image):
        assert not field()
    assert structured.kind() is None
    assert structured.rights() == {}
