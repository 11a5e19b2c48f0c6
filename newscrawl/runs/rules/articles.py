"""Whether the articles that were asked for came."""

from collections import Counter

from newscrawl.runs.facts import HARMLESS, REFUSED, Bounds, RunFacts
from newscrawl.runs.findings import Finding, counted
from newscrawl.runs.history import History
from newscrawl.verdicts import Verdict

_FEW = 3


def articles_failed(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Failed: half of the articles failed; what the outlet refused is not counted there.
    Degraded: more did than is allowed, those that are gone not counted."""
    asked = sum(facts.outcomes.values())
    failed = Counter(facts.failures)
    ours = sum(count for why, count in failed.items() if why not in REFUSED)
    lost = Counter({why: count for why, count in failed.items() if why not in HARMLESS})
    if not failed:
        return None
    said = f"{failed.total()} of {asked} articles failed: {counted(failed)}"
    if ours >= bounds.failed_share * asked and (lost or ours >= _FEW):
        return Finding(Verdict.FAILED, said)
    if lost.total() > bounds.degraded_share * asked:
        return Finding(Verdict.DEGRADED, said)
    return None


def articles_dropped(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Failed: half of the pages were no whole article. Degraded: more were than is usual."""
    dropped = sum(facts.dropped.values())
    if dropped < _FEW and dropped < facts.articles:
        return None
    said = f"{dropped} of {facts.articles} articles were dropped: {counted(facts.dropped)}"
    if dropped and dropped >= bounds.failed_share * facts.articles:
        return Finding(Verdict.FAILED, said)
    if dropped > bounds.dropped_share * facts.articles:
        return Finding(Verdict.DEGRADED, said)
    return None
