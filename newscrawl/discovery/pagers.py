"""How a listing goes on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from newscrawl.discovery.links import Link, absolute, class_words, on_site
from newscrawl.text import plain

_NEXT = frozenset(
    """
    next|next page|next »|older|older posts|older articles|older entries|növbəti|növbəti səhifə|
    sonrakı|irəli|далее|дальше|вперед|вперёд|следующая|следующая страница|след.|հաջորդը|հաջորդ|
    առաջ|შემდეგი|შემდეგ|sonraki|sonraki sayfa|ileri|بعدی|صفحه بعد|صفحه بعدی|بعد|التالي|التالية|
    keyingi|keyingisi|кейінгі|келесі|келеси|кийинки|кейингиси|баъдӣ|indiki|далі|наступна|
    nächste|weiter|suivant|suivante|page suivante|siguiente|successiva|próxima|następna
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_MORE = frozenset(
    """
    load more|more|show more|more news|view more|see more|daha çox|daha çox yüklə|daha çox xəbər|
    показать еще|показать ещё|загрузить еще|загрузить ещё|еще|ещё|больше новостей|ավելին|
    տեսնել ավելին|ավելի շատ|მეტი|მეტის ნახვა|მეტის ჩვენება|daha fazla|daha fazla göster|
    daha fazla yükle|بیشتر|نمایش بیشتر|موارد بیشتر|المزيد|ko'proq|ko‘proq|yana|көбірек|тағы|дагы|
    бештар|mehr laden|mehr|voir plus|ver más|mostra altro
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_ARROWS = frozenset("› » > → ❯ ≫ >> ›› ⟩".split())
_ORNAMENT = " \t›»>→❯≫⟩«‹<←…."
_NEXT_CLASSES = frozenset(("next", "nextpage", "older"))
_MORE_CLASSES = (("load", "more"), ("show", "more"), ("more", "btn"), ("loadmore",), ("showmore",))
_MORE_ATTRIBUTES = ("data-url", "data-href", "data-next", "data-next-url", "data-next-page", "href")
_PAGE = re.compile(
    r"(?:[?&](?:page|p|pg|paged|pagen_\d|pagenum|sehife|sayfa|seite)="
    r"|/(?:page|sehife|sayfa|seite|p)[/-]?(?=\d))(\d{1,5})(?=$|[/&.])",
    re.IGNORECASE,
)
_LAST_NUMBER = re.compile(r"[/-](\d{1,4})/?$")


@dataclass(frozen=True)
class NextPage:
    """How the page after a page of a listing can be had."""

    url: str | None
    """Canonical, absolute; None where a button asks for it by script alone."""

    reason: str


def next_pages(root: HtmlElement, links: Sequence[Link], url: str) -> list[NextPage]:
    """Return how the listing *root* at *url* says that it goes on, the surest first.

    :param links: its links.

    >>> from lxml.html import fromstring
    >>> from newscrawl.discovery.links import links_of
    >>> page = fromstring("<div><a href=?page=1>1</a><b>2</b><a href=?page=3>3</a></div>")
    >>> here = "https://a.example/news?page=2"
    >>> next_pages(page, links_of(page, here), here)
    [NextPage(url='https://a.example/news?page=3', reason='page 3 after page 2')]
    """
    found: dict[str | None, NextPage] = {}
    for page in (*_stated(root, url), *_named(links), *_numbered(links, url), *_more(root, url)):
        if page.url is None or (page.url != url and on_site(page.url, url)):
            found.setdefault(page.url, page)
    return list(found.values())


def page_number(url: str) -> int | None:
    """Return the number of the page of a listing that *url* names.

    >>> page_number("https://a.example/news/page/3/"), page_number("https://a.example/news?id=3")
    (3, None)
    """
    match = _PAGE.search(unquote(url))
    return int(match[1]) if match else None


def _stated(root: HtmlElement, url: str) -> Iterator[NextPage]:
    for element in root.iter("link", "a"):
        is_next = "next" in (element.get("rel") or "").lower().split()
        if is_next and (address := absolute(element.get("href") or "", url)):
            yield NextPage(address, f"{element.tag}[rel=next]")


def _named(links: Sequence[Link]) -> Iterator[NextPage]:
    called: dict[str, dict[str, NextPage]] = {}
    weaker = []
    for link in links:
        label = plain(link.element.get("aria-label") or link.element.get("title") or "")
        for text in (link.text, label):
            word = text.casefold().strip(_ORNAMENT)
            if word in _NEXT:
                page = NextPage(link.url, f"it is called {text!r}")
                called.setdefault(word, {}).setdefault(link.url, page)
            elif text in _ARROWS and page_number(link.url):
                weaker.append(NextPage(link.url, f"an arrow {text!r}"))
        parent = link.element.getparent()
        held = (link.element,) if parent is None else (link.element, parent)
        is_next = any(not _NEXT_CLASSES.isdisjoint(class_words(each)) for each in held)
        if is_next and page_number(link.url) is not None:
            weaker.append(NextPage(link.url, "its class says next"))
    for pages in called.values():
        if len(pages) == 1:  # where several are called so, it means "read on"
            yield from pages.values()
    yield from weaker


def _numbered(links: Sequence[Link], url: str) -> Iterator[NextPage]:
    """Links that show the number after that of this page, and whose address has it."""
    here = page_number(url)
    for link in links:
        if not link.text.isdigit() or len(link.text) > 4:
            continue
        shown = int(link.text)
        number = page_number(link.url)
        if number is None and (match := _LAST_NUMBER.search(urlsplit(link.url).path)):
            number = int(match[1])
            if here is None and (own := _LAST_NUMBER.search(urlsplit(url).path)):
                here = int(own[1])
        if number == shown == (here or 1) + 1:
            yield NextPage(link.url, f"page {number} after page {here or 1}")


def _more(root: HtmlElement, url: str) -> Iterator[NextPage]:
    for element in root.iter("a", "button", "div", "span"):
        words = list(class_words(element))
        named = any(all(word in words for word in each) for each in _MORE_CLASSES)
        text = ""
        if not named and element.tag in ("a", "button"):
            text = plain(element.text_content()).casefold().strip(_ORNAMENT)
        if not named and text not in _MORE:
            continue
        said = [element.get(name) or "" for name in _MORE_ATTRIBUTES]
        addresses = [
            a for value in said if "/" in value or "?" in value if (a := absolute(value, url))
        ]
        if element.tag in ("button", "a") or addresses or named:
            paged = next((each for each in addresses if each and page_number(each)), None)
            yield NextPage(paged, "a button for more" if not text else f"it is called {text!r}")
