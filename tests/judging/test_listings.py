from datetime import UTC, datetime

import pytest

from newscrawl.extract import extract_article
from newscrawl.judging import NOT_AN_ARTICLE
from tests.judging.pages import (
    LANGUAGES,
    PROSE,
    SHAPES,
    TEASERS,
    address,
    article,
    articles,
    cards,
    links,
    page,
    row,
)

NOW = datetime(2031, 3, 5, tzinfo=UTC)
SECTION = "https://harbour.example/en/region"
ARTICLE = "https://harbour.example/en/region/2031/gates"


def reason(html: str, url: str = SECTION) -> str | None:
    return extract_article(html, url, fetched_at=NOW).evidence.get(NOT_AN_ARTICLE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", ["article", "website"])
def test_a_section_front_is_a_listing_whatever_it_calls_itself(
    shape: str, language: str, kind: str
) -> None:
    head = f'<meta property="og:type" content="{kind}">'
    for heading in ("", "<h1>Region</h1>"):
        main = heading + SHAPES[shape](LANGUAGES[language])
        html = page(main, title="Region | Harbour Post", head=head, language=language)
        assert reason(html) == "listing"


@pytest.mark.parametrize("shape", SHAPES)
def test_one_with_a_headline_of_its_own_is_no_article_either(shape: str) -> None:
    main = "<h1>News of the coast and the valley</h1>" + SHAPES[shape](TEASERS)
    assert reason(page(main, title="Region | Harbour Post")) in ("listing", "no text")


def test_the_story_that_leads_a_section_front_does_not_make_it_an_article() -> None:
    lead = f'<div class=lead><h2><a href="/a/gates">{TEASERS[0][0]}</a></h2><p>{PROSE[0]}</p>'
    lead += f"<p>{' '.join(PROSE)}</p><p>{PROSE[2]}</p></div>"
    for heading in ("", "<h1>Region</h1>", "<h1>News of the coast and the valley</h1>"):
        html = page(heading + lead + cards(TEASERS), title="Region | Harbour Post")
        assert reason(html) == "listing"


def test_a_blog_that_shows_whole_posts_is_a_listing() -> None:
    posts = [(title, "</p><p>".join([*PROSE, text])) for title, text in TEASERS]
    assert reason(page("<h1>Blog</h1>" + articles(posts), title="Blog | Harbour")) == "listing"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://harbour.example", "home page"),
        ("https://harbour.example/ru/", "home page"),
        ("https://harbour.example/index.html", "home page"),
        ("https://harbour.example/tag/ferries", "listing"),
        ("https://harbour.example/author/ada-quill/page/2", "listing"),
    ],
)
def test_an_address_tells_too(url: str, expected: str) -> None:
    assert reason(page(links(TEASERS[:4]), title="Ferries of the coast"), url) == expected


@pytest.mark.parametrize(
    "title",
    ["Search results for ferry", "Результаты поиска: паром", "Axtarış nəticələri",
     "Arama sonuçları: vapur", "نتایج جستجو برای کشتی", "Suchergebnisse", "Résultats de recherche"],
)  # fmt: skip
def test_what_was_searched_for_is_no_article(title: str) -> None:
    html = page(f"<h1>{title}</h1>" + cards(TEASERS), title=f"{title} | Harbour Post")
    assert reason(html, "https://harbour.example/search?q=ferry") == "search results"


@pytest.mark.parametrize("url", [ARTICLE, "https://harbour.example/?p=1207"])
@pytest.mark.parametrize("kind", ["article", "website"])
def test_an_article_is_one_whatever_it_calls_itself(kind: str, url: str) -> None:
    head = f'<meta property="og:type" content="{kind}">'
    assert reason(article(head=head), url) is None


def test_an_article_with_teasers_around_it_is_one() -> None:
    text = "".join(f"<p>{text}</p>" for text in PROSE)
    main = f"<article><h1>{TEASERS[0][0]}</h1><div class=text>{text}</div></article>"
    related = f"<section class=related><h2>More</h2>{cards(TEASERS[1:])}</section>"
    assert reason(page(related + main + related, title=TEASERS[0][0]), ARTICLE) is None


def test_a_digest_that_opens_with_its_own_words_is_an_article() -> None:
    head = f"<h1>Five stories of the week that you may have missed</h1><p>{PROSE[0]}</p>"
    told = [(title, f"{PROSE[1]}</p><p>{PROSE[2]}</p><p>{text}") for title, text in TEASERS]
    for shape in (row, cards):
        digest = page(
            f"<article>{head}{shape(told)}</article>",
            title="Five stories of the week",
        )
        assert reason(digest, ARTICLE) is None


def test_a_live_report_whose_entries_link_to_themselves_is_an_article() -> None:
    entries = "".join(
        f'<div class=entry><h3><a href="{ARTICLE}#e{n}">{title}</a></h3><p>{text}</p>'
        f"<p>{PROSE[0]}</p><p>{PROSE[3]}</p></div>"
        for n, (title, text) in enumerate(TEASERS)
    )
    live = page(f"<article><h1>Gates close: all that happens</h1>{entries}</article>", title="Live")
    assert reason(live, ARTICLE) is None


def test_a_headline_that_leads_to_the_article_under_another_address_is_one() -> None:
    text = "".join(f"<p>{text}</p>" for text in PROSE)
    main = f'<div><h2><a href="/2031/old-slug">{TEASERS[0][0]}</a></h2>{text}</div>'
    for heading in ("", f"<h1>{TEASERS[0][0]}</h1>"):
        html = page(heading + main + links(TEASERS), title=f"{TEASERS[0][0]} | Harbour Post")
        assert reason(html, ARTICLE) is None


def test_a_short_report_beside_many_titles_is_an_article() -> None:
    main = f"<article><h1>{TEASERS[5][0]}</h1><time>4 March 2031</time><p>{PROSE[0]}</p></article>"
    html = page(main + f"<aside>{links(TEASERS)}</aside>", title=TEASERS[5][0])
    assert reason(html, "https://harbour.example" + address(5)) is None
