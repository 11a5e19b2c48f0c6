"""Who a page credits with its article: what it says of itself and what it shows, weighed."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from newscrawl.bylines import Byline, is_labelled, names_newsroom, read_byline, unnamed_byline
from newscrawl.structured import Said, Structured
from newscrawl.structured.likeness import SiteNames
from newscrawl.visible import printed_bylines

_FULL_NAME = 2


class Credit(NamedTuple):
    """A byline and where it was read."""

    byline: Byline
    source: str
    where: str
    """The place, for whoever asks why."""

    shown: bool = True
    """Whether a reader of the page sees it."""


class Credits:
    """The statements of *page* on who wrote its article.

    People come first, wherever they are named. Where nobody is, what the page names instead is
    the byline, without authors: a newsroom, a wire service, and last the site itself, if the
    article says so and not only its ``meta`` elements, where software writes it on every page.

    :param headline: tells which of the page's headings the story belongs to.
    :param own_names: names of the outlet, beside those that the page gives itself.
    :param languages: BCP 47 of the outlet.
    """

    SHOWN = "printed near the headline"

    def __init__(
        self,
        page: Structured,
        *,
        headline: str | None,
        own_names: Sequence[str],
        languages: Sequence[str],
    ) -> None:
        self.page = page
        self._headline = headline
        self.own_names = (*own_names, *page.site_names())
        self._languages = languages

    def stated(self) -> Credit | None:
        """Return the first statement that names people."""
        for said in self._statements:
            if said.doubt:
                break
            byline = self._read_stated(said.value)
            if byline.authors:
                return Credit(
                    byline, said.source, said.where, shown=not said.where.startswith("meta[")
                )
        return None

    def printed(self) -> Credit | None:
        """Return the first printed byline that names people."""
        text = self._text_naming_people
        return Credit(self._read_printed(text), "generic", self.SHOWN) if text else None

    def contradicting(self, stated: Credit) -> Credit | None:
        """Return the byline that a reader sees in place of *stated*, which no reader does.

        Such a ``meta`` element may name the account that published. The byline that is read
        instead must have a label and a full name, and share nobody with what was stated.
        """
        if stated.shown or not (text := self._text_naming_people) or not is_labelled(text):
            return None
        byline = self._read_printed(text)
        differs = set(byline.authors).isdisjoint(stated.byline.authors)
        full = all(len(name.split()) >= _FULL_NAME for name in byline.authors)
        return Credit(byline, "generic", self.SHOWN) if differs and full else None

    def unnamed(self, without: Sequence[str] = ()) -> Credit | None:
        """Return the best byline that names nobody, and is none of the names *without*."""
        known, own = SiteNames(without), self._names_printed
        sure = [said for said in self._statements if _is_sure(said)]
        doubted = [said for said in self._statements if said.doubt in ("handle", "the site")]
        found: Iterator[tuple[tuple[str, ...] | str, str, str]] = chain(
            ((said.value, said.source, said.where) for said in sure),
            ((text, "generic", self.SHOWN) for text in self.texts),
            ((said.value, said.source, said.where) for said in doubted),
        )
        for value, source, where in found:
            byline = unnamed_byline(value, own_names=own, languages=self._languages)
            if byline and not known.has(byline.text or ""):
                return Credit(byline, source, where)
        return None

    def names_people(self, said: Said[tuple[str, ...]]) -> bool:
        return bool(self._read_stated(said.value).authors)

    def agency(self) -> str | None:
        """Return the wire service that the page states among the authors."""
        agencies = (self.read(said.value).agency for said in self._statements)
        return next(filter(None, agencies), None)

    @cached_property
    def _statements(self) -> list[Said[tuple[str, ...]]]:
        return self.page.authors()

    @cached_property
    def texts(self) -> list[str]:
        """What is printed where a byline could be, the likeliest first."""
        return printed_bylines(self.page.sources.root, headline=self._headline)

    @cached_property
    def _text_naming_people(self) -> str | None:
        return next((text for text in self.texts if self._read_printed(text).authors), None)

    @cached_property
    def _names_printed(self) -> tuple[str, ...]:
        """The outlet's own names, and what is printed as an author and is a form of one."""
        is_own = self.page.sources.site.has
        printed = (name for text in self.texts for name in self.read(text).authors)
        return (*self.own_names, *filter(is_own, printed))

    def _read_stated(self, value: tuple[str, ...]) -> Byline:
        """Read *value*, whose names are no site's: one that is called so is its owner's."""
        names = [name for name in self.own_names if name not in value]
        return read_byline(value, own_names=names, languages=self._languages)

    def _read_printed(self, text: str) -> Byline:
        return read_byline(text, own_names=self._names_printed, languages=self._languages)

    def read(self, value: str | tuple[str, ...]) -> Byline:
        return read_byline(value, own_names=self.own_names, languages=self._languages)


def _is_sure(said: Said[tuple[str, ...]]) -> bool:
    """Whether what names nobody in *said* is a byline: not in ``meta`` elements, where the
    company that built the site may stand, unless it is a newsroom or a wire service."""
    if said.doubt not in (None, "organization"):
        return False
    return said.source in ("json-ld", "microdata") or names_newsroom(" ".join(said.value))
