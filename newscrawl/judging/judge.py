"""What a page is that is no article."""

import re
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.items import Article
from newscrawl.judging.listings import (
    is_listing_address,
    lists_teasers,
    titled_by_link,
    titles_linked,
)
from newscrawl.judging.titles import is_error_title, is_search_title, is_wall_title
from newscrawl.judging.walls import WALLS, has_form_of, marks_of, size_without_prompts
from newscrawl.refusals import mark_of_challenge, refusal_in_title
from newscrawl.structured import Structured

NOT_AN_ARTICLE = "not an article"
"""Key in the evidence of what was read from a page that is none; its value is the reason."""

Element = Callable[[], HtmlElement | None]

_SELECTORS = ("css", "xpath")
_BRIEF = 60
"""Characters of a text in a few short sentences."""

_LISTINGS = ("feed", "endpoint")
"""What carries the whole text of an article is the article's own entry."""

_MARKUP = ("json-ld", "opengraph", "meta", *_SELECTORS)
"""Where a date stands that is the page's own: a listing prints and marks those of its teasers."""

TRANSIENT = frozenset(
    ("soft 404", "login wall", "consent wall", "challenge", "blocked", "error page")
)
"""Reasons of pages that stand in for an article; asked again, the outlet may show it."""

_LITTLE = 400
_SHORT = 1000
_NOTHING = 80
_LONG_LOGIN, _LONG_CONSENT = 800, 2500
"""Characters that the appeals of a wall come to at most; only the pages of articles are dated."""
_SENTENCE = 40
_MANY_TITLES = 8
_SOME_TITLES = 5
_LABEL = 2
_MAX_HEADINGS, _LONGEST_TITLE = 3, 300
_HOME = re.compile(r"/*(?:[a-z]{2,3}/*)?(?:(?:index|home|default)(?:\.[a-z]{3,5})?/*)?")


def why_no_article(
    article: Article,
    page: Structured,
    body_element: Element,
    *,
    elsewhere: bool = False,
    own_address: bool = False,
) -> str | None:
    """Return why *page* is no article, or None if it is one.

    One of ``home page``, ``listing``, ``search results``, ``soft 404``, ``login wall``,
    ``consent wall``, ``no text``, ``another page``, ``challenge`` and what else
    :func:`~newscrawl.refusals.refusal` tells. A phrase alone decides nothing: an article may be
    about a page that was not found, so there has to be little text beside it. A paywalled
    article whose beginning can be read is one.

    :param article: as it was read from the page.
    :param body_element: finds that in which its body was found, if no selector led there.
    :param elsewhere: the outlet is known, and its articles have other addresses.
    :param own_address: the outlet is known, and its articles have such addresses: a few short
        sentences are a text there.

    It costs little where there is a text: a look at the address and at the links in *body*.
    """
    if is_home_page(page.sources.url):
        return "home page"
    texts = article.body.split("\n\n") if article.body else []
    dated = bool(article.date) and article.evidence.get("date") in _MARKUP
    size = len(article.body or "")
    may_be_wall = size < (_LONG_LOGIN if dated else _LONG_CONSENT)
    own = size_without_prompts(texts, _SHORT) if may_be_wall else size
    by_selectors = article.evidence.get("body") in (*_SELECTORS, *_LISTINGS)
    if own < _LITTLE and (reason := _stands_in(page, texts, own)):
        return reason
    if by_selectors:
        return None
    if _is_listing(article, page, body_element, own, dated=dated):
        titles = _titles(page)
        if any(map(is_error_title, titles)):
            return "soft 404"
        return "search results" if any(map(is_search_title, titles)) else "listing"
    brief = own_address and article.headline and article.date and size >= _BRIEF
    if not brief and not any(len(t) >= _SENTENCE for t in texts) and not _is_unspaced(texts):
        return "no text"
    return "another page" if elsewhere else None


def is_home_page(url: str) -> bool:
    """Whether *url* is the first page of a site or of one of its languages.

    >>> is_home_page("https://harbour.example/en/"), is_home_page("https://harbour.example/?p=7")
    (True, False)
    """
    parts = urlsplit(url)
    return bool(parts.hostname) and not parts.query and bool(_HOME.fullmatch(parts.path))


def _stands_in(page: Structured, texts: Sequence[str], own: int) -> str | None:
    """Return what a page with little text of its own is that stands in for an article."""
    titles = _titles(page)
    for title in titles:
        if kind := refusal_in_title(title):
            return kind
    if any(map(is_error_title, titles)):
        return "soft 404"
    if own >= _NOTHING:
        return None
    if mark_of_challenge(page.sources.root):
        return "challenge"
    for wall in WALLS:
        marks = marks_of(wall, [*titles, *texts])
        titled = any(is_wall_title(title, wall) for title in titles)
        form = has_form_of(page.sources.root, wall)
        paid = wall == "login wall" and (said := page.paywalled()) is not None and said.value
        if len(marks) + 2 * titled + form + bool(paid) >= 2 and (marks or titled or not texts):
            return wall
    return None


def _is_listing(
    article: Article, page: Structured, body_element: Element, own: int, *, dated: bool
) -> bool:
    printed = article.evidence.get("headline") in ("generic", *_SELECTORS)
    named = printed and len((article.headline or "").split()) > _LABEL
    if dated and named:
        return False
    url = page.sources.url
    body = body_element()
    if body is not None and article.body:
        if lists_teasers(body, url, article.body, dated=dated, named=named):
            return True
        if not dated and titled_by_link(body, url, article.headline or "", inside=named):
            return True
    if dated or page.sources.articles:
        return False
    kind = page.kind()
    if is_listing_address(url):
        return own < _SHORT or not kind or kind.value != "article"
    if kind and kind.value == "listing" and kind.where != "home page":
        return own < _SHORT
    if own >= _LITTLE or (named and article.date):
        return False
    return titles_linked(page.sources.root, url) >= (_MANY_TITLES if article.body else _SOME_TITLES)


def _is_unspaced(texts: Sequence[str]) -> bool:
    """Whether the text is of a script that says in a dozen characters what others say in forty."""
    return any(
        len(text) >= _SENTENCE / 3 and text[0] >= "\u0e00" and " " not in text[:9] for text in texts
    )


def _titles(page: Structured) -> list[str]:
    headings = [text for _, text in page.sources.headings[:_MAX_HEADINGS]]
    return [text[:_LONGEST_TITLE] for text in (page.sources.head.title, *headings) if text]
