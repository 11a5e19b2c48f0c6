"""The records: an outlet, a teaser on a listing, an article."""

import json
from dataclasses import KW_ONLY, dataclass, field
from datetime import datetime
from typing import Any, Literal

SCHEMA_VERSION = "1"
"""Version of :class:`Article`.

A field that is added leaves it as it is; a field that is removed, renamed or
changes its meaning or type raises it by one.
"""


GONE = "gone"
"""Why an article or a listing failed that no further attempt can mend: the outlet says 404 or
410."""

RESERVED = "rights: "
"""How the reason begins why an article was skipped whose rights are reserved."""


@dataclass(frozen=True)
class Edition:
    """One language of an outlet and how its addresses are marked."""

    language: str
    """BCP 47, e.g. ``en``."""

    marks: tuple[str, ...] = ("",)
    """What the group ``edition`` of the outlet's article pattern holds, e.g. ``en``; ``""``
    where the address has no mark. The first is used to build addresses, all are accepted."""

    @classmethod
    def marked(cls, *languages: str) -> tuple["Edition", ...]:
        """Return editions whose marks are their languages.

        >>> Edition.marked("hy", "en")[1]
        Edition(language='en', marks=('en',))
        """
        return tuple(cls(language, (language,)) for language in languages)


@dataclass(frozen=True)
class Outlet:
    """A news outlet as a contributor describes it."""

    name: str
    """As it calls itself, e.g. ``Caliber.Az``."""

    country: str
    """ISO 3166-1 alpha-2, e.g. ``AZ``."""

    timezone: str
    """IANA name, e.g. ``Asia/Baku``; read into printed dates that have no offset."""

    editions: tuple[Edition, ...]
    """Its languages, the main one first."""

    _: KW_ONLY

    day_first: bool | None = None
    """How it prints ``05/10/2025``, if its language does not tell: by default day first, but in
    English not at all. Dots are always day first."""

    own_names: tuple[str, ...] = ()
    """Other forms of its name that stand where a person's could, e.g. ``Caliber``."""

    attribution: str | None = None
    """What the outlet asks of those who quote it, in English."""

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(edition.language for edition in self.editions)


@dataclass(frozen=True)
class Facts:
    """How far the description of an outlet can be trusted."""

    confidence: Literal["high", "medium", "low"]

    seen: int
    """Year in which the newest part of the description was seen on the outlet's own pages."""

    doubt: str = ""
    """What in it is inferred or older, in a few words."""


@dataclass(frozen=True)
class Teaser:
    """What a listing, a feed or a sitemap says of an article before it is fetched."""

    id: str
    """As in :class:`Article`."""

    url: str
    """Canonical form of the address it links to."""

    language: str
    """BCP 47 of the edition that the address belongs to."""

    source: str
    """``listing``, ``feed``, ``sitemap`` or ``endpoint``: goes into the evidence of what is taken
    from it."""

    headline: str | None = None
    date: datetime | None = None
    """First publication, aware."""

    date_precision: str | None = None
    """As in :class:`Article`."""

    date_raw: str | None = None
    section: str | None = None
    summary: str | None = None
    image: str | None = None
    tags: tuple[str, ...] = ()
    byline: str | None = None
    body: str | None = None
    """The whole text, paragraphs parted by one empty line, where a feed carries it."""


def _isoformat(value: Any) -> Any:
    """Dates in every feed format as ISO 8601 with offset, not as Python prints them."""
    return value.isoformat() if isinstance(value, datetime) else value


_INSTANT: dict[str, Any] = {"serializer": _isoformat}


@dataclass(kw_only=True)
class Article:
    """One news article.

    Missing is None or an empty collection, never an empty string. Text is in Unicode
    NFC. Headline, date and body are missing only until validation, and in what is
    read from a page that is no article: what is stored always has them.
    """

    schema_version: str = SCHEMA_VERSION
    """Version of this table."""

    id: str
    """Stable across runs: ``<outlet>:<language>:<the outlet's own identity for the article>``."""

    url: str
    """Canonical URL, absolute."""

    outlet: str
    """Spider name, e.g. ``caliber``; the host where no outlet is known."""

    country: str
    """ISO 3166-1 alpha-2 of the outlet; ``ZZ`` where no outlet is known."""

    language: str
    """BCP 47 of this text: as declared unless the text contradicts it; ``und`` where it cannot be
    told."""

    section: str | None = None
    """As printed, e.g. ``REGION``."""

    headline: str | None = None
    """One line, as printed."""

    date: datetime | None = field(default=None, metadata=_INSTANT)
    """First publication, aware, in the outlet's zone."""

    date_precision: str | None = None
    """``second``, ``minute`` or ``day``: how much of ``date`` was read. With ``day`` the time is
    00:00 in the outlet's zone and says nothing."""

    date_raw: str | None = None
    """The characters that ``date`` was read from."""

    date_modified: datetime | None = field(default=None, metadata=_INSTANT)
    """Last change that the outlet admits, aware; never copied into ``date``."""

    byline: str | None = None
    """As printed, without its "By"."""

    authors: list[str] = field(default_factory=list)
    """People named in the byline, in its order; none where it names a newsroom, a desk or the
    outlet itself."""

    agency: str | None = None
    """The wire service credited, e.g. ``Reuters``."""

    body: str | None = None
    """Paragraphs parted by one empty line."""

    tags: list[str] = field(default_factory=list)
    """In page order, unique."""

    summary: str | None = None
    """The standfirst."""

    image: str | None = None
    """Absolute address of the lead picture."""

    alternates: dict[str, str] = field(default_factory=dict)
    """BCP 47 language to URL of the same story in it."""

    content_hash: str | None = None
    """32 hexadecimal digits of the normalised headline and body: equal texts, equal hashes."""

    duplicate_of: str | None = None
    """``id`` of the outlet's earlier article whose text this one repeats."""

    story: str | None = None
    """One for all copies of a story, in whatever outlet: the ``id`` of the first of them that was
    stored."""

    revision: int = 1
    """1 for the first text seen, one more for each change."""

    removed_at: datetime | None = field(default=None, metadata=_INSTANT)
    """When the outlet was first found to have taken it down, UTC; its text stays."""

    evidence: dict[str, str] = field(default_factory=dict)
    """Field to where it was read: ``css``, ``xpath``, ``json-ld``, ``microdata``, ``opengraph``,
    ``meta``, ``feed``, ``listing``, ``sitemap``, ``endpoint``, ``generic``."""

    rights: dict[str, Any] = field(default_factory=dict)
    """What may be done with it, as far as it is said: ``attribution`` (what the outlet asks of
    those who quote it), ``licence``, ``copyright``, ``robots`` (the directives that forbid a use,
    e.g. ``noai, noarchive``), ``text_mining`` (``reserved`` or ``not reserved``),
    ``text_mining_policy`` (an address) and ``ai_agents`` (those that robots.txt closes it to).
    Each a string, from the page, the response's headers or the host."""

    fetched_at: datetime | None = field(default=None, metadata=_INSTANT)
    """When the page was received, UTC."""

    def to_json(self) -> str:
        """Return the record as one line of JSON: UTF-8 not escaped, instants as ISO 8601."""
        return json.dumps(vars(self), ensure_ascii=False, default=_isoformat)
