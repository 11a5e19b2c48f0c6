"""The text of a drafted spider."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newscrawl.items import Outlet
from newscrawl.probing.paging import Paging
from newscrawl.probing.source import assignment, call, imports, pattern, sequence, text

MOST_LINES = 24

_BASES = {"feed": "FeedSpider", "listing": "ListingSpider", "sitemap": "NewsSitemapSpider"}
_ADDRESSES = {"feed": "feeds", "listing": "listings", "sitemap": "sitemaps"}


@dataclass(frozen=True)
class Described:
    """What goes into the text."""

    name: str
    host: str
    outlet: Outlet
    year: int
    doubt: str
    pattern: str
    ways: Mapping[str, str]
    """Way in to its address, in the order in which they are tried."""

    paging: Paging | None
    selectors: Mapping[str, str]


def class_name(name: str) -> str:
    """
    >>> class_name("harbour_post")
    'HarbourPostSpider'
    """
    return name.title().replace("_", "") + "Spider"


def written(described: Described) -> str:
    """Return the text of the spider, as the project formats it."""
    return "\n".join(_lines(described)) + "\n"


def _lines(d: Described) -> Iterator[str]:
    bases = [_BASES[way] for way in d.ways]
    names = {*bases, "Edition", "Facts", "Outlet"}
    if d.selectors:
        names.add("ArticleSelectors")
    shown = d.outlet.name.replace("\\", "").replace('"', "'")
    yield f'"""{shown}."""'
    yield ""
    yield from imports("newscrawl.base_spiders", sorted(names))
    yield from ("", "")
    yield f"class {class_name(d.name)}({', '.join(bases)}):"
    language = d.outlet.languages[0]
    yield f'    """{shown}, in {language}: {" and ".join(d.ways)}, as drafted."""'
    yield ""
    yield f"    name = {text(d.name)}"
    yield f"    allowed_domains = [{text(d.host)}]"
    facts = [text("low"), str(d.year), f"doubt={text(d.doubt)}"]
    yield from call("Facts", facts, head="facts = ", indent=4)
    marks = d.outlet.editions[0].marks
    mark = f", {sequence([text(each) for each in marks])}" if marks != ("",) else ""
    outlet = [text(each) for each in (d.outlet.name, d.outlet.country, d.outlet.timezone)]
    outlet.append(f"(Edition({text(language)}{mark}),)")
    yield from call("Outlet", outlet, head="outlet = ", indent=4)
    yield from assignment("ways", sequence([text(way) for way in d.ways]), indent=4)
    yield from assignment("article_url", pattern(d.pattern), indent=4)
    for way, address in d.ways.items():
        yield from call("", [text(address)], head=f"{_ADDRESSES[way]} = ", indent=4)
    if "listing" in d.ways and d.paging and d.paging.attribute:
        is_default = (d.paging.attribute, d.paging.value) == ("next_page", "a[rel=next]")
        if not is_default:
            yield from assignment(d.paging.attribute, text(d.paging.value), indent=4)
    if d.selectors:
        places = [f"{field}={text(place)}" for field, place in d.selectors.items()]
        yield from call("ArticleSelectors", places, head="selectors = ", indent=4)
