"""What `-a NAME=VALUE` may say to a spider: one parser for all of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, time, timedelta
from difflib import get_close_matches
from typing import Self, TypeAlias
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from newscrawl.errors import OperatorError

_AGO = re.compile(r"(\d{1,5})([hdw])")
_UNITS = {"h": "hours", "d": "days", "w": "weeks"}


Period: TypeAlias = tuple[datetime, datetime]
"""From the first moment to before the second, aware."""


class ArgumentError(OperatorError):
    """A spider argument that cannot be used."""


@dataclass(frozen=True)
class CrawlArguments:
    """The checked arguments of one crawl."""

    origin: str | None = None
    """Scheme and host that are asked instead of the outlet's own, e.g. ``http://127.0.0.1:8000``."""

    ways: tuple[str, ...] = ()
    """Ways in, in the order they are tried."""

    editions: tuple[str, ...] = ()
    """Languages (BCP 47); none means all."""

    sections: tuple[str, ...] = ()
    """Names or slugs of sections, case-folded; none means all."""

    since: datetime | None = None
    """Articles first published before this moment are left out; aware."""

    until: datetime | None = None
    """Articles first published at or after this moment are left out; aware."""

    max_articles: int | None = None
    """At most this many article pages are fetched."""

    refetch: bool = False
    """Fetch articles that are stored already, too."""

    fill_gaps: bool = False
    """Fetch only what failed or was missed, as far as the store can tell."""

    gaps: tuple[Period, ...] = ()
    """Periods of first publication outside which articles are left out; none for no bound."""

    @classmethod
    def parse(
        cls,
        raw: Mapping[str, str],
        *,
        ways: Sequence[str],
        editions: Sequence[str],
        zone: ZoneInfo,
        now: datetime,
    ) -> Self:
        """Return the checked form of *raw*.

        :param ways: the outlet's ways in, in its own order; the default.
        :param editions: the outlet's languages; the default.
        :param zone: in which dates without an offset are read.
        :param now: aware; ``7d``, ``12h`` and ``2w`` count back from here.
        :raises ArgumentError: for an unknown name or a value that cannot be read.
        """
        known = [field.name for field in fields(cls) if field.name != "gaps"]
        for name in raw:
            if name not in known:
                guess = get_close_matches(name, known, n=1)
                hint = f"did you mean {guess[0]!r}? " if guess else ""
                raise ArgumentError(
                    f"unknown argument {name!r}: {hint}known are {', '.join(known)}"
                )
        since = _moment("since", raw, zone=zone, now=now)
        until = _moment("until", raw, zone=zone, now=now, end_of_day=True)
        if since and until and since >= until:
            raise ArgumentError(f"since={raw['since']} is not before until={raw['until']}")
        refetch, fill_gaps = _switch("refetch", raw), _switch("fill_gaps", raw)
        if refetch and fill_gaps:
            raise ArgumentError("fill_gaps=1 fetches what is missing, refetch=1 all: give one")
        return cls(
            origin=checked_origin(raw.get("origin")),
            ways=_choice("ways", raw, ways),
            editions=_choice("editions", raw, editions),
            sections=tuple(name.casefold() for name in names_in(raw.get("sections", ""))),
            since=since,
            until=until,
            max_articles=_count("max_articles", raw),
            refetch=refetch,
            fill_gaps=fill_gaps,
        )

    def narrows(self, languages: Sequence[str]) -> bool:
        """Tell whether only some sections, or some of an outlet's *languages*, are asked for."""
        return bool(self.sections) or not set(languages) <= set(self.editions or languages)

    def wants(self, language: str) -> bool:
        """Tell whether articles of the edition in *language* are asked for."""
        return not self.editions or language in self.editions

    def outside(self, date: datetime | None) -> str | None:
        """Return why an article of *date* is left out, or None if it is wanted or undated."""
        if date is None:
            return None
        if self.since and date < self.since:
            return "older than since"
        if self.until and date >= self.until:
            return "newer than until"
        if self.gaps and not any(since <= date < until for since, until in self.gaps):
            return "in no gap"
        return None


def names_in(value: str) -> list[str]:
    """Return the names that stand in *value*, parted by commas.

    >>> names_in("az, ge,")
    ['az', 'ge']
    """
    return [name for part in value.split(",") if (name := part.strip())]


def _choice(name: str, raw: Mapping[str, str], allowed: Sequence[str]) -> tuple[str, ...]:
    if name not in raw:
        return tuple(allowed)
    chosen = tuple(dict.fromkeys(names_in(raw[name])))
    wrong = [value for value in chosen if value not in allowed]
    if wrong or not chosen:
        what = f"unknown value {wrong[0]!r}" if wrong else "no value"
        raise ArgumentError(f"{name}: {what}; this outlet has {', '.join(allowed)}")
    return chosen


def checked_origin(value: str | None) -> str | None:
    """Return *value* as scheme and host alone; None stays None.

    :raises ArgumentError: if it is something else.
    """
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        valid = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        valid = False
    if not valid or parts.path.strip("/") or parts.query:
        raise ArgumentError(
            f"origin: {value!r} is no scheme and host; write it like http://127.0.0.1:8000"
        )
    return f"{parts.scheme}://{parts.netloc}"


def _moment(
    name: str, raw: Mapping[str, str], *, zone: ZoneInfo, now: datetime, end_of_day: bool = False
) -> datetime | None:
    value = raw.get(name)
    if value is None:
        return None
    try:
        if ago := _AGO.fullmatch(value):
            return now.astimezone(zone) - timedelta(**{_UNITS[ago[2]]: int(ago[1])})
        moment = datetime.fromisoformat(value)
        if end_of_day and len(value) == len("2025-10-31"):
            moment = datetime.combine(moment.date() + timedelta(days=1), time())
    except (ValueError, OverflowError):
        raise ArgumentError(
            f"{name}: {value!r} is no date; write it like 2025-10-31, 2025-10-31T18:00 or 7d"
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _count(name: str, raw: Mapping[str, str]) -> int | None:
    value = raw.get(name)
    if value is None:
        return None
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise ArgumentError(f"{name}: {value!r} is no number of 1 or more")
    return int(value)


def _switch(name: str, raw: Mapping[str, str]) -> bool:
    value = raw.get(name, "0").casefold()
    if value in ("1", "true", "yes"):
        return True
    if value in ("0", "false", "no"):
        return False
    raise ArgumentError(f"{name}: {value!r} is neither 1 nor 0")
