"""A run report and alarms of it."""

from typing import Any

from newscrawl.alarms import Alarm, Message
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
        **others,
    }


def message(verdict: Verdict = Verdict.DEGRADED, **others: Any) -> Message:
    return Message(Alarm("changed", verdict, Verdict.OK), report(verdict, **others))
