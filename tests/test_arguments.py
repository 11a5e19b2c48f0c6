from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newscrawl.arguments import ArgumentError, CrawlArguments

BAKU = ZoneInfo("Asia/Baku")
NOW = datetime(2025, 10, 31, 12, tzinfo=UTC)


def parse(**raw: str) -> CrawlArguments:
    return CrawlArguments.parse(
        raw, ways=("feed", "listing"), editions=("ru", "en"), zone=BAKU, now=NOW
    )


def test_nothing_said_means_all_ways_and_editions() -> None:
    arguments = parse()
    assert arguments.ways == ("feed", "listing")
    assert arguments.editions == ("ru", "en")
    assert (arguments.since, arguments.until, arguments.max_articles) == (None, None, None)
    assert not arguments.refetch


def test_lists_keep_their_order_and_each_value_once() -> None:
    assert parse(ways="listing, feed,listing").ways == ("listing", "feed")
    assert parse(sections="REGION,Мир").sections == ("region", "мир")


def test_days_are_days_in_the_outlets_zone_and_until_holds_its_day() -> None:
    arguments = parse(since="2025-10-01", until="2025-10-31")
    assert arguments.since == datetime(2025, 10, 1, tzinfo=BAKU)
    assert arguments.until == datetime(2025, 11, 1, tzinfo=BAKU)
    assert arguments.outside(datetime(2025, 10, 31, 23, 59, tzinfo=BAKU)) is None
    assert arguments.outside(datetime(2025, 11, 1, tzinfo=BAKU)) == "newer than until"
    assert arguments.outside(datetime(2025, 9, 30, 23, 59, tzinfo=BAKU)) == "older than since"
    assert arguments.outside(None) is None


def test_a_span_counts_back_from_now() -> None:
    assert parse(since="36h").since == datetime(2025, 10, 30, 4, tzinfo=BAKU)
    assert parse(since="2025-10-31T06:00:00Z").since == datetime(2025, 10, 31, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("sinc", "2025-10-01", "did you mean 'since'"),
        ("colour", "red", "known are origin, ways"),
        ("editions", "xx", "unknown value 'xx'; this outlet has ru, en"),
        ("editions", "", "no value"),
        ("ways", "sitemap", "this outlet has feed, listing"),
        ("since", "yesterday", "is no date; write it like 2025-10-31"),
        ("since", "2025-02-30", "is no date"),
        ("until", "9999-12-31", "is no date"),
        ("max_articles", "0", "is no number of 1 or more"),
        ("max_articles", "many", "is no number of 1 or more"),
        ("refetch", "perhaps", "is neither 1 nor 0"),
        ("origin", "127.0.0.1:8000", "write it like http://127.0.0.1:8000"),
        ("origin", "http://127.0.0.1:8000/en", "is no scheme and host"),
        ("origin", "http://[::1", "is no scheme and host"),
    ],
)
def test_what_cannot_be_used_is_named_with_a_way_out(name: str, value: str, said: str) -> None:
    with pytest.raises(ArgumentError, match=name) as error:
        parse(**{name: value})
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_since_has_to_lie_before_until() -> None:
    with pytest.raises(ArgumentError, match="is not before until=2025-10-01"):
        parse(since="2025-10-05", until="2025-10-01")
