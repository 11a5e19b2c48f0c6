"""From a parsed page to an article: all that is known of the outlet, the page and the listing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from newscrawl.generic import Furniture
from newscrawl.identities import ArticlePattern, Identity
from newscrawl.items import Article, Outlet, Teaser
from newscrawl.loaders import Counter
from newscrawl.pages import PageLoader
from newscrawl.selectors import ArticleSelectors, find_strings
from newscrawl.structured import Structured
from newscrawl.urls import canonical_url


@dataclass(frozen=True)
class Profile:
    """What is known of an outlet's article pages."""

    name: str
    """The spider's name."""

    outlet: Outlet
    pattern: ArticlePattern
    selectors: ArticleSelectors


def read_article(
    root: HtmlElement,
    url: str,
    *,
    profile: Profile,
    now: datetime,
    teaser: Teaser | None = None,
    furniture: Furniture | None = None,
    stats: Counter | None = None,
) -> Article:
    """Return what the page *root* at *url* says, with *teaser* for what it does not.

    :param now: when the page was fetched, aware.
    :param furniture: what the pages of the outlet repeat, as far as they were read; learns from
        this one. Only a body that no selector gave is asked of it.
    :param stats: see :class:`~newscrawl.loaders.ArticleLoader`.
    """
    outlet = profile.outlet
    identity = _identity(root, url, profile, teaser)
    languages = (identity.language, *(x for x in outlet.languages if x != identity.language))
    loader = PageLoader(
        root=root,
        url=identity.url,
        zone=ZoneInfo(outlet.timezone),
        now=now,
        languages=languages,
        own_names=(outlet.name, *outlet.own_names),
        stats=stats,
    )
    page = Structured(root, url)
    loader.add_selectors(profile.selectors)
    loader.add_structured(page)
    if teaser:
        loader.add_teaser(teaser)
    loader.add_generic(page, partial(furniture.without, identity.id) if furniture else None)
    article = loader.load_article(
        id=identity.id, outlet=profile.name, country=outlet.country, edition=identity.language
    )
    if outlet.attribution:
        article.rights["attribution"] = outlet.attribution
    for other in _other_editions(root, url, profile):
        if other.language != identity.language:
            article.alternates.setdefault(other.language, other.url)
    return article


def read_unknown(
    root: HtmlElement, url: str, *, now: datetime, furniture: Furniture | None = None
) -> Article:
    """Return what the page *root* at *url* says, of an outlet that nobody has described.

    A date without a zone is a day: the page does not tell more.

    :param furniture: as for :func:`read_article`.
    """
    page = Structured(root, url)
    host = (urlsplit(url).hostname or "unknown").removeprefix("www.")
    canonical = next((said.value for said in page.canonical() if not said.doubt), None)
    address = canonical_url(canonical or url) or url
    language = next(_declared_languages(page), "und")
    loader = PageLoader(
        root=root,
        url=address,
        zone=None,
        now=now,
        languages=() if language == "und" else (language,),
        own_names=(host,),
    )
    loader.add_structured(page)
    id = f"{host}:{language}:{address.partition(host)[2] or '/'}"
    loader.add_generic(page, partial(furniture.without, id) if furniture else None)
    article = loader.load_article(id=id, outlet=host, country="ZZ", edition=language)
    for other, link in page.alternates().items():
        tag = _tag(other)
        if tag and tag != article.language and (alternate := canonical_url(link)):
            article.alternates.setdefault(tag, alternate)
    return article


def _declared_languages(page: Structured) -> Iterator[str]:
    for said in page.language():
        if tag := _tag(said.value):
            yield tag


def _tag(declared: str) -> str | None:
    """Return the BCP 47 tag of a language as a page declares it, or None; without a region.

    >>> _tag("en_US"), _tag("English")
    ('en', None)
    """
    base = re.split("[-_]", declared.strip())[0].lower()
    return base if re.fullmatch("[a-z]{2,3}", base) else None


def _identity(root: HtmlElement, url: str, profile: Profile, teaser: Teaser | None) -> Identity:
    """Return what the page names canonical, else where it was found in the end, else what the
    teaser says."""
    for href in find_strings(root, "link[rel=canonical]::attr(href)"):
        canonical = canonical_url(href, base=url)
        if canonical and (identity := profile.pattern.identify(canonical)):
            return identity
    if identity := profile.pattern.identify(url):
        return identity
    language = profile.outlet.languages[0]
    if teaser:
        return Identity(teaser.id, teaser.url, teaser.language)
    canonical = canonical_url(url) or url
    return Identity(f"{profile.name}:{language}:{canonical}", canonical, language)


def _other_editions(root: HtmlElement, url: str, profile: Profile) -> Iterator[Identity]:
    """Yield the articles in other languages that the page links as the same story."""
    selector = profile.selectors.alternates or "link[rel=alternate][hreflang]::attr(href)"
    for href in find_strings(root, selector):
        other = canonical_url(href, base=url)
        if other and (identity := profile.pattern.identify(other)):
            yield identity
