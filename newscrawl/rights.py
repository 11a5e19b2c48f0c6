"""What may be done with an article, as far as the page and its response say."""

from collections.abc import Mapping, Sequence

from newscrawl.structured import Said, Structured
from newscrawl.structured.kinds import restrictions

HEADERS = ("x-robots-tag", "tdm-reservation", "tdm-policy")
"""Headers of a response that speak of rights, lower case."""


def read_rights(page: Structured, headers: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what is said of each right; nothing for a right on which all are silent.

    * ``licence``: name or address
    * ``copyright``: the notice, or year and holder
    * ``robots``: the directives that forbid a use, e.g. ``noai, noarchive``
    * ``text_mining``: ``reserved`` or ``not reserved``
    * ``text_mining_policy``: address of the terms

    :param headers: the response's, by their names in :data:`HEADERS`.
    """
    said, sent = page.rights(), headers or {}
    robots = [*_values(said.get("robots", ())), sent.get("x-robots-tag", "")]
    mining = said.get("text_mining", ())
    reservations = [sent.get("tdm-reservation", ""), *_values(mining, "tdm-reservation")]
    policies = [sent.get("tdm-policy", ""), *_values(mining, "tdm-policy")]
    found = {
        "licence": _first(_values(said.get("licence", ()))),
        "copyright": _copyright(said.get("copyright", ())),
        "robots": ", ".join(dict.fromkeys(word for each in robots for word in restrictions(each))),
        "text_mining": _reserved(reservations),
        "text_mining_policy": _first(policies),
    }
    return {right: value for right, value in found.items() if value}


def _copyright(said: Sequence[Said[str]]) -> str:
    holder, year = _first(_values(said, "Holder")), _first(_values(said, "Year"))
    stated = f"{year} {holder}" if year and holder else holder
    return _first([*_values(said, "Notice"), stated, *_values(said, "meta["), year])


def _reserved(said: Sequence[str]) -> str:
    """Return whether text mining is reserved: it is if one of the places says so.

    >>> _reserved(["0", "1"]), _reserved(["", "0"]), _reserved(["maybe"])
    ('reserved', 'not reserved', '')
    """
    values = {value.strip() for value in said}
    return "reserved" if "1" in values else "not reserved" if "0" in values else ""


def _values(said: Sequence[Said[str]], place: str = "") -> list[str]:
    """Return what is said in places whose name holds *place*."""
    return [each.value for each in said if place.casefold() in each.where.casefold()]


def _first(values: Sequence[str]) -> str:
    return next((value for value in values if value), "")
