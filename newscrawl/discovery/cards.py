"""What a listing prints beside the link to an article."""

from collections.abc import Collection, Sequence
from datetime import datetime

from lxml.html import HtmlElement

from newscrawl.dates import Instant, parse_date, parse_machine_date
from newscrawl.discovery.links import absolute
from newscrawl.text import element_text

_LONGEST = 40  # characters of a printed date
_MAX_ELEMENTS = 60
_MAX_LEVELS = 6


def card_of(link: HtmlElement, url: str, articles: Collection[str], base: str) -> HtmlElement:
    """Return the largest element around *link* that holds no link to another of *articles*.

    :param url: where *link* leads.
    :param base: address of the page.
    """
    card = link
    for level, parent in enumerate(link.iterancestors()):
        if level == _MAX_LEVELS or parent.tag in ("body", "html"):
            break
        led = (absolute(other.get("href") or "", base) for other in parent.iter("a"))
        if any(other != url and other in articles for other in led):
            break
        card = parent
    return card


def card_day(card: HtmlElement, *, now: datetime, languages: Sequence[str] = ()) -> Instant | None:
    """Return the date that a *card* prints, without a zone: a day; None if there is none.

    >>> from datetime import UTC
    >>> from lxml.html import fromstring
    >>> card = fromstring("<li><a href=x>Gates</a> <span>13 October 2025, 10:23</span></li>")
    >>> card_day(card, now=datetime(2025, 11, 1, tzinfo=UTC)).moment.date().isoformat()
    '2025-10-13'
    """
    for index, element in enumerate(card.iter()):
        if index == _MAX_ELEMENTS:
            return None
        if not isinstance(element.tag, str):
            continue
        stated = element.get("datetime")
        if stated and (instant := parse_machine_date(stated, zone=None, now=now)):
            return instant
        text = element_text(element) if len(element) < 4 else ""
        if not 6 <= len(text) <= _LONGEST or not any(map(str.isdigit, text)):
            continue
        if instant := parse_date(text, zone=None, now=now, languages=languages):
            return instant
    return None
