"""What an article page says of its own address is believed if nothing speaks against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from newscrawl.addresses import look_apart
from newscrawl.identities import ArticlePattern, Identity
from newscrawl.items import Article
from newscrawl.similarity import may_be_versions
from newscrawl.storage import ArticleStore
from newscrawl.urls import address_key


@dataclass(frozen=True)
class Belief:
    """Which article a page is, as far as its addresses tell."""

    id: str
    url: str
    addresses: Mapping[str, str]
    """Those that lead to it, by their keys."""

    doubted: str | None
    """An address that the page names as its own, and that is not believed."""


def believe(
    store: ArticleStore,
    article: Article,
    found: Identity,
    reached: Mapping[str, str],
    stated: Mapping[str, str],
    pattern: ArticlePattern | None = None,
) -> Belief:
    """Return which article *article* is, whose page names ``article.url`` as its own.

    An address by which the page was reached is believed. One that it only states is if what is
    stored there may be a version of *article*, or, where nothing is, unless it looks like that of
    another article: software that names one address on all pages must not make them one article.

    :param found: what the address tells where the page was found.
    :param reached: addresses by their :func:`~newscrawl.urls.address_key`.
    :param stated: likewise those that only the page names.
    :param pattern: the outlet's, if it is known: what it identifies as *found* is no other article.
    """
    named = address_key(article.url)
    here = store.identify(found.id, list(reached))
    if not stated:
        return Belief(here, article.url, dict(reached), None)

    @cache
    def is_version_of(id: str) -> bool:
        old = store.get(id)
        return old is None or may_be_versions(old, article)

    def may_be_found(url: str) -> bool:
        identity = pattern.identify(url) if pattern else None
        return (identity is not None and identity.id == found.id) or not look_apart(found.url, url)

    at = store.articles_at(list(stated))
    believed, doubted = dict(reached), []
    for key, url in stated.items():
        there = at.get(key)
        if there is None and key == named and store.get(article.id) is not None:
            there = article.id
        if there == here or (is_version_of(there) if there else may_be_found(url)):
            believed[key] = url
        else:
            doubted.append(url)
    id = store.identify(found.id, list(believed))
    if id == found.id and named in believed and store.get(id) is None:
        id = article.id
    url = article.url if named in believed else found.url
    return Belief(id, url, believed, doubted[0] if doubted else None)
