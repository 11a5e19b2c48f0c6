"""What a site offers, each finding with its reason."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from protego import Protego

from newscrawl.discovery import article_groups, edition_links, next_pages
from newscrawl.probing.drafting import Draft
from newscrawl.probing.site import Site

_MOST_EDITIONS = 12


@dataclass(frozen=True)
class Finding:
    kind: str
    """A few words, the same for all of a kind."""

    value: str
    reason: str


def findings(site: Site, draft: Draft | None, agent: str) -> list[Finding]:
    """Return all that was found on *site*, in the order in which people ask for it.

    :param agent: as which robots.txt is read.
    """
    return [
        *_manners(site, agent),
        *_sources(site),
        *_listing(site),
        *_editions(site),
        *_articles(site),
        *(_guesses(draft) if draft else ()),
        *_vain(site),
    ]


def _manners(site: Site, agent: str) -> Iterator[Finding]:
    if site.robots is None:
        yield Finding("robots.txt", "none", "everything is allowed")
        return
    rules = Protego.parse(site.robots)
    yield Finding("robots.txt", "answers", f"{len(site.robots.splitlines())} lines")
    if delay := rules.crawl_delay(agent):
        yield Finding("delay", f"{delay:g} s", "robots.txt asks for it")


def _sources(site: Site) -> Iterator[Finding]:
    for feed in site.feeds:
        dated = sum(1 for entry in feed.entries if entry.published)
        what = f"{feed.source.reason}; {len(feed.entries)} entries, {dated} dated"
        yield Finding("feed", feed.page.url, what)
    for found in site.maps:
        entries = len(found.sitemap.entries)
        if found.sitemap.kind == "index":
            kind, what = "sitemap index", f"{entries} maps"
        else:
            kind = "news sitemap" if found.is_news else "sitemap"
            what = f"{entries} addresses, {len(found.articles)} like articles"
        yield Finding(kind, found.page.url, f"{found.source.reason}; {what}")


def _listing(site: Site) -> Iterator[Finding]:
    front = site.front
    shown = {link.url for link in site.listed}
    for group in article_groups(front.links, front.url):
        led = [link for link in group.links if link.url in shown]
        if led:
            yield Finding("listing links", group.selector, f"{len(led)}; {_words(group.reasons)}")
    for page in next_pages(front.root, front.links, front.url)[:3]:
        yield Finding("pagination", page.url or "by script", page.reason)


def _editions(site: Site) -> Iterator[Finding]:
    front = site.front
    for edition in edition_links(front.root, front.links, front.url)[:_MOST_EDITIONS]:
        yield Finding("edition", f"{edition.language} {edition.url}", edition.reason)


def _articles(site: Site) -> Iterator[Finding]:
    told: Counter[str] = Counter()
    for each in site.articles:
        yield Finding("article", each.address, each.article.headline or "without a headline")
        told.update(f"{source}: {field}" for field, source in each.article.evidence.items())
    by_source: dict[str, list[str]] = {}
    for place in sorted(told):
        source, _, field = place.partition(": ")
        by_source.setdefault(source, []).append(field)
    for source, fields in by_source.items():
        if source == "generic":
            yield Finding("generic reading", ", ".join(fields), "the page as readers see it")
        else:
            yield Finding("structured data", ", ".join(fields), source)


def _guesses(draft: Draft) -> Iterator[Finding]:
    yield Finding("language", draft.language, "the articles' text")
    place = draft.place
    reason = f"{place.reason}; but {place.doubt}" if place.doubt else place.reason
    yield Finding("country and zone", f"{place.country}, {place.timezone}", reason)
    yield Finding("article addresses", draft.article_url, f"of {len(draft.articles)} articles")
    for gap in draft.gaps:
        yield Finding(f"gap: {gap.field}", gap.selector or "no selector found", gap.reason)
    for way in draft.left_out:
        yield Finding("left out", way, "the draft is to stay short")


def _vain(site: Site) -> Iterator[Finding]:
    by_reason: dict[str, list[str]] = {}
    for address, reason in site.refused:
        by_reason.setdefault(reason, []).append(address)
    for reason, addresses in by_reason.items():
        yield Finding("in vain", " ".join(addresses), reason)


def _words(reasons: tuple[str, ...]) -> str:
    return ", ".join(reasons)
