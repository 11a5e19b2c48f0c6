"""Which JSON-LD node is the page's article, and what it says."""

import pytest

from tests.structured.pages import URL, article, ld, page


def headlines(*scripts: object, head: str = "", body: str = "<p>.</p>") -> list[str]:
    return [said.value for said in page(head + ld(*scripts), body).headline()]


@pytest.mark.parametrize(
    "script",
    [
        article(headline="Gates close"),
        [article(headline="Gates close")],
        {"@graph": [{"@type": "WebSite", "name": "x"}, article(headline="Gates close")]},
        {"@type": "WebPage", "mainEntity": article(headline="Gates close")},
        {"@type": "WebPage", "hasPart": [article(headline="Gates close")]},
        {"@type": ["Thing", "https://schema.org/OpinionNewsArticle"], "headLine": "Gates close"},
        {"@type": "BlogPosting", "headline": "Gates close"},
        {"@type": "LiveBlogPosting", "headline": ["Gates close"]},
        {"@type": "Report", "name": "Gates close"},
        {"@type": "Article", "headline": "<b>Gates</b> close"},
    ],
)
def test_the_article_is_found_wherever_it_stands(script: object) -> None:
    assert headlines(script)[0] == "Gates close"


@pytest.mark.parametrize(
    "attribute",
    [
        "type='application/ld+json; charset=utf-8'",
        "type=APPLICATION/LD+JSON",
        'type="text/ld+json"',
    ],
)
def test_the_type_of_the_script_may_be_written_in_any_way(attribute: str) -> None:
    script = '<script {}>{{"@type": "Article", "headline": "Gates close"}}</script>'
    assert page(script.format(attribute)).headline()[0].value == "Gates close"


def test_entities_are_decoded_even_if_encoded_twice() -> None:
    said = page(ld(article(headline="Gates &amp;quot;close&amp;quot; &amp; open"))).headline()[0]
    assert (said.value, said.source, said.where) == (
        'Gates "close" & open',
        "json-ld",
        "NewsArticle.headline",
    )


def test_of_several_articles_the_one_with_the_address_of_the_page_wins() -> None:
    other = article(headline="Ferry is late", url="https://harbour-post.example/port/ferry")
    own = article(headline="Gates close", mainEntityOfPage={"@id": URL + "#main"})
    assert headlines(other, own) == ["Gates close"]


def test_of_several_articles_without_address_the_one_like_the_title_wins() -> None:
    found = headlines(
        [article(headline="Ferry is late again"), article(headline="Flood gates close at dusk")],
        head="<title>Flood gates close at dusk | Harbour Post</title>",
    )
    assert found == ["Flood gates close at dusk"]


def test_of_two_articles_with_nothing_to_tell_them_apart_the_first_is_taken() -> None:
    assert headlines([article(headline="Ferry is late"), article(headline="Gull found")]) == [
        "Ferry is late"
    ]


def test_a_list_of_other_stories_is_not_the_article() -> None:
    listed = {"@type": "ItemList", "itemListElement": [{"item": article(headline="Ferry is late")}]}
    structured = page(ld(listed))
    assert structured.headline() == []
    kind = structured.kind()
    assert kind is not None
    assert kind.value == "listing"


def test_a_reference_is_resolved_within_the_page() -> None:
    graph = {
        "@graph": [
            article(author={"@id": "#ada"}, image={"@id": "#lead"}),
            {"@type": "Person", "@id": "#ada", "name": "Ada Quill"},
            {"@type": "ImageObject", "@id": "#lead", "url": "/media/gates.jpg"},
        ]
    }
    structured = page(ld(graph))
    assert structured.authors()[0].value == ("Ada Quill",)
    assert structured.image()[0].value == "https://www.harbour-post.example/media/gates.jpg"


def test_a_reference_that_leads_in_a_circle_ends() -> None:
    node = article(author={"@id": "#a"}, **{"@id": "#a"})
    assert page(ld(node)).authors() == []


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ada Quill", ("Ada Quill",)),
        ("Ada Quill, Ben Tar", ("Ada Quill, Ben Tar",)),
        (["Ada Quill", "Ben Tar"], ("Ada Quill", "Ben Tar")),
        ({"@type": "Person", "name": "Ada Quill"}, ("Ada Quill",)),
        ({"@type": "Person", "name": ["Ada Quill", "Ben Tar"]}, ("Ada Quill", "Ben Tar")),
        ({"@type": "Person", "givenName": "Ada", "familyName": "Quill"}, ("Ada Quill",)),
        ([{"name": "Ada Quill"}, {"name": "Ada Quill"}], ("Ada Quill",)),
        (["https://x.example/ada", "Ada Quill"], ("Ada Quill",)),
    ],
)
def test_authors_are_read_in_every_form(author: object, names: tuple[str, ...]) -> None:
    assert [said.value for said in page(ld(article(author=author))).authors()] == [names]


@pytest.mark.parametrize("author", ["", {"name": ""}, {"@type": "Person"}, [], None, True])
def test_an_author_without_a_name_is_none(author: object) -> None:
    assert page(ld(article(author=author))).authors() == []


def test_organisations_and_the_site_itself_are_kept_apart_from_people() -> None:
    authors = [
        {"@type": "Organization", "name": "Tide Wire"},
        {"@type": "Person", "name": "Ada Quill"},
        {"@type": "Person", "name": "Harbour Post"},
    ]
    publisher = {"@type": "Organization", "name": "The Harbour Post"}
    found = page(ld(article(author=authors, publisher=publisher))).authors()
    assert [(said.value, said.doubt) for said in found] == [
        (("Ada Quill",), None),
        (("Harbour Post",), "the site"),
        (("Tide Wire",), "organization"),
    ]
