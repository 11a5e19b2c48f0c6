"""Which addresses of an outlet are those of one article."""

from collections.abc import Callable, Iterable, Sequence

from newscrawl.discovery import shape_of
from newscrawl.structured import Structured
from newscrawl.urls import LONGEST_ADDRESS, address_key, plain_address, site_of

_MOST = 20
_ARTICLE = 1.0
"""How much an address that holds the article's looks like an article's, if it is not a section."""

Knows = Callable[[str], object]
"""Tells an outlet's articles by their addresses, as the ``identify`` of its pattern does."""


def addresses_of(
    page: Structured,
    hosts: Sequence[str],
    *,
    reached_by: Iterable[str] = (),
    knows: Knows | None = None,
) -> list[str]:
    """Return the addresses by which the article *page* was reached or that it gives itself, plain
    ones, one of each :func:`~newscrawl.urls.address_key`, 20 at most.

    First where it was found, then *reached_by*, then what it names: as canonical, as its AMP form,
    in its JSON-LD. Left out is what :func:`may_be_address_of` does not believe.

    :param reached_by: what was asked for, and what that redirected to on the way.
    """
    url = page.sources.url
    found: dict[str, str] = {}
    for stated in (url, *reached_by, *page.addresses()):
        address = plain_address(stated)
        if address and may_be_address_of(url, address, hosts, knows):
            found.setdefault(address_key(address), address)
        if len(found) == _MOST:
            break
    return list(found.values())


def may_be_address_of(
    url: str, stated: str, hosts: Sequence[str], knows: Knows | None = None
) -> bool:
    """Tell whether *stated* can be an address of the article that was found at *url*.

    It cannot be on another host, for there a text has its own address; nor a home page or a
    section, which both lead to another article tomorrow, and which templates name by mistake.

    :param hosts: the outlet's; sub-domains are its own.
    :param knows: whom to ask first; of what it does not know the look of the address decides.

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
    if key == own or (knows and knows(stated)):
        return True
    score = shape_of(stated).score
    return score >= (_ARTICLE if _holds(key, own) else 0)


def _is_on(site: str, host: str) -> bool:
    return site == host or site.endswith(f".{host}")


def _holds(section: str, key: str) -> bool:
    """Tell whether *section* is above *key*, or *key* without its query."""
    above, below = (f"{each.partition('?')[0]}/" for each in (section, key))
    return below.startswith(above)
