"""Which of a page's titles is the headline."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from newscrawl.structured.likeness import ALIKE, WORD, SiteNames, likeness, squeezed, words
from newscrawl.structured.said import Said
from newscrawl.text import element_text

if TYPE_CHECKING:
    from newscrawl.structured.page import Structured

_LAST_PART = re.compile(r"(.*\S)\s*(?:\||»|•|::|\s[-–—·/~«:]\s)\s*(.+)")
_FIRST_PART = re.compile(r"(.+?)\s*(?:\||»|•|::|\s[-–—·/~»]\s|:\s)\s*(.+)")
_SEPARATOR = re.compile(r"[:|•·»/]|\s[-–—]\s")
_OPENING = re.compile(r"[\"'“„«‘(\[]+$")
_MAX_KICKER_WORDS = 6
_SHORTEST = 10
_MAX_PARTS = 3
_LONGEST = 400
_TRUNCATED = re.compile(r"\s*(?:…|\.\.\.)$")


def without_site(title: str, site: SiteNames, headings: Sequence[str] = ()) -> str:
    """Return *title* without the name of the site before or behind it.

    What stands beside a separator goes only if it is the site's name, or if the rest is one of
    the page's own *headings*.

    >>> without_site("Flood gates - a history | Harbour Post", SiteNames(["Harbour Post"]))
    'Flood gates - a history'
    >>> without_site("Flood gates - Weather", SiteNames(["Harbour Post"]), ["Flood gates"])
    'Flood gates'
    """
    title = title[:_LONGEST]
    shown = {squeezed(heading) for heading in headings}
    for _ in range(_MAX_PARTS):
        if squeezed(title) in shown:
            break
        for pattern, kept, cut in ((_LAST_PART, 1, 2), (_FIRST_PART, 2, 1)):
            found = pattern.fullmatch(title)
            if found and (site.has(found[cut]) or squeezed(found[kept]) in shown):
                title = found[kept].strip()
                break
        else:
            break
    return title


def best_headline(structured: "Structured") -> Said[str] | None:
    """Return the headline as the page prints it, or None if the page has none.

    The page's own ``h1`` wins where it is like what the page says of itself, and where it is the
    only one that can be a headline: titles for search engines and networks are often shortened
    or written anew.
    """
    stated = structured.headline()
    shown = [
        (text, element)
        for element, text in structured.sources.headings
        if not structured.sources.site.has(text)
    ]
    candidates = [(_as_stated(text, element, stated), element) for text, element in shown]
    alike = [
        text
        for text, _ in candidates
        if len(words(text)) > 1 and any(likeness(text, said.value) >= ALIKE for said in stated)
    ]
    if alike:
        return Said(max(alike, key=lambda text: _score(text, stated)), "generic", "h1")
    plausible = {
        text for text, element in candidates if len(words(text)) > 2 and not _is_chrome(element)
    }
    if len(plausible) == 1:
        return Said(plausible.pop(), "generic", "h1")
    return _lower_heading(structured, stated) or _whole(stated)


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
    return None


def _as_stated(text: str, element: HtmlElement, stated: Sequence[Said[str]]) -> str:
    """Return the *text* of a heading without a kicker before it or a second line behind it.

    Such a part is known by what the page states as its headline: that is the rest, and the
    heading sets it apart by a separator or as an element of its own.
    """
    found = list(WORD.finditer(text))
    shown = [word[0].casefold() for word in found]
    for said in stated:
        own = words(said.value)
        extra = len(shown) - len(own)
        if said.where == "title" or len(own) < 2 or extra < 0:
            continue
        if extra == 0 and shown == own and not _TRUNCATED.search(said.value):
            return said.value
        if shown[extra:] == own and extra <= _MAX_KICKER_WORDS:
            gap = text[found[extra - 1].end() : found[extra].start()]
            if len(element) or _SEPARATOR.search(gap):
                opening = _OPENING.search(gap)
                return (opening[0] if opening else "") + text[found[extra].start() :]
        elif shown[: len(own)] == own and len(element):
            return said.value
    return text


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
