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
        ("https://a.example./x", "https://a.example/x"),
        ("https://a.example/%d0%b1%7e%41", "https://a.example/%D0%B1~A"),
        ("https://a.example/x%2fy%3F?q=%26%2b+%20", "https://a.example/x%2Fy%3F?q=%26%2B+%20"),
        ("https://a.example/100%-wool%zz", "https://a.example/100%25-wool%25zz"),
        ("https://a.example/a/./b/../c/..", "https://a.example/a/"),
        ("https://a.example/%2E%2e/x/.", "https://a.example/x/"),
        ("https://a.example//x//y/", "https://a.example//x//y/"),
        ("https://a.example/x?", "https://a.example/x"),
        ("https://a.example/x?&&id=7&", "https://a.example/x?id=7"),
        ("https://a.example/x?flag&b=&utm_id=1", "https://a.example/x?flag&b="),
        ("https://a.example/x?utm%5Fid=1#?id=7", "https://a.example/x"),
        ("https://a.example/x;JSESSIONID=4F2A?id=7", "https://a.example/x?id=7"),
        ("https://a.example/x?ysclid=l1&srsltid=b&_hsenc=c", "https://a.example/x"),
        ("https://a.example/x?ref=b&source=c&sid=5", "https://a.example/x?ref=b&source=c&sid=5"),
        ("https://Баку.example/x", "https://xn--80ab2azb.example/x"),
        ("https://XN--80AB2AZB.example/x", "https://xn--80ab2azb.example/x"),
        ("https://faß.example/x", "https://xn--fa-hia.example/x"),
        ("https://a b.example/x", None),
        ("https://a..example/x", None),
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


@pytest.mark.parametrize(
    ("href", "absolute"),
    [
        ("/x", "https://a.example/x"),
        ("/x?utm_source=b#top", "https://a.example/x"),
        ("x/%d0", "https://a.example/en/x/%D0"),
        ("../../x", "https://a.example/x"),
        ("//b.example/x", "https://b.example/x"),
        ("?page=2", "https://a.example/en/?page=2"),
    ],
)
def test_a_relative_address_starts_from_its_base(href: str, absolute: str) -> None:
    assert canonical_url(href, base="https://A.example:443/en/?a=b#c") == absolute


def test_no_base_gives_no_address() -> None:
    assert canonical_url("/x", base="about:blank") is None
