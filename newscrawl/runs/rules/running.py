"""Whether the run itself went as it should."""

from datetime import timedelta

from newscrawl.runs.facts import STOPPED, STORE_FAILED, Bounds, RunFacts
from newscrawl.runs.findings import Finding, counted, some
from newscrawl.runs.history import History
from newscrawl.verdicts import Verdict


def ended_early(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Interrupted: it was stopped. Failed: it ended for a reason that nobody wished."""
    if facts.whole:
        return None
    if facts.reason in STOPPED:
        return Finding(Verdict.INTERRUPTED, f"it did not come to its end: {STOPPED[facts.reason]}")
    if facts.reason == STORE_FAILED:
        return Finding(Verdict.FAILED, "nothing could be stored any more; the log says why")
    return Finding(Verdict.FAILED, f"it ended early: {facts.reason or 'no reason given'}")


def errors(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Degraded: code of ours raised what it should not. Failed: and nothing was read."""
    if not facts.errors:
        return None
    verdict = Verdict.DEGRADED if facts.pages_read > 0 else Verdict.FAILED
    return Finding(verdict, f"errors in our own code, see the log: {counted(facts.errors)}")


def ledger_wrong(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Degraded: what was asked for and what came of it do not add up."""
    if not facts.ledger:
        return None
    return Finding(Verdict.DEGRADED, f"the ledger does not add up: {some(list(facts.ledger))}")


def clock_wrong(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Degraded: our clock is not that of the servers, so "today" and "2 hours ago" are wrong."""
    off = facts.clock_off
    if off is None or abs(off) <= bounds.clock_off or (facts.is_copy and not bounds.copies):
        return None
    way = "ahead of" if off > timedelta() else "behind"
    minutes = round(abs(off).total_seconds() / 60)
    return Finding(
        Verdict.DEGRADED, f"the clock of this machine is {minutes} minutes {way} those of servers"
    )


def run_before_unended(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Told only: the run before was killed, so that nothing else tells of it."""
    if facts.unended is None:
        return None
    return Finding(
        Verdict.OK, f"the run before, {facts.unended}, has not ended: it was killed, or goes on"
    )


def budget_used_up(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Told only: a host was asked as often as it may be."""
    if not facts.over_budget:
        return None
    return Finding(
        Verdict.OK, f"requests are left for the next run, by host: {counted(facts.over_budget)}"
    )
