import pytest

from newscrawl.refusals import refusal


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Just a moment...", "challenge"),
        ("Attention Required! | Cloudflare", "challenge"),
        ("Checking your browser before accessing caliber.az", "challenge"),
        ("Access Denied", "blocked"),
        ("Before you continue to YouTube", "consent wall"),
        ("خطایی رخ داده است", "error page"),
    ],
)
def test_pages_that_stand_in_for_another_are_recognised(title: str, kind: str) -> None:
    assert refusal(f"<html><title>{title}</title><p>Wait.</p>".encode()) == kind


@pytest.mark.parametrize(
    "title",
    ["Access denied: how drivers lost a road", "Security check at the airport finds a tortoise",
     "Just a moment of silence in Ganja", "Before the talks continue"],
)  # fmt: skip
def test_headlines_that_begin_alike_are_not(title: str) -> None:
    assert refusal(f"<html><title>{title}</title><p>Text</p>".encode()) is None


def test_the_script_of_a_challenge_counts_in_small_pages_only() -> None:
    script = b"<script>window._cf_chl_opt={}</script>"
    assert refusal(b"<title>x</title>" + script) == "challenge"
    assert refusal(b"<title>x</title>" + script + b"<p>text</p>" * 10_000) is None
