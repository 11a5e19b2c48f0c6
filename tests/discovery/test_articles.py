import pytest

from newscrawl.discovery import article_groups, article_links, shape_of
from newscrawl.selectors import find_elements
from tests.discovery import pages
from tests.discovery.pages import HOST, links, page


@pytest.mark.parametrize(
    ("body", "path", "articles"),
    [
        (pages.BLOG, "/politics/", pages.BLOG_ARTICLES),
        (pages.NUMBERS, "/az/siyaset", pages.NUMBERS_ARTICLES),
        (pages.QUERIES, "/index.php", pages.QUERIES_ARTICLES),
        (pages.SCRIPTS, "/fa/politics", pages.SCRIPTS_ARTICLES),
        (pages.WORDS, "/world", pages.WORDS_ARTICLES),
    ],
    ids=["blog", "numbers", "queries", "other script", "words"],
)
def test_the_articles_of_a_listing_are_found_and_nothing_else(
    body: str, path: str, articles: list[str]
) -> None:
    found = article_links(links(body, path), HOST + path)
    assert [link.url.removeprefix(HOST) for link in found] == articles


def test_a_link_goes_by_the_words_that_show_it_best() -> None:
    found = article_links(links(pages.NUMBERS, "/az/siyaset"), f"{HOST}/az/siyaset")
    assert found[0].text == "Liman bu gün yenidən açıldı"


def test_the_selector_of_a_group_finds_its_links() -> None:
    url = f"{HOST}/politics/"
    best = article_groups(links(pages.BLOG, "/politics/"), url)[0]
    found = find_elements(page(pages.BLOG), best.selector)
    assert [HOST + (link.get("href") or "") for link in found] == [link.url for link in best.links]
    assert "headlines" in best.reasons


def test_what_stands_in_the_frame_is_told_so() -> None:
    groups = article_groups(links(pages.BLOG, "/politics/"), f"{HOST}/politics/")
    aside = next(g for g in groups if any("/sport/2025" in link.url for link in g.links))
    assert "in the frame" in aside.reasons
    assert aside.score < groups[0].score / 2


def test_a_page_without_articles_has_none() -> None:
    body = f"{pages.FRAME_TOP}<main><p>We are <a href='/team'>a team</a> of five.</p></main>"
    assert article_links(links(body, "/about-us"), f"{HOST}/about-us") == []


def test_other_pages_of_a_listing_and_what_it_is_a_part_of_are_no_articles() -> None:
    body = pages.BLOG + "".join(f"<a href='/politics/page/{n}/'>{n}</a>" for n in range(2, 9))
    body += "".join(f"<a href='/politics/{n}'>{n}</a><a href='?page={n}'>{n}</a>" for n in (2, 3))
    found = article_links(links(body, "/politics/"), f"{HOST}/politics/")
    assert [link.url.removeprefix(HOST) for link in found] == pages.BLOG_ARTICLES


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/politics/",
        "/tag/harbour-of-the-west",
        "/category/politics",
        "/author/ada-quill-of-the-harbour",
        "/files/report-of-the-harbour-2025.pdf",
        "/about-us",
    ],
)
def test_addresses_that_are_no_articles(path: str) -> None:
    assert shape_of(HOST + path).score <= 0


@pytest.mark.parametrize(
    "path",
    [
        "/en/2025/10/13/flood-gates",
        "/az/xeber/123456",
        "/post/ferry-talks-go-on-for-another-week",
        "/news/flood-gates-close-48213.html",
        "/news/articles/cq5v3ml0xk7o",
        "/index.php?newsid=48213",
        "/ru/%D0%BF%D0%BE%D1%80%D1%82-%D0%B2%D0%BD%D0%BE%D0%B2%D1%8C-%D0%BE%D1%82%D0%BA%D1%80%D1%8B%D1%82",
    ],
)
def test_addresses_of_articles(path: str) -> None:
    assert shape_of(HOST + path).score >= 2
