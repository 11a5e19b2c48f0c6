import pytest

from newscrawl.discovery import links_of, next_pages
from tests.discovery.pages import HOST, page


def following(body: str, path: str = "/politics/", head: str = "") -> list[str | None]:
    root = page(body, head)
    found = next_pages(root, links_of(root, HOST + path), HOST + path)
    return [each.url and each.url.removeprefix(HOST) for each in found]


@pytest.mark.parametrize(
    ("body", "path", "wanted"),
    [
        ('<a rel="next" href="/politics/page/2/">2</a>', "/politics/", "/politics/page/2/"),
        ("<a href='/p?page=4'>Növbəti »</a>", "/p?page=3", "/p?page=4"),
        ("<a href='/p/old'>Older posts</a>", "/p", "/p/old"),
        ("<a href='/ru/p/2/'>Далее</a>", "/ru/p/", "/ru/p/2/"),
        ("<a href='/hy/p/2/'>Հաջորդը</a>", "/hy/p/", "/hy/p/2/"),
        ("<a href='/ka/p/2/'>შემდეგი</a>", "/ka/p/", "/ka/p/2/"),
        ("<a href='/tr/p/2/'>Sonraki ›</a>", "/tr/p/", "/tr/p/2/"),
        ("<a href='/fa/p/2/'>بعدی</a>", "/fa/p/", "/fa/p/2/"),
        ("<a href='?page=2' aria-label='Next page'><i></i></a>", "/p", "/p?page=2"),
        ("<a href='?page=1'>‹</a><a href='?page=3'>›</a>", "/p?page=2", "/p?page=3"),
        ("<li class=next><a href='/p/page/3'><svg></svg></a></li>", "/p/page/2", "/p/page/3"),
        ("<a href='/p/3/'>3</a><a href='/p/4/'>4</a>", "/p/2/", "/p/3/"),
        ("<a href='?PAGEN_1=2'>2</a><a href='?PAGEN_1=3'>3</a>", "/p/", "/p/?PAGEN_1=2"),
        ("<button class='load-more' data-url='/p?page=2'>More</button>", "/p", "/p?page=2"),
        ("<a class=btn href='/p?page=2'>Показать ещё</a>", "/p", "/p?page=2"),
    ],
)
def test_the_next_page_is_found(body: str, path: str, wanted: str) -> None:
    assert following(body, path)[0] == wanted


def test_the_head_of_the_page_is_surest() -> None:
    head = '<link rel="next" href="/politics/page/2/">'
    assert following("<a href='/x'>Next</a>", head=head) == ["/politics/page/2/", "/x"]


def test_a_button_without_an_address_is_told_of() -> None:
    assert following("<button>Daha çox</button>") == [None]


@pytest.mark.parametrize(
    "body",
    [
        "<a href='/a/1'>Далее</a><a href='/a/2'>Далее</a>",  # "read on", below each teaser
        "<a href='/x/2024'>2024</a>",
        "<a href='https://other.example/p?page=2' rel=next>2</a>",
        "<a href='?page=1'>1</a><a href='?page=5'>5</a>",
        "<p>The next page in the history of the harbour</p>",
    ],
)
def test_what_is_no_next_page(body: str) -> None:
    assert following(body) == []
