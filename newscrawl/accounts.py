"""What the books, the stats and the articles of a crawl say of it, put together."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from newscrawl.books import Books, plain_arguments, total
from newscrawl.canary import FIELDS as COMPARED
from newscrawl.canary import agreement
from newscrawl.publishing import Settled
from newscrawl.runs import History, Judgement, ListingFacts, RunFacts, RunReport
from newscrawl.runs.report import FeedReport, ListingReport, exit_code
from newscrawl.runs.tally import FIELDS, Tally
from newscrawl.verdicts import Verdict


def facts_of(
    books: Books,
    tally: Tally,
    *,
    reason: str,
    narrowed: bool,
    is_copy: bool,
    placed: frozenset[str],
    errors: Mapping[str, int],
    clock_off: timedelta | None,
    now: datetime,
) -> RunFacts:
    """Return what is known of a crawl whose spider has closed.

    :param is_copy: not the outlet itself was asked.
    :param narrowed: only some sections or editions were asked for.
    :param placed: fields for which the outlet's selectors name a place.
    :param errors: exceptions in our own code, by name.
    """
    stats = books.stats.get_stats()
    outcomes = part(stats, "newscrawl/outcome/")
    before = books.previous
    return RunFacts(
        outlet=books.outlet,
        reason=reason,
        ended_at=now,
        is_copy=is_copy,
        until=books.arguments.until,
        narrowed=narrowed,
        requests=stats.get("downloader/request_count", 0),
        answers=stats.get("downloader/response_count", 0),
        listings=tuple(books.listings.values()),
        skipped_ways={
            key.split("/")[2]: str(why)
            for key, why in stats.items()
            if key.startswith("newscrawl/way/") and key.endswith("/skipped")
        },
        outcomes=outcomes,
        changes=_changes(stats, outcomes) if books.database_url else {},
        failures=dict(books.failures),
        dropped=part(stats, "newscrawl/articles/dropped/"),
        articles=tally.articles,
        fields={name: tally.fields[name] for name in FIELDS} if tally.articles else {},
        selected={name: tally.selected[name] for name in placed} if tally.articles else {},
        placed=placed,
        newest=tally.newest,
        canary={
            name: agreement(part(stats, f"newscrawl/canary/{name}/"))
            for name in COMPARED
            if total(stats, f"newscrawl/canary/{name}/")
        },
        ledger=books.problems,
        errors=dict(errors),
        clock_off=clock_off,
        left_alone=part(stats, "newscrawl/backoff/"),
        over_budget=part(stats, "newscrawl/budget/left/"),
        unended=before.id if before and before.ended_at is None else None,
    )


def report_of(
    books: Books,
    tally: Tally,
    facts: RunFacts,
    judgement: Judgement,
    history: History,
    *,
    started_at: datetime,
    previous: str | None,
    settled: Sequence[Settled],
) -> RunReport:
    """Return the report of a crawl that was judged, and whose feeds are settled.

    :param previous: the verdict on the run before.
    """
    stats = books.stats.get_stats()
    verdict: Verdict = judgement.verdict
    outcomes = facts.outcomes
    newest = max(filter(None, (history.newest(facts.ended_at), facts.newest)), default=None)
    return RunReport(
        run=books.run if books.database_url else None,
        outlet=books.outlet,
        arguments=plain_arguments(books.arguments),
        verdict=str(verdict),
        exit_code=exit_code(verdict, facts.reason),
        reasons=list(judgement.reasons),
        previous_verdict=previous,
        started_at=started_at,
        ended_at=facts.ended_at,
        finish_reason=facts.reason,
        articles=dict(facts.changes),
        listed=part(stats, "newscrawl/listed/"),
        outcomes=dict(outcomes),
        failures=dict(facts.all_failures),
        dropped=dict(facts.dropped),
        read=facts.articles,
        fields=_shares(facts.fields, facts),
        selected=_shares(facts.selected, facts),
        canary={name: list(counts) for name, counts in facts.canary.items()},
        listings=[_listing(listing) for listing in facts.listings],
        skipped_ways=dict(facts.skipped_ways),
        newest=newest.astimezone(UTC) if newest else None,
        days=dict(sorted(tally.days.items())),
        latency_minutes=dict(tally.latencies),
        requests=facts.requests,
        statuses=part(stats, "downloader/response_status_count/"),
        bytes=stats.get("downloader/response_bytes", 0),
        over_budget=dict(facts.over_budget),
        ledger={
            "asked": books.asked,
            "settled": sum(outcomes.values()),
            "open": len(books.open),
            "wrong": len(facts.ledger),
        },
        feeds=[
            FeedReport(
                path=str(feed.feed.path), outcome=feed.outcome, items=feed.items, why=feed.why
            )
            for feed in settled
        ],
    )


def part(stats: Mapping[str, Any], prefix: str) -> dict[str, int]:
    """Return the counts whose names begin with *prefix*, without it.

    >>> part({"a/b": 1, "a/c/d": 2, "e": 3}, "a/")
    {'b': 1, 'c/d': 2}
    """
    return {
        key.removeprefix(prefix): value
        for key, value in stats.items()
        if key.startswith(prefix) and isinstance(value, int)
    }


def _changes(stats: Mapping[str, Any], outcomes: Mapping[str, int]) -> dict[str, int]:
    found = {
        change: stats.get(f"newscrawl/articles/{change}", 0)
        for change in ("new", "revised", "unchanged")
    }
    found["unchanged"] += outcomes.get("unchanged", 0)
    return {**found, "removed": outcomes.get("removed", 0)}


def _shares(counts: Mapping[str, int], facts: RunFacts) -> dict[str, float]:
    return {name: round(count / facts.articles, 4) for name, count in counts.items()}


def _listing(listing: ListingFacts) -> ListingReport:
    return ListingReport(
        listing=listing.listing,
        pages=listing.pages,
        unchanged=listing.unchanged,
        skipped=listing.skipped,
        shown=listing.shown,
        ended=listing.ended,
        failures=dict(listing.failures),
    )
