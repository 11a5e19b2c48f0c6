"""What a page says of itself, and what can be read in it by who does not know it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from newscrawl.bylines import Byline, opening_byline
from newscrawl.credits import Credit, Credits
from newscrawl.dates import Instant, date_in_url, in_local_time, parse_date
from newscrawl.explaining import LOWER, NO_PERSON, OTHER_TITLE, OVERRULED, UNREADABLE
from newscrawl.fields import read_instant
from newscrawl.generic import Body, read_body
from newscrawl.loaders import ArticleLoader
from newscrawl.structured import Said, Structured, best_headline, topic_links
from newscrawl.visible import printed_dates

_SHOWN = "printed near the headline"
_SAME_DATE = timedelta(days=1)
"""Sources that differ by less than this do not contradict each other: one may name the day
alone, or lack the zone."""

_GREENWICH = ZoneInfo("UTC")
_AHEAD = timedelta(days=1)
"""The printed time of an outlet may be of tomorrow while it is today at Greenwich."""


class PageLoader(ArticleLoader):
    """An :class:`~newscrawl.loaders.ArticleLoader` that needs no selectors."""

    _credits: Credits | None = None
    _stated: Credit | None = None
    """The byline, if it is from what the page says of itself."""
    found: Body | None = None
    """What reading the page without knowing it gave, if that was needed."""

    def body_element(self) -> HtmlElement | None:
        """Return the element in which the body was found without a selector."""
        if self.found is None or self.found.path is None:
            return None
        found: list[HtmlElement] = self.root.getroottree().xpath(self.found.path)
        return found[0]

    def add_structured(self, page: Structured) -> None:
        """Collect what the page says of itself, for fields that no selector gave."""
        if not self.settled("headline") and (said := best_headline(page)):
            self.offer("headline", [said.value], said.source, said.where)
        self._add_date(page)
        self._add_said("date_modified", page.date_modified)
        self._add_said("section", page.section)
        self._add_said("summary", page.summary)
        self._add_said("image", page.image)
        self._add_authors(page)
        self._add_tags(page.tags)
        if self.trace is not None:
            self._pass_over_titles(page)

    def add_generic(
        self,
        page: Structured,
        without_furniture: Callable[[list[str]], list[str]] | None = None,
        *,
        outlet_is_known: bool = False,
    ) -> None:
        """Collect what reading the page without knowing it gives, for what is still missing.

        :param without_furniture: what leaves out of a body so read what other pages repeat. All
            else is read before it has its say, so that it does not hang on what was read before.
        :param outlet_is_known: whether the outlet's name, which the article then has elsewhere,
            is no byline.
        """
        headline = next(iter(self.get_collected_values("headline")), None)
        if not self.settled("date"):
            self._add_printed_date(page, headline)
        if not self.settled("tags"):
            self.offer("tags", topic_links(self.root), "generic", "links to topics")
            self._add_tags(page.keywords)
        credits = self._credits_of(page)
        self._add_printed_byline(credits)
        if not self.paragraphs:
            self._add_generic_body(page, headline)
            self.take_closing_byline()
        self._take_opening_byline(credits)
        self._add_unnamed_byline(credits, outlet_is_known)
        if self.trace is not None:
            self._pass_over_credits(credits)
        self._add_agency(credits)
        if without_furniture and self.found is not None:
            self.whole = self.paragraphs
            self.paragraphs = without_furniture(self.whole)

    def _add_printed_date(self, page: Structured, headline: str | None) -> None:
        printed = printed_dates(self.root, headline=headline)
        day = date_in_url(self.url)
        self._keep_first("date", self._nearest_first(printed.published, day))
        for said in page.date():
            if said.doubt:
                self.offer("date", [said.value], said.source, said.where, said.doubt)
        self._keep_first("date_modified", printed.changed)
        if day:
            moment = datetime.combine(day, time(), self.context["zone"] or UTC)
            self.keep(
                "date", Instant(moment, "day", day.isoformat(), zoned=False), "generic", "url"
            )

    def _nearest_first(self, texts: list[str], day: date | None) -> list[str]:
        """Return *texts* with those first that name *day*, known from the address, or the day
        before or after: mastheads and side columns print other days."""
        if day is None:
            return texts

        def is_elsewhere(text: str) -> bool:
            instant = read_instant(text, self.context)
            return instant is None or abs(instant.moment.date() - day) > _SAME_DATE

        return sorted(texts, key=is_elsewhere)

    def _credits_of(self, page: Structured) -> Credits:
        """Return what *page* says and shows of its authors, read once."""
        if self._credits is None or self._credits.page is not page:
            self._credits = Credits(
                page,
                headline=next(iter(self.get_collected_values("headline")), None),
                own_names=self.context["own_names"],
                languages=self.context["languages"],
            )
        return self._credits

    def _add_authors(self, page: Structured) -> None:
        if not self.get_collected_values("byline"):
            self._stated = self._credits_of(page).stated()
            self._keep_credit(self._stated)

    def _add_printed_byline(self, credits: Credits) -> None:
        if self._stated and (credit := credits.contradicting(self._stated)):
            del self._values["byline"]
            if self.trace is not None:
                self.trace.overrule("byline", OVERRULED)
            self._keep_credit(credit)
        elif not self.get_collected_values("byline"):
            self._keep_credit(credits.printed())

    def _add_unnamed_byline(self, credits: Credits, outlet_is_known: bool) -> None:
        if not self.get_collected_values("byline"):
            without = self.context["own_names"] if outlet_is_known else ()
            self._keep_credit(credits.unnamed(without))

    def _keep_credit(self, credit: Credit | None) -> None:
        if credit:
            self.keep("byline", credit.byline, credit.source, credit.where)

    def _pass_over_credits(self, credits: Credits) -> None:
        """Take down all that is stated and shown of who wrote the article."""
        for said in credits.page.authors():
            self._pass_over("byline", said, LOWER if credits.names_people(said) else NO_PERSON)
        for text in credits.texts:
            self.note("byline", credits.read(text).text, "generic", credits.SHOWN, verdict=LOWER)

    def _opening(self, credits: Credits) -> tuple[Byline | None, int]:
        return opening_byline(
            self.paragraphs, own_names=credits.own_names, languages=self.context["languages"]
        )

    def _take_opening_byline(self, credits: Credits) -> None:
        """Move a signature at the head of the body to the byline, if nobody else signs."""
        if self.settled("byline"):
            return
        opening, taken = self._opening(credits)
        if opening and opening.authors:
            self.paragraphs = self.paragraphs[taken:]
            self.keep("byline", opening, self.evidence.get("body", "generic"), "the text's head")

    def _add_agency(self, credits: Credits) -> None:
        """Add the wire service that is stated, or that the body's dateline names."""
        byline: Byline = next(iter(self.get_collected_values("byline")), Byline())
        if byline.agency:
            return
        agency, source = credits.agency(), "json-ld"
        if not agency:
            opening, _ = self._opening(credits)
            agency = opening.agency if opening else None
            source = self.evidence.get("body", "generic")
        if agency:
            self._values["byline"] = [replace(byline, agency=agency)]
            self.evidence["agency"] = source

    def _keep_first(self, name: str, texts: Iterable[str]) -> None:
        """Collect the first of printed *texts* that can be read."""
        for text in texts:
            if instant := read_instant(text, self.context):
                self.keep(name, instant, "generic", _SHOWN)
            else:
                self.note(name, text, "generic", _SHOWN, verdict=UNREADABLE)
            if self.settled(name):
                return

    def _add_generic_body(self, page: Structured, headline: str | None) -> None:
        stated = next(iter(page.body()), None)
        self.found = read_body(
            self.root,
            headline=headline,
            summary=next(iter(self.get_collected_values("summary")), None),
            article_body=stated.value if stated else None,
        )
        if not self.take_body(self.found.of_article, "generic") and stated:
            self.take_body(stated.value.split("\n"), stated.source)

    def _add_said(self, name: str, statements: Callable[[], list[Said[str]]]) -> None:
        """Collect the first of *statements* that can be used; those doubted come last."""
        if not self.settled(name):
            for said in statements():
                self.offer(name, [said.value], said.source, said.where, said.doubt)
                if self.settled(name):
                    return

    def _add_tags(self, statements: Callable[[], list[Said[tuple[str, ...]]]]) -> None:
        """Collect the first list of *statements* that can be used and is not doubted."""
        if self.settled("tags"):
            return
        for tags in statements():
            if tags.doubt:
                self._pass_over("tags", tags)
            else:
                self.offer("tags", tags.value, tags.source, tags.where)
            if self.settled("tags"):
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
        """Collect the date; if the page states two that differ, say so in the evidence.

        What is doubted waits for what the page prints.
        """
        if self.settled("date"):
            return
        statements = [said for said in page.date() if not said.doubt]
        for said in statements:
            self.offer("date", [said.value], said.source, said.where, said.doubt)
            if self.settled("date"):
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
