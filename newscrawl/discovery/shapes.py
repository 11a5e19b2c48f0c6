"""What an address alone tells of whether it leads to an article."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from newscrawl.dates import date_in_url

_NO_PAGE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|zip|rar|mp[34]|apk|xml|rss|json|css|js)$", re.I
)
_OTHER = frozenset(
    "tag tags etiket etiketler topic topics theme themes category categories kateqoriya kategori "
    "kategoriya rubric rubrics rubrika section sections author authors yazar yazarlar muellif user "
    "users profile page pages search axtaris arama about contact contacts contact-us about-us "
    "haqqimizda elaqe hakkimizda iletisim privacy privacy-policy terms rules advertise "
    "advertising reklam login register signin signup account subscribe subscription rss feed "
    "feeds sitemap archive archives arxiv calendar weather currency horoscope wp-content "
    "wp-admin cdn-cgi download downloads share print amp-ads vacancies careers help faq "
    "donate apps app mobile live-tv".split()
)
_ID = re.compile(r"(?<!\d)\d{4,}(?!\d)")
_SHORT_ID = re.compile(r"^\d{2,}$|[-_.]\d{2,}$|^\d{2,}[-_]")
_YEAR = re.compile(r"(?:199|20[0-4])\d")
_WORDS = re.compile(r"[-_+]|%20")
_SUFFIX = re.compile(r"\.(?:s?html?|php|aspx?)$", re.I)
_NO_ID_NAMES = re.compile(r"page|date|year|lang|offset|start|limit|from|to", re.I)
_OPAQUE = re.compile(r"(?=[^/]*\d)(?=[^/]*[A-Za-z])[a-z0-9]{10,16}|[A-Z0-9]{20,32}")
_ARTICLES = frozenset(
    "article articles news story stories post posts xeber xeberler haber haberler novosti khabar "
    "mat materials read a node".split()
)


@dataclass(frozen=True)
class Shape:
    """How much an address looks like that of an article."""

    score: float
    """Above 2 it does; below 0 it does not."""

    reasons: tuple[str, ...]


def shape_of(url: str) -> Shape:
    """Return how much *url* looks like the address of an article.

    >>> shape_of("https://a.example/en/2025/10/13/flood-gates-close-at-dusk")
    Shape(score=6.0, reasons=('a day', 'a slug of 5 words'))
    >>> shape_of("https://a.example/tag/port").score < 0
    True
    """
    parts = urlsplit(url)
    segments = [unquote(segment) for segment in parts.path.split("/") if segment]
    if not segments and not parts.query:
        return Shape(-5, ("the front page",))
    if _NO_PAGE.search(parts.path):
        return Shape(-5, ("no page",))
    words = {segment.casefold() for segment in segments}
    if other := sorted(words & _OTHER):
        return Shape(-4, (f"/{other[0]}/",))
    found: list[tuple[float, str]] = []
    last = _SUFFIX.sub("", segments[-1]) if segments else ""
    if date_in_url(url):
        found.append((3, "a day"))
    numbers = [number for number in _ID.findall("/".join(segments)) if not _YEAR.fullmatch(number)]
    if numbers or (segments and _SHORT_ID.search(last) and not _YEAR.fullmatch(last)):
        found.append((2, "a number"))
    elif _id_in_query(parts.query):
        found.append((2, "a number in the query"))
    count = len([word for word in _WORDS.split(last) if word])
    if count >= 3:
        found.append((3 if count >= 5 else 2, f"a slug of {count} words"))
    if segments and _OPAQUE.fullmatch(last):
        found.append((2, "a key"))
    if len(segments) > 1 and words & _ARTICLES:
        found.append((0.5, "below a word for articles"))
    if len(segments) == 1 and not found:
        found.append((-1, "one short word"))
    if segments and _SUFFIX.search(segments[-1]) and found:
        found.append((0.5, "a page of its own"))
    return Shape(float(sum(score for score, _ in found)), tuple(reason for _, reason in found))


def _id_in_query(query: str) -> bool:
    return any(
        value.isdigit() and len(value) > 1 and not _NO_ID_NAMES.search(name)
        for name, value in parse_qsl(query)
    )
