"""How lists spell the address of an article, and which article an address belongs to."""

import re
from dataclasses import dataclass

from newscrawl.demo.articles import Newsroom
from newscrawl.demo.dice import share
from newscrawl.demo.faults import Fault
from newscrawl.demo.keys import Key
from newscrawl.demo.world import Kind

_OLD = ("-old", "-older")
_COPY = "-copy"
_MOVES = re.compile("[1-9][0-9]{0,3}")
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
    :param status: 404 or 410 of an article that was removed.
    """

    key: Key
    moved_to: str | None = None
    status: int = 200


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
                target = self._article(edition, slug.removesuffix(mark))
                if target is None or target.status != 200:
                    return target
                path = self.newsroom.path(target.key)
                return Target(target.key, path + _OLD[hop - 1] if hop else path)
        return self._article(edition, slug.removesuffix(_COPY))

    def _article(self, edition: str, slug: str) -> Target | None:
        """Return the article whose address ends with *slug*, or did."""
        stem, _, number = slug.rpartition("-")
        moves = int(number) if _MOVES.fullmatch(number) else 0
        key = self.newsroom.archive.key(edition, stem if moves else slug)
        if key is None:
            return None
        standing = self.newsroom.standing(key)
        if moves > len(standing.moves):
            return None
        if standing.status != 200:
            return Target(key, status=standing.status)
        if Kind.REDIRECTED in standing.moves[moves : moves + 1]:
            return Target(key, self.newsroom.path(key))
        return Target(key)
