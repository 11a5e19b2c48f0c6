"""Which article an address leads to."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newscrawl.items import Edition
from newscrawl.urls import canonical_url


class Identity(NamedTuple):
    """What the address of an article tells."""

    id: str
    """As in :class:`~newscrawl.items.Article`."""

    url: str
    """Canonical form of the address."""

    language: str
    """BCP 47 of the edition."""


class ArticlePattern:
    """Tells the articles of an outlet by their addresses.

    :param name: the spider's name; ids start with it.
    :param regex: matches an article's address without query and fragment, whole. Group
        ``key`` is the outlet's identity for the article; group ``edition``, if there is one,
        holds a mark of one of the *editions*. The canonical address ends with ``key``, or
        with the group ``tail`` if there is one.
    """

    def __init__(self, name: str, regex: str, editions: Sequence[Edition]) -> None:
        self.name = name
        self.regex = re.compile(regex)
        self.languages: Mapping[str, str] = {
            mark: edition.language for edition in reversed(editions) for mark in edition.marks
        }

    def identify(self, url: str) -> Identity | None:
        """Return the identity of the article at *url*, or None if it is none of the outlet's.

        >>> editions = [Edition("ru"), Edition("en", ("en",))]
        >>> regex = r"https?://a[.]example/(?P<edition>en)?/?p/(?P<key>[a-z]+)/?"
        >>> pattern = ArticlePattern("a", regex, editions)
        >>> pattern.identify("http://a.example/en/p/x/?utm_source=b#top")
        Identity(id='a:en:x', url='http://a.example/en/p/x', language='en')
        >>> pattern.identify("http://a.example/about") is None
        True
        """
        canonical = canonical_url(url)
        if canonical is None:
            return None
        address = canonical.partition("?")[0]
        match = self.regex.fullmatch(address)
        if match is None:
            return None
        groups = match.groupdict()
        language = self.languages.get(groups.get("edition") or "")
        if language is None:
            return None
        end = match.end("tail" if groups.get("tail") else "key")
        return Identity(f"{self.name}:{language}:{groups['key']}", address[:end], language)
