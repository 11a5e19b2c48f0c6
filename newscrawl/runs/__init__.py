"""Runs: what is known of one, what it is worth, and the report that says so."""

from newscrawl.runs.facts import Bounds, ListingFacts, RunFacts
from newscrawl.runs.history import History, PastRun
from newscrawl.runs.judgement import Judgement, judge, judge_by_stats
from newscrawl.runs.keeping import keep_report
from newscrawl.runs.report import RunReport

__all__ = [
    "Bounds",
    "History",
    "Judgement",
    "ListingFacts",
    "PastRun",
    "RunFacts",
    "RunReport",
    "judge",
    "judge_by_stats",
    "keep_report",
]
