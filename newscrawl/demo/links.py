"""How lists spell the address of an article, and which article an address belongs to."""

from dataclasses import dataclass

from newscrawl.demo.archive import Key
from newscrawl.demo.articles import Newsroom
from newscrawl.demo.dice import share
from newscrawl.demo.faults import Fault

_OLD = ("-old", "-older")
_COPY = "-copy"
_SPELLINGS = (
    "{url}?utm_source=caliber&utm_medium=list",
    "{url}?fbclid=IwAR2demo",
    "{url}/",
    "{url}#comments",
    "{url}" + _COPY,
)


@dataclass(frozen=True)
class Target:
    """What a path under ``/post/`` leads to.

    :param moved_to: the path it has moved to.
    """

    key: Key
    moved_to: str | None = None


@dataclass(frozen=True)
class Links:
    """The addresses of one newsroom's articles, as its *faults* let them be."""

    newsroom: Newsroom
    faults: frozenset[Fault]

    def listed(self, key: Key, place: str) -> str:
        """Return the address of *key* as it stands in the list called *place*."""
        url = self.newsroom.url(key)
        throw = share(self.newsroom.seed, f"{place} {key.index} {key.copied}")
        if throw < 0.15 and Fault.REDIRECTS in self.faults:
            return url + _OLD[int(throw * 1e6) % 3 % 2]
        if 0.15 <= throw < 0.30 and Fault.ADDRESSES in self.faults:
            return _SPELLINGS[int(throw * 1e6) % len(_SPELLINGS)].format(url=url)
        return url

    def target(self, edition: str, slug: str) -> Target | None:
        """Return what the post *slug* of *edition* is, or None if there is none."""
        for hop, mark in enumerate(_OLD):
            if slug.endswith(mark):
                target = self.target(edition, slug.removesuffix(mark))
                if target is None or target.moved_to:
                    return None
                path = self.newsroom.path(target.key)
                return Target(target.key, path + _OLD[hop - 1] if hop else path)
        key = self.newsroom.archive.key(edition, slug.removesuffix(_COPY))
        return Target(key) if key else None
