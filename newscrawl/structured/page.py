"""What a page says of itself, field by field, in order of trust."""

import re
from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from newscrawl.structured import kinds, names, people, sections
from newscrawl.structured.json_ld import get, values_of
from newscrawl.structured.keywords import split_keywords, stuffed, tags_of
from newscrawl.structured.said import Said, lines, trusted_first
from newscrawl.structured.sources import Sources, where
from newscrawl.structured.titles import in_trail, without_sites
from newscrawl.structured.xpaths import finder

_DEFAULT_PICTURE = re.compile(
    r"logo|default|placeholder|no-?(?:image|photo)|favicon|/icons?[/_.-]|share[-_]image",
    re.IGNORECASE,
)
_LOOSE_TIMES = finder(
    "//time[@pubdate] | //@data-published/.. | //@data-publish-date/.. | //@data-pubdate/.."
    " | //@data-published-at/.. | //@data-published-date/.. | //@data-published-time/.."
)
_TIME_ATTRIBUTES = re.compile("datetime|data-pub.*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Structured:
    """What the page *root* at *url* says of itself.

    Each method returns all statements on one field, the most trusted first and those with a
    ``doubt`` last. Values are as the page has them: dates and names are not parsed. Nothing is
    read before it is asked for, and no part of the page twice.

    :param root: the parsed page.
    :param url: where it was found, absolute.
    """

    def __init__(self, root: HtmlElement, url: str) -> None:
        self.sources = Sources(root, url)

    def headline(self) -> list[Said[str]]:
        """Return the titles without the name of the site; see also :func:`best_headline`."""
        sources = self.sources
        shown = [text for element, text in sources.headings if not in_trail(element)]
        found = [
            *sources.node_values(sources.articles, "headline", "name"),
            *sources.marked_values("headline", shown=True),
            *sources.head.said(names.TITLE),
            *([Said(sources.head.title, "meta", "title")] if sources.head.title else ()),
            *sources.node_values(sources.around, "headline", "name"),
        ]
        return trusted_first(list(without_sites(found, sources.site, shown)))

    def date(self) -> list[Said[str]]:
        """Return when the article was first published, as written."""
        sources = self.sources
        stated = list(sources.node_values(sources.articles, "datePublished"))
        marked = list(sources.marked_values("datepublished"))
        metas = list(sources.head.said(names.PUBLISHED))
        changed = {said.value for said in self.date_modified() if said.source == "json-ld"}
        if stated and metas and stated[0].value in changed and _earlier(metas[0], stated[0]):
            # The software puts the last change into both fields of its JSON-LD.
            stated, metas = metas, stated
        # Elements of several days: those of other stories are marked as well.
        found = [
            *stated,
            *(metas if len({said.value[:10] for said in marked}) > 1 else ()),
            *marked,
            *metas,
            *sources.node_values(sources.around, "datePublished", "uploadDate"),
            *sources.node_values(sources.articles, "dateCreated", "uploadDate"),
            *sources.marked_values("datecreated", "uploaddate"),
        ]
        uncertain = sources.head.said(("date",), doubt="may be the time of the request")
        return trusted_first([*(found or self._loose_times()), *uncertain])

    def date_modified(self) -> list[Said[str]]:
        """Return when the article was last changed, as written."""
        sources = self.sources
        return trusted_first(
            [
                *sources.node_values(sources.articles, "dateModified"),
                *sources.marked_values("datemodified"),
                *sources.head.said(names.MODIFIED),
                *sources.node_values(sources.around, "dateModified"),
            ]
        )

    def _loose_times(self) -> Iterator[Said[str]]:
        """Elements outside any item that say when the page was published."""
        for element in _LOOSE_TIMES(self.sources.root)[:1]:
            for name, value in element.attrib.items():
                if _TIME_ATTRIBUTES.fullmatch(name) and value.strip():
                    yield Said(value.strip(), "meta", f"{element.tag}[{name}]")

    def authors(self) -> list[Said[tuple[str, ...]]]:
        """Return the names of each statement, unparsed.

        Where no person is named ``doubt`` is ``organization``; ``handle``, or ``account`` where
        it need not be the author's; ``the site``, or ``every page`` where software writes that
        everywhere.
        """
        return people.authors(self.sources)

    def body(self) -> list[Said[str]]:
        """Return the whole text of the article, a paragraph a line where the page parts them."""
        sources = self.sources
        found = [
            Said(text, "json-ld", where(node, "articleBody"))
            for node in sources.articles
            for value in values_of(get(node, "articleBody"))
            if isinstance(value, str) and (text := lines(value))
        ]
        return trusted_first([*found, *sources.marked_values("articlebody", shown=True)])

    def tags(self) -> list[Said[tuple[str, ...]]]:
        """Return the lists of tags; ``doubt`` says why one is written for search engines.

        A list of one element a tag comes first: in JSON-LD labels of the newsroom's own stand
        among the keywords.
        """
        sources = self.sources
        found = [*self._meta_tags(names.TAGS)]
        marked = list(sources.marked_values("keywords", shown=True))
        if marked:
            found += self._tags([said.value for said in marked], marked[0])
        for node in sources.articles + sources.around:
            entries = [said.value for said in sources.node_values([node], "keywords")]
            found += self._tags(entries, Said("", "json-ld", where(node, "keywords")))
        return trusted_first(found)

    def keywords(self) -> list[Said[tuple[str, ...]]]:
        """Return the lists that are for search engines, to be asked where nothing else has tags;
        ``doubt`` says why one is no list of tags at all."""
        return trusted_first(list(self._meta_tags(names.KEYWORDS, for_engines=True)))

    def _meta_tags(
        self, fields: tuple[str, ...], for_engines: bool = False
    ) -> Iterator[Said[tuple[str, ...]]]:
        for name in fields:
            said = list(self.sources.head.said((name,)))
            if said:
                yield from self._tags([each.value for each in said], said[0], for_engines)

    def _tags(
        self, entries: list[str], place: Said[str], for_engines: bool = False
    ) -> Iterator[Said[tuple[str, ...]]]:
        """The tags of one statement: a list of entries, or one entry that is a list."""
        if len(entries) == 1 or all(len(split_keywords(entry)) > 1 for entry in entries):
            entries = [tag for entry in entries for tag in split_keywords(entry)]
        tags = tags_of(entries, self.sources.site)
        if tags:
            doubt = stuffed(tags, (lambda: self.sources.text_shown) if for_engines else None)
            yield Said(tags, place.source, place.where, doubt)

    def section(self) -> list[Said[str]]:
        """Return the sections; without one of its own, the last crumb on the way to the article."""
        return sections.sections(self.sources)

    def summary(self) -> list[Said[str]]:
        sources = self.sources
        return trusted_first(
            [
                *sources.node_values(sources.articles, "description", "abstract"),
                *sources.marked_values("description", "abstract", shown=True),
                *sources.head.said(names.SUMMARY),
                *sources.node_values(sources.around, "description"),
            ]
        )

    def image(self) -> list[Said[str]]:
        """Return absolute addresses of the lead picture; logos and the like are doubted."""
        sources = self.sources
        found = []
        for node in sources.articles:
            for field in ("image", "thumbnailUrl"):
                for value in sources.json_ld.get(node, field):
                    if isinstance(value, dict):
                        value = get(value, "url") or get(value, "contentUrl") or get(value, "@id")
                    for each in values_of(value):
                        if isinstance(each, str):
                            found.append(Said(each, "json-ld", where(node, field)))
        found += sources.head.said(names.IMAGE)
        found += sources.marked_values("image", "thumbnailurl")
        found += [
            Said(link.get("href") or "", "meta", "link[rel=image_src]")
            for link in sources.head.links.get("image_src", ())
        ]
        return trusted_first(
            [
                Said(address, said.source, said.where, doubt)
                for said in found
                if (address := sources.address(said.value))
                for doubt in ["default picture" if _DEFAULT_PICTURE.search(address) else None]
            ]
        )

    def language(self) -> list[Said[str]]:
        """Return the language as written: ``en-US``, ``en_US`` or ``English``."""
        sources = self.sources
        page = sources.head.language.strip()
        return trusted_first(
            [
                *sources.node_values(sources.articles, "inLanguage"),
                *([Said(page, "meta", "html[lang]")] if page else ()),
                *sources.marked_values("inlanguage"),
                *sources.head.said(names.LANGUAGE),
            ]
        )

    def canonical(self) -> list[Said[str]]:
        """Return absolute addresses of the page; one of the home page is doubted."""
        return trusted_first(list(self.sources.canonical()))

    def addresses(self) -> list[str]:
        """Return all absolute addresses that the page gives itself, in any form, each once; those
        that are doubted left out."""
        sources = self.sources
        canonical = (said.value for said in self.canonical() if not said.doubt)
        return list(dict.fromkeys((*canonical, *sources.amp_addresses, *sources.node_addresses())))

    def alternates(self) -> dict[str, str]:
        """Return language, as written, to absolute address of the page in it."""
        found: dict[str, str] = {}
        for link in self.sources.head.links.get("alternate", ()):
            language = (link.get("hreflang") or "").strip()
            address = self.sources.address(link.get("href") or "")
            if language and address and language.casefold() != "x-default":
                found.setdefault(language, address)
        return found

    def site_names(self) -> list[str]:
        """Return what the page calls its site and publisher; its host among them."""
        return list(self.sources.site_names)

    def kind(self) -> Said[Literal["article", "listing", "other"]] | None:
        """Return what sort of page it says it is, or None if it does not say."""
        return kinds.kind(self.sources)

    def paywalled(self) -> Said[bool] | None:
        """Return whether the page says that its text is not free to read, or None."""
        return kinds.paywalled(self.sources)

    def rights(self) -> dict[str, list[Said[str]]]:
        """Return ``licence``, ``copyright``, ``robots`` and ``text_mining`` to what is said."""
        return kinds.rights(self.sources)


def _earlier(one: Said[str], other: Said[str]) -> bool:
    """Whether both begin with an ISO 8601 day and *one* is on an earlier."""
    first, second = _DAY.match(one.value), _DAY.match(other.value)
    return bool(first and second and first[0] < second[0])
