"""Which addresses of an outlet are those of one article."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from newscrawl.discovery import language_in_address, shape_of
from newscrawl.identities import ArticlePattern
from newscrawl.structured import Structured
from newscrawl.urls import LONGEST_ADDRESS, address_key, plain_address, site_of

_MOST = 20
_ARTICLE = 1.0
"""How much an address that holds the article's looks like an article's, if it is not a section."""

_SCRIPT = re.compile(r"\.(?:s?html?|php|aspx?|jsp|cgi)$")
_PART = re.compile(r"[^\W\d_]{3,}|\d+")
_NUMBER = re.compile(r"(?!(?:19|20)\d\d(?:\d{4})?$)\d{4,}")
"""That of an article has four digits or more, and is neither a year nor a day."""


class Addresses(NamedTuple):
    """The addresses of an article: plain ones, one of each
    :func:`~newscrawl.urls.address_key`."""

    reached: list[str]
    """Where it was found, then what led there."""

    stated: list[str]
    """What only its page names as its own."""


def addresses_of(
    page: Structured,
    hosts: Sequence[str],
    *,
    reached_by: Iterable[str] = (),
    named: str | None = None,
    pattern: ArticlePattern | None = None,
) -> Addresses:
    """Return the addresses by which the article *page* was reached and that it gives itself: as
    canonical, as its AMP form, in its JSON-LD; 20 at most.

    Left out is what :func:`may_be_address_of` does not believe.

    :param reached_by: what was asked for, and what that redirected to on the way.
    :param named: what it was read to name first.
    """
    url = page.sources.url
    stated = [*([named] if named else []), *page.addresses()]
    found = Addresses([], [])
    keys: set[str] = set()
    for kind, given in ((found.reached, (url, *reached_by)), (found.stated, stated)):
        for each in given:
            address = plain_address(each)
            if not address or not may_be_address_of(url, address, hosts, pattern):
                continue
            if (key := address_key(address)) not in keys and len(keys) < _MOST:
                keys.add(key)
                kind.append(address)
    return found


def may_be_address_of(
    url: str, stated: str, hosts: Sequence[str], pattern: ArticlePattern | None = None
) -> bool:
    """Tell whether *stated* can be an address of the article that was found at *url*.

    It cannot be on another host or in another edition, for there a text is an article of its own;
    nor a home page or a section, which both lead to another article tomorrow, and which templates
    name by mistake.

    :param hosts: the outlet's; sub-domains are its own.
    :param pattern: the outlet's, if it is known; of what it does not identify, as of an address of
        years ago, the look decides.

    >>> url, hosts = "https://a.example/news/2026-gates-close", ["a.example"]
    >>> may_be_address_of(url, "http://m.a.example/news/2026-gates-close/amp", hosts)
    True
    >>> places = ("a.example/", "a.example/news", "a.example/tag/gates", "b.example/2026-gates")
    >>> any(may_be_address_of(url, f"https://{place}", hosts) for place in places)
    False
    """
    if len(stated) > LONGEST_ADDRESS or not any(_is_on(site_of(stated), host) for host in hosts):
        return False
    key, own = address_key(stated), address_key(url)
    if key.endswith("/"):
        return False
    if key == own:
        return True
    if pattern and (named := pattern.identify(stated)):
        found = pattern.identify(url)
        return found is None or found.language == named.language
    edition = language_in_address(url)
    if edition and language_in_address(stated) != edition:
        return False
    score = shape_of(stated).score
    return score >= (_ARTICLE if _holds(key, own) else 0)


def _is_on(site: str, host: str) -> bool:
    return site == host or site.endswith(f".{host}")


def _holds(section: str, key: str) -> bool:
    """Tell whether *section* is above *key*, or *key* without its query."""
    above, below = (f"{each.partition('?')[0]}/" for each in (section, key))
    return below.startswith(above)


def look_apart(one: str, other: str) -> bool:
    """Tell whether two addresses look as if they led to two articles: they have other numbers, or
    most words at their ends are others. What only one of them has says nothing.

    >>> look_apart("https://a.example/post/gates-close", "https://a.example/post/ferry-sails")
    True
    >>> look_apart("https://a.example/post/gates-close", "https://a.example/post/the-gates-close-1")
    False
    >>> look_apart("https://a.example/48211/kites", "https://a.example/48212/kites")
    True
    >>> look_apart("https://a.example/?p=48211", "https://a.example/gates-close")
    False
    """
    (words, numbers), (other_words, other_numbers) = _parts(one), _parts(other)
    if numbers and other_numbers:
        return not numbers & other_numbers
    return 2 * len(words & other_words) < min(len(words), len(other_words))


def _parts(url: str) -> tuple[set[str], set[str]]:
    """Return the words at the end of the path of *url*, of three letters or more and unless a
    query tells more than they do; and all numbers that may be an article's."""
    path, _, query = unquote(address_key(url).partition("/")[2]).casefold().partition("?")
    numbers = {part for part in _PART.findall(f"{path}?{query}") if _NUMBER.fullmatch(part)}
    end = "" if query else _SCRIPT.sub("", path.rpartition("/")[2])
    return {part for part in _PART.findall(end) if not part[0].isdecimal()}, numbers
