"""Feeds as outlets really write them: RSS, Atom and JSON Feed to one kind of entry."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import feedparser

from newscrawl.structured.said import decoded, line
from newscrawl.text import markup_paragraphs, plain

_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_JSON_FEED = "https://jsonfeed.org/version/"
_LONGEST_SUMMARY = 2_000
_CUT_OFF = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\[[&]hellip;\])\W*(?:\n\n[^\n]{1,40})?$")
_WORDPRESS_END = re.compile(r"The post .+ (?:appeared first|first appeared) on .+")
_WORDPRESS_TAIL = re.compile(rf"\s*{_WORDPRESS_END.pattern}$")


@dataclass(frozen=True)
class Entry:
    """One entry of a feed; missing is None."""

    link: str
    """Absolute."""

    title: str | None = None
    published: str | None = None
    """As written; never the time of a change."""

    summary: str | None = None
    """As the outlet wrote it; the beginning of the text, cut off somewhere, is none."""

    author: str | None = None
    image: str | None = None
    tags: tuple[str, ...] = ()
    body: str | None = None
    """What the entry carries of the text, paragraphs parted by one empty line."""


def read_feed(content: bytes, url: str) -> list[Entry]:
    """Return the entries of a feed that have a link, in its order.

    Entries are told apart by their links, never by their guids: some outlets give every entry the
    same guid, or none.

    :param url: where it was found; relative links start there.
    :raises ValueError: ``no feed`` (a page of HTML, say) or ``empty feed``.

    >>> read_feed(b'<rss version="2.0"><channel><item><link>/a</link></item></channel></rss>',
    ...           "https://a.example/rss")[0].link
    'https://a.example/a'
    """
    entries = _json_entries(content, url)
    if entries is None:
        # What its cleaning would take for unknown markup are marks of CDATA; ours comes later.
        parsed = feedparser.parse(content, sanitize_html=False)
        version = parsed.get("version")
        if not version:
            raise ValueError("no feed")
        # RSS has no word for a change, so what feedparser takes for one is the publication.
        rss = version.startswith("rss")
        entries = [_entry(entry, url, rss) for entry in parsed.entries]
    found = [entry for entry in entries if entry.link]
    if not found:
        raise ValueError("empty feed")
    return found


def is_excerpt(text: str | None) -> bool:
    """Whether *text* is cut off, so that it is not the whole of an article.

    >>> is_excerpt("The gates close […]"), is_excerpt("The gates close at dusk.")
    (True, False)
    """
    return not text or bool(_CUT_OFF.search(text))


def _entry(entry: Any, url: str, rss: bool) -> Entry:
    link = (entry.get("link") or "").strip()
    content = next((part.value for part in entry.get("content", ()) if part.get("value")), None)
    return Entry(
        link=urljoin(url, link) if link else "",
        title=_line(entry.get("title")),
        published=entry.get("published") or (entry.get("updated") if rss else None) or None,
        summary=_summary(entry.get("summary")),
        author=_line(entry.get("author")),
        image=_image(entry, url),
        tags=tuple(tag for each in entry.get("tags", ()) if (tag := _line(each.get("term")))),
        body=_body(content or entry.get("summary")),
    )


def _json_entries(content: bytes, url: str) -> list[Entry] | None:
    """Return the entries of a JSON Feed (https://jsonfeed.org/version/1.1), None if it is none."""
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return None
    try:
        feed = json.loads(content)
        if not feed["version"].startswith(_JSON_FEED):
            return None
        return [_json_entry(item, url) for item in feed["items"] if isinstance(item, dict)]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _json_entry(item: Mapping[str, Any], url: str) -> Entry:
    text = {key: value for key, value in item.items() if isinstance(value, str)}
    authors = [a["name"] for a in item.get("authors") or () if isinstance(a.get("name"), str)]
    link = text.get("url") or text.get("external_url")
    return Entry(
        link=urljoin(url, link) if link else "",
        title=_line(text.get("title")),
        published=text.get("date_published"),
        summary=_summary(text.get("summary")),
        author=_line(", ".join(authors)),
        image=urljoin(url, plain(text["image"])) if "image" in text else None,
        tags=tuple(tag for each in item.get("tags") or () if (tag := _line(str(each)))),
        body=_body(text.get("content_html") or text.get("content_text")),
    )


def _uncovered(text: str) -> str:
    """Return *text* without CDATA marks that were escaped once too often."""
    text = text.replace("&lt;![CDATA[", "<![CDATA[").replace("]]&gt;", "]]>")
    while (bare := _CDATA.sub(r"\1", text)) != text:
        text = bare
    return text


def _line(text: str | None) -> str | None:
    return line(_uncovered(text)) or None if text else None


def _summary(markup: str | None) -> str | None:
    summary = _WORDPRESS_TAIL.sub("", _line(markup) or "")
    return None if is_excerpt(summary) or len(summary) > _LONGEST_SUMMARY else summary


def _body(markup: str | None) -> str | None:
    if not markup or not markup.strip():
        return None
    markup = _uncovered(markup)
    if "<" not in markup and "&lt;" in markup:
        markup = decoded(markup)
    texts = [text for text in markup_paragraphs(markup) if not _WORDPRESS_END.fullmatch(text)]
    return "\n\n".join(texts) or None


def _image(entry: Any, url: str) -> str | None:
    for address in _pictures(entry):
        return urljoin(url, address)
    return None


def _pictures(entry: Any) -> Iterator[str]:
    for media in (*entry.get("media_content", ()), *entry.get("enclosures", ())):
        kind = media.get("medium") or media.get("type") or "image"
        if kind.startswith("image") and (address := media.get("url") or media.get("href")):
            yield address
    for media in entry.get("media_thumbnail", ()):
        if address := media.get("url"):
            yield address
