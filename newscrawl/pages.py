"""What a page says of itself, and what can be read in it by who does not know it."""

from collections.abc import Callable, Container
from datetime import UTC, datetime, time, timedelta
from typing import Any

from newscrawl.bylines import Byline, read_byline
from newscrawl.dates import Instant, date_in_url
from newscrawl.explaining import LOWER, NO_PERSON, OTHER_TITLE, UNREADABLE
from newscrawl.generic import body_paragraphs
from newscrawl.loaders import ArticleLoader, read_instant
from newscrawl.structured import Said, Structured, best_headline, topic_links
from newscrawl.visible import printed_bylines, printed_dates

_SAME_DATE = timedelta(days=1)
"""Sources that differ by less than this do not contradict each other: one may name the day
alone, or lack the zone."""


class PageLoader(ArticleLoader):
    """An :class:`~newscrawl.loaders.ArticleLoader` that needs no selectors."""

    def add_structured(self, page: Structured) -> None:
        """Collect what the page says of itself, for fields that no selector gave."""
        if not self.settled("headline") and (said := best_headline(page)):
            self.offer("headline", [said.value], said.source, said.where)
        self._add_date(page)
        self._add_said("date_modified", page.date_modified)
        self._add_said("section", page.section)
        self._add_said("summary", page.summary)
        self._add_said("image", page.image)
        if not self.settled("byline"):
            self._add_authors(page)
        if not self.settled("tags"):
            for tags in page.tags():
                if tags.doubt:
                    self._pass_over("tags", tags)
                else:
                    self.offer("tags", tags.value, tags.source, tags.where)
                if self.settled("tags"):
                    break
        if self.trace is not None:
            self._pass_over_titles(page)

    def add_generic(self, page: Structured, furniture: Container[str] = frozenset()) -> None:
        """Collect what reading the page without knowing it gives, for what is still missing."""
        headline = next(iter(self.get_collected_values("headline")), None)
        if not self.settled("date"):
            self._add_printed_date(headline)
        if not self.settled("tags"):
            self.offer("tags", topic_links(self.root), "generic", "links to topics")
        if not self.settled("byline"):
            self._add_printed_byline(page, headline)
        if not self.paragraphs:
            self._add_generic_body(page, headline, furniture)
            self.take_closing_byline()

    def _add_printed_date(self, headline: str | None) -> None:
        for text in printed_dates(self.root, headline=headline):
            if instant := read_instant(text, self.context):
                self.keep("date", instant, "generic", "printed near the headline")
            else:
                self.note("date", text, "generic", "printed near the headline", verdict=UNREADABLE)
            if self.settled("date"):
                return
        if day := date_in_url(self.url):
            moment = datetime.combine(day, time(), self.context["zone"] or UTC)
            self.keep(
                "date", Instant(moment, "day", day.isoformat(), zoned=False), "generic", "url"
            )

    def _add_printed_byline(self, page: Structured, headline: str | None) -> None:
        context = self.context
        names = (*context["own_names"], *page.site_names())
        for text in printed_bylines(self.root, headline=headline):
            byline = read_byline(text, own_names=names, languages=context["languages"])
            if byline.authors:
                self.keep("byline", byline, "generic", "printed near the headline")
            else:
                self.note("byline", text, "generic", "printed near the headline", verdict=NO_PERSON)
            if self.settled("byline"):
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
        if not self.settled(name):
            for said in statements():
                self.offer(name, [said.value], said.source, said.where, said.doubt)
                if self.settled(name):
                    return

    def _pass_over(self, name: str, said: Said[Any], verdict: str = LOWER) -> None:
        """Take down a statement that is not offered: for its doubt, or else for *verdict*."""
        why = f"doubted: {said.doubt}" if said.doubt else verdict
        self.note(name, said.value, said.source, said.where, verdict=why, doubt=said.doubt)

    def _pass_over_titles(self, page: Structured) -> None:
        """Take down what the headline was chosen from, and the text that the page states."""
        sources = page.sources
        printed = [
            Said(text, "generic", "h1", "the site's name" if sources.site.has(text) else None)
            for _, text in sources.headings
        ]
        for said in (*page.headline(), *printed):
            self._pass_over("headline", said, OTHER_TITLE)
        for said in page.body():
            self._pass_over("body", said)

    def _add_date(self, page: Structured) -> None:
        """Collect the date; if the page states two that differ, say so in the evidence."""
        if self.settled("date"):
            return
        statements = page.date()
        for said in statements:
            self.offer("date", [said.value], said.source, said.where, said.doubt)
            if self.settled("date"):
                break
        kept: Instant | None = next(iter(self.get_collected_values("date")), None)
        for said in statements if kept else ():
            other = None if said.doubt else read_instant(said.value, self.context)
            if kept and other and abs(other.moment - kept.moment) >= _SAME_DATE:
                self.evidence["date conflict"] = f"{said.source}: {said.value}"
                return

    def _add_authors(self, page: Structured) -> None:
        context = self.context
        names = (*context["own_names"], *page.site_names())
        agency = None
        for said in page.authors():
            byline = read_byline(said.value, own_names=names, languages=context["languages"])
            agency = agency or byline.agency
            if byline.authors and not said.doubt:
                self.keep("byline", byline, said.source, said.where)
            else:
                self._pass_over("byline", said, NO_PERSON)
            if self.settled("byline"):
                return
        if agency:
            self.keep("byline", Byline(None, (), agency), "json-ld")
