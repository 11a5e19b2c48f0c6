import pytest

from newscrawl.encoding import page_encoding

RUSSIAN = "Баку и Тбилиси договорились о новом расписании поездов на весну. " * 5


@pytest.mark.parametrize(
    ("body", "declared", "encoding"),
    [
        (b"plain", None, "utf-8"),
        (b"plain", "windows-1251", "cp1251"),
        (RUSSIAN.encode(), "windows-1251", "utf-8"),
        (RUSSIAN.encode(), None, "utf-8"),
        (RUSSIAN.encode("cp1251"), "windows-1251", "cp1251"),
        (b"<meta charset=windows-1251>" + RUSSIAN.encode("cp1251"), "utf-8", "cp1251"),
        (b"<meta charset=no-such>" + RUSSIAN.encode("cp1251"), "utf-8", "cp1251"),
        (RUSSIAN.encode()[:-5] + b"\xd0", "utf-8", "utf-8"),
    ],
)
def test_the_bytes_decide_over_what_the_page_says(
    body: bytes, declared: str | None, encoding: str
) -> None:
    assert page_encoding(body, declared) == encoding
