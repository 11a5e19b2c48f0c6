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


FORMS = {
    "az": "13 oktyabr 2025-ci il|13 oktyabr 2025-ci ildə|13 okt 2025|13 OKTYABR 2025|13.10.2025",
    "az-Cyrl": "13 октјабр 2025|13 октјабр 2025-ҹи ил",
    "ru": "13 окт. 2025 г.|Понедельник, 13 Октябрь 2025|13 октября 2025 года|13.10.2025 г.",
    "hy": "13 Հոկտեմբեր 2025|13 հոկ, 2025|2025 թ. հոկտեմբերի 13|13 հոկտեմբերի, 2025թ.",
    "ka": "13 ოქტომბერი, 2025|ოქტომბერი 13, 2025|13 ოქტ. 2025|2025 წლის 13 ოქტომბერს",
    "tr": "13 Ekim 2025 Pazartesi|13 Eki 2025|13 Ekim 2025 günü|13 EKİM 2025",
    "fa": "۱۳ اکتبر ۲۰۲۵|۲۱ مهر ۱۴۰۴|دوشنبه ۲۱ مهر ۱۴۰۴|۱۴۰۴/۷/۲۱"
    "|1404/07/21|۲۱ مهرماه ۱۴۰۴|۲۱ مهر ماه ۱۴۰۴",
    "en": "Monday, 13 October 2025|13th October 2025|Oct. 13, 2025|October 13 2025",
    "uz": "13-oktabr, 2025-yil|2025 yil 13 oktabr|2025-yil 13-oktabr kuni|13 oktyabr 2025",
    "uz-Cyrl": "13 октябр 2025|2025 йил 13 октябр|13 октябрь 2025 йил|2025 йил 13 октябрь куни",
    "kk": "13 Қазан, 2025|2025 жылғы 13 қазан|2025 жылдың 13 қазаны|2025 жылғы 13 қазанда"
    "|13 қазан 2025 ж.",
    "ky": "13-октябрь, 2025|2025-жылдын 13-октябры|2025-жылы 13-октябрь|2025-ж. 13-октябрында",
    "de": "13. Oktober 2025|Montag, 13. Okt. 2025|am 13.10.2025|Am 13. Oktober 2025"
    "|Stand: 13.10.2025",
    "fr": "lundi 13 octobre 2025|le 13 oct. 2025|Publié le 13/10/2025",
    "es": "13 de octubre de 2025|lunes, 13 de octubre de 2025|Publicado el 13 oct 2025",
    "it": "lunedì 13 ottobre 2025|13 ott 2025|Pubblicato il 13 ottobre 2025",
    "pt": "13 de outubro de 2025|segunda-feira, 13 de outubro de 2025|Publicado em 13/10/2025",
    "nl": "maandag 13 oktober 2025|13 okt. 2025|Gepubliceerd op 13 oktober 2025",
    "pl": "poniedziałek, 13 października 2025 r.|13 paź 2025|Opublikowano: 13.10.2025",
}


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, row in FORMS.items() for text in row.split("|")]
)
def test_the_habits_of_each_language_are_read(language: str, text: str) -> None:
    assert moment(text, language) == datetime(2025, 10, 13, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("text", "language", "hour"),
    [
        ("13.10.2025 um 10:23 Uhr", "de", 10), ("13 octobre 2025 à 10h23", "fr", 10),
        ("13 de octubre de 2025 a las 10:23", "es", 10), ("13 ottobre 2025 ore 10:23", "it", 10),
        ("13 ottobre 2025 alle 10:23", "it", 10), ("13/10/2025 às 10h23", "pt", 10),
        ("13 oktober 2025 om 10:23 uur", "nl", 10), ("13 paź 2025, godz. 10:23", "pl", 10),
        ("am 13. Oktober 2025, 22:23 Uhr", "de", 22), ("Oct 13, 2025 10:23 pm", "en", 22),
        ("2025 жылғы 13 қазан, 10:23", "kk", 10), ("2025-жылдын 13-октябры, 10:23", "ky", 10),
        ("13 октјабр 2025-ҹи ил, саат 10:23", "az-Cyrl", 10), ("13 октябр 2025, 10:23", "uz", 10),
    ],
)  # fmt: skip
def test_the_time_is_read_in_the_habits_of_each_language(
    text: str, language: str, hour: int
) -> None:
    assert moment(text, language) == datetime(2025, 10, 13, hour, 23, tzinfo=ZONE)


@pytest.mark.parametrize(
    "text",
    """2 saat əvvəl|2 saat öncə|2 саат әввәл|2 часа назад|2 ժամ առաջ|2 საათის წინ|2 saat önce
    ۲ ساعت پیش|2 soat oldin
    2 соат олдин|2 сағат бұрын|2 саат мурун|2 hours ago|vor 2 Stunden|il y a 2 heures
    hace 2 horas|2 ore fa|há 2 horas|2 uur geleden|2 godziny temu""".replace("\n", "|").split("|"),
)  # fmt: skip
def test_hours_ago_give_the_day_in_each_language(text: str) -> None:
    assert moment(text, "en") == datetime(2026, 5, 6, tzinfo=ZONE)


@pytest.mark.parametrize(
    "text",
    """dünən|дүнән|вчера|երեկ|გუშინ|dün|دیروز|kecha|кеча|кеше|кечээ|yesterday|gestern|hier
    ayer|ieri|ontem|gisteren|wczoraj""".replace("\n", "|").split("|"),
)
def test_yesterday_is_known_in_each_language(text: str) -> None:
    assert moment(f"{text.strip()}, 10:23", "en") == datetime(2026, 5, 5, 10, 23, tzinfo=ZONE)
