"""Pages that stand in for the page that was asked for: challenges, consent walls, logins."""

import re

from lxml.html import HtmlElement

_HEAD_BYTES = 32 * 1024
_SMALL_BYTES = 64 * 1024

_TITLE = re.compile(rb"<title[^>]*>(.{0,200}?)</title", re.IGNORECASE | re.DOTALL)

_TITLES = {
    "challenge": rb"just a moment|attention required|one moment, please|ddos-guard"
    rb"|checking your browser(?: before accessing.*)?|are you (?:a )?(?:human|robot)"
    rb"|verify(?:ing)? you are human|security check(?: required)?|bot verification"
    rb"|pardon our interruption",
    "blocked": rb"access denied|access to this page has been denied|403 forbidden|request blocked"
    rb"|sorry, you have been blocked",
    "consent wall": rb"before you continue(?: to .*)?|privacy gate|your privacy choices",
    "error page": "خطایی رخ داده.*".encode(),
}
"""Titles of pages served instead of the page asked for: Cloudflare, DDoS-Guard, Akamai,
Imperva, PerimeterX; consent walls of Google and of German and Turkish publishers; the
interstitial that Iranian Nastooh sites show."""

_TITLE_IS = {
    # A headline may begin with such words; a title that stands in for a page ends with them.
    kind: re.compile(rb"\s*(?:%s)\s*(?:[.!?|\xe2].*)?" % words, re.IGNORECASE | re.DOTALL)
    for kind, words in _TITLES.items()
}

_CHALLENGE_MARKS = (
    b"cf_chl_opt", b"cf-challenge-running", b"_Incapsula_Resource", b"px-captcha",
    b"captcha-delivery.com", b"ddos-guard/js-challenge", b"__qrator", b"aws-waf-token",
    b"sgcaptcha", b"Enable JavaScript and cookies to continue",
)  # fmt: skip
"""Scripts that such a page brings; they count in small pages only, as real ones may bring
them too."""


def refusal(body: bytes) -> str | None:
    """Return what the page *body* is instead of an answer, or None if it is one.

    One of ``challenge``, ``blocked``, ``consent wall``, ``error page``.

    >>> refusal(b"<title>Just a moment...</title>")
    'challenge'
    >>> refusal(b"<title>Security check at the airport finds a tortoise</title>") is None
    True
    """
    title = _TITLE.search(body, 0, _HEAD_BYTES)
    if title and (kind := _kind_of(title[1])):
        return kind
    if len(body) <= _SMALL_BYTES and any(mark in body for mark in _CHALLENGE_MARKS):
        return "challenge"
    return None


def refusal_in_title(title: str) -> str | None:
    """Return what a page of this *title* is instead of an answer, as :func:`refusal` does.

    >>> refusal_in_title("Access Denied")
    'blocked'
    """
    return _kind_of(title.encode())


def mark_of_challenge(root: HtmlElement) -> bool:
    """Whether a script of the page *root* is that of a challenge; only for pages without text."""
    for script in root.iter("script"):
        code = f"{script.get('src') or ''} {script.text or ''}".encode()[:_SMALL_BYTES]
        if any(mark in code for mark in _CHALLENGE_MARKS):
            return True
    return False


def _kind_of(title: bytes) -> str | None:
    for kind, pattern in _TITLE_IS.items():
        if pattern.fullmatch(title):
            return kind
    return None
