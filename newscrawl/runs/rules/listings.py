"""Whether the listings showed what there is."""

from collections import defaultdict

from newscrawl.runs.facts import EMPTY, Bounds, ListingFacts, RunFacts
from newscrawl.runs.findings import Finding, some
from newscrawl.runs.history import History
from newscrawl.verdicts import Verdict

_ENOUGH_RUNS = 3
_TOO_EARLY = ("repeats", "empty")
"""Ends that a listing has which goes on for ever, or that has lost its articles."""


def nothing_listed(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Failed: listings answered and none shows an article, or there was no way in. Degraded: they
    show none of the sections or editions that were asked for."""
    if not facts.whole or any(listing.shown or listing.unchanged for listing in facts.listings):
        return None
    if not facts.listings and facts.skipped_ways and not facts.outcomes:
        return Finding(Verdict.FAILED, f"no way in was left: {_skipped(facts)}")
    empty = [
        listing for listing in facts.listings if listing.is_empty or listing.failures.keys() & EMPTY
    ]
    if not empty:
        return None
    if facts.narrowed and not any(listing.failures.keys() & EMPTY for listing in empty):
        return Finding(Verdict.DEGRADED, "the listings show no article of what was asked for")
    return Finding(
        Verdict.FAILED,
        f"listings answered and show no article; has their markup changed? ({_named(empty)})",
    )


def listings_empty(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Degraded: while others show articles, a listing shows none where there have to be some: its
    spider says so, it had always some, or no listing of its kind has any."""
    if not facts.whole or not any(listing.shown or listing.unchanged for listing in facts.listings):
        return None
    ways: defaultdict[str, list[ListingFacts]] = defaultdict(list)
    for listing in facts.listings:
        ways[listing.way].append(listing)
    dry = {way for way, its in ways.items() if all(one.is_empty for one in its)}
    empty = [
        listing
        for listing in facts.listings
        if listing.failures.keys() & EMPTY
        or (
            listing.is_empty
            and not facts.narrowed
            and (listing.way in dry or _had_always_some(listing, history))
        )
    ]
    if not empty:
        return None
    return Finding(Verdict.DEGRADED, f"listings answered and show no article: {_named(empty)}")


def _had_always_some(listing: ListingFacts, history: History) -> bool:
    before = history.shown(listing.listing)
    return len(before) >= _ENOUGH_RUNS and all(before)


def listings_incomplete(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Degraded: pages of listings failed, or a listing was left off before its end."""
    told: defaultdict[str, list[ListingFacts]] = defaultdict(list)
    for listing in facts.listings:
        if why := _why_incomplete(listing, history):
            told[why].append(listing)
    if not told:
        return None
    said = "; ".join(f"{why}: {_named(listings)}" for why, listings in told.items())
    return Finding(Verdict.DEGRADED, f"listings were not read to their end, {said}")


def _why_incomplete(listing: ListingFacts, history: History) -> str | None:
    if listing.lost:
        after = f" after page {listing.reach}" if listing.pages else ""
        return f"{', '.join(sorted(listing.lost))}{after}"
    if listing.ended == "bound":
        return f"more than {listing.reach} pages"
    if listing.ended in _TOO_EARLY and listing.reach < history.pages(listing.listing):
        how = "they repeat themselves" if listing.ended == "repeats" else "they are empty"
        return f"{how} from page {listing.reach} on"
    return None


def ways_skipped(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Told only: a way in was not taken, as others were."""
    if not facts.skipped_ways:
        return None
    return Finding(Verdict.OK, f"a way in was not taken: {_skipped(facts)}")


def _skipped(facts: RunFacts) -> str:
    return ", ".join(f"{way} ({why})" for way, why in facts.skipped_ways.items())


def _named(listings: list[ListingFacts]) -> str:
    return some([_name(listing) for listing in listings])


def _name(listing: ListingFacts) -> str:
    return listing.listing.partition(":")[2]
