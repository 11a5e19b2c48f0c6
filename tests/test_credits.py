"""Whom a page that nobody has described credits: people first, else what is stated instead."""

import json
from datetime import UTC, datetime

import pytest

from newscrawl.extract import extract_article
from newscrawl.items import Article

NOW = datetime(2031, 3, 5, tzinfo=UTC)
HEADLINE = "Flood gates close at dusk"
PROSE = "<p>The gates at the harbour closed at dusk, and the ferries waited until morning.</p>" * 4
SITE = {"@type": "NewsMediaOrganization", "name": "Harbour Post"}
PERSON, COMPANY = {"@type": "Person"}, {"@type": "Organization"}


def read(
    *authors: object,
    head: str = "",
    below: str = "",
    prose: str = PROSE,
    publisher: object = SITE,
    url: str = "https://www.harbour-post.example/port/gates",
) -> Article:
    stated = {"@type": "NewsArticle", "headline": HEADLINE, "publisher": publisher}
    if authors:
        stated["author"] = authors
    page = (
        f"<html><head>{head}<script type='application/ld+json'>{json.dumps(stated)}</script>"
        f"</head><body><article><h1>{HEADLINE}</h1>{below}{prose}</article></body></html>"
    )
    return extract_article(page, url, fetched_at=NOW)


def credited(article: Article) -> tuple[str | None, list[str], str | None]:
    return article.byline, article.authors, article.agency


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("Harbour Post Redaktion", None),
        ("News Staff", None),
        ("Ask the Pilots", None),
        ("dpa", "dpa"),
        ("AZƏRTAC", "AZERTAC"),
        ("Harbour Post", None),
    ],
)
def test_a_stated_author_that_is_nobody_is_a_byline_without_authors(
    name: str, agency: str | None
) -> None:
    assert credited(read({**COMPANY, "name": name})) == (name, [], agency)
    assert credited(read({**PERSON, "name": name})) == (name, [], agency)


@pytest.mark.parametrize("name", ["Unknown", "admin", "", "publisher", "https://a.example/ada"])
def test_what_software_writes_where_nobody_entered_a_name_is_no_byline(name: str) -> None:
    assert credited(read({**PERSON, "name": name})) == (None, [], None)


def test_people_come_before_the_newsroom_wherever_they_are_named() -> None:
    desk = {**COMPANY, "name": "Harbour Post"}
    assert read(desk, below="<p class=byline>By Ada Quill</p>").authors == ["Ada Quill"]
    assert read(desk, prose=f"{PROSE}<p>By Ada Quill</p>").authors == ["Ada Quill"]
    assert read(desk, {**PERSON, "name": "Ada Quill"}).byline == "Ada Quill"


def test_the_service_among_the_authors_of_a_person_is_the_agency() -> None:
    article = read({**PERSON, "name": "Ada Quill"}, {**COMPANY, "name": "Reuters"})
    assert article.evidence["agency"] == "json-ld"
    assert credited(article) == ("Ada Quill", ["Ada Quill"], "Reuters")


def test_the_site_is_a_byline_where_the_article_says_so_and_not_every_page() -> None:
    assert read(head="<meta name=author content='Harbour Post'>").byline is None
    assert read(head="<meta name='twitter:creator' content='@harbourpost'>").byline is None
    assert read(below="<p class=author>By Harbour Post</p>").byline == "Harbour Post"


def test_the_company_that_built_a_site_is_no_byline() -> None:
    assert read(head="<meta name=author content='Tidewater Webdesign GmbH'>").byline is None
    newsroom = read(head="<meta name=author content='Harbour Newsroom'>")
    assert credited(newsroom) == ("Harbour Newsroom", [], None)


@pytest.mark.parametrize(
    ("printed", "byline"),
    [
        ("By News Desk | 4 March 2031", "News Desk"),
        ("von quilladmin · 4. März 2031", "quilladmin"),
        ("Editorial Team 4 March 2031", "Editorial Team"),
        ("Redaksiya", "Redaksiya"),
        ("By that afternoon", None),
        ("Full bio", None),
        ("By profiting from low tide", None),
    ],
)
def test_a_printed_newsroom_or_account_is_a_byline(printed: str, byline: str | None) -> None:
    assert credited(read(below=f"<p class=author>{printed}</p>")) == (byline, [], None)


def test_who_writes_on_a_site_of_the_own_name_is_an_author() -> None:
    ada = {"@type": ["Person", "Organization"], "name": "Ada Quill"}
    url = "https://adaquill.example/gates"
    assert read(ada, publisher=ada, url=url).authors == ["Ada Quill"]
    notes = {**COMPANY, "name": "Ada Quill's Notes"}
    assert read({**PERSON, "name": "Ada Quill"}, publisher=notes, url=url).authors == ["Ada Quill"]


def test_a_newsroom_that_software_calls_a_person_is_no_author() -> None:
    url = "https://harbourlife.example/gates"
    for name in ("Harbour Life", "The Harbour Life"):
        article = read(
            {**PERSON, "name": name}, publisher={**COMPANY, "name": "Harbour Life"}, url=url
        )
        assert credited(article) == (name, [], None)
    printed = read(below="<p class=author>Harbour Life</p>", publisher=None, url=url)
    assert credited(printed) == ("Harbour Life", [], None)


def test_a_byline_that_is_read_outweighs_a_hidden_one_that_names_others() -> None:
    head = "<meta name=author content='Bert Stone'>"
    assert read(head=head, below="<p class=author>By Ada Quill</p>").authors == ["Ada Quill"]
    assert read(head=head, below="<p class=author>Ada Quill</p>").authors == ["Bert Stone"]
    assert read(head=head, below="<p class=author>By Ada</p>").authors == ["Bert Stone"]
    both = "<meta name=author content='Ada Quill, Bert Stone'>"
    shown = read(head=both, below="<p class=author>By Ada Quill</p>")
    assert shown.authors == ["Ada Quill", "Bert Stone"]


def test_a_pair_of_meta_elements_may_label_the_author_in_any_language() -> None:
    pair = "<meta name='twitter:{}1' content='{}'>".format
    assert read(head=pair("label", "Verfasst von") + pair("data", "Ada Quill")).authors == [
        "Ada Quill"
    ]
    assert read(head=pair("label", "Reading time") + pair("data", "Ada Quill")).byline is None


@pytest.mark.parametrize(
    ("start", "agency"),
    [
        ("ANKARA (AA) -", "Anadolu"),
        ("Bakı. Trend:", "Trend"),
        ("TBILISI (Interpress) -", "Interpressnews"),
        ("Baku, July 8, AZERTAC –", "AZERTAC"),
        ("АЛМАТЫ. КАЗИНФОРМ –", "Kazinform"),
        ("МОСКВА, 4 мар - РИА Новости.", "RIA Novosti"),
        ("The river rose, Reuters reports.", None),
        ("Report: the river rose.", None),
        ("BAKU (Harbour Post) -", None),
    ],
)
def test_the_service_of_a_dateline_is_the_agency_and_not_the_byline(
    start: str, agency: str | None
) -> None:
    first = f"<p>{start} The ferries waited at the quay until the water had fallen again.</p>"
    assert credited(read(prose=first + PROSE)) == (None, [], agency)
    by_ada = read({**PERSON, "name": "Ada Quill"}, prose=first + PROSE)
    assert credited(by_ada) == ("Ada Quill", ["Ada Quill"], agency)
    assert by_ada.evidence.get("agency") == ("generic" if agency else None)
