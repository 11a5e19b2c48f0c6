"""A regular expression for the addresses of a site's articles, from examples."""

import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from newscrawl.discovery.editions import language_in_address
from newscrawl.discovery.links import host_of

_LEAST = 2
_MOST_WORDS = 12
_SUFFIX = re.compile(r"(.*?)(\.(?:s?html?|php))?")


def article_pattern(urls: Sequence[str]) -> str | None:
    """Return a regular expression that matches the addresses of articles like *urls*, or None if
    they have no form in common.

    It is what :class:`~newscrawl.identities.ArticlePattern` takes: group ``key`` is the last
    step of the path, group ``edition`` a mark of the language if some have one.

    >>> article_pattern(["https://a.example/en/news/1204", "https://a.example/news/1198"])
    'https?://(?:www\\\\.)?a\\\\.example/(?:(?P<edition>en)/)?news/(?P<key>\\\\d+)/?'
    """
    hosts = {host_of(url) for url in urls}
    if len(set(urls)) < _LEAST or len(hosts) != 1:
        return None
    rows, marks = [], set()
    for url in urls:
        steps = [step for step in urlsplit(url).path.split("/") if step]
        if len(steps) > 1 and language_in_address(url) and len(steps[0]) <= 3:
            marks.add(steps.pop(0))
        rows.append(steps)
    if not all(rows) or len({len(row) for row in rows}) != 1:
        return None
    *columns, last = zip(*rows, strict=True)
    head = "".join(f"{_step(values)}/" for values in columns)
    edition = f"(?:(?P<edition>{'|'.join(sorted(marks))})/)?" if marks else ""
    pattern = rf"https?://(?:www\.)?{_literal(hosts.pop())}/{edition}{head}{_key(last)}/?"
    matches = all(re.fullmatch(pattern, url.partition("?")[0]) for url in urls)
    return pattern if matches else None


def _step(values: Sequence[str]) -> str:
    """Return an expression for one step of the path."""
    if len(set(values)) == 1 and not values[0].isdigit():
        return _literal(values[0])
    if all(value.isdigit() for value in values):
        lengths = {len(value) for value in values}
        return rf"\d{{{lengths.pop()}}}" if lengths in ({4}, {2}) else r"\d+"
    if all(re.fullmatch("[a-z]+(?:[-_][a-z]+)*", value) for value in values):
        return "[a-z_-]+" if any("_" in value for value in values) else "[a-z-]+"
    return "[^/]+"


def _key(values: Sequence[str]) -> str:
    """Return an expression for the last step, which tells the articles apart."""
    matches = [_SUFFIX.fullmatch(value) for value in values]
    stems = [match[1] for match in matches if match]
    suffixes = {match[2] or "" for match in matches if match}
    suffix = _literal(suffixes.pop()) if len(suffixes) == 1 else r"(?:\.[a-z]+)?"
    if all(stem.isdigit() for stem in stems):
        return rf"(?P<key>\d+){suffix}"
    for form in (r"\d+[-_][^/]+", r"[^/]+?[-_]\d+"):
        if all(re.fullmatch(form, unquote(stem)) for stem in stems):
            return rf"(?P<key>{form}){suffix}"
    return rf"(?P<key>[^/]+?){suffix}"


def _literal(text: str) -> str:
    return re.sub(r"([.^$*+?{}\[\]\\|()])", r"\\\1", text)
