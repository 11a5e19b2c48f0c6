from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from newscrawl.runs import Bounds, History, PastRun
from newscrawl.runs.rules import RULES, Rule
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
from newscrawl.runs.rules.texts import (
    fields_missing,
    selectors_disagree,
    selectors_rotten,
    stale,
)
from newscrawl.verdicts import Verdict
from tests.runs.samples import NOW, facts, listing

FRONT = "caliber:listing:https://caliber.az/"
PLACED = frozenset({"body"})
HOUR = timedelta(hours=1)


def past(**others: Any) -> PastRun:
    known: dict[str, Any] = {
        "articles": 40,
        "fields": {"byline": 0.9},
        "selected": {},
        "pages": {FRONT: 1},
        "shown": {FRONT: 20},
    }
    return PastRun(**{**known, **others})


def every(hours: float, count: int = 100) -> History:
    """An outlet that publishes every so many hours."""
    return History(published=[NOW - n * hours * HOUR for n in range(count)])


def failing(**reasons: int) -> Counter[str]:
    return Counter({why.replace("_", " "): count for why, count in reasons.items()})


def lost(why: str = "http 500", **others: Any) -> Any:
    return listing(pages=0, shown=0, ended=None, failures=Counter({why: 1}), **others)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_rule_finds_anything_in_a_run_that_went_well(rule: Rule) -> None:
    history = History([past()] * 5, every(2).published)
    assert rule(facts(fields={"byline": 9}), history, Bounds()) is None
    assert rule(facts(), History(), Bounds()) is None


CASES: list[tuple[Rule, dict[str, Any], History, Verdict | None]] = [
    (ended_early, {"reason": "shutdown"}, History(), Verdict.INTERRUPTED),
    (ended_early, {"reason": "closespider_timeout"}, History(), Verdict.INTERRUPTED),
    (ended_early, {"reason": "closespider_errorcount"}, History(), Verdict.FAILED),
    (ended_early, {"reason": "store_failed"}, History(), Verdict.FAILED),
    (ended_early, {"reason": ""}, History(), Verdict.FAILED),
    (unreachable, {"answers": 0, "listings": (lost("TimeoutError"),)}, History(), Verdict.FAILED),
    (
        unreachable,
        {"listings": (lost(), listing("feed")), "outcomes": {}},
        History(),
        Verdict.FAILED,
    ),
    (unreachable, {"listings": (lost(), listing("feed"))}, History(), None),
    (unreachable, {"listings": (lost("http 403"),), "outcomes": {}}, History(), None),
    (unreachable, {"listings": (lost("request budget"),), "outcomes": {}}, History(), None),
    (unreachable, {"listings": (lost("offsite"),), "outcomes": {}}, History(), Verdict.FAILED),
    (
        unreachable,
        {"outcomes": {"failed": 9, "stored": 1}, "failures": failing(gone=9)},
        History(),
        None,
    ),
    (blocked, {"listings": (lost("http 403"),), "outcomes": {}}, History(), Verdict.BLOCKED),
    (blocked, {"listings": (lost("robots.txt"),)}, History(), Verdict.BLOCKED),
    (
        blocked,
        {"outcomes": {"failed": 9, "stored": 1}, "failures": failing(challenge=9)},
        History(),
        Verdict.BLOCKED,
    ),
    (
        blocked,
        {"outcomes": {"failed": 1, "stored": 9}, "failures": failing(challenge=1)},
        History(),
        None,
    ),
    (nothing_listed, {"listings": (listing(shown=0),)}, History(), Verdict.FAILED),
    (
        nothing_listed,
        {"listings": (listing(shown=0),), "narrowed": True},
        History(),
        Verdict.DEGRADED,
    ),
    (
        nothing_listed,
        {
            "listings": (listing(shown=0, failures=Counter({"no articles": 1})),),
            "narrowed": True,
        },
        History(),
        Verdict.FAILED,
    ),
    (nothing_listed, {"listings": (listing(shown=0), listing("feed"))}, History(), None),
    (nothing_listed, {"listings": (listing(pages=0, shown=0, unchanged=1),)}, History(), None),
    (nothing_listed, {"listings": (listing(shown=0, leads_on=True),)}, History(), None),
    (nothing_listed, {"listings": (listing(shown=0),), "reason": "shutdown"}, History(), None),
    (
        nothing_listed,
        {"listings": (), "outcomes": {}, "skipped_ways": {"scroll": "no browser"}},
        History(),
        Verdict.FAILED,
    ),
    (nothing_listed, {"listings": (), "outcomes": {}}, History(), None),
    (
        listings_empty,
        {"listings": (listing(), listing("feed", "/rss.xml", shown=0))},
        History(),
        Verdict.DEGRADED,
    ),
    (
        listings_empty,
        {"listings": (listing("feed"), listing(shown=0), listing(path="/en"))},
        History(),
        None,
    ),
    (
        listings_empty,
        {"listings": (listing(shown=0), listing(path="/en"))},
        History([past()] * 3),
        Verdict.DEGRADED,
    ),
    (
        listings_empty,
        {"listings": (listing(shown=0), listing(path="/en"))},
        History([past(), past(), past(shown={FRONT: 0})]),
        None,
    ),
    (
        listings_empty,
        {"listings": (listing(), listing("feed", shown=0, failures=Counter({"empty feed": 1})))},
        History(),
        Verdict.DEGRADED,
    ),
    (listings_incomplete, {"listings": (lost(),)}, History(), Verdict.DEGRADED),
    (
        listings_incomplete,
        {"listings": (listing(failures=Counter({"http 500": 1})),)},
        History(),
        Verdict.DEGRADED,
    ),
    (listings_incomplete, {"listings": (lost("request budget"),)}, History(), None),
    (listings_incomplete, {"listings": (listing(ended="bound"),)}, History(), Verdict.DEGRADED),
    (listings_incomplete, {"listings": (listing(ended="repeats"),)}, History(), None),
    (
        listings_incomplete,
        {"listings": (listing(ended="repeats"),)},
        History([past(pages={FRONT: 9})]),
        Verdict.DEGRADED,
    ),
    (
        listings_incomplete,
        {"listings": (listing(ended="repeats", pages=2, skipped=7),)},
        History([past(pages={FRONT: 9})]),
        None,
    ),
    (ways_skipped, {"skipped_ways": {"scroll": "no browser"}}, History(), Verdict.OK),
    (
        articles_failed,
        {"outcomes": {"stored": 9, "failed": 1}, "failures": failing(http_500=1)},
        History(),
        Verdict.DEGRADED,
    ),
    (
        articles_failed,
        {"outcomes": {"stored": 5, "failed": 5}, "failures": failing(http_500=5)},
        History(),
        Verdict.FAILED,
    ),
    (
        articles_failed,
        {"outcomes": {"stored": 5, "failed": 5}, "failures": failing(challenge=5)},
        History(),
        Verdict.DEGRADED,
    ),
    (
        articles_failed,
        {"outcomes": {"stored": 9, "failed": 1}, "failures": failing(gone=1)},
        History(),
        None,
    ),
    (
        articles_failed,
        {"outcomes": {"failed": 3}, "failures": failing(gone=3)},
        History(),
        Verdict.FAILED,
    ),
    (articles_dropped, {"dropped": {"body missing": 1}}, History(), None),
    (articles_dropped, {"dropped": {"body missing": 3}}, History(), Verdict.DEGRADED),
    (articles_dropped, {"dropped": {"date missing": 5}}, History(), Verdict.FAILED),
    (left_alone, {"left_alone": {"caliber.az": 1800}}, History(), Verdict.BLOCKED),
    (left_alone, {"left_alone": {}}, History(), None),
    (
        left_alone,
        {"left_alone": {"az.trend.az": 1800}, "listings": (lost("backing off"), listing("feed"))},
        History(),
        Verdict.DEGRADED,
    ),
    (
        left_alone,
        {"left_alone": {"az.trend.az": 1800}, "listings": (lost("backing off"), lost("gone"))},
        History(),
        Verdict.BLOCKED,
    ),
    (selectors_rotten, {"placed": PLACED, "selected": {"body": 0}}, History(), Verdict.DEGRADED),
    (selectors_rotten, {"placed": PLACED, "selected": {"body": 1}}, History(), None),
    (selectors_rotten, {"placed": PLACED, "articles": 9}, History(), None),
    (selectors_rotten, {"placed": PLACED}, History([past(selected={"body": 0.0})]), None),
    (
        selectors_rotten,
        {"placed": PLACED},
        History([past(selected={"body": 0.0}), past(selected={"body": 0.8})]),
        Verdict.DEGRADED,
    ),
    (fields_missing, {"fields": {"byline": 1}}, History([past()] * 3), Verdict.DEGRADED),
    (fields_missing, {"fields": {"byline": 8}}, History([past()] * 3), None),
    (fields_missing, {"fields": {"byline": 0}, "articles": 9}, History([past()] * 3), None),
    (fields_missing, {"fields": {"byline": 0}}, History([past()] * 2), None),
    (
        fields_missing,
        {"fields": {"byline": 0}, "placed": frozenset({"byline"})},
        History(),
        Verdict.DEGRADED,
    ),
    (selectors_disagree, {"canary": {"headline": (1, 10)}}, History(), Verdict.DEGRADED),
    (selectors_disagree, {"canary": {"headline": (0, 4)}}, History(), None),
    (stale, {"ended_at": NOW + 8 * 24 * HOUR}, History(), Verdict.DEGRADED),
    (stale, {"ended_at": NOW + 6 * 24 * HOUR}, History(), None),
    (stale, {"ended_at": NOW + 13 * HOUR}, every(4), Verdict.DEGRADED),
    (stale, {"ended_at": NOW + 11 * HOUR}, every(4), None),
    (stale, {"ended_at": NOW + 7 * HOUR}, every(0.1), None),
    (stale, {"ended_at": NOW + 7 * HOUR}, every(0.1, 5000), Verdict.DEGRADED),
    (stale, {"ended_at": NOW + 15 * 24 * HOUR}, every(7 * 24), None),
    (stale, {"ended_at": NOW + 13 * HOUR, "is_copy": True}, every(4), None),
    (stale, {"ended_at": NOW + 13 * HOUR, "until": NOW}, every(4), None),
    (ledger_wrong, {"ledger": ("3 articles asked for, 2 settled",)}, History(), Verdict.DEGRADED),
    (errors, {"errors": {"KeyError": 2}}, History(), Verdict.DEGRADED),
    (
        errors,
        {"errors": {"KeyError": 1}, "listings": (), "outcomes": {}},
        History(),
        Verdict.FAILED,
    ),
    (clock_wrong, {"clock_off": timedelta(hours=-3)}, History(), Verdict.DEGRADED),
    (clock_wrong, {"clock_off": timedelta(minutes=2)}, History(), None),
    (budget_used_up, {"over_budget": {"caliber.az": 40}}, History(), Verdict.OK),
    (run_before_unended, {"unended": 11}, History(), Verdict.OK),
]


@pytest.mark.parametrize(("rule", "known", "history", "verdict"), CASES)
def test_a_rule_finds_what_it_is_for(
    rule: Rule, known: dict[str, Any], history: History, verdict: Verdict | None
) -> None:
    found = rule(facts(**known), history, Bounds())
    assert (found.verdict if found else None) is verdict


def test_every_rule_has_a_case_in_which_it_finds_something() -> None:
    assert {case[0] for case in CASES if case[3]} == set(RULES)


def test_the_second_longest_pause_is_the_usual_silence() -> None:
    moments = [NOW - n * HOUR for n in range(300)]
    gaps = [*moments, NOW - 400 * HOUR, NOW - 450 * HOUR]
    assert History(published=gaps).silence(NOW) == 50 * HOUR
    assert History(published=gaps[-20:]).silence(NOW) is None


def test_what_a_busy_outlet_published_in_an_afternoon_says_nothing_of_its_nights() -> None:
    afternoon = every(1 / 60, 1000)
    assert afternoon.silence(NOW) is None
    night = facts(ended_at=NOW + 8 * HOUR)
    assert stale(night, afternoon, Bounds()) is None


def test_good_runs_of_long_ago_are_no_measure_for_what_an_outlet_is_now() -> None:
    reports = [
        {"ended_at": (NOW - n * 24 * HOUR).isoformat(), "read": 40, "fields": {"byline": 0.9}}
        for n in (40, 41, 42)
    ]
    without = facts(fields={"byline": 0})
    for days, verdict in ((30, None), (60, Verdict.DEGRADED)):
        history = History.of(reports, (), since=NOW - days * 24 * HOUR)
        found = fields_missing(without, history, Bounds())
        assert (found.verdict if found else None) is verdict


def test_what_claims_to_be_of_the_future_hides_no_silence() -> None:
    history = History(published=[NOW + 90 * 24 * HOUR, *every(4).published])
    assert history.newest(NOW) == NOW
    assert stale(facts(ended_at=NOW + 13 * HOUR, newest=None), history, Bounds())


def test_a_sentence_names_what_there_is_to_look_at() -> None:
    found = listings_incomplete(
        facts(listings=(listing(failures=Counter({"http 500": 1})),)), History(), Bounds()
    )
    assert found is not None
    assert found.said == (
        "listings were not read to their end, http 500 after page 1: listing:https://caliber.az/"
    )
