"""Whether the articles that came are whole, and recent."""

from datetime import timedelta
from math import sqrt
from statistics import median

from newscrawl.runs.facts import Bounds, RunFacts
from newscrawl.runs.findings import Finding, some
from newscrawl.runs.history import History
from newscrawl.verdicts import Verdict

_ENOUGH_CASES = 5
_NOISE = 3
"""How many times as far from the usual as chance explains is too far."""


def fields_missing(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Degraded: far fewer articles have a field than in the outlet's earlier runs; or, where
    they cannot tell, none has one that its selectors name a place for."""
    if facts.articles < bounds.field_articles:
        return None
    told = []
    for name, count in facts.fields.items():
        share = count / facts.articles
        before = history.shares(name)
        if not before:
            if not count and name in facts.placed:
                told.append(f"{name} (none of {facts.articles})")
        elif is_far_below(share, facts.articles, before, bounds.field_share):
            usual = median(past for past, _ in before)
            told.append(f"{name} ({share:.0%}, usually {usual:.0%})")
    return Finding(Verdict.DEGRADED, f"fields are missing: {some(told)}") if told else None


def is_far_below(
    share: float, articles: int, before: list[tuple[float, int]], least: float
) -> bool:
    """Tell whether *share* of *articles* is far less than what was usual *before*.

    It is at most *least* of the median of the earlier runs, and three times as far below it as
    chance, in so few articles, or the median deviation of those runs explains.

    :param before: of each earlier run its share, and of how many articles.

    >>> is_far_below(0.1, 40, [(0.9, 50), (0.8, 60), (0.85, 10)], 0.5)
    True
    >>> is_far_below(0.4, 5, [(0.9, 50), (0.8, 60), (0.85, 10)], 0.5)
    False
    """
    shares = [past for past, _ in before]
    usual = median(shares)
    spread = 1.48 * median(abs(past - usual) for past in shares)
    chance = sqrt(usual * (1 - usual) / articles)
    return share <= least * usual and usual - share > _NOISE * max(chance, spread)


def selectors_rotten(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Degraded: the selectors of a headline, a date or a body find it in no article any more.

    The articles may be whole all the same, read from what their pages state: as long as they
    state it.
    """
    if facts.articles < bounds.field_articles:
        return None
    rotten = [
        name
        for name in ("headline", "date", "body")
        if name in facts.placed and not facts.selected.get(name) and history.was_selected(name)
    ]
    if not rotten:
        return None
    return Finding(
        Verdict.DEGRADED,
        f"selectors found nothing in {facts.articles} articles: {some(rotten)}; "
        "has the markup changed?",
    )


def selectors_disagree(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Degraded: the outlet's selectors say something else than its pages do without them."""
    told = [
        f"{name} ({agree} of {all})"
        for name, (agree, all) in facts.canary.items()
        if all >= _ENOUGH_CASES and agree < bounds.agreement * all
    ]
    if not told:
        return None
    return Finding(
        Verdict.DEGRADED,
        f"selectors agree with the pages in few cases only: {some(told)}; has the markup changed?",
    )


def stale(facts: RunFacts, history: History, bounds: Bounds) -> Finding | None:
    """Degraded: the newest article is older than the outlet's silences commonly are."""
    if facts.until or not facts.whole or (facts.is_copy and not bounds.copies):
        return None
    known = filter(None, (history.newest(facts.ended_at), facts.newest))
    newest = max(known, default=None)
    if newest is None:
        return None
    usual = history.silence(newest)
    most = bounds.stale_after if usual is None else usual * bounds.stale_times
    age = facts.ended_at - newest
    if age <= most:
        return None
    return Finding(
        Verdict.DEGRADED,
        f"the newest article is of {newest:%Y-%m-%d %H:%M %Z}, {_days(age)} ago; "
        f"more than {_days(most)} is not usual",
    )


def _days(span: timedelta) -> str:
    hours = span.total_seconds() / 3600
    return f"{hours / 24:.1f} days" if hours >= 48 else f"{hours:.1f} hours"
