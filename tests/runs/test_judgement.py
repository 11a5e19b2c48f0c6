from collections import Counter
from typing import Any

import pytest

from newscrawl.runs import Bounds, History, judge, judge_by_stats
from newscrawl.verdicts import Verdict
from tests.runs.samples import NOW, facts, listing


@pytest.mark.parametrize(
    ("known", "verdict"),
    [
        ({}, "ok"),
        ({"changes": {"new": 0, "unchanged": 4}}, "quiet"),
        ({"changes": {"removed": 1}}, "ok"),
        ({"skipped_ways": {"scroll": "no browser"}}, "ok"),
        ({"over_budget": {"caliber.az": 3}, "changes": {"new": 0}}, "quiet"),
        ({"errors": {"KeyError": 1}}, "degraded"),
        ({"unended": 11}, "ok"),
        ({"reason": "shutdown", "errors": {"KeyError": 1}}, "interrupted"),
        ({"reason": "store_failed"}, "failed"),
        (
            {
                "outcomes": {},
                "changes": {},
                "listings": (
                    listing(pages=0, shown=0, ended=None, failures=Counter({"challenge": 1})),
                ),
            },
            "blocked",
        ),
    ],
)
def test_the_gravest_of_what_the_rules_find_is_the_verdict(
    known: dict[str, Any], verdict: str
) -> None:
    assert judge(facts(**known), History(), Bounds()).verdict == verdict


def test_the_gravest_reason_comes_first_and_what_is_only_told_last() -> None:
    known = facts(errors={"KeyError": 1}, skipped_ways={"scroll": "no browser"}, reason="")
    judgement = judge(known, History(), Bounds())
    assert judgement.verdict is Verdict.FAILED
    assert [reason.partition(":")[0] for reason in judgement.reasons] == [
        "it ended early",
        "errors in our own code, see the log",
        "a way in was not taken",
    ]


@pytest.mark.parametrize(
    ("reason", "stats", "verdict"),
    [
        ("finished", {"item_scraped_count": 3}, "ok"),
        ("finished", {}, "quiet"),
        ("finished", {"downloader/request_count": 3}, "failed"),
        ("finished", {"spider_exceptions/KeyError": 1, "item_scraped_count": 3}, "degraded"),
        ("finished", {"spider_exceptions/KeyError": 1}, "failed"),
        ("closespider_errorcount", {"item_scraped_count": 3}, "failed"),
        ("shutdown", {"item_scraped_count": 3}, "interrupted"),
    ],
)
def test_a_spider_that_is_no_outlets_is_judged_by_scrapys_own_stats(
    reason: str, stats: dict[str, int], verdict: str
) -> None:
    assert judge_by_stats("other", reason, stats, NOW).verdict == verdict
