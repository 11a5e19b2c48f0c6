"""From a page to an article: each field collected in order of trust and cleaned in one place."""

import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from itemloaders import ItemLoader
from itemloaders.processors import MapCompose, TakeFirst
from lxml.html import HtmlElement

from newscrawl.bylines import Byline, closing_byline, read_byline
from newscrawl.dates import Instant, parse_date
from newscrawl.explaining import KEPT, LOWER, NOTHING, REFINED, UNREADABLE, Trace
from newscrawl.items import Article, Teaser
from newscrawl.languages import language_of
from newscrawl.selectors import ArticleSelectors, find, find_elements, kind
from newscrawl.text import content_hash, element_text, paragraphs, plain, unique
from newscrawl.urls import canonical_url

logger = logging.getLogger(__name__)

_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)")


class Counter(Protocol):
    """What the loader counts with; Scrapy's stats collector is one."""

    def inc_value(self, key: str, count: int = 1) -> None: ...


_OTHERWISE_READ = frozenset(("body", "alternates", "without", "noise"))
_PLACED = tuple(
    field.name for field in fields(ArticleSelectors) if field.name not in _OTHERWISE_READ
)


@lru_cache(maxsize=256)
def _pattern(regex: str) -> re.Pattern[str]:
    return re.compile(regex, re.IGNORECASE)


def _text(found: HtmlElement | str) -> str | None:
    """The text of what a selector found, or None if it is blank."""
    return (plain(found) if isinstance(found, str) else element_text(found)) or None


def read_instant(text: str, loader_context: Mapping[str, Any]) -> Instant | None:
    context = loader_context
    return parse_date(
        text,
        zone=context["zone"],
        now=context["now"],
        languages=context["languages"],
        day_first=context["day_first"],
    )


def _byline(text: str, loader_context: Mapping[str, Any]) -> Byline | None:
    byline = read_byline(
        text, own_names=loader_context["own_names"], languages=loader_context["languages"]
    )
    return byline if byline.text else None


def _address(text: str, loader_context: Mapping[str, Any]) -> str | None:
    style = _CSS_URL.search(text)
    return canonical_url(style[1] if style else text, base=loader_context["base"])


class ArticleLoader(ItemLoader):
    """Collect the fields of one article; what is collected first is kept.

    :param root: the page.
    :param url: canonical address of the article; relative addresses start there.
    :param zone: zone of printed dates without an offset; None if unknown.
    :param now: when the page was fetched, aware; "ago" counts back from here.
    :param languages: BCP 47, likeliest first.
    :param day_first: see :func:`~newscrawl.dates.parse_date`.
    :param own_names: names of the outlet, which are no authors.
    :param stats: counts ``newscrawl/field/<name>/unreadable``, and how often each selector
        gave what was kept, ``newscrawl/selector/<field>/<selector>``.
    :param trace: takes down every candidate of every field. With it all are asked for, not
        only as many as are needed.
    """

    default_item_class = dict
    default_input_processor = MapCompose(_text)
    default_output_processor = TakeFirst()

    date_in = MapCompose(_text, read_instant)
    date_modified_in = MapCompose(_text, read_instant)
    byline_in = MapCompose(_text, _byline)
    image_in = MapCompose(_text, _address)
    tags_out = unique

    def __init__(
        self,
        *,
        root: HtmlElement,
        url: str,
        zone: ZoneInfo | None,
        now: datetime,
        languages: Sequence[str],
        day_first: bool | None = None,
        own_names: Sequence[str] = (),
        stats: Counter | None = None,
        trace: Trace | None = None,
    ) -> None:
        super().__init__(
            zone=zone,
            now=now,
            languages=languages,
            day_first=day_first,
            own_names=own_names,
            base=url,
        )
        self.root = root
        self.url = url
        self.noise: re.Pattern[str] | None = None
        """What is no text of the outlet's articles, wherever the body is found."""
        self.counter = stats
        self.trace = trace
        self.evidence: dict[str, str] = {}
        self.paragraphs: list[str] = []
        self.whole: list[str] = []
        """The paragraphs with the furniture that was left out of them, if any was looked for."""

    def settled(self, name: str) -> bool:
        """Tell whether nothing more need be offered for field *name*."""
        if self.trace is not None or not (collected := self.get_collected_values(name)):
            return False
        return name != "date" or collected[0].precision != "day" or self.context["zone"] is None

    def offer(
        self, name: str, values: Any, source: str, where: str = "", doubt: str | None = None
    ) -> bool:
        """Collect *values* for field *name* if nothing usable was collected before.

        :param values: elements or strings, in page order; or what the field's processor returns.
        :param source: goes into the evidence.
        :param where: the place, for whoever asks why.
        :param doubt: what speaks against them, likewise.
        :returns: whether they were collected.
        """
        if name == "date" and self._refine(filter(None, map(_text, values)), source, where):
            return True
        if not values or self.get_collected_values(name):
            self.note(
                name, values, source, where, verdict=LOWER if values else NOTHING, doubt=doubt
            )
            return False
        self.add_value(name, values)
        if self.get_collected_values(name):
            self.evidence[name] = source
            self.note(name, values, source, where, verdict=KEPT, doubt=doubt)
            return True
        self.note(name, values, source, where, verdict=UNREADABLE, doubt=doubt)
        if name in ("date", "date_modified"):
            self._unreadable(name, values)
        return False

    def add_selectors(self, selectors: ArticleSelectors) -> None:
        """Collect every field that *selectors* places."""
        if selectors.noise:
            self.noise = _pattern(selectors.noise)
        for name in _PLACED:
            for selector in selectors.places(name):
                if self.offer(name, find(self.root, selector), kind(selector), selector):
                    self._count(f"newscrawl/selector/{name}/{selector}")
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
        byline = _byline(teaser.byline, self.context) if teaser.byline else None
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
            self._count(f"newscrawl/selector/body/{selector}")

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

    def keep(self, name: str, value: Any, source: str, where: str = "") -> None:
        """Collect a *value* that needs no cleaning, if nothing was collected before."""
        if isinstance(value, Instant) and self._refines(name, value):
            self._values[name] = []
            if self.trace is not None:
                self.trace.overrule(name, REFINED)
        verdict = LOWER if self.get_collected_values(name) else KEPT
        if verdict == KEPT:
            self._values[name] = [value]
            self.evidence[name] = source
        self.note(name, _read_from(value), source, where, verdict=verdict)

    def note(
        self,
        name: str,
        value: Any,
        source: str,
        where: str = "",
        *,
        verdict: str,
        doubt: str | None = None,
    ) -> None:
        """Take down a candidate, if anybody asks; see :class:`~newscrawl.explaining.Trace`."""
        if self.trace is not None:
            self.trace.note(name, value, source, where, verdict=verdict, doubt=doubt)

    def _refine(self, texts: Iterable[str], source: str, where: str) -> bool:
        """Collect the time of day of the date that is known, if one of *texts* tells it."""
        for text in texts if self.get_collected_values("date") else ():
            instant = read_instant(text, self.context)
            if instant and self._refines("date", instant):
                self.keep("date", instant, source, where)
                return True
        return False

    def _refines(self, name: str, instant: Instant) -> bool:
        """Whether *instant* tells the time of what was collected as a day of the outlet's zone."""
        kept: Instant | None = next(iter(self.get_collected_values(name)), None)
        zone = self.context["zone"]
        if name != "date" or zone is None or not kept or kept.precision != "day":
            return False
        same_day = instant.moment.astimezone(zone).date() == kept.moment.date()
        return instant.precision != "day" and same_day

    def _unreadable(self, name: str, values: Iterable[Any]) -> None:
        self._count(f"newscrawl/field/{name}/unreadable")
        printed = [text for value in values if (text := _text(value))]
        logger.warning("%s: field %s cannot be read from %r", self.url, name, printed)

    def _count(self, key: str) -> None:
        if self.counter is not None:
            self.counter.inc_value(key)


def _read_from(value: Any) -> Any:
    """Return the characters that *value* was read from."""
    if isinstance(value, Byline):
        return value.text or value.agency
    return value.raw if isinstance(value, Instant) else value


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
