"""From a path to an answer: the newsroom without the network."""

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from urllib.parse import unquote

from newscrawl.demo.articles import Newsroom
from newscrawl.demo.broken import broken, renamed
from newscrawl.demo.dice import Dice, share
from newscrawl.demo.faults import Fault
from newscrawl.demo.feeds import FEED_ITEMS, ROBOTS, feed, sitemap, sitemap_index
from newscrawl.demo.furniture import furnished, furnished_feed
from newscrawl.demo.keys import LEXICONS, Key
from newscrawl.demo.links import Links
from newscrawl.demo.pages import ENDLESS_SECTION, Pages, section_number

_PICTURE = base64.b64decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
"""One pixel, WebP."""

_STYLE = """
body { font: 17px/1.5 Georgia, serif; margin: 0 auto; max-width: 62em; padding: 0 1em }
header { border-bottom: 3px solid #a11 } .logo { font-size: 2em; color: #a11 }
nav a, .languages a { margin-right: 1em; font: 14px sans-serif } a { text-decoration: none }
.cards { display: grid; grid-template-columns: repeat(2, 1fr); gap: 1em }
.float_block { border: 1px solid #ddd; padding: 1em }
.float_block_image { display: block; height: 8em; background: #cdd }
.float_block_category, .float_block_time, .post_time, .post_hits { font: 13px sans-serif }
.post_cover { height: 16em; background: #cdd } .loading { grid-column: 1 / 3; text-align: center }
footer { border-top: 1px solid #ddd; margin-top: 2em; font-size: 13px }
"""

_HTML = "text/html"
_JSON = "application/json"
_RSS = "application/rss+xml"
_XML = "application/xml"
_OF_A_MOMENT = (_HTML, _JSON, _RSS, _XML)
"""Content of another moment may be other content, if nothing more is known."""

_BROKEN, _LYING, _HALF = 0.2, 0.33, 0.5
_WINDOWS = "windows-1251"
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


@dataclass(frozen=True)
class Answer:
    body: bytes
    status: int = 200
    content_type: str = _HTML
    charset: str | None = "utf-8"
    """That the header names."""

    headers: Mapping[str, str] = field(default_factory=dict)
    modified: datetime | None = None
    """When it changed last, if that is known."""


FAILED = Answer(b"Internal Server Error", status=500, content_type="text/plain")


@dataclass(frozen=True)
class Site:
    """Answers for every path but ``/truth.jsonl``, which is too long for one answer."""

    newsroom: Newsroom
    faults: frozenset[Fault] = frozenset()

    @cached_property
    def _links(self) -> Links:
        return Links(self.newsroom, self.faults)

    @cached_property
    def _pages(self) -> Pages:
        return Pages(self.newsroom, self._links, self.faults)

    def answer(self, path: str, query: Mapping[str, str], turn: int = 0) -> Answer:
        """Return what a GET of *path* with *query* gets.

        :param turn: number of the answer; decides about furniture alone.
        """
        answer = self._found(path, query, turn)
        if answer.status == 200 and answer.modified is None and answer.content_type in _OF_A_MOMENT:
            archive = self.newsroom.archive
            return replace(answer, modified=archive.clock(archive.moment))
        return answer

    def _found(self, path: str, query: Mapping[str, str], turn: int) -> Answer:
        for edition in ("en", "hy", "ru"):  # the prefix of ru begins every path
            prefix = self.newsroom.prefixes[edition]
            if path.startswith(prefix):
                rest = path.removeprefix(prefix)
                break
            if path == prefix[:-1]:
                return _moved(prefix)
        else:
            return self._missing("ru")
        match rest.split("/"):
            case [""]:
                return self._page(edition, path, self._pages.home(edition), turn)
            case ["post", slug] | ["post", slug, ""]:
                return self._post(edition, slug, turn)
            case ["category", slug] | ["category", slug, "more"]:
                return self._category(edition, slug, path, query, turn)
            case ["search", words]:
                return _html(self._pages.plain(edition, unquote(words)))
            case ["tag", slug] if slug:
                return _html(self._pages.plain(edition, slug))
        return (self._file(rest, turn) if edition == "ru" else None) or self._missing(edition)

    def _post(self, edition: str, slug: str, turn: int) -> Answer:
        target = self._links.target(edition, slug)
        if target is None:
            return self._missing(edition)
        if target.status != 200:
            return self._missing(edition, target.status)
        if target.moved_to:
            return _moved(target.moved_to)
        key = target.key
        if Fault.HALF in self.faults and self._share(key, "half") < _HALF:
            return FAILED
        windows, header = self._charsets(edition, self.newsroom.path(key))
        html = self._pages.article(key, charset=_WINDOWS if windows else "utf-8")
        if Fault.FURNITURE in self.faults:
            html = furnished(html, self.newsroom, edition, turn, key)
        if Fault.BROKEN in self.faults and self._share(key, "broken") < _BROKEN:
            html = broken(html, Dice(self.newsroom.seed, key.index))
        if Fault.RENAMED in self.faults:
            html = renamed(html)
        answer = _html(html, windows=windows, header=header)
        return replace(answer, modified=self.newsroom.last_changed(key))

    def _category(
        self, edition: str, slug: str, path: str, query: Mapping[str, str], turn: int
    ) -> Answer:
        number = section_number(LEXICONS[edition], slug)
        if number is None:
            return self._missing(edition)
        page = query.get("page", "1")
        if Fault.PAGE_ONE_ONLY in self.faults and (page != "1" or path.endswith("/more")):
            return FAILED
        if path.endswith("/more"):
            offset = query.get("offset", "")
            if number != ENDLESS_SECTION or not _NUMBER.fullmatch(offset):
                return self._missing(edition)
            cards, count, more = self._pages.more_cards(edition, number, int(offset))
            part = {"html": cards, "count": count, "more": more}
            return Answer(json.dumps(part, ensure_ascii=False).encode(), content_type=_JSON)
        html = None
        if _NUMBER.fullmatch(page):
            html = self._pages.category(edition, number, int(page))
        return self._page(edition, path, html, turn) if html else self._missing(edition)

    def _file(self, name: str, turn: int) -> Answer | None:
        """Return what stands at the root beside the Russian edition."""
        if name == "rss.xml":
            size = 0 if Fault.EMPTY_FEED in self.faults else FEED_ITEMS
            text = feed(self.newsroom, self._links, size)
            if Fault.FURNITURE in self.faults:
                text = furnished_feed(text, self.newsroom, turn)
            return Answer(text.encode(), content_type=_RSS)
        if name == "rss":
            return _html(self._pages.plain("ru", "RSS"))
        if name == "robots.txt":
            return Answer(ROBOTS.encode(), content_type="text/plain")
        if name == "sitemap.xml":
            return _xml(sitemap_index(self.newsroom))
        if part := re.fullmatch(r"sitemap-([1-9][0-9]{0,5})\.xml", name):
            text = sitemap(self.newsroom, int(part[1])) or ""
            return _xml(text) if text else None
        if name == "templates/Default/css/style.css":
            return Answer(_STYLE.encode(), content_type="text/css")
        if re.fullmatch(r"media/photos/(?:original|normal)/[0-9a-f]{32}\.webp", name):
            return Answer(_PICTURE, content_type="image/webp", charset=None)
        return None

    def _page(self, edition: str, path: str, html: str, turn: int) -> Answer:
        if Fault.FURNITURE in self.faults:
            html = furnished(html, self.newsroom, edition, turn, None)
        windows, header = self._charsets(edition, path)
        if windows:
            html = html.replace('<meta charset="utf-8">', f'<meta charset="{_WINDOWS}">', 1)
        return _html(html, windows=windows, header=header)

    def _missing(self, edition: str, status: int = 404) -> Answer:
        return Answer(self._pages.not_found(edition).encode(), status=status)

    def _charsets(self, edition: str, path: str) -> tuple[bool, str]:
        """Return whether a page is in Windows' encoding, and what its header says."""
        throw = share(self.newsroom.seed, f"charset {path}")
        if edition != "ru" or Fault.CHARSET not in self.faults or throw >= _LYING:
            return False, "utf-8"
        return (True, "utf-8") if throw < _LYING / 2 else (False, _WINDOWS)

    def _share(self, key: Key, what: str) -> float:
        return share(self.newsroom.seed, f"{what} {key.index} {key.copied}")


def _html(html: str, *, windows: bool = False, header: str = "utf-8") -> Answer:
    encoding = _WINDOWS if windows else "utf-8"
    # What the encoding has no bytes for becomes a numeric reference, as in a browser's form.
    return Answer(html.encode(encoding, "xmlcharrefreplace"), charset=header)


def _xml(text: str) -> Answer:
    return Answer(text.encode(), content_type=_XML)


def _moved(path: str) -> Answer:
    return Answer(b"", status=301, headers={"Location": path})
