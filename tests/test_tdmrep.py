import json

import pytest

from newscrawl.tdmrep import mining_rights, read_rules

HOST = "https://lantern.example"
RESERVED = {"text_mining": "reserved"}


def said(url: str, *rules: object) -> dict[str, str]:
    return mining_rights(read_rules(json.dumps(rules).encode(), HOST), f"{HOST}{url}")


def test_the_first_rule_that_an_address_falls_under_counts() -> None:
    rules = (
        {"location": "/open/", "tdm-reservation": 0},
        {"location": "/", "tdm-reservation": 1, "tdm-policy": f"{HOST}/terms"},
    )
    assert said("/open/gates", *rules) == {"text_mining": "not reserved"}
    assert said("/news/open/", *rules) == RESERVED | {"text_mining_policy": f"{HOST}/terms"}
    assert said("", *rules)["text_mining"] == "reserved"


@pytest.mark.parametrize(
    ("location", "url", "falls_under"),
    [
        ("/news/*", "/news/gates", True),
        ("/news", "/newsroom", True),
        ("/*.pdf$", "/a/report.pdf", True),
        ("/*.pdf$", "/a/report.pdf.html", False),
        ("/*/print/*$", "/a/print/b", True),
        ("/gates$", "/gates", True),
        ("/gates$", "/gates/", False),
        ("/a*b*c", "/a-c-b", False),
        ("/*?id=", "/news?id=7", True),
        ("*", "/anything", True),
        ("/n(ws", "/n(ws", True),
    ],
)
def test_a_location_is_a_pattern_as_in_robots_txt(
    location: str, url: str, falls_under: bool
) -> None:
    found = said(url, {"location": location, "tdm-reservation": "1"})
    assert found == (RESERVED if falls_under else {})


def test_what_is_no_rule_is_passed_over() -> None:
    wrong = [
        None,
        "rule",
        {"location": 7, "tdm-reservation": 1},
        {"location": "/", "tdm-reservation": "maybe"},
        {"location": "/"},
    ]
    assert said("/gates", *wrong, {"location": "/", "tdm-reservation": 1}) == RESERVED
    policy = {"location": "/", "tdm-reservation": 1, "tdm-policy": "http://[bad"}
    assert said("/gates", policy) == RESERVED
    for file in (b"", b"{}", b"7", b"\xff\xfe", b"[" * 100_000):
        assert read_rules(file, HOST) == []


def test_a_pattern_made_to_be_slow_is_not() -> None:
    """It would take longer than the universe is old if each part were tried at each place."""
    slow = {"location": "/" + "a*" * 200 + "b", "tdm-reservation": 1}
    assert said("/" + "a" * 2000, slow) == {}
