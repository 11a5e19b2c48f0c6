"""An instant with what is known of it, and the rules that every reading has to pass."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

FIRST_YEAR = 1990
"""Nothing older is believed: zeroed clocks and epochs end up there."""

AHEAD = timedelta(days=2)
"""How far after ``now`` an instant may lie: other zones, and clocks that are wrong."""


@dataclass(frozen=True, slots=True)
class Instant:
    """A date as it was read."""

    moment: datetime
    """Aware, in the zone that the reader was given; without one, in that of the text, else UTC."""

    precision: str
    """``second``, ``minute`` or ``day``; with ``day`` the time is 00:00 and says nothing."""

    raw: str
    """The characters it was read from."""

    zoned: bool
    """The text itself named an offset or a zone."""


def aware_instant(
    moment: datetime,
    precision: str,
    raw: str,
    *,
    zone: ZoneInfo | None,
    now: datetime,
    zoned: bool = True,
) -> Instant | None:
    """Return the instant of an aware *moment*, or None if it cannot be true."""
    if not FIRST_YEAR <= moment.year <= now.year + 1:
        return None
    local = moment.astimezone(zone) if zone else moment
    return _believed(Instant(local, precision, raw, zoned), now)


def local_instant(
    naive: datetime, precision: str, raw: str, *, zone: ZoneInfo | None, now: datetime
) -> Instant | None:
    """Return the instant at which clocks in *zone* show *naive*, or None if it cannot be true.

    Of a time that clocks show twice it is the first; a time that they skip moves forward by what
    is skipped. Without a zone only the day is known: 00:00 UTC.
    """
    if not FIRST_YEAR <= naive.year <= now.year + 1:
        return None
    if zone is None:
        naive, precision = naive.replace(hour=0, minute=0, second=0), "day"
    # Through UTC and back, because a time that was skipped is left unchanged by replace().
    moment = naive.replace(tzinfo=zone or UTC).astimezone(UTC)
    local = moment.astimezone(zone) if zone else moment
    return _believed(Instant(local, precision, raw, False), now)


def placed_instant(
    naive: datetime,
    precision: str,
    raw: str,
    *,
    own: tzinfo | None,
    zone: ZoneInfo | None,
    now: datetime,
) -> Instant | None:
    """Return the instant of *naive* in the text's *own* zone, or in *zone* if it named none."""
    if own is None:
        return local_instant(naive, precision, raw, zone=zone, now=now)
    return aware_instant(naive.replace(tzinfo=own), precision, raw, zone=zone, now=now)


def _believed(instant: Instant, now: datetime) -> Instant | None:
    if instant.moment.year < FIRST_YEAR or instant.moment > now + AHEAD:
        return None
    return instant
