"""Dates written for machines, and dates in addresses."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from newscrawl.dates import date_in_url, parse_date, parse_machine_date

BAKU = ZoneInfo("Asia/Baku")
NOW = datetime(2025, 11, 16, 12, 30, 45, tzinfo=BAKU)


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-13T10:23:07+04:00", "2025-10-13T10:23:07.123456+0400", "2025-10-13T06:23:07Z",
        "2025-10-13 10:23:07", "2025-10-13 10:23:07 +04:00", "2025-10-13T06:23:07 UTC",
        "2025-10-13 10:23:07 +0400", "20251013T062307Z", "Mon, 13 Oct 2025 06:23:07 GMT",
        "Mon, 13 Oct 2025 10:23:07 +0400", "13 Oct 2025 02:23:07 EDT", "Mon Oct 13 10:23:07 2025",
        "1760336587", "1760336587123", " 2025/10/13 10:23:07 ",
    ],
)  # fmt: skip
def test_machine_dates_are_read_in_every_sloppy_form(text: str) -> None:
    expected = "2025-10-13T10:23:07+04:00", "second"
    for instant in (
        parse_machine_date(text, zone=BAKU, now=NOW),
        parse_date(text, zone=BAKU, now=NOW, languages=["ru"]),
    ):
        assert instant is not None
        assert (instant.moment.isoformat(), instant.precision) == expected


@pytest.mark.parametrize(
    "text",
    ["2025-10-13T10:23:07+04:00AZT", "2025-10-13T08:23:07+02:00CET", "2025-10-13T06:23:7Z",
     "20251013T06:23:07Z", "2025-10-13CEST08:23:07+0200", "2025-10-13T06:23:07ZZ",
     "2025-10-13UTC06:23:07+00:00", "2025-10-13CEST08:23:07", "2025-10-13T06:23:07.214696Z GMT",
     "2025-10-13T02:23:07-04:00 EST"],
)  # fmt: skip
def test_machine_dates_are_read_that_nearly_are_iso_8601(text: str) -> None:
    instant = parse_machine_date(text, zone=BAKU, now=NOW)
    assert instant is not None
    expected = "2025-10-13T10:23:07+04:00", "second"
    assert (instant.moment.isoformat(), instant.precision) == expected


@pytest.mark.parametrize("zone", [BAKU, None])
@pytest.mark.parametrize("text", ["2025-10-13T23:23:07.2Z EST", "2025-10-13 23:23+00:00 EST"])
def test_only_the_day_is_sure_where_an_offset_of_zero_meets_another_zone(
    text: str, zone: ZoneInfo | None
) -> None:
    instant = parse_machine_date(text, zone=zone, now=NOW)
    assert instant is not None
    assert instant.moment.isoformat()[:16] == "2025-10-13T00:00"
    assert instant.precision == "day"


def test_machine_dates_say_how_precise_they_are() -> None:
    def precision(text: str) -> str | None:
        instant = parse_machine_date(text, zone=BAKU, now=NOW)
        return instant.precision if instant else None

    assert precision("2025-10-13") == precision("Mon, 13 Oct 2025") == "day"
    assert precision("2025-10-13T10:23+04:00") == precision("2025-10-13 10:23") == "minute"
    assert precision("20251013T1023Z") == "minute"


@pytest.mark.parametrize(
    "text",
    ["yesterday", "5 minutes ago", "13 Oct", "Oct 13 10:23", "20251013", "202510134821", "0", "-1",
     "9999999999", "2025-W41-1", "0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00Z",
     "2025-10-13T06:23:07Z XYZ", "2025-10-13T06:23:07Z CET CET", "2025-10-13T06:23:7+04:99",
     "2025-02-30T06:23:7Z", "2025-10-13XYZ06:23:07", "2025-10-13T06:23:07 BST",
     "11.09.21 10:23", "null"],
)  # fmt: skip
def test_machine_dates_are_neither_relative_nor_short_of_a_year(text: str) -> None:
    assert parse_machine_date(text, zone=BAKU, now=NOW) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/en/news/2025/10/13/Flood-gates/3120456", date(2025, 10, 13)),
        ("https://a.example/ru/news/2025/10/13/flood-gates", date(2025, 10, 13)),
        ("https://a.example/Detail/2025/10/13/756431/Flood", date(2025, 10, 13)),
        ("https://a.example/2025/9/3/flood/", date(2025, 9, 3)),
        ("https://a.example/2025/10/13", date(2025, 10, 13)),
        ("https://a.example/fa/news/1404/07/21/3420156/x", date(2025, 10, 13)),
        ("https://a.example/news/2025-10-13-flood-gates", date(2025, 10, 13)),
        ("https://a.example/20251013/flood.html", date(2025, 10, 13)),
        ("https://a.example/2025/10/flood/", None),
        ("https://a.example/2025/13/10/flood/", None),
        ("https://a.example/news/20251013", None),
        ("https://a.example/en/202510134821", None),
        ("https://a.example/news/what-2025-10-13-changed", None),
        ("https://a.example/news?day=/2025/10/13/", None),
        ("http://[broken/2025/10/13/", None),
    ],
)
def test_addresses_give_the_day_that_their_path_names(url: str, expected: date | None) -> None:
    assert date_in_url(url) == expected
