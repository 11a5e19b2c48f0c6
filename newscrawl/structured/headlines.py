"""Which of a page's titles is the headline."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from newscrawl.structured.likeness import ALIKE, WORD, SiteNames, likeness, squeezed, words
from newscrawl.structured.said import Said
from newscrawl.structured.titles import MARKED, in_trail, without_site
from newscrawl.structured.xpaths import finder
from newscrawl.text import element_text, plain

if TYPE_CHECKING:
    from newscrawl.structured.page import Structured

_SEPARATOR = re.compile(r"[:|•·»/]|\s[-–—]\s")
_TITLES = finder("//body//*[contains(@class, 'title') or contains(@class, 'headline')]")
_KICKER = re.compile(r".+?(?::|\s[|–—-])\s")
_QUOTED = re.compile(r"[\"'”’“»«]")
_OPENING = re.compile(r"[\"'“„«‘(\[]+$")
_MAX_KICKER_WORDS = 6
_SHORTEST = 10
_FEWEST_WORDS = 3
_MAX_LOWER = 30
_TRUNCATED = re.compile(r"\s*(?:…|\.\.\.)$")


def best_headline(structured: "Structured") -> Said[str] | None:
    """Return the headline as the page prints it, or None if the page has none.

    The page's own ``h1`` wins where it is like what the page says of itself, and where it is the
    only one that can be a headline: titles for search engines and networks are often shortened
    or written anew. An ``h1`` at the end of a trail of links is such a title too; there the
    headline is a lower heading.
    """
    stated = structured.headline()
    printed = _printed(structured, stated)
    if printed is None:
        return _whole(stated)
    return _with_kicker(printed, structured, stated) or printed


def _printed(structured: "Structured", stated: Sequence[Said[str]]) -> Said[str] | None:
    """Return the heading of the page that is its headline."""
    site = structured.sources.site
    candidates = [
        (_as_stated(_without_end(text, site), element, stated), element)
        for element, text in structured.sources.headings
        if not site.has(text)
    ]
    alike = [(text, element) for text, element in candidates if _is_alike(text, stated)]
    in_place = [text for text, element in alike if not in_trail(element)]
    if in_place:
        return Said(_best(in_place, stated), "generic", "h1")
    if alike:
        return _second_heading(structured, stated) or Said(
            _best([text for text, _ in alike], stated), "generic", "h1"
        )
    plausible = {
        text
        for text, element in candidates
        if len(words(text)) >= _FEWEST_WORDS and not _is_chrome(element)
    }
    if len(plausible) == 1:
        return Said(plausible.pop(), "generic", "h1")
    return _lower_heading(structured, stated)


def _without_end(text: str, site: SiteNames) -> str:
    """Return the *text* of a heading without the name of the site, if a headline is left."""
    bare = without_site(text, site)
    return bare if len(words(bare)) >= _FEWEST_WORDS else text


def _second_heading(structured: "Structured", stated: Sequence[Said[str]]) -> Said[str] | None:
    """Return the ``h2`` that is most like what the page states, or None if none is."""
    alike = [
        text
        for element in islice(structured.sources.root.iter("h2"), _MAX_LOWER)
        if (shown := element_text(element)) and not in_trail(element)
        if _is_alike(text := _as_stated(shown, element, stated), stated)
    ]
    return Said(_best(alike, stated), "generic", "h2") if alike else None


def _lower_heading(structured: "Structured", stated: Sequence[Said[str]]) -> Said[str] | None:
    """Return the first ``h2`` or ``h3`` that a title of the page begins with or ends in."""
    titles = [squeezed(said.value) for said in stated]
    for element in structured.sources.root.iter("h2", "h3"):
        text = element_text(element)
        key = squeezed(text)
        if len(key) < _SHORTEST or structured.sources.site.has(text):
            continue
        if any(title.startswith(key) or title.endswith(key) for title in titles):
            return Said(text, "generic", str(element.tag))
    return _named_title(structured, titles)


def _named_title(structured: "Structured", titles: Sequence[str]) -> Said[str] | None:
    """Return the first text, of an element that is called a title, that a title of the page
    begins with."""
    for element in _TITLES(structured.sources.root)[:_MAX_LOWER]:
        text = element_text(element) if len(element) < _MAX_LOWER else ""
        key = squeezed(text)
        if len(key) < _SHORTEST or structured.sources.site.has(text):
            continue
        if any(title.startswith(key) for title in titles):
            return Said(text, "generic", str(element.tag))
    return None


def _as_stated(text: str, element: HtmlElement, stated: Sequence[Said[str]]) -> str:
    """Return the *text* of a heading without a kicker before it or a second line behind it.

    Such a part is known by what the page states as its headline: that is the rest, and the
    heading sets it apart by a separator or as an element of its own.
    """
    has_parts = bool(len(element))
    same = _matched(text, has_parts, stated)
    if same is None and has_parts:
        # Two elements with nothing between them: "PortFlood gates close".
        same = _matched(plain(" ".join(element.itertext())), has_parts, stated)
    return same or text


def _matched(text: str, has_parts: bool, stated: Sequence[Said[str]]) -> str | None:
    """Return the part of *text* that is *stated*, or None if no part of it is."""
    found = list(WORD.finditer(text))
    shown = [word[0].casefold() for word in found]
    same = None
    for said in stated:
        own = words(said.value)
        extra = len(shown) - len(own)
        if said.where == "title" or len(own) < 2 or extra < 0:
            continue
        if extra == 0:
            if shown == own and same is None:
                is_whole = has_parts and not _TRUNCATED.search(said.value)
                same = said.value if is_whole else text
        elif shown[extra:] == own and extra <= _MAX_KICKER_WORDS:
            gap = text[found[extra - 1].end() : found[extra].start()]
            if not _QUOTED.match(gap) and (has_parts or _SEPARATOR.search(gap)):
                opening = _OPENING.search(gap)
                return (opening[0] if opening else "") + text[found[extra].start() :]
        elif shown[: len(own)] == own and has_parts:
            return said.value
    return same


def _with_kicker(
    printed: Said[str], structured: "Structured", stated: Sequence[Said[str]]
) -> Said[str] | None:
    """Return what the page shares as its title if that, and what it marks as its headline, put
    one kicker before the headline as *printed*.

    A single word, such as the name of a section, is no part of a headline.
    """
    marked = {squeezed(said.value) for said in stated if said.source in MARKED}
    key = squeezed(printed.value)
    for said in structured.sources.head.said(("og:title",)):
        shared = without_site(said.value, structured.sources.site)
        kicker = _KICKER.match(shared)
        if not kicker or squeezed(shared) not in marked or squeezed(shared[kicker.end() :]) != key:
            continue
        if 1 < len(words(kicker[0])) <= _MAX_KICKER_WORDS:
            return Said(shared, said.source, said.where)
    return None


def _is_alike(text: str, stated: Sequence[Said[str]]) -> bool:
    return len(words(text)) > 1 and any(likeness(text, said.value) >= ALIKE for said in stated)


def _best(texts: Sequence[str], stated: Sequence[Said[str]]) -> str:
    """Return the first of those most like what is *stated*; one that is stated word by word
    comes before one that holds more."""
    keys = {squeezed(said.value) for said in stated}
    return max(texts, key=lambda text: (_score(text, stated), squeezed(text) in keys))


def _score(text: str, stated: Sequence[Said[str]]) -> float:
    return sum(likeness(text, said.value) for said in stated)


def _is_chrome(element: HtmlElement) -> bool:
    """Whether *element* stands in the frame of the page, not in its content."""
    for above in element.iterancestors("nav", "footer", "aside", "header", "article", "main"):
        return above.tag in ("nav", "footer", "aside")
    return False


def _whole(stated: Sequence[Said[str]]) -> Said[str] | None:
    """Return the first statement, or one that has the end of it if that was cut off."""
    if not stated:
        return None
    first = stated[0]
    start = _TRUNCATED.sub("", first.value)
    if start != first.value:
        for said in stated[1:]:
            if said.value.startswith(start) and not _TRUNCATED.search(said.value):
                return said
    return first
