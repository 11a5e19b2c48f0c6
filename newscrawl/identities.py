"""Which article an address leads to."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from newscrawl.items import Edition
from newscrawl.urls import LONGEST_ADDRESS, plain_address


class Identity(NamedTuple):
    """What the address of an article tells."""

    id: str
    """As in :class:`~newscrawl.items.Article`."""

    url: str
    """Where the outlet has it: canonical, on its own host, not in the form for telephones."""

    language: str
    """BCP 47 of the edition."""


class ArticlePattern:
    """Tells the articles of an outlet by their addresses.

    :param name: the spider's name; ids start with it.
    :param regex: matches an article's address without query and fragment, whole; with or without
        ``www.``, with or without the slash at its end, as the regex likes. Addresses of its AMP
        form and the like are made :func:`plain <newscrawl.urls.plain_address>` before. Group
        ``key`` is the outlet's identity for the article; group ``edition``, if there is one,
        holds a mark of one of the *editions*. The canonical address ends with ``key``, or
        with the group ``tail`` if there is one.
    :param mirrors: a host that shows the same articles to the outlet's own, each without ``www.``;
        sub-domains go with them.
    """

    def __init__(
        self,
        name: str,
        regex: str,
        editions: Sequence[Edition],
        mirrors: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.name = name
        self.regex = re.compile(regex)
        self.mirrors = mirrors
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
        >>> pattern.identify("http://m.a.example/en/p/x/?amp=1")
        Identity(id='a:en:x', url='http://a.example/en/p/x', language='en')
        >>> pattern.identify("http://a.example/about") is None
        True
        """
        plain = plain_address(url)
        if plain is None or len(plain) > LONGEST_ADDRESS:
            return None
        address = self._on_own_host(plain.partition("?")[0])
        match = next(filter(None, map(self.regex.fullmatch, _spellings(address))), None)
        if match is None:
            return None
        groups = match.groupdict()
        language = self.languages.get(groups.get("edition") or "")
        if language is None:
            return None
        end = match.end("tail" if groups.get("tail") else "key")
        return Identity(f"{self.name}:{language}:{groups['key']}", match.string[:end], language)

    def _on_own_host(self, address: str) -> str:
        for mirror, host in self.mirrors.items():
            scheme, found, rest = address.partition(mirror)
            if found and rest.startswith("/") and scheme.endswith(("/", ".")):
                return f"{scheme}{host}{rest}"
        return address


def _spellings(address: str) -> Iterator[str]:
    """Yield *address*, then with ``www.`` or without it, then both without a slash at the end."""
    scheme, _, rest = address.partition("://")
    other = rest.removeprefix("www.") if rest.startswith("www.") else f"www.{rest}"
    for spelled in (rest, other):
        yield f"{scheme}://{spelled}"
    if address.endswith("/"):
        for spelled in (rest, other):
            yield f"{scheme}://{spelled.rstrip('/')}"
