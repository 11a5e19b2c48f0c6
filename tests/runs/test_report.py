from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newscrawl.runs import RunReport, keep_report
from newscrawl.runs.report import (
    AlarmReport,
    FeedReport,
    ListingReport,
    exit_code,
    locked_report,
    summary,
)
from newscrawl.runs.schema import as_json, report_schema
from newscrawl.verdicts import Verdict
from tests.crawling import PROJECT
from tests.runs.samples import NOW


def report(**others: Any) -> RunReport:
    known: dict[str, Any] = {
        "run": 12,
        "outlet": "caliber",
        "verdict": "degraded",
        "exit_code": 3,
        "reasons": ["1 of 5 articles failed: http 500 (1)"],
        "started_at": NOW - timedelta(minutes=2),
        "ended_at": NOW,
        "finish_reason": "finished",
        "articles": {"new": 4, "revised": 0, "unchanged": 0, "removed": 0},
        "outcomes": {"stored": 4, "failed": 1},
        "listings": [
            ListingReport(
                listing="caliber:feed:https://caliber.az/rss.xml",
                pages=1,
                unchanged=0,
                skipped=0,
                shown=20,
                ended="known",
                failures={},
            )
        ],
        "newest": NOW,
        "requests": 7,
        "bytes": 1_200_000,
        "fields": {"byline": 0.75},
        "canary": {"headline": [4, 5]},
        "feeds": [FeedReport(path="night.csv", outcome="published", items=4, why=None)],
        "alarm": AlarmReport(kind="changed", sent=["mail"], failed=[]),
    }
    return RunReport(**{**known, **others})


def test_the_document_in_docs_is_current() -> None:
    document = PROJECT / "docs" / "run-report.schema.json"
    assert document.read_text(encoding="utf-8") == as_json(), "run python -m newscrawl.runs.schema"


@pytest.mark.parametrize("known", [report(), locked_report("caliber", "process 7 has it", NOW)])
def test_a_report_conforms_to_its_schema(known: RunReport) -> None:
    jsonschema.validate(known.to_dict(), report_schema())


def test_the_summary_says_what_matters_in_a_few_lines() -> None:
    assert summary(report(), "output/runs/caliber-12.json").splitlines() == [
        "caliber: degraded, run 12 (120 s)",
        "  - 1 of 5 articles failed: http 500 (1)",
        "  articles: 4 new",
        "  asked for: 4 stored, 1 failed",
        "  1 of 1 listings read, 1 pages; 7 requests, 1.2 MB",
        "  newest article: 2031-03-04 12:00 +0000",
        "  feed night.csv: published",
        "  report: output/runs/caliber-12.json",
    ]


def test_the_last_reports_of_an_outlet_are_kept(tmp_path: Path) -> None:
    other = keep_report(tmp_path, replace(report(), outlet="caliber-two"), keep=2)
    for run in range(8, 13):
        keep_report(tmp_path, report(run=run), keep=2)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"caliber-11.json", "caliber-12.json", other.name}


def test_a_run_without_a_number_is_named_by_its_beginning(tmp_path: Path) -> None:
    path = keep_report(tmp_path, report(run=None), keep=2)
    assert path.name == "caliber-20310304T115800Z.json"


def test_a_database_that_failed_has_its_own_exit_code() -> None:
    assert exit_code(Verdict.FAILED, "store_failed") == 1
    assert exit_code(Verdict.FAILED, "finished") == 4
