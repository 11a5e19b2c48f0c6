import pytest

from newscrawl.languages import language_of, script_of

LANGUAGES = ["ru", "en", "hy"]


@pytest.mark.parametrize(
    ("text", "edition", "language"),
    [
        ("Երևանում բացվել է նոր դպրոց", "hy", "hy"),
        ("В Ереване открылась новая школа", "hy", "ru"),
        ("В Ереване открылась новая школа", "ru", "ru"),
        ("A school opened in Yerevan (Երևան)", "en", "en"),
        ("2025: 13 + 7", "hy", "hy"),
        ("", "en", "en"),
        ("ახალი სკოლა", "hy", "hy"),
    ],
)
def test_the_script_corrects_the_edition_where_it_can(
    text: str, edition: str, language: str
) -> None:
    assert language_of(text, edition, LANGUAGES) == language


def test_a_script_that_two_languages_share_proves_nothing() -> None:
    assert language_of("Новая школа", "hy", ["ru", "kk", "hy"]) == "hy"


def test_persian_digits_alone_are_no_script() -> None:
    assert script_of("12:30") is None
