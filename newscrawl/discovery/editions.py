"""Links to the editions of a site in other languages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.discovery.links import Link, absolute, host_of

_NAMES = {
    "az": "az aze azərbaycan azərbaycanca azərbaycan-dili",
    "en": "en eng english in-english",
    "ru": "ru rus русский на-русском по-русски рус",
    "hy": "hy am arm հայերեն հայ",
    "ka": "ka ge geo ქართული ქართულად ქარ",
    "tr": "tr türkçe tur",
    "fa": "fa per فارسی",
    "ar": "ar العربية عربي",
    "ku": "ku kurdî kurdi",
    "kk": "kk kz kaz қазақша қаз",
    "ky": "ky kg кыргызча кырг",
    "uz": "uz oʻzbekcha o'zbekcha o‘zbekcha ўзбекча ўз oz",
    "tg": "tg tj тоҷикӣ",
    "tk": "tk tm türkmençe",
    "uk": "uk ua українська",
    "de": "de deutsch ger",
    "fr": "fr français",
    "es": "es español",
    "zh": "zh 中文 cn",
}
_LANGUAGES = {name: tag for tag, names in _NAMES.items() for name in names.split()}
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z]{2,8})?")
_LONGEST_MARK = 3


@dataclass(frozen=True)
class EditionLink:
    language: str
    """BCP 47, without a region."""

    url: str
    reason: str


def edition_links(root: HtmlElement, links: Sequence[Link], url: str) -> list[EditionLink]:
    """Return the editions that the page *root* at *url* links to, one for each language.

    >>> from lxml.html import fromstring
    >>> from newscrawl.discovery.links import links_of
    >>> page = fromstring("<p><a href=/ru/>RU</a> <a href=/arm/>Հայերեն</a> <a href=/x>X</a>")
    >>> here = "https://a.example/"
    >>> [(e.language, e.url) for e in edition_links(page, links_of(page, here), here)]
    [('ru', 'https://a.example/ru/'), ('hy', 'https://a.example/arm/')]
    """
    found: dict[str, EditionLink] = {}
    for element in root.iter("link", "a"):
        declared = element.get("hreflang") or ""
        match = _TAG.fullmatch(declared.strip().lower())
        address = absolute(element.get("href") or "", url)
        if match and address:
            found.setdefault(match[1], EditionLink(match[1], address, f"hreflang={declared}"))
    for link in links:
        language = _LANGUAGES.get(link.text.casefold().replace(" ", "-"))
        if language and _base_of(host_of(link.url)) == _base_of(host_of(url)):
            found.setdefault(language, EditionLink(language, link.url, f"a link {link.text!r}"))
    return list(found.values())


def language_in_address(url: str) -> str | None:
    """Return the language that the first step of the path or the sub-domain of *url* names.

    >>> language_in_address("https://a.example/arm/news"), language_in_address("https://a.example/x")
    ('hy', None)
    """
    parts = urlsplit(url)
    step = parts.path.strip("/").partition("/")[0]
    labels = host_of(url).split(".")
    for mark in (step, labels[0] if len(labels) > 2 else ""):
        if 2 <= len(mark) <= _LONGEST_MARK and (language := _LANGUAGES.get(mark.casefold())):
            return language
    return None


def _base_of(host: str) -> str:
    return ".".join(host.split(".")[-2:])
