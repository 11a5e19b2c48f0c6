"""What a page says of itself, and what can be read in it by who does not know it."""

from collections.abc import Callable, Container, Iterable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from newscrawl.bylines import Byline, read_byline
from newscrawl.dates import Instant, date_in_url, in_local_time, parse_date
from newscrawl.generic import body_paragraphs
from newscrawl.loaders import ArticleLoader, read_instant
from newscrawl.structured import Said, Structured, best_headline, topic_links
from newscrawl.visible import printed_bylines, printed_dates

_SAME_DATE = timedelta(days=1)
"""Sources that differ by less than this do not contradict each other: one may name the day
alone, or lack the zone."""

_GREENWICH = ZoneInfo("UTC")
_AHEAD = timedelta(days=1)
"""The printed time of an outlet may be of tomorrow while it is today at Greenwich."""


class PageLoader(ArticleLoader):
    """An :class:`~newscrawl.loaders.ArticleLoader` that needs no selectors."""

    def add_structured(self, page: Structured) -> None:
        """Collect what the page says of itself, for fields that no selector gave."""
        if not self.get_collected_values("headline") and (said := best_headline(page)):
            self.offer("headline", [said.value], said.source)
        self._add_date(page)
        self._add_said("date_modified", page.date_modified)
        self._add_said("section", page.section)
        self._add_said("summary", page.summary)
        self._add_said("image", page.image)
        if not self.get_collected_values("byline"):
            self._add_authors(page)
        if not self.get_collected_values("tags"):
            for tags in page.tags():
                if not tags.doubt and self.offer("tags", tags.value, tags.source):
                    break

    def add_generic(self, page: Structured, furniture: Container[str] = frozenset()) -> None:
        """Collect what reading the page without knowing it gives, for what is still missing."""
        headline = next(iter(self.get_collected_values("headline")), None)
        if not self.get_collected_values("date"):
            self._add_printed_date(page, headline)
        if not self.get_collected_values("tags"):
            self.offer("tags", topic_links(self.root), "generic")
        if not self.get_collected_values("byline"):
            self._add_printed_byline(page, headline)
        if not self.paragraphs:
            self._add_generic_body(page, headline, furniture)
            self.take_closing_byline()

    def _add_printed_date(self, page: Structured, headline: str | None) -> None:
        printed = printed_dates(self.root, headline=headline)
        self._keep_first("date", printed.published)
        for said in page.date():
            self.offer("date", [said.value] if said.doubt else [], said.source)
        self._keep_first("date_modified", printed.changed)
        if day := date_in_url(self.url):
            moment = datetime.combine(day, time(), self.context["zone"] or UTC)
            self.keep("date", Instant(moment, "day", day.isoformat(), zoned=False), "generic")

    def _keep_first(self, name: str, texts: Iterable[str]) -> None:
        """Collect the first of printed *texts* that can be read."""
        for text in texts:
            if instant := read_instant(text, self.context):
                self.keep(name, instant, "generic")
                return

    def _add_printed_byline(self, page: Structured, headline: str | None) -> None:
        context = self.context
        names = (*context["own_names"], *page.site_names())
        for text in printed_bylines(self.root, headline=headline):
            byline = read_byline(text, own_names=names, languages=context["languages"])
            if byline.authors:
                self.keep("byline", byline, "generic")
                return

    def _add_generic_body(
        self, page: Structured, headline: str | None, furniture: Container[str]
    ) -> None:
        stated = next(iter(page.body()), None)
        self.paragraphs = body_paragraphs(
            self.root,
            headline=headline,
            summary=next(iter(self.get_collected_values("summary")), None),
            article_body=stated.value if stated else None,
            furniture=furniture,
        )
        if self.paragraphs:
            self.evidence["body"] = "generic"
        elif stated:
            self.paragraphs = stated.value.split("\n")
            self.evidence["body"] = stated.source

    def _add_said(self, name: str, statements: Callable[[], list[Said[str]]]) -> None:
        """Collect the first of *statements* that can be used; those doubted come last."""
        if not self.get_collected_values(name):
            for said in statements():
                if self.offer(name, [said.value], said.source):
                    return

    def _add_date(self, page: Structured) -> None:
        """Collect the date; if the page states two that differ, say so in the evidence.

        What is doubted waits for what the page prints.
        """
        if self.get_collected_values("date"):
            return
        statements = [said for said in page.date() if not said.doubt]
        for said in statements:
            if self.offer("date", [said.value], said.source):
                break
        kept: Instant | None = next(iter(self.get_collected_values("date")), None)
        if kept is None:
            return
        others = [
            (said, other)
            for said in statements
            if (other := read_instant(said.value, self.context))
        ]
        if self.context["zone"] is None and kept.precision != "day" and not kept.moment.utcoffset():
            stated = [other for _, other in others]
            self._values["date"] = [in_local_time(kept, stated, self._printed_at_greenwich())]
        for said, other in others:
            if abs(other.moment - kept.moment) >= _SAME_DATE:
                self.evidence["date conflict"] = f"{said.source}: {said.value}"
                return

    def _printed_at_greenwich(self) -> list[Instant]:
        """Return what the page prints of its publication, as if its clocks were at Greenwich."""
        context = self.context
        headline = next(iter(self.get_collected_values("headline")), None)
        printed = printed_dates(self.root, headline=headline).published
        read = (parse_date(x, zone=_GREENWICH, now=context["now"] + _AHEAD) for x in printed)
        return [instant for instant in read if instant]

    def _add_authors(self, page: Structured) -> None:
        context = self.context
        names = (*context["own_names"], *page.site_names())
        agency = None
        for said in page.authors():
            byline = read_byline(said.value, own_names=names, languages=context["languages"])
            agency = agency or byline.agency
            if byline.authors and not said.doubt:
                self.keep("byline", byline, said.source)
                return
        if agency:
            self.keep("byline", Byline(None, (), agency), "json-ld")
