"""What sort of page it is, whether it is free to read, and what may be done with it."""

from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

from newscrawl.structured import names
from newscrawl.structured.json_ld import (
    LISTING_TYPES,
    Node,
    get,
    has_type,
    is_article,
    texts,
    types_of,
    values_of,
)
from newscrawl.structured.said import Said
from newscrawl.structured.sources import Sources, where

Kind = Literal["article", "listing", "other"]

_OTHER_TYPES = frozenset(
    "product profilepage aboutpage contactpage faqpage recipe event jobposting qapage "
    "checkoutpage course movie book".split()
)
_OTHER_OG = ("product", "profile", "book", "music", "video.movie", "video.tv_show", "place")
RESTRICTIONS = ("noai", "noimageai", "noindex", "noarchive", "nosnippet", "none", "max-snippet:0")


def kind(sources: Sources) -> Said[Kind] | None:
    """Return what the page says it is; articles of which none is this page make a listing."""
    if not urlsplit(sources.url).path.strip("/") and not urlsplit(sources.url).query:
        return Said("listing", "meta", "home page")
    if sources.articles:
        return _typed("article", sources.articles[0])
    top = sources.json_ld.top
    for node in top:
        if has_type(node, LISTING_TYPES):
            return _typed("listing", node)
    if sum(map(is_article, top)) > 1:
        return _typed("listing", next(filter(is_article, top)))
    for node in top:
        if has_type(node, _OTHER_TYPES):
            return _typed("other", node)
    for said in sources.head.said(("og:type",)):
        value = said.value.casefold()
        if value.endswith(("article", "blog_post")) or value == "news":
            return Said("article", said.source, f"{said.where}={value}")
        if value.startswith(_OTHER_OG):
            return Said("other", said.source, f"{said.where}={value}")
    if any(name in sources.properties for name in ("headline", "articlebody")):
        return Said("article", "microdata", "headline or articleBody")
    return None


def _typed(value: Kind, node: Node) -> Said[Kind]:
    return Said(value, "json-ld", f"@type={next(iter(types_of(node)), '')}")


def paywalled(sources: Sources) -> Said[bool] | None:
    """Return what ``isAccessibleForFree`` or ``article:content_tier`` says."""
    for node in sources.articles + sources.around:
        for value in values_of(get(node, "isAccessibleForFree")):
            text = str(value).casefold().strip()
            if text in ("true", "false", "yes", "no"):
                paid = text in ("false", "no")
                return Said(paid, "json-ld", where(node, "isAccessibleForFree"))
    for said in sources.head.said(("article:content_tier",)):
        return Said(said.value.casefold() in ("locked", "metered"), said.source, said.where)
    return None


def rights(sources: Sources) -> dict[str, list[Said[str]]]:
    """Return what is said of each right; nothing for a right that the page is silent on."""
    found = {
        "licence": list(_licences(sources)),
        "copyright": list(_copyrights(sources)),
        "robots": [said for said in sources.head.said(names.ROBOTS) if restrictions(said.value)],
        "text_mining": list(sources.head.said(names.TEXT_MINING)),
    }
    return {right: said for right, said in found.items() if said}


def _licences(sources: Sources) -> Iterator[Said[str]]:
    for node in sources.articles + sources.around:
        for value in sources.json_ld.get(node, "license"):
            if isinstance(value, dict):
                value = get(value, "url") or get(value, "@id") or get(value, "name")
            yield from (Said(text, "json-ld", where(node, "license")) for text in texts(value))
    for link in sources.head.links.get("license", ()):
        if address := sources.address(link.get("href") or ""):
            yield Said(address, "meta", "link[rel=license]")
    yield from sources.head.said(names.LICENCE)


def _copyrights(sources: Sources) -> Iterator[Said[str]]:
    nodes = sources.articles + sources.around
    yield from sources.node_values(nodes, "copyrightHolder", "copyrightNotice", "copyrightYear")
    yield from sources.head.said(names.COPYRIGHT)


def restrictions(directives: str) -> list[str]:
    """Return those of the *directives* for robots that forbid a use, lower case, whichever robot
    they are meant for.

    >>> restrictions("index, follow, noai, max-snippet:0"), restrictions("index, noodp")
    (['noai', 'max-snippet:0'], [])
    >>> restrictions("googlebot: NoArchive")
    ['noarchive']
    """
    found = []
    for part in directives.split(","):
        part = part.casefold().replace(" ", "")
        of_a_robot = part.partition(":")[2]
        found += [word for word in RESTRICTIONS if word in (part, of_a_robot)]
    return found
