"""The form of a site's article addresses."""

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from newscrawl.discovery import article_pattern, host_of, language_in_address, shape_of


class NoPattern(ValueError):
    """The addresses of articles have no form that a spider could tell them by."""


def pattern_of(confirmed: Sequence[str], listed: Sequence[str], ways: Sequence[str]) -> str:
    """Return the regular expression for the addresses of articles.

    :param confirmed: addresses of pages that are articles.
    :param listed: addresses that lists give; those like the confirmed ones make it wider.
    :param ways: addresses of lists, which it must not match.
    :raises NoPattern: with the reason.

    >>> print(pattern_of(["https://a.example/rain", "https://a.example/snow"], [],
    ...                  ["https://a.example/news/"]))
    https?://(?:www\\.)?a\\.example/(?!(?:news)/?$)(?P<key>[^/]+?)/?
    """
    if not confirmed:
        raise NoPattern("nothing that the site led to is an article")
    sure = alike(confirmed)
    example = _form(sure[0])
    like = [url for url in listed if _form(url) == example and shape_of(url).score > 0]
    if len({urlsplit(url).path for url in sure}) == 1 < len(sure):
        raise NoPattern("articles are told apart by what follows the `?` of their address")
    pattern = article_pattern([*sure, *like]) or article_pattern(sure)
    if pattern is None:
        raise NoPattern("one article is too few to tell the form of the others' addresses")
    return _without(pattern, ways)


def alike(urls: Sequence[str]) -> list[str]:
    """Return those of *urls* that have the commonest form: host, edition and depth.

    >>> alike(["https://a.example/en/x/1", "https://a.example/x/2", "https://a.example/en/y/3"])
    ['https://a.example/en/x/1', 'https://a.example/en/y/3']
    """
    forms = Counter(map(_form, urls)).most_common(1)
    return [url for url in dict.fromkeys(urls) if _form(url) == forms[0][0]]


def _form(url: str) -> tuple[str, int, str | None]:
    steps = [step for step in urlsplit(url).path.split("/") if step]
    return host_of(url), len(steps), language_in_address(url)


def _without(pattern: str, ways: Sequence[str]) -> str:
    """Return *pattern* as it does not match *ways* any more."""
    paths = [urlsplit(url).path.strip("/") for url in ways if re.fullmatch(pattern, url)]
    if not paths:
        return pattern
    listed = "|".join(re.escape(path).replace(r"\-", "-") for path in dict.fromkeys(paths))
    host, _, rest = pattern.removeprefix("https?://").partition("/")
    return f"https?://{host}/(?!(?:{listed})/?$){rest}"
