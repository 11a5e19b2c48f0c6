"""What is known of a run when it is judged."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from newscrawl.items import GONE
from newscrawl.outcomes import BACKING_OFF, OVER_BUDGET

STORE_FAILED = "store_failed"
"""Reason of a crawl that ends because nothing can be stored any more."""

STOPPED = {
    "shutdown": "it was told to stop",
    "closespider_timeout": "its time was over",
    "closespider_itemcount": "it had as many articles as it was to bring",
    "closespider_pagecount": "it had asked for as many pages as it was to ask for",
}
"""Reasons of Scrapy's for which an operator ends a run, in words."""

REFUSED = frozenset(
    (
        "challenge",
        "blocked",
        "robots.txt",
        "robots.txt unreachable: http 429",
        "http 401",
        "http 403",
        "http 429",
        "http 451",
    )
)
"""Failures by which an outlet says that it does not want to be read."""

HARMLESS = frozenset((GONE, "offsite"))
"""Failures of articles that are the outlet's to mend, or that are another site's."""

EMPTY = frozenset(("no articles", "empty feed"))
"""Failures of listings that answered."""

LEFT = frozenset((OVER_BUDGET, BACKING_OFF))
"""Failures of listings that are left for another run."""


@dataclass
class ListingFacts:
    """One listing of a run, and how far it was read."""

    listing: str
    """``<outlet>:<way>:<address of its first page>``."""

    pages: int = 0
    unchanged: int = 0
    """Further pages, which are the versions that were read last."""

    skipped: int = 0
    """Further pages between those, which an earlier run has read."""

    shown: int = 0
    """Articles on the pages that were read, known ones, too."""

    leads_on: bool = False
    """It is read for the listings it leads to; it need not show an article itself."""

    ended: str | None = None
    """Why nothing more was expected of it; None if it was not read to its end."""

    failures: Counter[str] = field(default_factory=Counter)
    """Pages that could not be read, by reason."""

    @property
    def way(self) -> str:
        return self.listing.split(":", 2)[1]

    @property
    def reach(self) -> int:
        """How many pages it was read far."""
        return self.pages + self.skipped

    @property
    def lost(self) -> Counter[str]:
        """The pages that could not be read, those left out that are for another run."""
        known = EMPTY | LEFT
        return Counter({why: n for why, n in self.failures.items() if why not in known})

    @property
    def is_empty(self) -> bool:
        """Whether it answered and showed no article."""
        return bool(self.pages) and not (self.shown or self.unchanged or self.leads_on)


@dataclass(frozen=True, kw_only=True)
class RunFacts:
    """What a run did and what came of it."""

    outlet: str
    reason: str
    """Why it ended, in Scrapy's words."""

    ended_at: datetime
    """Aware."""

    is_copy: bool = False
    """Not the outlet was asked but a copy of it (``origin``)."""

    until: datetime | None = None
    """Newer articles were left out."""

    narrowed: bool = False
    """Articles of some sections or editions only were wanted: listings show fewer than usual."""

    requests: int = 0
    answers: int = 0
    """Responses, of whatever status."""

    listings: tuple[ListingFacts, ...] = ()
    skipped_ways: Mapping[str, str] = field(default_factory=dict)
    """Ways in that were not taken, and why."""

    outcomes: Mapping[str, int] = field(default_factory=dict)
    """What became of the articles that were asked for."""

    changes: Mapping[str, int] = field(default_factory=dict)
    """``new``, ``revised``, ``unchanged`` and ``removed`` articles of the store."""

    failures: Mapping[str, int] = field(default_factory=dict)
    """Articles that failed, by reason."""

    dropped: Mapping[str, int] = field(default_factory=dict)
    """Pages that were no whole article, by what they lack."""

    articles: int = 0
    """Pages that were read as articles, dropped ones, too."""

    fields: Mapping[str, int] = field(default_factory=dict)
    """How many of these have the field."""

    selected: Mapping[str, int] = field(default_factory=dict)
    """How many of them have a field that the outlet's selectors found."""

    placed: frozenset[str] = frozenset()
    """Fields for which the outlet's selectors name a place."""

    newest: datetime | None = None
    """First publication of the newest of these."""

    canary: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """By field, in how many cases selectors and page agree, and of how many."""

    ledger: tuple[str, ...] = ()
    """What does not add up."""

    errors: Mapping[str, int] = field(default_factory=dict)
    """Exceptions in our own code, by name."""

    clock_off: timedelta | None = None
    """How far our clock is ahead of those of servers; the least that any of them says."""

    left_alone: Mapping[str, int] = field(default_factory=dict)
    """By host that has refused the runs before, the seconds for which it is asked nothing."""

    over_budget: Mapping[str, int] = field(default_factory=dict)
    """By host, the requests that were left for another run."""

    unended: int | None = None
    """Number of the run before, if that has not said how it ended."""

    @property
    def whole(self) -> bool:
        """Whether the run came to its own end."""
        return self.reason == "finished"

    @property
    def pages_read(self) -> int:
        """Pages of listings and of articles that were read."""
        settled = sum(self.outcomes.values())
        listed = sum(listing.pages + listing.unchanged for listing in self.listings)
        return listed + settled - self.articles_failed

    @property
    def articles_failed(self) -> int:
        return sum(self.failures.values())

    @property
    def all_failures(self) -> Counter[str]:
        """Failed articles and pages of listings, by reason; what was left for later is none."""
        found = Counter(self.failures)
        for listing in self.listings:
            found.update(listing.failures)
        for reason in LEFT:
            del found[reason]
        return found


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """From where on a run is a bad one."""

    failed_share: float = 0.5
    """From this share of pages or articles on, failing is failing as a whole."""

    degraded_share: float = 0.0
    """A greater share of failing articles is a loss."""

    dropped_share: float = 0.1
    """A greater share of pages that are no whole article is a loss."""

    field_share: float = 0.5
    """A field that fewer articles have than this share of the usual is lost."""

    field_articles: int = 10
    """A field is judged in at least so many articles."""

    agreement: float = 0.5
    """The least share of cases in which selectors and page agree."""

    stale_after: timedelta = timedelta(days=7)
    """Age of the newest article that is too old where nobody knows what is usual."""

    stale_times: float = 3.0
    """So many times as long as the usual silence is too long."""

    clock_off: timedelta = timedelta(minutes=10)
    copies: bool = False
    """Whether age and clock count for copies, too."""
