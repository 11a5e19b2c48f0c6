"""A store with invented runs and articles of some days, for the tests of `scrapy report`."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import update

from newscrawl.storage import ArticleStore
from newscrawl.storage.schema import runs
from newscrawl.verdicts import Verdict
from tests.reports import report
from tests.storage.samples import article, teaser

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
BAKU = ZoneInfo("Asia/Baku")

HOSTILE = "<script>alert('x')</script> & \"$x^2$\" 🚧 Ծ"
"""A reason as a broken or ill-willed site could make one."""


def enter_run(
    store: ArticleStore, outlet: str, now: datetime, verdict: Verdict, **others: Any
) -> int:
    """Enter a run with its report that took five minutes."""
    run = store.begin_run(outlet, {}, now=now)
    store.end_run(run, "finished", {"newscrawl/outcome/stored": 1}, now=now + 5 * MINUTE)
    whole = report(verdict, run=run, outlet=outlet, **others)
    with store.writing() as connection:
        connection.execute(
            update(runs).where(runs.c.id == run).values(verdict=str(verdict), report=whole)
        )
    return run


def fill(database: str, now: datetime, days: int = 12) -> None:
    """Three outlets: one is well, one loses its bylines and then fails, one was never judged."""
    with ArticleStore(database) as store:
        for ago in range(days, 0, -1):
            began = now - ago * DAY
            well = {"stored": 14 + ago % 5, "duplicate": 1}
            enter_run(
                store, "apa", began, Verdict.OK, reasons=[], outcomes=well,
                articles={"new": 14, "revised": ago % 3}, failures={}, newest=began.isoformat(),
                fields={"headline": 1.0, "date": 1.0, "byline": 0.92, "tags": 0.75 + ago % 4 / 16},
            )  # fmt: skip
            bad = ago < 4
            enter_run(
                store, "caliber", began + HOUR, Verdict.FAILED if bad else Verdict.DEGRADED,
                reasons=[HOSTILE if bad else "byline in 20 % where 90 % are usual"],
                outcomes={"stored": 3 if bad else 9, "failed": 8 if bad else 1, "dropped": 2},
                fields={"headline": 1.0, "byline": 0.2 if ago < 8 else 0.9, "body": 0.97},
                alarm={"kind": "changed", "sent": ["mail"], "failed": []} if ago == 3 else None,
            )  # fmt: skip
            for number in range(6 + ago % 4):
                published = began.astimezone(BAKU) + number * 20 * MINUTE
                text = article(
                    id=f"apa:az:{ago}-{number}", outlet="apa", date=published, content_hash=None
                )
                store.save(text, now=published + (4 + 7 * number) * MINUTE)
        store.begin_run("civil_ge", {}, now=now - DAY)
        lost = teaser(id="apa:az:lost", date=now - 2 * DAY)
        run = store.begin_run("apa", {}, now=now - HOUR)
        store.list_teasers(run, "apa:listing:x", [lost], now=now - HOUR, max_attempts=3)
        store.settle(lost.id, "failed", reason="http 500", now=now)
