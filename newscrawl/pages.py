"""What a page says of itself, and what can be read in it by who does not know it."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from newscrawl.bylines import Byline, read_byline
from newscrawl.dates import Instant, date_in_url
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

    def add_generic(
        self, page: Structured, without_furniture: Callable[[list[str]], list[str]] | None = None
    ) -> None:
        """Collect what reading the page without knowing it gives, for what is still missing.

        :param without_furniture: what leaves out of a body so read what other pages repeat. All
            else is read before it has its say, so that it does not hang on what was read before.
        """
        headline = next(iter(self.get_collected_values("headline")), None)
        if not self.get_collected_values("date"):
            self._add_printed_date(headline)
        if not self.get_collected_values("tags"):
            self.offer("tags", topic_links(self.root), "generic")
        if not self.get_collected_values("byline"):
            self._add_printed_byline(page, headline)
        if not self.paragraphs:
            self._add_generic_body(page, headline)
            self.take_closing_byline()
            if without_furniture:
                self.whole = self.paragraphs
                self.paragraphs = without_furniture(self.whole)

    def _add_printed_date(self, headline: str | None) -> None:
        for text in printed_dates(self.root, headline=headline):
            if instant := read_instant(text, self.context):
                self.keep("date", instant, "generic")
                return
        if day := date_in_url(self.url):
            moment = datetime.combine(day, time(), self.context["zone"] or UTC)
            self.keep("date", Instant(moment, "day", day.isoformat(), zoned=False), "generic")

    def _add_printed_byline(self, page: Structured, headline: str | None) -> None:
        context = self.context
        names = (*context["own_names"], *page.site_names())
        for text in printed_bylines(self.root, headline=headline):
            byline = read_byline(text, own_names=names, languages=context["languages"])
            if byline.authors:
                self.keep("byline", byline, "generic")
                return

    def _add_generic_body(self, page: Structured, headline: str | None) -> None:
        stated = next(iter(page.body()), None)
        self.paragraphs = body_paragraphs(
            self.root,
            headline=headline,
            summary=next(iter(self.get_collected_values("summary")), None),
            article_body=stated.value if stated else None,
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
        """Collect the date; if the page states two that differ, say so in the evidence."""
        if self.get_collected_values("date"):
            return
        statements = page.date()
        for said in statements:
            if self.offer("date", [said.value], said.source):
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
                self.keep("byline", byline, said.source)
                return
        if agency:
            self.keep("byline", Byline(None, (), agency), "json-ld")
