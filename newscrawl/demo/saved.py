"""Any outlet as its saved pages show it: its listings, and an article for each of their links.

A folder holds cases as ``tests/pages/<outlet>`` does: a page and, beside it, what it must yield.
"""

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from newscrawl.demo.site import Answer
from newscrawl.identities import ArticlePattern, Identity
from newscrawl.text import content_hash
from newscrawl.urls import canonical_url

CONTENT_TYPES = {".html": "text/html", ".xml": "application/xml", ".json": "application/json"}
ROBOTS = Answer(b"User-agent: *\nAllow: /\n", content_type="text/plain")
GONE = Answer(b"There is no such page.", status=404, content_type="text/plain")
NOTHING_MORE = Answer(b"[]", content_type="application/json")
LISTINGS = ("feed", "listing", "sitemap", "endpoint")
"""Evidence that a field was told by a listing, not by the article's page."""

OF_THE_CRAWL = ("fetched_at", "content_hash")
"""Fields that are not the same in every crawl, or follow from others."""

_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
_SENTENCE_END = re.compile(r"\n+|(?<=[.!?։])\s+")
FOLLOWING = {"authors": "byline", "agency": "byline", "date_precision": "date", "date_raw": "date"}
"""Fields that have the evidence of another."""


@dataclass(frozen=True)
class Case:
    """A page and what it yields."""

    file: Path
    url: str
    callback: str
    expected: list[dict[str, Any]]
    form: Mapping[str, str]
    """Fields of the form to which an endpoint gives this answer."""

    unlinked: bool
    """Whether a crawl does not come by it."""

    relative: bool
    """Whether its dates move with the day on which it is fetched."""

    fetched: str
    """ISO 8601."""

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[self.file.suffix]

    @property
    def is_article(self) -> bool:
        return self.callback == "parse_article"


def read_cases(folder: Path) -> list[Case]:
    """Return the cases of an outlet.

    :raises ValueError: if there is none, or one that cannot be read.
    """
    cases = []
    for file in sorted(folder.glob("*")):
        name = file.name.removesuffix(file.suffix)
        if file.suffix not in (".html", ".xml") and not file.name.endswith(".body.json"):
            continue
        beside = file.with_name(f"{name.removesuffix('.body')}.json")
        try:
            case = json.loads(beside.read_text(encoding="utf-8"))
            cases.append(
                Case(
                    file,
                    case["url"],
                    case["callback"],
                    case["expected"],
                    case.get("form", {}),
                    case.get("unlinked", False),
                    case.get("relative", False),
                    case["fetched"],
                )
            )
        except (OSError, ValueError, KeyError) as error:
            raise ValueError(f"{beside}: {error}") from error
    if not cases:
        raise ValueError(f"{folder}: there is no saved page")
    return cases


@dataclass(frozen=True)
class SavedOutlet:
    """An outlet that has the articles its saved listings show.

    An article that was saved itself is answered as it is. The others are made of the saved
    article of their edition: with an address of their own, and a mark in one paragraph of their
    body, so that no two are the same text. A listing to which no other page leads is marked
    ``"unlinked": true`` in its case, an article that says "yesterday" ``"relative": true``: it is
    no pattern for others.
    """

    pattern: ArticlePattern
    cases: list[Case]

    def answer(self, url: str, form: Mapping[str, str] | None = None) -> Answer:
        """Return what stands at *url*, as the outlet itself would write it.

        :param form: what was posted there, if anything was.
        """
        if urlsplit(url).path == "/robots.txt":
            return ROBOTS
        for case in self._listings.get(_place(url), ()):
            if case.form.items() <= (form or {}).items():
                return Answer(case.file.read_bytes(), content_type=case.content_type)
        if _place(url).partition("?")[0] in self._endpoints:
            return NOTHING_MORE
        identity = self.pattern.identify(url)
        template = identity and self._template(identity)
        if identity is None or template is None:
            return GONE
        return Answer(self._page(identity, template).encode(), content_type="text/html")

    def truths(self) -> Iterator[dict[str, Any]]:
        """Yield the record of every article that the saved listings lead to, as far as its page
        tells it, with all that listings say of it under ``said``; see :func:`differences`."""
        for identity in self._listed.values():
            template = self._template(identity)
            if template is None:
                continue
            truth = deepcopy(template.expected[0])
            truth.update(id=identity.id, url=identity.url)
            if marked := self._marked(identity, template):
                truth["body"] = truth["body"].replace(*marked)
            for name in OF_THE_CRAWL:
                truth.pop(name)
            yield {**truth, "said": self._said(identity)}

    @property
    def until(self) -> str:
        """The day on which the last page was saved, ISO 8601: up to it archives are known."""
        return max(case.fetched for case in self.cases)[:10]

    @cached_property
    def _listings(self) -> dict[str, list[Case]]:
        found: dict[str, list[Case]] = {}
        for case in self.cases:
            if not case.is_article:
                found.setdefault(_place(case.url), []).append(case)
        return found

    @cached_property
    def _endpoints(self) -> set[str]:
        places = (_place(c.url) for c in self.cases if c.content_type == CONTENT_TYPES[".json"])
        return {place.partition("?")[0] for place in places}

    @cached_property
    def _listed(self) -> dict[str, Identity]:
        """The articles that the saved listings show, by id."""
        follows = (found["follow"] for found in self._followed())
        identities = filter(None, map(self.pattern.identify, follows))
        return {identity.id: identity for identity in identities}

    def _followed(self) -> Iterator[dict[str, Any]]:
        for case in self.cases:
            if not case.unlinked:
                yield from (found for found in case.expected if "follow" in found)

    def _template(self, identity: Identity) -> Case | None:
        """Return the article itself if it was saved, else the first of its edition."""
        of_edition = None
        for case in self.cases:
            if case.is_article and (saved := self.pattern.identify(case.url)):
                if saved.id == identity.id:
                    return case
                fits = saved.language == identity.language and not case.relative
                if fits and of_edition is None:
                    of_edition = case
        return of_edition

    def _page(self, identity: Identity, template: Case) -> str:
        page = template.file.read_text(encoding="utf-8")
        saved = self.pattern.identify(template.url)
        assert saved is not None
        page = page.replace(saved.url, identity.url)
        path = re.escape(urlsplit(saved.url).path)  # its escapes may be written either way
        page = re.sub(path, lambda _: urlsplit(identity.url).path, page, flags=re.IGNORECASE)
        page = _ADDRESS.sub(lambda found: self._own(found[0], saved, identity), page)
        if marked := self._marked(identity, template):
            page = page.replace(*marked)
        return page

    def _own(self, address: str, saved: Identity, made: Identity) -> str:
        """Return the address of the *made* article for any of the *saved* one's."""
        named = self.pattern.identify(address)
        return made.url if named and named.id == saved.id != made.id else address

    def _marked(self, identity: Identity, template: Case) -> tuple[str, str] | None:
        """Return a sentence of the template as it is and as it is to be in another article."""
        saved = self.pattern.identify(template.url)
        if saved is None or saved.id == identity.id:
            return None
        page = template.file.read_text(encoding="utf-8")
        record = template.expected[0]
        for sentence in _SENTENCE_END.split(record["body"]):
            if sentence in page and sentence not in (record["summary"] or ""):
                return sentence, f"{sentence} ({identity.id.rpartition(':')[2]})"
        return None

    def _said(self, identity: Identity) -> dict[str, list[Any]]:
        said: dict[str, list[Any]] = {}
        for found in self._followed():
            other = self.pattern.identify(found["follow"])
            if other is not None and other.id == identity.id:
                for name, value in found.get("said", {}).items():
                    said.setdefault(name, []).append(value)
        return said


def differences(truth: Mapping[str, Any], stored: Mapping[str, Any]) -> Iterator[str]:
    """Yield, in words, how a *stored* record differs from the *truth*.

    What its evidence says a listing told must be what one of the listings says; everything else
    must be what the page says, unless its case took that from a listing, too.
    """
    said = truth["said"]
    for name, value in truth.items():
        if name in ("said", "evidence"):
            continue
        by_listing, case_by_listing = (
            record["evidence"].get(FOLLOWING.get(name, name)) in LISTINGS
            for record in (stored, truth)
        )
        if not by_listing and not case_by_listing and not _same(name, stored[name], value):
            yield f"{truth['id']}: {name} is {stored[name]!r}, in truth {value!r}"
        elif by_listing and name not in FOLLOWING and stored[name] not in said.get(name, ()):
            yield f"{truth['id']}: {name} is {stored[name]!r}, listings say {said.get(name)!r}"
    if stored["content_hash"] != content_hash(stored["headline"], stored["body"]):
        yield f"{truth['id']}: content_hash is not that of its text"


def _same(name: str, stored: Any, value: Any) -> bool:
    """Whether two values are the same; an address may be that of the outlet's other host."""
    if name in ("url", "image") and stored and value:
        return bool(_bare(stored) == _bare(value))
    return bool(stored == value)


def _bare(url: str) -> str:
    return _place(url).removeprefix("www.")


def _place(url: str) -> str:
    """Return what of *url* a saved page is found by: all but the scheme."""
    return (canonical_url(url) or url).partition("://")[2]
