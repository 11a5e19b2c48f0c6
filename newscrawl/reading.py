"""From a parsed page to an article: all that is known of the outlet, the page and the listing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from newscrawl.addresses import may_be_address_of
from newscrawl.discovery import on_site
from newscrawl.explaining import CONTRADICTED, KEPT, Trace
from newscrawl.fields import Counter
from newscrawl.generic import Furniture
from newscrawl.identities import ArticlePattern, Identity
from newscrawl.items import Article, Outlet, Teaser
from newscrawl.judging import NOT_AN_ARTICLE, why_no_article
from newscrawl.languages import page_language
from newscrawl.pages import PageLoader
from newscrawl.rights import read_rights
from newscrawl.selectors import ArticleSelectors, find_strings
from newscrawl.structured import Said, Structured
from newscrawl.urls import address_key, canonical_url, plain_address, site_of

_NOWHERE = ArticleSelectors()


@dataclass(frozen=True)
class Profile:
    """What is known of an outlet's article pages."""

    name: str
    """The spider's name."""

    outlet: Outlet
    pattern: ArticlePattern
    selectors: ArticleSelectors

    old_selectors: ArticleSelectors = _NOWHERE
    """What was seen long ago or inferred: asked after what the page states and the listing
    said."""


def read_article(
    root: HtmlElement,
    url: str,
    *,
    profile: Profile,
    now: datetime,
    teaser: Teaser | None = None,
    headers: Mapping[str, str] | None = None,
    furniture: Furniture | None = None,
    stats: Counter | None = None,
    trace: Trace | None = None,
) -> Article:
    """Return what the page *root* at *url* says, with *teaser* for what it does not.

    :param now: when the page was fetched, aware.
    :param furniture: what the pages of the outlet repeat, as far as they were read; learns from
        this one. Only a body that no selector gave is asked of it.
    :param headers: see :func:`~newscrawl.rights.read_rights`.
    :param stats: see :class:`~newscrawl.loaders.ArticleLoader`, also for *trace*.

    ``id`` and ``url`` are those of the address that the page names as canonical, if that is one of
    the outlet's articles in the same edition; else of *url*, where the page was found in the end;
    else those of *teaser*. A canonical address in another edition is that of a translation.

    What the page is, if it is no article, stands in the evidence under
    :data:`~newscrawl.judging.NOT_AN_ARTICLE`; the record is then the best reading of it.
    """
    outlet = profile.outlet
    own = _identity_of_page(root, url, profile)
    identity = own or _identity_of_teaser(url, profile, teaser)
    loader = _loader(root, identity, profile, now, stats, trace)
    page = Structured(root, url)
    loader.add_selectors(profile.selectors)
    loader.add_structured(page)
    if teaser:
        loader.add_teaser(teaser)
    loader.add_selectors(profile.old_selectors)
    without = partial(furniture.without, identity.id) if furniture else None
    loader.add_generic(page, without, outlet_is_known=True)
    article = loader.load_article(
        id=identity.id, outlet=profile.name, country=outlet.country, edition=identity.language
    )
    _judge(article, page, loader, elsewhere=own is None, own_address=own is not None)
    if trace is not None:
        _note_language(trace, [Said(identity.language, "generic", "edition")], article.language)
    if outlet.attribution:
        article.rights["attribution"] = outlet.attribution
    article.rights |= read_rights(page, headers)
    for other in _other_editions(root, url, profile):
        if other.language != identity.language:
            article.alternates.setdefault(other.language, other.url)
    return article


def read_by_selectors(root: HtmlElement, url: str, *, profile: Profile, now: datetime) -> Article:
    """Return what the selectors of *profile* find on a page, and nothing else."""
    identity = _identity_of_page(root, url, profile) or _identity_of_teaser(url, profile, None)
    loader = _loader(root, identity, profile, now)
    loader.add_selectors(profile.selectors)
    return _loaded(loader, identity, profile)


def read_as_stated(root: HtmlElement, url: str, *, profile: Profile, now: datetime) -> Article:
    """Return what a page of a known outlet states of itself, and nothing else."""
    identity = _identity_of_page(root, url, profile) or _identity_of_teaser(url, profile, None)
    loader = _loader(root, identity, profile, now)
    loader.add_structured(Structured(root, url))
    return _loaded(loader, identity, profile)


def read_by_page(root: HtmlElement, url: str, *, profile: Profile, now: datetime) -> Article:
    """Return what a page of a known outlet says without the help of its selectors."""
    bare = replace(profile, selectors=ArticleSelectors())
    return read_article(root, url, profile=bare, now=now)


def read_unknown(
    root: HtmlElement,
    url: str,
    *,
    now: datetime,
    outlet: str | None = None,
    teaser: Teaser | None = None,
    headers: Mapping[str, str] | None = None,
    furniture: Furniture | None = None,
    trace: Trace | None = None,
) -> Article:
    """Return what the page *root* at *url* says, of an outlet that nobody has described, with
    *teaser* for what it does not.

    A date without a zone is a day: the page does not tell more. See also :func:`read_article`.

    ``url`` is what the page names as canonical, if it can be believed (see
    :func:`~newscrawl.addresses.may_be_address_of`), else where it was found; ``id`` is made of that
    by :func:`unknown_id`.

    :param outlet: the host that the article is filed under; by default that of its address.
    """
    page = Structured(root, url)
    address = next(_canonical(page, url), None) or canonical_url(url) or url
    host = outlet or site_of(url) or "unknown"
    declared = list(_declared_languages(page)) or ([teaser.language] if teaser else [])
    likely = page_language(declared, _first_words(page), thorough=False)
    loader = PageLoader(
        root=root,
        url=address,
        zone=None,
        now=now,
        languages=() if likely == "und" else (likely,),
        own_names=(host,),
        trace=trace,
    )
    loader.add_structured(page)
    if teaser:
        loader.add_teaser(teaser)
    loader.add_generic(page, partial(furniture.without, address) if furniture else None)
    shown = "\n".join(loader.whole or loader.paragraphs) or _first_words(page)
    language = page_language(declared, shown)
    id = unknown_id(address, host, language)
    if teaser and teaser.id == unknown_id(address, host, teaser.language):
        id = teaser.id  # whatever language its text turns out to be in
    article = loader.load_article(id=id, outlet=host, country="ZZ", edition=language)
    _judge(article, page, loader)
    if trace is not None:
        _note_language(trace, page.language(), article.language)
    article.rights = dict(read_rights(page, headers))
    for other, link in page.alternates().items():
        tag = _tag(other)
        if tag and tag != article.language and (alternate := canonical_url(link)):
            article.alternates.setdefault(tag, alternate)
    return article


def _judge(article: Article, page: Structured, loader: PageLoader, **known: bool) -> None:
    """Say in the evidence if the page is no article, and why; *known* as for the judge."""
    if reason := why_no_article(article, page, loader.body_element, **known):
        article.evidence[NOT_AN_ARTICLE] = reason


def _first_words(page: Structured) -> str:
    """Return text in the language of the page that can be had before the page is read."""
    summary = next(iter(page.summary()), None)
    return f"{page.sources.head.title} {summary.value if summary else ''}"


def _declared_languages(page: Structured) -> Iterator[str]:
    for said in page.language():
        if tag := _tag(said.value):
            yield tag


def unknown_id(address: str, outlet: str, language: str) -> str:
    """Return the id of the article at *address*, of an outlet that nobody has described.

    All that :func:`~newscrawl.urls.address_key` takes for one page is one article.

    >>> unknown_id("https://www.a.example/x/?n=1#top", "a.example", "en")
    'a.example:en:/x?n=1'
    >>> unknown_id("https://en.a.example/x", "a.example", "en")
    'a.example:en://en.a.example/x'
    """
    host, _, path = address_key(address).partition("/")
    own = site_of(address) in (outlet, "")
    return f"{outlet}:{language}:{'' if own else f'//{host}'}/{path}"


def declared_language(page: Structured) -> str | None:
    """Return the BCP 47 tag of the language that *page* declares, or None."""
    return next(_declared_languages(page), None)


def _canonical(page: Structured, url: str) -> Iterator[str]:
    """Yield what *page* names as its own address, as far as that can be believed."""
    found = plain_address(url) or url
    for said in page.canonical():
        # A sub-domain's article may be the outlet's own, above.
        if on_site(said.value, found) and may_be_address_of(url, said.value, [site_of(said.value)]):
            yield said.value


def _note_language(trace: Trace, declared: Iterable[Said[str]], language: str) -> None:
    """Take down the languages *declared*, and *language*, which was told in the end."""
    for said in declared:
        verdict = KEPT if _tag(said.value) == language.split("-")[0] else CONTRADICTED
        trace.note("language", said.value, said.source, said.where, verdict=verdict)
    if not trace.kept("language") and language != "und":
        trace.note("language", language, "generic", "letters and words", verdict=KEPT)


def _tag(declared: str) -> str | None:
    """Return the BCP 47 tag of a language as a page declares it, or None; without a region.

    >>> _tag("en_US"), _tag("English")
    ('en', None)
    """
    base = re.split("[-_]", declared.strip())[0].lower()
    return base if re.fullmatch("[a-z]{2,3}", base) else None


def _loader(
    root: HtmlElement,
    identity: Identity,
    profile: Profile,
    now: datetime,
    stats: Counter | None = None,
    trace: Trace | None = None,
) -> PageLoader:
    outlet = profile.outlet
    others = (language for language in outlet.languages if language != identity.language)
    return PageLoader(
        root=root,
        url=identity.url,
        zone=ZoneInfo(outlet.timezone),
        now=now,
        languages=(identity.language, *others),
        day_first=outlet.day_first,
        own_names=(outlet.name, *outlet.own_names),
        stats=stats,
        trace=trace,
    )


def _loaded(loader: PageLoader, identity: Identity, profile: Profile) -> Article:
    return loader.load_article(
        id=identity.id,
        outlet=profile.name,
        country=profile.outlet.country,
        edition=identity.language,
    )


def _identity_of_page(root: HtmlElement, url: str, profile: Profile) -> Identity | None:
    """Return what the page names canonical, else where it was found in the end."""
    found = profile.pattern.identify(url)
    for href in find_strings(root, "link[rel=canonical]::attr(href)"):
        canonical = canonical_url(href, base=url)
        named = profile.pattern.identify(canonical) if canonical else None
        if named and (found is None or named.language == found.language):
            return named
    return found


def _identity_of_teaser(url: str, profile: Profile, teaser: Teaser | None) -> Identity:
    if teaser:
        return Identity(teaser.id, teaser.url, teaser.language)
    language = profile.outlet.languages[0]
    canonical = canonical_url(url) or url
    return Identity(f"{profile.name}:{language}:{canonical}", canonical, language)


def _other_editions(root: HtmlElement, url: str, profile: Profile) -> Iterator[Identity]:
    """Yield the articles in other languages that the page links as the same story."""
    selector = profile.selectors.alternates or "link[rel=alternate][hreflang]::attr(href)"
    for href in find_strings(root, selector):
        other = canonical_url(href, base=url)
        if other and (identity := profile.pattern.identify(other)):
            yield identity
