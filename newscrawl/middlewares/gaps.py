"""What of an outlet is to be read once more: `-a fill_gaps=1`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from scrapy.settings import BaseSettings

from newscrawl.arguments import CrawlArguments, Period
from newscrawl.coverage import Bounds, incomplete_spans, judge, tally
from newscrawl.errors import OperatorError
from newscrawl.storage import ArticleStore

_LOOKED_BACK = timedelta(days=30)
"""Where ``since`` is not given, as in `scrapy gaps`."""


def gaps_bounds(settings: BaseSettings) -> Bounds:
    """Return from where on a day looks incomplete.

    :raises OperatorError: for settings that make no sense.
    """
    days = settings.getint("NEWSCRAWL_GAPS_ABANDONED_DAYS")
    weeks = settings.getint("NEWSCRAWL_GAPS_WEEKS")
    silence = settings.getint("NEWSCRAWL_GAPS_SILENCE")
    if min(weeks, silence - 1, days) < 1:
        raise OperatorError(
            "NEWSCRAWL_GAPS_WEEKS and _ABANDONED_DAYS have to be 1 or more, _SILENCE 2 or more"
        )
    share = settings.getfloat("NEWSCRAWL_GAPS_SHARE")
    return Bounds(share, weeks, silence, timedelta(days=days))


def find_gaps(
    store: ArticleStore,
    outlet: str,
    arguments: CrawlArguments,
    *,
    zone: ZoneInfo,
    now: datetime,
    bounds: Bounds,
) -> list[Period]:
    """Return the periods of publication between ``since`` and ``until`` that look incomplete."""
    since = arguments.since or now - _LOOKED_BACK
    until = arguments.until or now
    verdicts = judge(
        tally(store.entries(outlet), zone),
        store.reaches(outlet),
        since=since.astimezone(zone).date(),
        until=(until - timedelta.resolution).astimezone(zone).date(),
        zone=zone,
        now=now,
        bounds=bounds,
    )
    return incomplete_spans(verdicts, zone)


def within_gaps(arguments: CrawlArguments, gaps: Sequence[Period]) -> CrawlArguments:
    """Return *arguments* that ask for the articles of *gaps*, one or more in order, alone."""
    return replace(arguments, since=gaps[0][0], until=gaps[-1][1], gaps=tuple(gaps))
