"""What holds for every text, however odd."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newscrawl.dates import Instant, date_in_url, parse_date, parse_machine_date
from newscrawl.dates.months import GREGORIAN, JALALI
from newscrawl.dates.words import ROWS

ZONES = [None, *map(ZoneInfo, ("Asia/Baku", "Asia/Tehran", "Europe/Prague", "America/New_York"))]
WORDS = sorted(
    {name for row in (*GREGORIAN.values(), *JALALI.values()) for name in row.split(", ")[3].split()}
    | {word.replace("_", " ") for _, _, row in ROWS for word in row.split()[::7]}
)
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(["UTC+4", "BST", "ET", "a.m.", "10:23", "10h23", "2025-10-13", "T", "-0500"]),
    st.integers(0, 99).map(str),
    st.integers(1280, 2100).map(str),
    st.sampled_from("/.-:,|[]()@۱۲३ "),
    st.text(max_size=3),
)
TEXTS = st.lists(PIECES, max_size=9).map(" ".join) | st.lists(PIECES, max_size=9).map("".join)
NOWS = st.datetimes(datetime(2001, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
QUICK = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def holds(instant: Instant | None, zone: ZoneInfo | None, now: datetime) -> None:
    if instant is None:
        return
    moment = instant.moment
    assert moment.utcoffset() is not None
    assert zone is None or moment.tzinfo is zone
    assert datetime(1990, 1, 1, tzinfo=UTC) - timedelta(days=1) < moment <= now + timedelta(days=2)
    assert instant.precision in ("second", "minute", "day")
    assert moment.microsecond == 0
    assert instant.precision == "second" or moment.second == 0


@QUICK
@given(TEXTS, st.sampled_from(ZONES), NOWS, st.booleans())
def test_any_text_gives_none_or_a_believable_instant(
    text: str, zone: ZoneInfo | None, now: datetime, today: bool
) -> None:
    instant = parse_date(
        text, zone=zone, now=now, languages=["fa", "ru"][today:], time_only_is_today=today
    )
    holds(instant, zone, now)
    holds(parse_machine_date(text, zone=zone, now=now), zone, now)
    date_in_url(f"https://a.example/{text}")


@QUICK
@given(st.text(), st.sampled_from(ZONES))
def test_any_characters_are_survived(text: str, zone: ZoneInfo | None) -> None:
    now = datetime(2025, 11, 16, 12, tzinfo=UTC)
    holds(parse_date(text, zone=zone, now=now, languages=["en"]), zone, now)
    date_in_url(text)


@pytest.mark.parametrize("unit", ["1", "1 ", "may ", "1:", "2025-", "a", "(", "10:23 ", "ago "])
def test_long_texts_are_no_dates(unit: str) -> None:
    now = datetime(2025, 11, 16, 12, tzinfo=UTC)
    for size in (201, 100_000):
        assert parse_date((unit * size)[:size], zone=None, now=now, languages=["en"]) is None
    padded = "13 October 2025" + " " * 1000
    assert parse_date(padded, zone=None, now=now) is not None


@QUICK
@given(
    st.datetimes(datetime(1991, 1, 1), datetime(2025, 1, 1)),  # noqa: DTZ001
    st.sampled_from([zone for zone in ZONES if zone]),
    st.sampled_from(
        ["%Y-%m-%d %H:%M", "%d.%m.%Y [%H:%M]", "%d %B %Y, %I:%M %p", "%H:%M, %b %d, %Y"]
    ),
)
def test_what_is_printed_is_read_back(naive: datetime, zone: ZoneInfo, form: str) -> None:
    now = datetime(2025, 11, 16, 12, tzinfo=UTC)
    instant = parse_date(naive.strftime(form), zone=zone, now=now)
    assert instant is not None
    expected = naive.replace(second=0, microsecond=0, fold=0, tzinfo=zone).astimezone(UTC)
    assert instant.moment.astimezone(UTC) == expected


@QUICK
@given(
    st.datetimes(
        datetime(1991, 1, 1),  # noqa: DTZ001
        datetime(2025, 1, 1),  # noqa: DTZ001
        timezones=st.timezones(),
        allow_imaginary=False,
    )
)
def test_machine_dates_are_read_back(moment: datetime) -> None:
    now = datetime(2025, 11, 16, 12, tzinfo=UTC)
    instant = parse_machine_date(moment.isoformat(), zone=None, now=now)
    assert instant is not None
    # In UTC, because Python takes no time that a clock shows twice for equal to another zone's.
    assert instant.moment.astimezone(UTC) == moment.astimezone(UTC).replace(microsecond=0)
