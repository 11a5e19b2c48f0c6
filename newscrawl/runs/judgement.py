"""What a run was worth, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newscrawl.runs.facts import Bounds, RunFacts
from newscrawl.runs.history import History
from newscrawl.runs.rules import RULES
from newscrawl.verdicts import Verdict, worst


@dataclass(frozen=True)
class Judgement:
    """A verdict and what it rests on."""

    verdict: Verdict
    reasons: tuple[str, ...]
    """Sentences, the gravest first; also what is only to be told."""

    @property
    def why(self) -> str:
        """In a line."""
        return "; ".join(self.reasons) or self.verdict.meaning


def judge(facts: RunFacts, history: History, bounds: Bounds) -> Judgement:
    """Judge a run by all rules: the gravest of what they say counts.

    Of a run that was stopped it is no fault that something is missing.
    """
    findings = [found for rule in RULES if (found := rule(facts, history, bounds))]
    findings.sort(key=lambda finding: list(Verdict).index(finding.verdict), reverse=True)
    verdicts = [finding.verdict for finding in findings]
    if Verdict.INTERRUPTED in verdicts:
        verdicts = [verdict for verdict in verdicts if verdict is not Verdict.DEGRADED]
    verdict = worst([Verdict.OK if _has_news(facts) else Verdict.QUIET, *verdicts])
    return Judgement(verdict, tuple(finding.said for finding in findings))


def judge_by_stats(outlet: str, reason: str, stats: Mapping[str, Any], now: datetime) -> Judgement:
    """Judge the run of a spider that is no outlet's by the *reason* it ended for and the stats
    that Scrapy keeps of any."""
    prefix = "spider_exceptions/"
    facts = RunFacts(
        outlet=outlet,
        reason=reason,
        ended_at=now,
        requests=stats.get("downloader/request_count", 0),
        answers=stats.get("downloader/response_count", 0),
        outcomes={"stored": stats.get("item_scraped_count", 0)},
        errors={
            key.removeprefix(prefix): count
            for key, count in stats.items()
            if key.startswith(prefix) and key != f"{prefix}count"
        },
    )
    return judge(facts, History(), Bounds())


def _has_news(facts: RunFacts) -> bool:
    if facts.changes:
        return any(facts.changes.get(change) for change in ("new", "revised", "removed"))
    return bool(facts.outcomes.get("stored"))
