"""Which days of an outlet look incomplete, and which periods to read again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from statistics import median
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from newscrawl.coverage.days import Counts
from newscrawl.coverage.rules import in_use, is_far_below, like_days, lost, missed_by, silent_days
from newscrawl.storage.coverage import Reach

Flaw: TypeAlias = Literal["failed", "pending", "uncovered", "silent", "few"]

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)

_DAYS_AROUND = 7
"""How many days before a day, and after it, say what is usual where its weekday's history is
short."""


@dataclass(frozen=True)
class Bounds:
    """From where on a day is out of the ordinary: the settings ``NEWSCRAWL_GAPS_...``."""

    share: float = 0.5
    """Of the usual number of articles: more are not few."""

    weeks: int = 4
    """Weeks before and after a day that tell what is usual on its weekday; if fewer than so many
    can be found, the days around it have to say the same."""

    silence: int = 7
    """A silence so many times as long as those between articles commonly are is one too long."""

    abandoned_after: timedelta = timedelta(days=30)
    """A listing last read so much earlier than the others is not read any more."""


@dataclass(frozen=True)
class Verdict:
    """What is to be thought of one day of publication."""

    day: date
    counts: Counts = field(default_factory=Counts)
    judged: bool = False
    """False for today, for days to come, and for those before the outlet's first article."""

    unread: bool = False
    """Some listing, or all if ``missed`` is empty, was never read in full over this day."""

    missed: tuple[str, ...] = ()
    """Those listings."""

    usual: float | None = None
    """How many articles such a day has; None if it was not compared."""

    short: bool = False
    """It was not compared because the outlet's history is too short."""

    few: bool = False
    """It has far fewer articles than usual."""

    silent: bool = False
    """It lies between articles in a silence that is far longer than usual."""

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """Why the day looks incomplete; empty if it does not."""
        found: dict[Flaw, bool] = {
            "failed": bool(lost(self.counts)),
            "pending": self.counts.outcomes["pending"] > 0,
            "uncovered": self.unread,
            "silent": self.silent,
            "few": self.few and not self.silent and not self.unread,
        }
        return tuple(flaw for flaw, there in found.items() if there and self.judged)


def judge(
    days: Mapping[date, Counts],
    reaches: Iterable[Reach],
    *,
    since: date,
    until: date,
    zone: ZoneInfo,
    now: datetime,
    bounds: Bounds,
) -> list[Verdict]:
    """Return the verdicts on the days from *since* to *until*, both included, in order.

    Days of which nothing is known are left out, unless they look incomplete or the history is too
    short to say so. On the day of the outlet's first article its reading began: it is not looked
    at as a whole, but its failures count.

    :param days: all that is known of the outlet, by day in its *zone*.
    :param now: aware; the day that it is in *zone* is not over, and not judged.
    """
    if not days:
        return []
    today = now.astimezone(zone).date()
    first = min((day for day, counts in days.items() if counts.had), default=None)
    used = in_use(reaches, bounds.abandoned_after)
    silent = silent_days(days, bounds.silence)
    found = []
    for day in _each_day(max(since, min(days)), min(until, max(today, *days))):
        counts = days.get(day, Counts())
        if first is None or not first <= day < today:
            verdict = Verdict(day, counts)
        elif day == first:
            verdict = Verdict(day, counts, judged=True)
        else:
            verdict = replace(
                _verdict(day, counts, days, used, first, today - _DAY, zone, bounds),
                silent=day in silent,
            )
        if counts.listed or verdict.flaws or verdict.short:
            found.append(verdict)
    return found


def _verdict(
    day: date,
    counts: Counts,
    days: Mapping[date, Counts],
    reaches: Sequence[Reach],
    first: date,
    last: date,
    zone: ZoneInfo,
    bounds: Bounds,
) -> Verdict:
    missed = missed_by(midnight(day, zone), midnight(day + _DAY, zone), reaches)
    find = partial(like_days, day, days, first=first + _DAY, last=last)
    like = find(most=bounds.weeks, step=_WEEK)
    around = find(most=_DAYS_AROUND, step=_DAY) if len(like) < bounds.weeks else like
    short = not like or len(around) < min(bounds.weeks, _DAYS_AROUND)
    return Verdict(
        day,
        counts,
        judged=True,
        unread=bool(missed) or not reaches,
        missed=missed,
        usual=None if short else median(like),
        short=short,
        few=not short and all(is_far_below(counts.had, of, bounds.share) for of in (like, around)),
    )


def incomplete_spans(
    verdicts: Iterable[Verdict], zone: ZoneInfo
) -> list[tuple[datetime, datetime]]:
    """Return the periods ``[since, until)`` of publication to read again, in order.

    Each is from midnight to midnight in *zone*, aware; days that follow one another are one.
    """
    return [
        (midnight(span[0].day, zone), midnight(span[-1].day + _DAY, zone))
        for span in spans(verdicts)
    ]


def spans(verdicts: Iterable[Verdict], *, alike: bool = False) -> Iterator[list[Verdict]]:
    """Yield the days that look incomplete, those that follow one another together.

    :param verdicts: in the order of days.
    :param alike: only those together that look incomplete for the same reasons.
    """
    span: list[Verdict] = []
    for verdict in verdicts:
        if not verdict.flaws:
            continue
        follows = span and verdict.day - span[-1].day == _DAY
        if span and (not follows or (alike and verdict.flaws != span[-1].flaws)):
            yield span
            span = []
        span.append(verdict)
    if span:
        yield span


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return the moment at which *day* begins in *zone*."""
    return datetime.combine(day, time(), tzinfo=zone)


def _each_day(first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)
