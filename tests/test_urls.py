import pytest

from newscrawl.urls import canonical_url


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("http://a.example", "http://a.example/"),
        ("http://A.Example:80/x", "http://a.example/x"),
        ("http://a.example:8080/x", "http://a.example:8080/x"),
        ("http://user:secret@a.example/x", "http://a.example/x"),
        ("https://a.example/x?fbclid=1&id=7&UTM_Source=b", "https://a.example/x?id=7"),
        ("https://a.example/x?b=2&a=1", "https://a.example/x?b=2&a=1"),
        ("https://a.example/баку news", "https://a.example/%D0%B1%D0%B0%D0%BA%D1%83%20news"),
        (" https://a.example/x\n", "https://a.example/x"),
        ("http://[2001:db8::1]/x", "http://[2001:db8::1]/x"),
        ("mailto:a@a.example", None),
        ("http://", None),
        ("http://a.example:port/", None),
        ("http://[::1/", None),
        ("", None),
    ],
)
def test_an_address_has_one_form(url: str, canonical: str | None) -> None:
    assert canonical_url(url) == canonical
    if canonical:
        assert canonical_url(canonical) == canonical
