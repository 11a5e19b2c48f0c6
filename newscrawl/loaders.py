"""From a page to an article: its fields and its body, as selectors and listings give them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any

from lxml.html import HtmlElement

from newscrawl.bylines import Byline, closing_byline
from newscrawl.dates import Instant
from newscrawl.explaining import KEPT, NOTHING, UNREADABLE
from newscrawl.fields import FieldLoader, read_signature
from newscrawl.items import Article, Teaser
from newscrawl.languages import language_of
from newscrawl.selectors import ArticleSelectors, find, find_elements, kind
from newscrawl.text import content_hash, paragraphs, plain

_OTHERWISE_READ = frozenset(("body", "alternates", "without", "noise"))
_PLACED = tuple(
    field.name for field in fields(ArticleSelectors) if field.name not in _OTHERWISE_READ
)


@lru_cache(maxsize=256)
def _pattern(regex: str) -> re.Pattern[str]:
    return re.compile(regex, re.IGNORECASE)


class ArticleLoader(FieldLoader):
    """A :class:`~newscrawl.fields.FieldLoader` that knows where an outlet has its fields and its
    text, and makes the record of them."""

    def __init__(self, **known: Any) -> None:
        super().__init__(**known)
        self.noise: re.Pattern[str] | None = None
        """What is no text of the outlet's articles, wherever the body is found."""
        self.paragraphs: list[str] = []
        self.whole: list[str] = []
        """The paragraphs with the furniture that was left out of them, if any was looked for."""

    def add_selectors(self, selectors: ArticleSelectors) -> None:
        """Collect every field that *selectors* places."""
        if selectors.noise:
            self.noise = _pattern(selectors.noise)
        for name in _PLACED:
            for selector in selectors.places(name):
                if self.offer(name, find(self.root, selector), kind(selector), selector):
                    self.count(f"newscrawl/selector/{name}/{selector}")
                if self.settled(name):
                    break
        for selector in selectors.places("body"):
            if not self.paragraphs:
                self._add_body(selector, selectors)
        self.take_closing_byline()

    def add_teaser(self, teaser: Teaser) -> None:
        """Collect what a listing said, for fields that the page itself does not give."""
        for name in ("headline", "section", "summary", "image"):
            if value := getattr(teaser, name):
                self.offer(name, [value], teaser.source)
        self.offer("tags", list(teaser.tags), teaser.source)
        if teaser.date and teaser.date_precision:
            raw = teaser.date_raw or teaser.date.isoformat()
            instant = Instant(teaser.date, teaser.date_precision, raw, zoned=True)
            self.keep("date", instant, teaser.source)
        byline = read_signature(teaser.byline, self.context) if teaser.byline else None
        if byline and (byline.authors or byline.agency):
            # Feeds are signed by the outlet itself where nobody else signs.
            self.keep("byline", byline, teaser.source)
        if teaser.body and not self.paragraphs:
            self.take_body(teaser.body.split("\n\n"), teaser.source)
            self.take_closing_byline()

    def load_article(self, *, id: str, outlet: str, country: str, edition: str) -> Article:
        """Return the article.

        :param outlet: the spider's name.
        :param edition: BCP 47 of the edition that the page belongs to.
        """
        collected = self.load_item()
        self._drop_heading(collected)
        body = "\n\n".join(self.paragraphs) or None
        if body and self.trace is not None and not self.trace.kept("body"):
            self.note("body", body, self.evidence["body"], verdict=KEPT)
        whole = "\n\n".join(self.whole) or body
        instant: Instant | None = collected.get("date")
        modified: Instant | None = collected.get("date_modified")
        byline: Byline | None = collected.get("byline")
        headline = collected.get("headline")
        return Article(
            id=id,
            url=self.url,
            outlet=outlet,
            country=country,
            language=language_of(whole or headline or "", edition, self.context["languages"]),
            section=collected.get("section"),
            headline=headline,
            date=instant.moment if instant else None,
            date_precision=instant.precision if instant else None,
            date_raw=instant.raw if instant else None,
            date_modified=modified.moment if modified else None,
            byline=byline.text if byline else None,
            authors=list(byline.authors) if byline else [],
            agency=byline.agency if byline else None,
            body=body,
            tags=collected.get("tags", []),
            summary=collected.get("summary"),
            image=collected.get("image"),
            content_hash=content_hash(headline, whole),
            evidence=self.evidence,
            fetched_at=self.context["now"],
        )

    def _add_body(self, selector: str, selectors: ArticleSelectors) -> None:
        found = find_elements(self.root, selector)
        without = [
            element
            for outside in selectors.without
            for element in find_elements(self.root, outside)
        ]
        texts = [text for element in _outermost(found) for text in paragraphs(element, without)]
        taken = self.take_body(texts, kind(selector))
        verdict = KEPT if taken else UNREADABLE if found else NOTHING
        self.note("body", self.paragraphs or found, kind(selector), selector, verdict=verdict)
        if taken:
            self.count(f"newscrawl/selector/body/{selector}")

    def take_body(self, texts: Sequence[str], source: str) -> bool:
        """Take *texts* for the body, without the outlet's noise; return whether any is left."""
        noise = self.noise
        self.paragraphs = [text for text in texts if not (noise and noise.fullmatch(text))]
        if self.paragraphs:
            self.evidence["body"] = source
        return bool(self.paragraphs)

    def _drop_heading(self, collected: Mapping[str, Any]) -> None:
        """Drop what stands at the head of the body and is a field of its own: the container of
        some texts holds the headline, too."""
        instant, byline = collected.get("date"), collected.get("byline")
        fields = (collected.get("headline"), instant and instant.raw, byline and byline.text)
        own = {plain(text).casefold() for text in fields if text}
        count = 0
        while count < min(len(own), len(self.paragraphs) - 1):
            if plain(self.paragraphs[count]).casefold() not in own:
                break
            count += 1
        if self.whole[:count] == self.paragraphs[:count]:
            self.whole = self.whole[count:]
        self.paragraphs = self.paragraphs[count:]

    def take_closing_byline(self) -> None:
        """Move a signature at the end of the body to the byline."""
        context = self.context
        byline, taken = closing_byline(
            self.paragraphs, own_names=context["own_names"], languages=context["languages"]
        )
        if byline is None:
            return
        self.paragraphs = self.paragraphs[: len(self.paragraphs) - taken]
        self.keep("byline", byline, self.evidence["body"])


def _outermost(found: Sequence[HtmlElement]) -> list[HtmlElement]:
    """Return the elements of *found* that no other of them holds."""
    if len(found) < 2:
        return list(found)
    chosen = set(found)
    return [
        element
        for element in found
        if not any(ancestor in chosen for ancestor in element.iterancestors())
    ]
