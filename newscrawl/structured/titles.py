"""Titles without what is no part of the headline: the name of the site, a section, a trail."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from lxml.html import HtmlElement

from newscrawl.structured.likeness import SiteNames, squeezed
from newscrawl.structured.said import Said

MARKED = ("json-ld", "microdata")
"""Sources that name the headline as such, not as the title of the page."""

_LAST_PART = re.compile(r"(.*\S)\s*(?:\||»|•|::|\s[-–—·/~«:]\s)\s*(.+)")
_FIRST_PART = re.compile(r"(.+?)\s*(?:\||»|•|::|\s[-–—·/~»]\s|:\s)\s*(.+)")
_MAX_PARTS = 3
_LONGEST = 400
_TRAIL_DEPTH = 4


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


def without_sites(
    said: Sequence[Said[str]], site: SiteNames, headings: Sequence[str]
) -> Iterator[Said[str]]:
    """Yield titles without the name of the site; see :func:`without_site`.

    What the page shares as its title and also marks as its headline loses nothing else.
    """
    bare = [without_site(each.value, site) for each in said]
    pairs = list(zip(said, bare, strict=True))
    marked = {squeezed(text) for each, text in pairs if each.source in MARKED}
    shared = {squeezed(text) for each, text in pairs if each.source == "opengraph"}
    agreed = marked & shared
    for each, text in pairs:
        whole = squeezed(text) in agreed
        if title := text if whole else without_site(text, site, headings):
            yield Said(title, each.source, each.where, each.doubt)


def in_trail(element: HtmlElement) -> bool:
    """Tell whether *element* is part of a trail of links to the page.

    >>> from lxml.html import fromstring
    >>> in_trail(fromstring("<ol class='page-breadcrumbs'><li><h1>Gates</h1></ol>")[0][0])
    True
    """
    for above in chain((element,), islice(element.iterancestors(), _TRAIL_DEPTH)):
        if above.tag == "nav" or "breadcrumb" in (above.get("class") or "").casefold():
            return True
    return False
