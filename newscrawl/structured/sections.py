"""The section of the site that an article belongs to."""

from collections.abc import Iterator

from newscrawl.structured import names
from newscrawl.structured.json_ld import Node, get, has_type, texts
from newscrawl.structured.likeness import ALIKE, likeness, words
from newscrawl.structured.said import Said, trusted_first
from newscrawl.structured.sources import Sources, site_path

_BREADCRUMBS = frozenset({"breadcrumblist"})
_HOME = frozenset(
    "home homepage start startseite accueil inicio início strona główna ana sayfa anasayfa əsas "
    "ana səhifə sahifə bosh sahifa главная страница головна басты бет башкы саҳифаи асосӣ "
    "գլխավոր მთავარი خانه صفحه اصلی صفحهٔ نخست الرئيسية 首页 ホーム".split()
)
_MOST_CRUMBS = 12
_MOST_WORDS = 5


def sections(sources: Sources) -> list[Said[str]]:
    """Return the sections that the page states, the last crumb of its way from home among them."""
    return trusted_first(
        [
            *sources.node_values(sources.articles, "articleSection"),
            *sources.marked_values("articlesection", shown=True),
            *sources.head.said(names.SECTION),
            *_last_crumbs(sources),
        ]
    )


def _last_crumbs(sources: Sources) -> Iterator[Said[str]]:
    lists = [node for node in sources.json_ld.top if has_type(node, _BREADCRUMBS)]
    for page in sources.around + sources.articles:
        lists += [x for x in sources.json_ld.get(page, "breadcrumb") if isinstance(x, dict)]
    for node in lists:
        crumbs = [crumb for crumb in _crumbs(sources, node) if _is_section(sources, *crumb)]
        if crumbs:
            yield Said(crumbs[-1][0], "json-ld", "BreadcrumbList.itemListElement")


def _crumbs(sources: Sources, trail: Node) -> Iterator[tuple[str, str]]:
    """Yield name and address of each crumb, as the page orders them."""
    entries = [x for x in sources.json_ld.get(trail, "itemListElement") if isinstance(x, dict)]
    for entry in sorted(entries[:_MOST_CRUMBS], key=_position):
        item = get(entry, "item")
        name = next(texts(get(entry, "name")), None) or next(texts(_node(item)), "")
        address = get(item, "@id") or get(item, "url") if isinstance(item, dict) else item
        yield name, sources.address(address) or "" if isinstance(address, str) else ""


def _node(item: object) -> object:
    return item if isinstance(item, dict) else None


def _position(entry: Node) -> float:
    try:
        return float(str(get(entry, "position")))
    except ValueError:
        return float(_MOST_CRUMBS)


def _is_section(sources: Sources, name: str, address: str) -> bool:
    """Whether a crumb is neither the home page nor the article itself."""
    parts = words(name)
    if not parts or len(parts) > _MOST_WORDS or _HOME.issuperset(parts) or sources.site.has(name):
        return False
    if address and site_path(address) == site_path(sources.url):
        return False
    return not any(likeness(name, heading) >= ALIKE for _, heading in sources.headings)
