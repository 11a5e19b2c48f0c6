from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from newscrawl.coverage import Bounds, Counts, Verdict, incomplete_spans, judge, spans, tally
from newscrawl.storage.coverage import Entry, Reach

BAKU = ZoneInfo("Asia/Baku")
DAY = timedelta(days=1)
NOW = datetime(2031, 3, 31, 20, 30, tzinfo=UTC)
"""After midnight in Baku: there it is 1 April."""

READ = [Reach("front", since=None, until=NOW, read_at=NOW)]


def entry(day: date, outcome: str = "stored", reason: str | None = None) -> Entry:
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return Entry(outcome, reason, moment, moment, seen_again=False)


def month(*, but: Iterable[int] = (), articles: int = 20) -> list[Entry]:
    """So many articles on each day of March, on none of *but*."""
    days = (date(2031, 3, day) for day in range(1, 32) if day not in but)
    return [entry(day) for day in days for _ in range(articles)]


def judged(
    entries: Iterable[Entry], reaches: Iterable[Reach] = READ, **wanted: Any
) -> list[Verdict]:
    period = {"since": date.min, "until": date.max, **wanted}
    bounds = period.pop("bounds", Bounds(weeks=2))
    days = tally(entries, BAKU)
    return judge(days, reaches, zone=BAKU, now=NOW, bounds=bounds, **period)


def flawed(verdicts: Iterable[Verdict]) -> dict[int, tuple[str, ...]]:
    """The days of March that look incomplete."""
    return {verdict.day.day: verdict.flaws for verdict in verdicts if verdict.flaws}


def test_a_day_is_that_of_publication_in_the_outlets_zone_or_of_the_first_listing() -> None:
    evening = datetime(2031, 3, 4, 21, tzinfo=UTC)
    days = tally(
        [
            Entry("stored", None, evening, evening, seen_again=True),
            Entry("stored", None, evening - 9 * DAY, evening, seen_again=False),
            Entry("failed", "http 500", None, evening, seen_again=False),
        ],
        BAKU,
    )
    assert set(days) == {date(2031, 3, 5), date(2031, 2, 24)}
    day = days[date(2031, 3, 5)]
    assert (day.listed, day.known, day.had) == (2, 1, 1)
    assert day.failures == {"http 500": 1}


def test_a_month_that_was_read_in_full_has_no_flaw() -> None:
    verdicts = judged(month())
    assert len(verdicts) == 31
    assert flawed(verdicts) == {}


def test_what_failed_or_is_pending_makes_a_day_incomplete_but_not_what_is_gone() -> None:
    bad = [
        entry(date(2031, 3, 1), "failed", "http 500"),
        entry(date(2031, 3, 8), "pending"),
        entry(date(2031, 3, 9), "failed", "gone"),
        entry(date(2031, 3, 10), "dropped", "no headline"),
    ]
    assert flawed(judged(month() + bad)) == {1: ("failed",), 8: ("pending",)}


def test_a_day_without_articles_between_others_looks_incomplete() -> None:
    verdicts = judged(month(but=[12, 13]))
    assert flawed(verdicts) == {12: ("few",), 13: ("few",)}
    assert [verdict.usual for verdict in verdicts if verdict.few] == [20, 20]


def test_a_long_silence_is_a_gap_even_where_weekdays_cannot_be_compared() -> None:
    verdicts = judged(month(but=range(10, 24)))
    assert flawed(verdicts) == dict.fromkeys(range(10, 24), ("silent",))


def test_days_since_the_last_reading_are_uncovered() -> None:
    until = datetime(2031, 3, 28, 12, tzinfo=UTC)
    stale = [Reach("front", since=None, until=until, read_at=until)]
    verdicts = judged(month(), [*stale, *READ])
    assert flawed(verdicts) == dict.fromkeys((28, 29, 30, 31), ("uncovered",))
    assert verdicts[-1].missed == ("front",)
    assert flawed(judged(month(but=range(1, 31)), [])) == {}, "the first day alone"
    assert len(flawed(judged(month(), []))) == 30, "no listing was ever read"


def test_neither_today_nor_the_time_before_the_first_article_is_judged() -> None:
    entries = [
        entry(date(2031, 2, 20), "failed", "http 500"),
        *month(),
        entry(date(2031, 4, 1), "pending"),
        entry(date(2031, 4, 9), "pending"),
    ]
    verdicts = judged(entries)
    assert flawed(verdicts) == {}
    assert [v.day for v in verdicts if not v.judged] == [
        date(2031, 2, 20),
        date(2031, 4, 1),
        date(2031, 4, 9),
    ]


def test_where_the_history_of_a_weekday_is_short_the_days_around_have_to_agree() -> None:
    verdicts = judged(month(but=[9, 10]), bounds=Bounds(weeks=4))
    assert flawed(verdicts) == {9: ("few",), 10: ("few",)}
    weekends = [day for day in range(1, 32) if date(2031, 3, day).weekday() > 4]
    assert flawed(judged(month(but=weekends), bounds=Bounds(weeks=4))) == {}


def test_a_short_history_is_said_and_not_guessed_from() -> None:
    verdicts = judged(month(but=[*range(1, 24), 28]))
    assert flawed(verdicts) == {}
    assert [verdict.day.day for verdict in verdicts if verdict.short] == list(range(25, 32))


def test_the_period_bounds_what_is_told_but_not_what_is_compared() -> None:
    verdicts = judged(month(but=[16]), since=date(2031, 3, 15), until=date(2031, 3, 17))
    assert [verdict.day.day for verdict in verdicts] == [15, 16, 17]
    assert flawed(verdicts) == {16: ("few",)}
    assert judged([]) == []


def test_periods_to_read_again_are_whole_days_of_the_zone() -> None:
    verdicts = judged([*month(but=[12, 13]), entry(date(2031, 3, 14), "pending")])
    assert incomplete_spans(verdicts, BAKU) == [
        (datetime(2031, 3, 12, tzinfo=BAKU), datetime(2031, 3, 15, tzinfo=BAKU))
    ]
    alike = [[verdict.day.day for verdict in span] for span in spans(verdicts, alike=True)]
    assert alike == [[12, 13], [14]]


def test_a_day_of_a_clock_change_is_as_long_as_it_is() -> None:
    lisbon = ZoneInfo("Europe/Lisbon")
    sunday = Verdict(date(2031, 3, 30), Counts(), judged=True, few=True)
    ((since, until),) = incomplete_spans([sunday], lisbon)
    assert until.astimezone(UTC) - since.astimezone(UTC) == timedelta(hours=23)
