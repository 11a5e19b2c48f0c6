"""Whether the listings showed what there is."""

from collections import defaultdict

from newscrawl.runs.facts import Bounds, ListingFacts, RunFacts
from newscrawl.runs.findings import Finding, counted, some
from newscrawl.runs.history import History
from newscrawl.verdicts import Verdict

_ENOUGH_RUNS = 3
_TOO_EARLY = ("repeats", "empty")
"""Ends that a listing has which goes on for ever, or that has lost its articles."""


def nothing_listed(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Failed: listings answered and none shows an article, or there was no way in."""
    read = _read(facts)
    if not facts.whole:
        return None
    if not facts.listings and facts.skipped_ways and not facts.outcomes:
        return Finding(Verdict.FAILED, f"no way in was left: {_skipped(facts)}")
    if not read or any(listing.shown or listing.unchanged for listing in facts.listings):
        return None
    return Finding(
        Verdict.FAILED,
        f"the listings answered and show no article; has their markup changed? ({_named(read)})",
    )


def listings_empty(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Degraded: one way in shows no article while others do, or a listing none that had always
    some."""
    read = _read(facts)
    if not facts.whole or not any(listing.shown or listing.unchanged for listing in facts.listings):
        return None
    ways: defaultdict[str, list[ListingFacts]] = defaultdict(list)
    for listing in read:
        ways[listing.way].append(listing)
    empty = [
        listing
        for listings in ways.values()
        for listing in listings
        if not listing.unchanged
        and (
            not any(other.shown or other.unchanged for other in listings)
            or _is_unusually_empty(listing, history, facts)
        )
    ]
    if not empty:
        return None
    return Finding(Verdict.DEGRADED, f"listings answered and show no article: {_named(empty)}")


def _is_unusually_empty(listing: ListingFacts, history: History, facts: RunFacts) -> bool:
    if listing.shown or facts.narrowed:
        return False
    before = history.shown(listing.listing)
    return len(before) >= _ENOUGH_RUNS and all(before)


def listings_incomplete(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Degraded: pages of listings failed, or a listing was left off before its end."""
    told = []
    for listing in facts.listings:
        if listing.lost:
            after = f" after page {listing.pages}" if listing.pages else ""
            told.append(f"{_name(listing)}{after}: {counted(listing.lost)}")
        elif listing.ended == "bound":
            told.append(f"{_name(listing)}: more than {listing.pages} pages")
        elif listing.ended in _TOO_EARLY and listing.pages < history.pages(listing.listing):
            how = "repeats itself" if listing.ended == "repeats" else "is empty"
            told.append(f"{_name(listing)}: {how} from page {listing.pages} on")
    if not told:
        return None
    return Finding(Verdict.DEGRADED, f"listings were not read to their end: {some(told)}")


def ways_skipped(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Told only: a way in was not taken, as others were."""
    if not facts.skipped_ways:
        return None
    return Finding(Verdict.OK, f"a way in was not taken: {_skipped(facts)}")


def _read(facts: RunFacts) -> list[ListingFacts]:
    return [listing for listing in facts.listings if listing.pages]


def _skipped(facts: RunFacts) -> str:
    return ", ".join(f"{way} ({why})" for way, why in facts.skipped_ways.items())


def _named(listings: list[ListingFacts]) -> str:
    return some([_name(listing) for listing in listings])


def _name(listing: ListingFacts) -> str:
    return listing.listing.partition(":")[2]
