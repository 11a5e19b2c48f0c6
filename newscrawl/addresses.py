"""Which addresses of an outlet are those of one article."""

from collections.abc import Iterable, Sequence

from newscrawl.discovery import language_in_address, shape_of
from newscrawl.identities import ArticlePattern
from newscrawl.structured import Structured
from newscrawl.urls import LONGEST_ADDRESS, address_key, plain_address, site_of

_MOST = 20
_ARTICLE = 1.0
"""How much an address that holds the article's looks like an article's, if it is not a section."""


def addresses_of(
    page: Structured,
    hosts: Sequence[str],
    *,
    reached_by: Iterable[str] = (),
    pattern: ArticlePattern | None = None,
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
        if address and may_be_address_of(url, address, hosts, pattern):
            found.setdefault(address_key(address), address)
        if len(found) == _MOST:
            break
    return list(found.values())


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
