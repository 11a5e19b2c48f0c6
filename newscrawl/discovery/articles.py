"""Which links of a listing lead to its articles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from statistics import median
from urllib.parse import urlsplit

from newscrawl.discovery.links import Link, on_site
from newscrawl.discovery.pagers import page_number
from newscrawl.discovery.shapes import shape_of

_PAGE_BELOW = re.compile(r"/(?:(?:page|p|sehife|sayfa)[/-]?\d{1,4}|\d{1,2})")

_ENOUGH = 2.5
"""Score from which a group is taken for articles."""

_HEADLINE = (20, 300)  # characters
_FRAMED = 0.4
_MIN_SHARE = 0.5


@dataclass(frozen=True)
class LinkGroup:
    """Links that stand in the page alike."""

    selector: str
    """CSS that finds them; it may find more."""

    links: tuple[Link, ...]
    """In page order, one for each address."""

    score: float
    """From 2.5 on they can be articles."""

    framed: bool
    """They stand in the frame of the page; see :class:`~newscrawl.discovery.links.Link`."""

    reasons: tuple[str, ...]


def article_groups(links: Sequence[Link], url: str) -> list[LinkGroup]:
    """Return the groups of *links* of the listing at *url*, the likeliest articles first.

    A group is judged by the addresses it leads to, the length of what it shows, its size, and
    whether it stands in the frame of the page.

    >>> from lxml.html import fromstring
    >>> from newscrawl.discovery.links import links_of
    >>> rows = "".join(f"<li><a href=/n/{n}01>The gates close at dusk</a>" for n in range(3))
    >>> page = fromstring(f"<html><nav><a href=/s>Sport</a></nav><ul class=news>{rows}</ul>")
    >>> for group in article_groups(links_of(page, "https://a.example/n"), "https://a.example/n"):
    ...     print(group.selector, len(group.links), group.score >= 2.5, group.reasons)
    ul.news li a 3 True ('a number', 'headlines')
    nav a 1 False ('one short word', 'in the frame')
    """
    by_path: dict[str, dict[str, Link]] = {}
    for link in links:
        if on_site(link.url, url) and not _leads_up(link.url, url):
            shown = by_path.setdefault(link.path, {})
            if link.url not in shown or len(link.text) > len(shown[link.url].text):
                shown[link.url] = link
    groups = [_judged(path, tuple(found.values())) for path, found in by_path.items()]
    return sorted(groups, key=_score, reverse=True)


def article_links(links: Sequence[Link], url: str) -> list[Link]:
    """Return the links of the listing at *url* that lead to its articles, in page order, one for
    each address.

    Those of all groups that can be articles and are not much less likely than the best; those
    in the frame of the page only where there are no others.
    """
    groups = [group for group in article_groups(links, url) if group.score >= _ENOUGH]
    groups = [group for group in groups if not group.framed] or groups
    if not groups:
        return []
    least = groups[0].score * _MIN_SHARE
    best: dict[str, Link] = {}
    for group in groups:
        if group.score < least:
            continue
        for link in group.links:
            if shape_of(link.url).score > 0 or _is_headline(link.text):
                kept = best.get(link.url)
                if kept is None or len(link.text) > len(kept.text):
                    best[link.url] = link
    order = {link.url: index for index, link in reversed(list(enumerate(links)))}
    return sorted(best.values(), key=lambda link: order[link.url])


def _judged(path: str, links: tuple[Link, ...]) -> LinkGroup:
    shapes = [shape_of(link.url) for link in links]
    score = median(shape.score for shape in shapes)
    reasons = list(dict.fromkeys(reason for shape in shapes[:3] for reason in shape.reasons))[:3]
    if median(_is_headline(link.text) for link in links) >= 0.5:
        score += 2
        reasons.append("headlines")
    if score > 0:
        score += min(log2(len(links)), 4) / 2
    if framed := any(link.framed for link in links):
        score *= _FRAMED if score > 0 else 1
        reasons.append("in the frame")
    return LinkGroup(_selector(path), links, round(score, 2), framed, tuple(reasons))


def _is_headline(text: str) -> bool:
    return _HEADLINE[0] <= len(text) <= _HEADLINE[1] and " " in text


def _leads_up(link: str, url: str) -> bool:
    """Tell whether *link* is the listing itself, another page of it, or what it is a part of."""
    one, other = urlsplit(link), urlsplit(url)
    path, here = one.path.rstrip("/"), other.path.rstrip("/")
    if path == here:
        return not one.query or page_number(link) is not None
    return here.startswith(f"{path}/") or (
        path.startswith(f"{here}/") and _PAGE_BELOW.fullmatch(path[len(here) :]) is not None
    )


def _selector(path: str) -> str:
    """Return the end of *path* that tells the links apart: from the last step but one that has a
    class, at least two steps."""
    steps = path.split(" ")
    classed = [index for index, step in enumerate(steps[:-1]) if "." in step]
    start = min(classed[-1] if classed else len(steps) - 3, len(steps) - 2)
    return " ".join(steps[max(start, 0) :])


def _score(group: LinkGroup) -> float:
    return group.score
