"""From a parsed page to an article: all that is known of the outlet, the page and the listing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

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
    stats: Counter | None = None,
) -> Article:
    """Return what the page *root* at *url* says, with *teaser* for what it does not.

    :param now: when the page was fetched, aware.
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
    loader.add_generic(page)
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
    root: HtmlElement,
    url: str,
    *,
    now: datetime,
    outlet: str | None = None,
    teaser: Teaser | None = None,
) -> Article:
    """Return what the page *root* at *url* says, of an outlet that nobody has described, with
    *teaser* for what it does not.

    A date without a zone is a day: the page does not tell more.

    :param outlet: the host that the article is filed under; by default that of its address.
    """
    page = Structured(root, url)
    canonical = next((said.value for said in page.canonical() if not said.doubt), None)
    address = canonical_url(canonical or url) or url
    host = outlet or _host(url)
    language = declared_language(page) or (teaser.language if teaser else "und")
    loader = PageLoader(
        root=root,
        url=address,
        zone=None,
        now=now,
        languages=() if language == "und" else (language,),
        own_names=(host,),
    )
    loader.add_structured(page)
    if teaser:
        loader.add_teaser(teaser)
    loader.add_generic(page)
    id = unknown_id(address, host, language)
    article = loader.load_article(id=id, outlet=host, country="ZZ", edition=language)
    for other, link in page.alternates().items():
        tag = _tag(other)
        if tag and tag != article.language and (alternate := canonical_url(link)):
            article.alternates.setdefault(tag, alternate)
    return article


def unknown_id(address: str, outlet: str, language: str) -> str:
    """Return the id of the article at *address*, of an outlet that nobody has described.

    Host and path; ``www.`` and a slash at the end tell no two articles apart.

    >>> unknown_id("https://www.a.example/x?n=1", "a.example", "en")
    'a.example:en:/x?n=1'
    >>> unknown_id("https://en.a.example/x", "a.example", "en")
    'a.example:en://en.a.example/x'
    """
    host = _host(address)
    rest = address.partition("://")[2]
    path = f"/{rest.partition('/')[2]}".rstrip("/") or "/"
    return f"{outlet}:{language}:{path if host == outlet else f'//{host}{path}'}"


def says_it_is_no_article(root: HtmlElement, url: str) -> str | None:
    """Return what the page *root* at *url* says it is instead of an article, or None."""
    kind = Structured(root, url).kind()
    if kind is None or kind.value == "article" or kind.doubt:
        return None
    return f"not an article but {kind.value}"


def declared_language(page: Structured) -> str | None:
    """Return the BCP 47 tag of the language that *page* declares, or None."""
    return next(filter(None, (_tag(said.value) for said in page.language())), None)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "unknown").removeprefix("www.")


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
