"""Keyword lists to tags."""

import re
from collections.abc import Callable, Iterable, Sequence

from newscrawl.structured.likeness import SiteNames, words
from newscrawl.text import unique

MAX_TAGS = 15
"""A longer list is written for search engines."""

_SEPARATORS = re.compile(r"\s*[,;|،؛，、\n]\s*")
_LABEL = re.compile(r"(?:tags?|topics?|keywords?)\s*:\s*", re.IGNORECASE)
_MARKER = re.compile(
    r"[a-z_.-]+\s*[:=].*"  # type: article
    r"|\S*_\S*"  # Section_News
    r"|(?=\S*\d)[0-9a-f]{8,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|(?!(?:19|20)\d\d$)[\W\d_]+"  # numbers that are no year
    r"|https?:.*",
    re.IGNORECASE,
)
_MAX_TAG_CHARS = 80
_MAX_TAG_WORDS = 8

_GENERIC = frozenset(
    "news latest breaking today newspaper article articles haber haberler haberleri gündem "
    "xəbər xəbərlər xəbərləri gündəm новости новость сегодня последние жаңалықтар yangiliklar "
    "жаңылыктар خبر اخبار نیوز նորություններ լուրեր ახალი ამბები".split()
)
"""Words that lists for search engines are made of, and tags rarely."""


def split_keywords(text: str) -> list[str]:
    """Return the entries of a printed list.

    >>> split_keywords("Port, Weather; Flood gates")
    ['Port', 'Weather', 'Flood gates']
    """
    return [part for part in _SEPARATORS.split(text) if part]


def tags_of(entries: Iterable[str], site: SiteNames | None = None) -> tuple[str, ...]:
    """Return *entries* that can be tags, each once: no markers of the site's own software, no
    sentences, not the site's name.

    >>> tags_of(["Port", "tag: Weather", "type: article", "Section_News", "90210", "port"])
    ('Port', 'Weather')
    """
    found = []
    for entry in entries:
        tag = _LABEL.sub("", entry, count=1).strip(" \t#\"'.«»“”") if entry else ""
        if not tag or len(tag) > _MAX_TAG_CHARS or len(tag.split()) > _MAX_TAG_WORDS:
            continue
        if _MARKER.fullmatch(tag) or (site and site.has(tag)):
            continue
        found.append(tag)
    return tuple(unique(found))


def stuffed(tags: Sequence[str], shown: Callable[[], str] | None = None) -> str | None:
    """Return why *tags* are no tags but a list for search engines, or None.

    :param shown: gives the text of the page in lower case; a word of most tags is in it.

    >>> stuffed(["harbour news", "latest news"]), stuffed(["Port", "Sea"], lambda: "gates close")
    ('generic words', 'not in the text')
    """
    if len(tags) > MAX_TAGS:
        return "too many"
    if 2 * sum(not _GENERIC.isdisjoint(words(tag)) for tag in tags) > len(tags):
        return "generic words"
    if shown is None:
        return None
    page = shown()
    strange = sum(not any(word in page for word in words(tag)) for tag in tags)
    return "not in the text" if 2 * strange > len(tags) else None
