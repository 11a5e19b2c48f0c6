from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.dates.jalali import FIRST_YEAR, LAST_YEAR, gregorian, jalali_year


@pytest.mark.parametrize(
    ("jalali", "expected"),
    [
        ((1300, 1, 1), date(1921, 3, 21)),
        ((1342, 12, 30), date(1964, 3, 20)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1375, 12, 30), date(1997, 3, 20)),
        ((1390, 6, 31), date(2011, 9, 22)),
        ((1395, 12, 30), date(2017, 3, 20)),
        ((1398, 11, 29), date(2020, 2, 18)),
        ((1399, 2, 21), date(2020, 5, 10)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1402, 12, 29), date(2024, 3, 19)),
        ((1403, 1, 1), date(2024, 3, 20)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 7, 21), date(2025, 10, 13)),
        ((1404, 12, 29), date(2026, 3, 20)),
        ((1408, 12, 30), date(2030, 3, 20)),
        ((1409, 1, 1), date(2030, 3, 21)),
        ((1436, 12, 30), date(2058, 3, 20)),
        ((1499, 12, 29), date(2121, 3, 20)),
    ],
)
def test_known_days_agree(jalali: tuple[int, int, int], expected: date) -> None:
    assert gregorian(*jalali) == expected


def test_leap_years_are_those_of_the_calendar() -> None:
    leap = [year for year in range(1370, 1430) if gregorian(year, 12, 29) + timedelta(days=1) !=
            gregorian(year + 1, 1, 1)]  # fmt: skip
    assert leap == [1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420,
                    1424, 1428]  # fmt: skip


@pytest.mark.parametrize(
    "impossible",
    [(1404, 12, 30), (1404, 7, 31), (1404, 1, 32), (1404, 0, 1), (1404, 13, 1), (1404, 1, 0),
     (1299, 1, 1), (1500, 1, 1)],
)  # fmt: skip
def test_days_that_do_not_exist_are_refused(impossible: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no Jalali date"):
        gregorian(*impossible)


@given(st.integers(FIRST_YEAR, LAST_YEAR - 1), st.integers(1, 12), st.integers(1, 29))
def test_a_day_falls_in_its_year_and_the_next_is_one_day_later(
    year: int, month: int, day: int
) -> None:
    found = gregorian(year, month, day)
    assert jalali_year(found) == year
    if day < 29:
        assert gregorian(year, month, day + 1) - found == timedelta(days=1)
