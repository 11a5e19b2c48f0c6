"""What the pages of a site do not tell by themselves, and where they may hold it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from lxml.html import HtmlElement

from newscrawl.dates import parse_machine_date
from newscrawl.discovery.links import class_words, is_lasting
from newscrawl.items import Article
from newscrawl.probing.site import ReadPage
from newscrawl.reading import Profile, read_article
from newscrawl.selectors import ArticleSelectors
from newscrawl.text import element_text

_DATES = frozenset(("date", "time", "published", "datetime", "timestamp"))
_MOST_PLACES = 20
_LEAST_PARAGRAPHS = 2


@dataclass(frozen=True)
class Said:
    """What the lists say of an article, for a comparison."""

    headline: str | None = None
    published: str | None = None


@dataclass(frozen=True)
class Gap:
    """A field that pages leave out, or have otherwise than the lists say."""

    field: str
    selector: str | None
    """What finds it on every page; None if nothing was found."""

    reason: str


def gaps(pages: Sequence[ReadPage], said: Mapping[str, Said], profile: Profile) -> list[Gap]:
    """Return the gaps of *pages*, read as *profile* knows them.

    :param said: by the address of the page.

    A selector is one that fills the gap on every page where the field is known.
    """
    found = []
    for field in ("headline", "date", "body"):
        wrong = [why for page in pages if (why := _wrong(field, _read(page, profile), page, said))]
        if len(wrong) * 2 <= len(pages):
            continue
        selector = next(
            (
                place
                for place in _places(field, pages[0].page.root)
                if all(
                    _wrong(field, _read(page, _with(profile, field, place)), page, said) is None
                    for page in pages
                )
            ),
            None,
        )
        found.append(Gap(field, selector, wrong[0]))
    return found


def _with(profile: Profile, field: str, selector: str) -> Profile:
    places: dict[str, Any] = {field: selector}
    return replace(profile, selectors=ArticleSelectors(**places))


def _read(page: ReadPage, profile: Profile) -> Article:
    return read_article(page.page.root, page.address, profile=profile, now=page.page.fetched)


def _wrong(field: str, article: Article, page: ReadPage, said: Mapping[str, Said]) -> str | None:
    """Return what is wrong with *field* of *article*, or None."""
    known = said.get(page.page.url) or said.get(page.address) or Said()
    if field == "headline":
        if not article.headline:
            return "no page tells it"
        differs = known.headline and not _alike(article.headline, known.headline)
        return "it differs from the title that lists give" if differs else None
    if field == "body":
        few = len((article.body or "").split("\n\n")) < _LEAST_PARAGRAPHS
        return "fewer than two paragraphs were found" if few else None
    if article.date is None:
        return "no date can be read"
    stated = known.published and parse_machine_date(
        known.published, zone=None, now=page.page.fetched
    )
    if not stated or not _has_time(stated.precision) or not _has_time(article.date_precision):
        return None
    return None if _minute(article.date) == _minute(stated.moment) else "the feed says otherwise"


def _alike(one: str, other: str) -> bool:
    shown = ["".join(filter(str.isalnum, text.casefold())) for text in (one, other)]
    return shown[0] in shown[1] or shown[1] in shown[0]


def _has_time(precision: str | None) -> bool:
    return precision in ("second", "minute")


def _minute(moment: datetime) -> float:
    return moment.timestamp() // 60


def _places(field: str, root: HtmlElement) -> Iterator[str]:
    """Yield selectors of elements that may hold *field*, the likeliest first."""
    found = dict.fromkeys(_selectors(field, root))
    for index, place in enumerate(found):
        if index == _MOST_PLACES:
            return
        yield place


def _selectors(field: str, root: HtmlElement) -> Iterator[str]:
    if field == "headline":
        for element in (*root.iter("h1"), *root.iter("h2")):
            yield _selector(element)
    elif field == "date":
        for element in root.iter("time"):
            if element.get("datetime"):
                yield f"{_selector(element)}::attr(datetime)"
        for element in root.iter("*"):
            words = _DATES.intersection(class_words(element))
            if words and any(map(str.isdigit, element_text(element)[:60])):
                yield _selector(element)
    else:
        holders = {p.getparent() for p in root.iter("p") if p.getparent() is not None}
        for element in sorted(holders, key=_prose, reverse=True):
            yield _selector(element)


def _prose(element: HtmlElement) -> int:
    return sum(len(element_text(child)) for child in element.iterchildren("p"))


def _selector(element: HtmlElement) -> str:
    classes = [name for name in (element.get("class") or "").split() if is_lasting(name)]
    return ".".join((str(element.tag), *classes[:2]))
