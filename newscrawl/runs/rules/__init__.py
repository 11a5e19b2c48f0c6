"""One function per rule: what is known of a run, what is usual, and from where on it is bad."""

from collections.abc import Callable

from newscrawl.runs.facts import Bounds, RunFacts
from newscrawl.runs.findings import Finding
from newscrawl.runs.history import History
from newscrawl.runs.rules.articles import articles_dropped, articles_failed
from newscrawl.runs.rules.listings import (
    listings_empty,
    listings_incomplete,
    nothing_listed,
    ways_skipped,
)
from newscrawl.runs.rules.reach import blocked, left_alone, unreachable
from newscrawl.runs.rules.running import (
    budget_used_up,
    clock_wrong,
    ended_early,
    errors,
    ledger_wrong,
    run_before_unended,
)
from newscrawl.runs.rules.texts import fields_missing, selectors_disagree, selectors_rotten, stale

Rule = Callable[[RunFacts, History, Bounds], Finding | None]

RULES: tuple[Rule, ...] = (
    ended_early,
    blocked,
    left_alone,
    unreachable,
    nothing_listed,
    listings_incomplete,
    listings_empty,
    articles_failed,
    articles_dropped,
    fields_missing,
    selectors_rotten,
    selectors_disagree,
    stale,
    ledger_wrong,
    errors,
    clock_wrong,
    ways_skipped,
    budget_used_up,
    run_before_unended,
)
"""In the order in which an operator would look at what they say."""
