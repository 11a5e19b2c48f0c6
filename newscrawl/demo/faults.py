"""What the newsroom does wrong on request."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from newscrawl.demo.dice import share

_SITEWIDE = True


class Fault(StrEnum):
    """A kind of misbehaviour."""

    meaning: str
    """What share of what it concerns, and how."""

    is_sitewide: bool
    """Whether it befalls the whole site for as long as it lasts; ``all`` does not mean these."""

    def __new__(cls, name: str, meaning: str = "", is_sitewide: bool = False) -> "Fault":
        fault = str.__new__(cls, name)
        fault._value_ = name
        fault.meaning = meaning
        fault.is_sitewide = is_sitewide
        return fault

    SLOW = "slow", "a tenth of the addresses: 0.1 to 0.4 s late"
    ERRORS = "errors", "15 %: their first one or two answers are 500, 502 or 503"
    DROPS = "drops", "8 %: their first one or two connections are cut"
    CHALLENGE = "challenge", "10 %: their first one or two answers are a challenge page"
    SOFT404 = "soft404", '5 % of the articles: first once or twice "not found", with status 200'
    WALL = "wall", "5 % of the articles: first once or twice a consent or login wall"
    REDIRECTS = "redirects", "15 % of the links in lists: an old address, one hop or two away"
    ADDRESSES = "addresses", "15 % of the links in lists: another spelling of the address"
    EDITED = "edited", "a tenth of the articles: changed since, at moment 0 already"
    WIRE = "wire", "5 % of the Russian articles: a second time in the Armenian edition"
    BROKEN = "broken", "a fifth of the articles: markup that a parser has to mend"
    CHARSET = "charset", "a third of the Russian pages: the header names another encoding"
    ENDLESS = "endless", "category lists: the last page repeats for ever"
    UNCONDITIONAL = (
        "unconditional",
        "conditional requests: half of the addresses ignore them, half change their ETag each time",
    )
    FURNITURE = (
        "furniture",
        "every page: counters, adverts, links and markup around the article, new at each answer",
    )

    DOWN = "down", "503 for everything", _SITEWIDE
    FORBIDDEN = "forbidden", "403 for everything", _SITEWIDE
    THROTTLED = "throttled", "429 for everything, with Retry-After", _SITEWIDE
    CHALLENGED = "challenged", "a challenge page for everything, with status 403", _SITEWIDE
    ELSEWHERE = "elsewhere", "redirects to another host for all but robots.txt", _SITEWIDE
    ROBOTS = "robots", "robots.txt closes the site", _SITEWIDE
    EMPTY_LISTINGS = "empty-listings", "front pages and categories without an article", _SITEWIDE
    PAGE_ONE_ONLY = "page-one-only", "500 for all of a category but its first page", _SITEWIDE
    LOOP = "loop", "categories: after the last page the first", _SITEWIDE
    RENAMED = "renamed", "articles: other classes in their markup", _SITEWIDE
    HALF = "half", "500 for half of the articles", _SITEWIDE
    STALE = "stale", "lists, feed and sitemap without the articles of three weeks", _SITEWIDE
    EMPTY_FEED = "emptyfeed", "a feed without entries", _SITEWIDE


def read_faults(names: Iterable[str]) -> frozenset[Fault]:
    """Return the faults called *names*; ``all`` stands for every one that is not sitewide.

    :raises ValueError: if a name is none of them; the message lists them.

    >>> sorted(read_faults(["slow", "drops"]))
    [<Fault.DROPS: 'drops'>, <Fault.SLOW: 'slow'>]
    """
    faults: set[Fault] = set()
    for name in names:
        if name == "all":
            faults.update(fault for fault in Fault if not fault.is_sitewide)
            continue
        try:
            faults.add(Fault(name))
        except ValueError:
            known = ", ".join(Fault)
            raise ValueError(f"no fault is called {name!r}; there are {known}, all") from None
    return frozenset(faults)


@dataclass(frozen=True)
class Plight:
    """What happens to one request instead of an answer, or to its answer."""

    delay_s: float = 0.0
    fault: Fault | None = None
    """:attr:`Fault.ERRORS`, :attr:`Fault.DROPS`, :attr:`Fault.CHALLENGE`, :attr:`Fault.SOFT404`
    or :attr:`Fault.WALL`."""

    status: int = 200


FINE = Plight()

_BAD_FIRST = (
    (0.15, Fault.ERRORS),
    (0.23, Fault.DROPS),
    (0.33, Fault.CHALLENGE),
    (0.38, Fault.SOFT404),
    (0.43, Fault.WALL),
)
"""Upper ends of the shares; no address has two of these faults."""

_OF_ARTICLES = (Fault.SOFT404, Fault.WALL)
_STATUSES = (500, 502, 503)
_REMEMBERED = 10_000


@dataclass
class Trouble:
    """Decides about requests; remembers how often an address was asked for, of the last 10,000.

    An address that was forgotten is bad at first again.
    """

    seed: int
    faults: frozenset[Fault]
    _asked: OrderedDict[str, int] = field(default_factory=OrderedDict)

    def befalls(self, address: str) -> Plight:
        """Return what happens to the next request for *address*, a path with its query."""
        throw = share(self.seed, address)
        delay_s = 0.0
        if Fault.SLOW in self.faults:
            late = share(self.seed + 1, address)
            delay_s = 0.1 + 3 * late if late < 0.1 else 0.0
        for end, fault in _BAD_FIRST:
            if throw < end:
                if fault in _OF_ARTICLES and "/post/" not in address:
                    break
                if fault in self.faults and self._count(address) <= 1 + int(throw * 1e6) % 2:
                    return Plight(delay_s, fault, _STATUSES[int(throw * 1e7) % 3])
                break
        return Plight(delay_s) if delay_s else FINE

    def _count(self, address: str) -> int:
        count = self._asked.pop(address, 0) + 1
        self._asked[address] = count
        if len(self._asked) > _REMEMBERED:
            self._asked.popitem(last=False)
        return count
