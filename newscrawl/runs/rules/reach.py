"""Whether the outlet could be reached, and let itself be read."""

from collections import Counter

from newscrawl.outcomes import BACKING_OFF
from newscrawl.runs.facts import EMPTY, HARMLESS, REFUSED, Bounds, RunFacts
from newscrawl.runs.findings import Finding, counted, some
from newscrawl.runs.history import History
from newscrawl.verdicts import Verdict

_OTHERS = REFUSED | EMPTY


def unreachable(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Failed: nothing answered, or most pages could not be read, for whatever reason but the
    outlet's will."""
    if facts.requests and not facts.answers:
        why = counted(facts.all_failures) if facts.all_failures else "no answer"
        return Finding(Verdict.FAILED, f"nothing answered: {why}")
    failures = facts.all_failures
    lost = Counter({why: n for why, n in failures.items() if why not in _OTHERS})
    lost -= Counter({why: n for why, n in facts.failures.items() if why in HARMLESS})
    pages = facts.pages_read + failures.total()
    if not lost or lost.total() < bounds.failed_share * pages:
        return None
    return Finding(
        Verdict.FAILED, f"{lost.total()} of {pages} pages could not be read: {counted(lost)}"
    )


def blocked(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Blocked: the outlet refused most pages, or all its listings."""
    failures = facts.all_failures
    refused = Counter({why: n for why, n in failures.items() if why in REFUSED})
    if not refused:
        return None
    pages = facts.pages_read + failures.total()
    shut = bool(facts.listings) and all(
        not listing.pages and not listing.unchanged and listing.failures.keys() & REFUSED
        for listing in facts.listings
    )
    if not shut and refused.total() < bounds.failed_share * pages:
        return None
    return Finding(
        Verdict.BLOCKED,
        f"the outlet refused {refused.total()} of {pages} pages: {counted(refused)}",
    )


def left_alone(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Blocked: the run came too early after others that were refused. Degraded: they were by some
    hosts of the outlet; listings of others were read."""
    if not facts.left_alone:
        return None
    hosts = [f"{host} ({-(-s // 60)} min more)" for host, s in facts.left_alone.items()]
    said = f"left alone, as the runs before were refused: {some(hosts)}"
    left = [BACKING_OFF in listing.failures for listing in facts.listings]
    read = any(listing.pages or listing.unchanged for listing in facts.listings)
    return Finding(Verdict.DEGRADED if any(left) and read else Verdict.BLOCKED, said)
