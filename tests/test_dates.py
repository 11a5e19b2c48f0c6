"""Dates as outlets print them, and what is refused."""

import warnings
from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newscrawl.dates import Instant, parse_date

BAKU = ZoneInfo("Asia/Baku")
NOW = datetime(2025, 11, 16, 12, 30, 45, tzinfo=BAKU)


def read(
    text: str,
    *languages: str,
    zone: ZoneInfo | None = BAKU,
    now: datetime = NOW,
    day_first: bool | None = None,
    time_only_is_today: bool = False,
) -> tuple[str, str] | None:
    """The moment in ISO 8601, to the minute, and the precision."""
    instant = parse_date(
        text,
        zone=zone,
        now=now,
        languages=languages,
        day_first=day_first,
        time_only_is_today=time_only_is_today,
    )
    return shown(instant)


def shown(instant: Instant | None) -> tuple[str, str] | None:
    return (instant.moment.isoformat(), instant.precision) if instant else None


MINUTE = "2025-10-13T10:23:00+04:00", "minute"
DAY = "2025-10-13T00:00:00+04:00", "day"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("13 October 2025 10:23", "en", MINUTE),
        ("13 Октября 2025 10:23", "ru", MINUTE),
        ("13 октября 2025, 10:23", "ru", MINUTE),
        ("13 октября 2025 в 10:23", "ru", MINUTE),
        ("13.10.2025 10:23", "ru", MINUTE),
        ("13 հոկտեմբերի 2025 10:23", "hy", MINUTE),
        ("Հոկտեմբեր 13, 2025", "hy", DAY),
        ("13 Oktyabr 10:23 (UTC+04)", "az", MINUTE),
        ("13 oktyabr 2025 10:23 (UTC +04:00)", "az", MINUTE),
        ("13 oktyabr, 2025 10:23", "az", MINUTE),
        ("13 October 2025 10:23 (UTC+04:00)", "en", MINUTE),
        ("13.10.2025 [10:23]", "az", MINUTE),
        ("13.10.2025 | 10:23", "az", MINUTE),
        ("13 oktyabr, 2025 / 10:23", "az", MINUTE),
        ("Bu gün / 12:18", "az", ("2025-11-16T12:18:00+04:00", "minute")),
        ("Dünən, 22:30", "az", ("2025-11-15T22:30:00+04:00", "minute")),
        ("13 oktyabr 2025-ci il, saat 10:23", "az", MINUTE),
        ("Dərc olunub: 13 oktyabr 2025", "az", DAY),
        ("10:23, 13.10.2025", "hy", MINUTE),
        ("13/10/2025 - 10:23", "en", MINUTE),
        ("13 Oct 2025 - 10:23", "en", MINUTE),
        ("13 Ekim 2025 Güncelleme: 14 Ekim 2025", "tr", DAY),
        ("13.10.2025 - Güncelleme : 14.10.2025", "tr", DAY),
        ("Oluşturulma Tarihi: Ekim 13, 2025 10:23", "tr", MINUTE),
        ("13 EKİM 2025 PAZARTESİ", "tr", DAY),
        ("13 Agustos 2025 Carsamba", "tr", ("2025-08-13T00:00:00+04:00", "day")),
        ("October 13, 2025 - 10:23", "en", MINUTE),
        ("Publish Date: 10:23 - 13 October 2025", "en", MINUTE),
        ("10:23, 13 October 2025", "en", MINUTE),
        ("Monday, 13th October 2025", "en", DAY),
        ("Oct. 13, 2025, 10:23 a.m.", "en", MINUTE),
        ("Oct 13, 2025 @ 10:23 PM", "en", ("2025-10-13T22:23:00+04:00", "minute")),
        ("on 13 October 2025 at 10:23:07", "en", ("2025-10-13T10:23:07+04:00", "second")),
        ("понедельник, 13 октября 2025 г.", "ru", DAY),
        ("۲۱ مهر ۱۴۰۴ - ۱۰:۲۳", "fa", MINUTE),
        ("۱۴۰۴/۰۷/۲۱ - ۱۰:۲۳", "fa", MINUTE),
        ("دوشنبه، ۲۱ مهر ۱۴۰۴ ساعت ۱۰:۲۳", "fa", MINUTE),
        ("۱۳ اکتبر ۲۰۲۵", "fa", DAY),
        ("2025-yil 13-oktabr", "uz", DAY),
        ("13-oktabr, 2025-yil, 10:23", "uz", MINUTE),
        ("2025 йил 13 октябр", "uz-Cyrl", DAY),
        ("2025 жылғы 13 қазан", "kk", DAY),
        ("2025 жылдың 13 қазаны, 10:23", "kk", MINUTE),
        ("2025-жылдын 13-октябры", "ky", DAY),
        ("2025 წლის 13 ოქტომბერი, 10:23", "ka", MINUTE),
        ("13ê Cotmehê 2025", "ku", DAY),
        ("2025年10月13日 10:23", "zh", MINUTE),
        ("2025年10月13日(月) 10時23分", "ja", MINUTE),
        ("2025년 10월 13일 오후 3:23", "ko", ("2025-10-13T15:23:00+04:00", "minute")),
        ("Ngày 13 tháng 10 năm 2025", "vi", DAY),
        ("13. lokakuuta 2025 klo 10.23", "fi", MINUTE),
        ("2025. október 13., hétfő 10:23", "hu", MINUTE),
        ("13 octobre 2025 à 10h23", "fr", MINUTE),
        ("mar. 14 oct. 2025", "es", ("2025-10-14T00:00:00+04:00", "day")),
        ("14 mar. 2025", "es", ("2025-03-14T00:00:00+04:00", "day")),
        ("13 تشرين الأول 2025", "ar", DAY),
        ("13\u200f/10\u200f/2025، 10:23", "ar", MINUTE),
    ],
)
def test_printed_forms_are_read(text: str, language: str, expected: tuple[str, str]) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "2025", "May", "Monday", "13", "10:23", "13 2025", "October 2025", "Week 42, 2025",
        "31 April 2025", "29 February 2025", "32 October 2025", "13.13.2025", "0 May 2025",
        "13 October 2025 25:00", "13 October 2025 24:00", "14:05 AM 13 October 2025",
        "13 October 2025 0:05 PM", "12:30 Monday", "13 Oct 25", "13.10.25", "15.11 10:31", "1/2",
        "13 October 2025 14 October 2025", "13-15 October 2025", "13 October 2025 10:00-11:00",
        "$5 May 2025", "5 days May", "13 October 2025 UTC", "13 October 2025 10:23 BST",
        "13 October 2025 10:23 AMT", "13 October 2025 10:23 XYZ", "13 October 2025 10:23 UTC+15",
        "By Ada Quill in Port on 13 October 2025", "13 October 2025 read", "Baku/13.10.25/Turan:",
        "1404", "21 مهر 2025", "30 اسفند 1404", "2 weeks ago", "hours ago", "in 3 hours", "soon",
        "1989-12-31", "2025-11-19", "19 November 2025", "2025-11-18T12:31:45+04:00", "9999-12-31",
        "12025-10-13", "2025-13-10", "2025-10-13T10", "January 1, 1404", "13 listopada 2025",
    ],
)  # fmt: skip
def test_what_is_ambiguous_impossible_or_more_than_a_date_is_refused(text: str) -> None:
    assert read(text, "en") is None


def test_order_of_numbers_needs_a_language_or_an_answer_if_both_could_be_months() -> None:
    fifth = "2025-10-05T00:00:00+04:00", "day"
    assert read("05/10/2025", "ru") == read("05-10-2025", "az-Cyrl") == fifth
    assert read("05/10/2025", "en") is read("05/10/2025") is None
    assert read("05/10/2025", "en", day_first=True) == read("10/05/2025", day_first=False) == fifth
    assert read("05.10.2025", "en") == read("2025/10/05", "en") == read("2025-10-05") == fifth
    assert read("10/13/2025", "en") == DAY
    assert read("10/13/2025", "ru") is None


def test_names_shared_by_two_months_are_read_in_the_language_of_the_outlet() -> None:
    assert read("13 listopada 2025", "pl") == ("2025-11-13T00:00:00+04:00", "day")
    assert read("13 listopada 2025", "hr", "pl") == DAY


def test_a_missing_year_is_that_of_the_last_such_day() -> None:
    assert read("15 Noyabr") == ("2025-11-15T00:00:00+04:00", "day")
    assert read("17 November 00:10") == ("2025-11-17T00:10:00+04:00", "minute")
    assert read("Nov 18") == ("2024-11-18T00:00:00+04:00", "day")
    leap = "2024-02-29T00:00:00+04:00", "day"
    assert read("29 February") == read("29 Feb", now=NOW.replace(year=2027)) == leap
    assert read("۲۵ آبان") == ("2025-11-16T00:00:00+04:00", "day")
    assert read("۲۹ اسفند") == ("2025-03-19T00:00:00+04:00", "day")


def test_two_digits_are_a_year_only_between_dots_and_beside_a_time() -> None:
    assert read("11.09.21 10:23") == ("2021-09-11T10:23:00+04:00", "minute")
    assert read("11/09/21 10:23", "ru") is None
    assert read("11.09.26 10:23") is None


def test_a_label_of_a_change_hides_its_date_unless_it_is_the_only_one() -> None:
    assert read("Обновлено: 14.10.2025 Опубликовано: 13.10.2025 10:23") == MINUTE
    assert read("Published 13 October 2025 | Last updated 14 October 2025 11:00") == DAY
    assert read("Last update date: 13 October 2025") == DAY
    assert read("13 October 2025, last update date: 14 October 2025") == DAY
    assert read("Date: 13.10.2025 Time: 10:23") == MINUTE
    assert read("Published: 13.10.2025 Created: 12.10.2025") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("just now", ("2025-11-16T12:30:00+04:00", "minute")),
        ("5 minutes ago", ("2025-11-16T12:25:00+04:00", "minute")),
        ("a minute ago", ("2025-11-16T12:29:00+04:00", "minute")),
        ("2 hours 15 minutes ago", ("2025-11-16T10:15:00+04:00", "minute")),
        ("30 seconds ago", ("2025-11-16T12:30:00+04:00", "minute")),
        ("3 hours ago", ("2025-11-16T00:00:00+04:00", "day")),
        ("13 hours ago", ("2025-11-15T00:00:00+04:00", "day")),
        ("an hour ago", ("2025-11-16T00:00:00+04:00", "day")),
        ("Updated 2 days ago", ("2025-11-14T00:00:00+04:00", "day")),
        ("yesterday", ("2025-11-15T00:00:00+04:00", "day")),
        ("вчера в 10:23", ("2025-11-15T10:23:00+04:00", "minute")),
        ("позавчера, 10:23", ("2025-11-14T10:23:00+04:00", "minute")),
    ],
)
def test_what_counts_back_is_as_precise_as_it_says(text: str, expected: tuple[str, str]) -> None:
    assert read(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    """5 dəqiqə əvvəl|5 минут назад|5 րոպե առաջ|5 წუთის წინ|5 dakika önce|۵ دقیقه پیش|5 daqiqa oldin
    5 минут бұрын|5 мүнөт мурун|منذ 5 دقائق|berî 5 deqe|vor 5 Minuten|il y a 5 minutes
    hace 5 minutos|5 minuti fa|há 5 minutos|5 minuten geleden|5 minut temu|för 5 minuter sedan
    for 5 minutter siden|5 minuuttia sitten|před 5 minut|5 perce|acum 5 minute|πριν από 5 λεπτά
    5 хвилин тому|преди 5 минути|prije 5 minuta|5分钟前|5分前|5분 전|5 menit yang lalu|5 phút trước
    5 मिनट पहले""".replace("\n    ", "|").split("|"),
)
def test_minutes_are_counted_back_in_many_languages(text: str) -> None:
    assert read(text) == ("2025-11-16T12:25:00+04:00", "minute")


def test_a_time_alone_is_a_date_only_on_request_and_never_ahead() -> None:
    def today(text: str) -> tuple[str, str] | None:
        return read(text, time_only_is_today=True)

    assert today("10:23") == ("2025-11-16T10:23:00+04:00", "minute")
    assert today("13:20") == ("2025-11-16T13:20:00+04:00", "minute")
    assert today("23:50") == ("2025-11-15T23:50:00+04:00", "minute")
    assert today("10.23") is today("Monday 10:23") is None
    assert read("10:23", zone=None, time_only_is_today=True) is None


def test_without_a_zone_only_the_day_is_known() -> None:
    assert read("13 October 2025 10:23", zone=None) == ("2025-10-13T00:00:00+00:00", "day")
    assert read("2025-10-13T23:59:59", zone=None) == ("2025-10-13T00:00:00+00:00", "day")
    assert read("2025-10-13T10:23:00+04:00", zone=None) == ("2025-10-13T10:23:00+04:00", "second")
    assert read("5 minutes ago", zone=None) == ("2025-11-16T08:25:00+00:00", "minute")
    assert read("yesterday", zone=None) is read("2 days ago", zone=None) is None


def test_clocks_that_jump_give_one_moment_each() -> None:
    prague = ZoneInfo("Europe/Prague")
    skipped = parse_date("30.03.2025 02:30", zone=prague, now=NOW)
    twice = parse_date("26.10.2025 02:30", zone=prague, now=NOW)
    assert shown(skipped) == ("2025-03-30T03:30:00+02:00", "minute")
    assert shown(twice) == ("2025-10-26T02:30:00+02:00", "minute")


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        ("July 13, 2025 10:23 CET", "Europe/Prague", "2025-07-13T10:23:00+02:00"),
        ("July 13, 2025 10:23 CET", "Asia/Baku", "2025-07-13T13:23:00+04:00"),
        ("13 July 2025 10:23 BST", "Europe/London", "2025-07-13T10:23:00+01:00"),
        ("July 13, 2025 - 10:23 AMT", "Asia/Yerevan", "2025-07-13T10:23:00+04:00"),
        ("13 July 2025 10:23 GMT", "Europe/London", "2025-07-13T11:23:00+01:00"),
        ("13 July 2025 10:23 GMT+4", "Asia/Baku", "2025-07-13T10:23:00+04:00"),
        ("13 July 2025, 10:23 ET", "Asia/Baku", "2025-07-13T18:23:00+04:00"),
        ("13 июля 2025, 10:23 (мск)", "Asia/Baku", "2025-07-13T11:23:00+04:00"),
    ],
)
def test_zones_in_the_text_count(text: str, zone: str, expected: str) -> None:
    instant = parse_date(text, zone=ZoneInfo(zone), now=NOW)
    assert instant is not None
    assert instant.zoned
    assert instant.moment.isoformat() == expected


def test_raw_keeps_what_was_read_and_zoned_what_the_text_said() -> None:
    instant = parse_date("  13 October 2025 10:23\n", zone=BAKU, now=NOW)
    assert instant is not None
    assert (instant.raw, instant.zoned) == ("13 October 2025 10:23", False)


@pytest.mark.parametrize(
    ("text", "languages", "expected"),
    [
        ("13 spalio 2025", ["lt"], DAY),
        ("13. oktoober 2025 10:23", ["et", "ru"], MINUTE),
        ("13 באוקטובר 2025, 10:23", ["he"], MINUTE),
        ("13 spalio 2025", [], None),
        ("13 spalio 2025", ["xx"], None),
        ("13 spalio 2025 10:23 XYZ", ["lt"], None),
        ("antradienis 05/10/2025", ["lt"], None),
        ("13 spalio 2025 10:23 ET", ["lt"], None),
        ("spalio 2025", ["lt"], None),
        ("13 spalio 1404", ["lt"], None),
    ],
)
def test_languages_without_words_of_ours_are_left_to_dateparser(
    text: str, languages: Sequence[str], expected: tuple[str, str] | None
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read(text, *languages) == expected


def test_now_may_be_in_any_zone() -> None:
    now = datetime(2025, 11, 15, 20, 30, tzinfo=UTC)  # past midnight in Baku
    assert read("today", now=now) == ("2025-11-16T00:00:00+04:00", "day")
