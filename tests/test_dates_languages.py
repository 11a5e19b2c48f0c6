"""Every month of every language, in the orders that are printed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from newscrawl.dates import parse_date
from newscrawl.dates.lexicon import word_token
from newscrawl.dates.months import GREGORIAN, JALALI
from newscrawl.dates.words import ROWS

ZONE = ZoneInfo("Asia/Tbilisi")
NOW = datetime(2026, 5, 6, 18, 0, tzinfo=ZONE)

EACH_MONTH = [
    pytest.param(language, number, names.split(), id=f"{language}-{number}")
    for language, row in GREGORIAN.items()
    for number, names in enumerate(row.split(", "), 1)
]


def moment(text: str, language: str) -> datetime | None:
    instant = parse_date(text, zone=ZONE, now=NOW, languages=[language])
    return instant.moment if instant else None


@pytest.mark.parametrize("language", GREGORIAN)
def test_there_are_twelve_months(language: str) -> None:
    assert len(GREGORIAN[language].split(", ")) == 12


@pytest.mark.parametrize(("language", "number", "names"), EACH_MONTH)
def test_each_name_of_a_month_is_read_in_each_order(
    language: str, number: int, names: list[str]
) -> None:
    day, minute = (
        datetime(2025, number, 9, tzinfo=ZONE),
        datetime(2025, number, 9, 7, 5, tzinfo=ZONE),
    )
    for name in (entry.replace("_", " ") for entry in names):
        assert moment(f"9 {name} 2025", language) == day
        assert moment(f"09 {name.upper()}, 2025", language) == day
        assert moment(f"{name.capitalize()}. 9, 2025 07:05", language) == minute
        assert moment(f"2025 {name} 9 | 07:05", language) == minute
        assert moment(f"07:05 - 9 {name} 2025", language) == minute


@pytest.mark.parametrize("row", JALALI.values(), ids=list(JALALI))
def test_each_month_of_the_jalali_calendar_is_read(row: str) -> None:
    for number, names in enumerate(row.split(", "), 1):
        for name in names.split():
            assert moment(f"۹ {name} ۱۴۰۳", "fa") == moment(f"1403/{number:02}/09", "fa")


def test_every_word_of_the_tables_is_known_and_hides_no_month() -> None:
    words = {word for _, _, row in ROWS for word in row.split()}
    assert not [word for word in words if word_token(word.replace("_", " ")).kind == "?"]
    months = {name for row in GREGORIAN.values() for name in row.replace(",", "").split()}
    # v and g are months too, where nothing speaks for their other meaning.
    assert not [name for name in months if word_token(name.replace("_", " ")).kind not in "mvgh"]
