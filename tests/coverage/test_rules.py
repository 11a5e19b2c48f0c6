from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from newscrawl.coverage.days import Counts
from newscrawl.coverage.rules import in_use, is_far_below, like_days, lost, missed_by, silent_days
from newscrawl.storage.coverage import Reach

DAY = timedelta(days=1)
MONDAY = date(2031, 3, 3)
BEGIN = datetime(2031, 3, 3, tzinfo=UTC)
END = BEGIN + DAY


def had(count: int) -> Counts:
    return Counts(Counter(stored=count))


def weekly(counts: dict[int, int]) -> dict[date, Counts]:
    """Counts of Mondays, by weeks from :data:`MONDAY`."""
    return {MONDAY + timedelta(weeks=week): had(count) for week, count in counts.items()}


def like(
    days: dict[date, Counts], *, first: int = -60, last: int = 60, weeks: int = 2
) -> list[int]:
    return like_days(
        MONDAY,
        days,
        first=MONDAY + timedelta(weeks=first),
        last=MONDAY + timedelta(weeks=last),
        most=weeks,
        step=timedelta(weeks=1),
    )


def reach(listing: str, since: datetime | None, until: datetime | None, read_at: datetime) -> Reach:
    return Reach(listing, since, until, read_at)


@pytest.mark.parametrize("reason", ["gone", "robots.txt", "offsite"])
def test_what_no_attempt_can_mend_is_not_lost(reason: str) -> None:
    assert not lost(Counts(Counter(failed=2), Counter({reason: 2})))


def test_a_listing_misses_a_day_that_it_was_not_read_over_to_both_ends() -> None:
    whole = [
        reach("to its end", None, END, END),
        reach("since", BEGIN, END, END),
    ]
    parts = [
        reach("from noon", BEGIN + DAY / 2, END, END),
        reach("until noon", None, BEGIN + DAY / 2, END),
        reach("never", None, None, END),
    ]
    assert missed_by(BEGIN, END, whole) == ()
    assert missed_by(BEGIN, END, [*parts, *whole]) == ("from noon", "until noon", "never")


def test_a_listing_that_was_long_not_read_counts_no_more() -> None:
    old, late, new = (
        reach(n, None, END, END + day * DAY) for n, day in (("a", 0), ("b", 5), ("c", 30))
    )
    assert in_use([old, late, new], 25 * DAY) == [late, new]
    assert in_use([old], DAY) == [old]
    assert in_use([], DAY) == []


def test_like_days_are_the_same_weekday_on_both_sides() -> None:
    days = weekly({-3: 9, -2: 1, -1: 2, 0: 50, 1: 3, 2: 4, 3: 9})
    days[MONDAY + DAY] = had(99)
    assert like(days) == [2, 1, 3, 4]


def test_like_days_stay_within_the_outlets_time() -> None:
    days = weekly({week: 5 + week for week in range(-4, 5)})
    assert like(days, first=-1, last=0) == [4]


def test_weeks_in_which_nothing_was_had_are_passed_over_but_quiet_days_count() -> None:
    days = weekly({-5: 7, -4: 8})
    days[MONDAY - timedelta(weeks=1) + 2 * DAY] = had(1)
    assert like(days) == [0, 8]
    assert like(weekly({-40: 7})) == [], "too far away"


@pytest.mark.parametrize(
    ("count", "days", "expected"),
    [
        (0, [4, 4, 5, 4], True),
        (0, [2, 2, 3, 2], False),  # chance
        (3, [10, 11, 9, 10], True),
        (4, [10, 11, 9, 10], False),
        (0, [1, 20, 2, 30], False),  # an outlet of whims
        (0, [0, 0, 0, 9], False),  # quiet on that weekday
        (40, [10, 10, 10, 10], False),
    ],
)
def test_far_below_is_far_beyond_chance_and_habit(
    count: int, days: list[int], expected: bool
) -> None:
    assert is_far_below(count, days, 0.3) is expected


def test_a_silence_is_long_by_what_is_common_for_the_outlet() -> None:
    daily = {MONDAY + number * DAY: had(1) for number in (*range(10), 15, 22, 30)}
    silent = silent_days(daily, 7)
    assert (min(silent), max(silent)) == (MONDAY + 23 * DAY, MONDAY + 29 * DAY)
    assert len(silent) == 7
    weeks = weekly({**dict.fromkeys(range(7), 1), 13: 1})
    assert silent_days(weeks, 7) == set()
    assert silent_days(dict(list(daily.items())[-6:]), 7) == set(), "too few days to tell"
    assert silent_days({}, 7) == set()
