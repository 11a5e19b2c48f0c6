"""The fields of one article: offered in order of trust, the first that can be used is kept."""

import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from itemloaders import ItemLoader
from itemloaders.processors import MapCompose, TakeFirst
from lxml.html import HtmlElement

from newscrawl.bylines import Byline, read_byline
from newscrawl.dates import Instant, parse_date
from newscrawl.explaining import KEPT, LOWER, NOTHING, REFINED, UNREADABLE, Trace
from newscrawl.text import element_text, plain, unique
from newscrawl.urls import canonical_url

logger = logging.getLogger(__name__)

_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)")


class Counter(Protocol):
    """What the loader counts with; Scrapy's stats collector is one."""

    def inc_value(self, key: str, count: int = 1) -> None: ...


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


def read_signature(text: str, loader_context: Mapping[str, Any]) -> Byline | None:
    byline = read_byline(
        text, own_names=loader_context["own_names"], languages=loader_context["languages"]
    )
    return byline if byline.text else None


def _address(text: str, loader_context: Mapping[str, Any]) -> str | None:
    style = _CSS_URL.search(text)
    return canonical_url(style[1] if style else text, base=loader_context["base"])


class FieldLoader(ItemLoader):
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
    byline_in = MapCompose(_text, read_signature)
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
        self.counter = stats
        self.trace = trace
        self.evidence: dict[str, str] = {}

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
        self.count(f"newscrawl/field/{name}/unreadable")
        printed = [text for value in values if (text := _text(value))]
        logger.warning("%s: field %s cannot be read from %r", self.url, name, printed)

    def count(self, key: str) -> None:
        if self.counter is not None:
            self.counter.inc_value(key)


def _read_from(value: Any) -> Any:
    """Return the characters that *value* was read from."""
    if isinstance(value, Byline):
        return value.text or value.agency
    return value.raw if isinstance(value, Instant) else value
