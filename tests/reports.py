"""A run report."""

from typing import Any

from newscrawl.verdicts import Verdict


def report(verdict: Verdict, **others: Any) -> dict[str, Any]:
    return {
        "schema_version": "1",
        "run": 12,
        "outlet": "caliber",
        "verdict": str(verdict),
        "reasons": ["41 of 60 articles failed: http 500"],
        "started_at": "2031-03-04T02:00:00+00:00",
        "ended_at": "2031-03-04T02:10:00+00:00",
        "finish_reason": "finished",
        "articles": {"new": 19, "revised": 0, "unchanged": 0, "removed": 0},
        "outcomes": {"stored": 19, "failed": 41},
        "failures": {"http 500": 41},
        "listed": {"new": 60, "known": 57},
        "dropped": {"date missing": 1},
        "fields": {"headline": 1.0, "byline": 0.93},
        "listings": [{"listing": "caliber:feed:rss", "pages": 2, "ended": "known"}],
        "newest": "2031-03-04T05:58:00+04:00",
        "requests": 61,
        "bytes": 123456,
        "feeds": [],
        "previous_verdict": "ok",
        **others,
    }
