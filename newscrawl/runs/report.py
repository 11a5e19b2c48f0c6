"""All that is known of a run, for programs and for the summary at its end."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from newscrawl.runs.facts import STORE_FAILED
from newscrawl.verdicts import Verdict

SCHEMA_VERSION = "1"
"""Version of :class:`RunReport`; a field that is added leaves it as it is."""


@dataclass(frozen=True, kw_only=True)
class ListingReport:
    """One listing, and how far it was read."""

    listing: str
    """``<outlet>:<way>:<address of its first page>``."""

    pages: int
    """Pages that were read."""

    unchanged: int
    """Further pages, which are the versions that were read last."""

    skipped: int
    """Further pages between those, which an earlier run has read."""

    shown: int
    """Articles on the pages that were read, known ones, too."""

    ended: str | None
    """Why it was read no further; null if it was not read to its end."""

    failures: dict[str, int]
    """Pages that could not be read, by reason."""


@dataclass(frozen=True, kw_only=True)
class FeedReport:
    """What became of a feed export."""

    path: str
    """The published file."""

    outcome: str
    """``published``, ``nothing new`` or ``not published``."""

    items: int
    """Articles that this run had for it."""

    why: str | None
    """Why it was not published."""


@dataclass(frozen=True, kw_only=True)
class AlarmReport:
    """What somebody was told of the run."""

    kind: str
    """``changed``, ``repeated`` or ``recovered``."""

    sent: list[str]
    """The ways on which it was delivered."""

    failed: list[str]
    """The ways on which it was not."""


@dataclass(frozen=True, kw_only=True)
class RunReport:
    """What one run of one outlet did, what came of it, and what that is worth."""

    schema_version: str = SCHEMA_VERSION
    """Version of this description; a field that is added leaves it as it is."""

    run: int | None
    """Number of the run in the database; null if it has none."""

    outlet: str
    """Name of the spider."""

    arguments: dict[str, Any] = field(default_factory=dict)
    """What the run was asked for, by name."""

    verdict: str
    """``ok``, ``quiet``, ``degraded``, ``failed``, ``blocked``, ``locked`` or ``interrupted``."""

    exit_code: int
    """Of ``scrapy crawl``."""

    reasons: list[str]
    """Sentences, the gravest first; also what is only to be told."""

    previous_verdict: str | None = None
    """Verdict on the outlet's run before; null if there was none."""

    started_at: datetime
    """UTC."""

    ended_at: datetime
    """UTC."""

    finish_reason: str
    """Why it ended, in Scrapy's words; ``locked`` if it could not begin, ``killed`` if it was told
    twice to stop."""

    articles: dict[str, int] = field(default_factory=dict)
    """``new``, ``revised``, ``unchanged`` and ``removed`` articles of the store."""

    listed: dict[str, int] = field(default_factory=dict)
    """What listings showed: ``shown`` in all, ``new``, ``known``, …"""

    outcomes: dict[str, int] = field(default_factory=dict)
    """What became of the articles that were asked for: ``stored``, ``failed``, …"""

    failures: dict[str, int] = field(default_factory=dict)
    """Articles and pages of listings that failed, by reason."""

    dropped: dict[str, int] = field(default_factory=dict)
    """Pages that were no whole article, by what they lack."""

    read: int = 0
    """Pages that were read as articles, dropped ones, too."""

    fields: dict[str, float] = field(default_factory=dict)
    """Share of these that have the field."""

    selected: dict[str, float] = field(default_factory=dict)
    """Share of these in which the outlet's selectors found it, of the fields that they name a
    place for."""

    canary: dict[str, list[int]] = field(default_factory=dict)
    """By field, in how many cases selectors and page agree, and of how many."""

    listings: list[ListingReport] = field(default_factory=list)
    """The listings that were asked for."""

    skipped_ways: dict[str, str] = field(default_factory=dict)
    """Ways in that were not taken, and why."""

    newest: datetime | None = None
    """First publication of the newest article that is known of the outlet, UTC."""

    days: dict[str, int] = field(default_factory=dict)
    """Articles of the run by day of publication, in the outlet's zone."""

    latency_minutes: dict[str, int] = field(default_factory=dict)
    """From publication to storage, of articles published since the run before: ``median``,
    ``p90``, and ``articles``, of how many; empty if of none."""

    requests: int = 0
    """Requests, robots.txt, redirects and retries included."""

    statuses: dict[str, int] = field(default_factory=dict)
    """Responses by status."""

    bytes: int = 0
    """Bytes received."""

    over_budget: dict[str, int] = field(default_factory=dict)
    """By host, the requests that were left for another run."""

    ledger: dict[str, int] = field(default_factory=dict)
    """``asked`` articles, those ``settled`` and those left ``open``; ``wrong``: how many of the
    sums do not add up."""

    feeds: list[FeedReport] = field(default_factory=list)
    """The feed exports in local files."""

    alarm: AlarmReport | None = None
    """What somebody was told of the run; null if there was no reason to, or it is not over."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON can hold it, after ``docs/run-report.schema.json``."""
        return {
            name: value.isoformat() if isinstance(value, datetime) else value
            for name, value in asdict(self).items()
        }

    def to_json(self) -> str:
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"


def exit_code(verdict: Verdict, reason: str) -> int:
    """Return the exit code of a run: that of its verdict, 1 if its database failed."""
    return 1 if reason == STORE_FAILED else verdict.exit_code


def locked_report(outlet: str, why: str, now: datetime) -> RunReport:
    """Return the report of a run that did nothing, as another one goes on."""
    return short_report(outlet, Verdict.LOCKED, why, reason="locked", started_at=now, now=now)


def short_report(
    outlet: str,
    verdict: Verdict,
    why: str,
    *,
    reason: str,
    started_at: datetime,
    now: datetime,
    run: int | None = None,
) -> RunReport:
    """Return the report of a run that nobody has counted the results of.

    :param why: a sentence.
    :param reason: why it ended, in Scrapy's words.
    """
    return RunReport(
        run=run,
        outlet=outlet,
        verdict=str(verdict),
        exit_code=exit_code(verdict, reason),
        reasons=[why],
        started_at=started_at,
        ended_at=now,
        finish_reason=reason,
    )


def summary(report: RunReport, path: str | None) -> str:
    """Return what an operator wants to know of a run, in a few lines.

    :param path: where the report is, if anywhere.
    """
    seconds = round((report.ended_at - report.started_at).total_seconds())
    number = f", run {report.run}" if report.run else ""
    lines = [f"{report.outlet}: {report.verdict}{number} ({seconds} s)"]
    lines += [f"  - {reason}" for reason in report.reasons]
    for name, figures in (
        ("articles", report.articles),
        ("asked for", report.outcomes),
        ("listed", report.listed),
    ):
        if told := [f"{count} {what}" for what, count in figures.items() if count]:
            lines.append(f"  {name}: {', '.join(told)}")
    read = sum(1 for listing in report.listings if listing.pages or listing.unchanged)
    pages = sum(listing.pages + listing.unchanged for listing in report.listings)
    lines.append(
        f"  {read} of {len(report.listings)} listings read, {pages} pages; "
        f"{report.requests} requests, {report.bytes / 1e6:.1f} MB"
    )
    if report.newest:
        lines.append(f"  newest article: {report.newest:%Y-%m-%d %H:%M %z}")
    for feed in report.feeds:
        lines.append(f"  feed {feed.path}: {feed.outcome}")
    if path:
        lines.append(f"  report: {path}")
    return "\n".join(lines)
