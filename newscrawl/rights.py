"""What may be done with an article, as far as the page, its response and its host say."""

from collections.abc import Mapping, Sequence
from typing import Any

from newscrawl.errors import OperatorError
from newscrawl.structured import Said, Structured
from newscrawl.structured.kinds import RESTRICTIONS, restrictions

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


def add_rights(rights: dict[str, Any], of_host: Mapping[str, str]) -> None:
    """Add to the *rights* of an article what its host says of them.

    What the page and its response say of text mining stands before what the host says.

    >>> rights = {"text_mining": "not reserved"}
    >>> add_rights(rights, {"text_mining": "reserved", "ai_agents": "GPTBot"})
    >>> rights
    {'text_mining': 'not reserved', 'ai_agents': 'GPTBot'}
    """
    silent = "text_mining" not in rights
    for right, value in of_host.items():
        if silent or not right.startswith("text_mining"):
            rights.setdefault(right, value)


def check_reservations(words: Sequence[str]) -> None:
    """:raises OperatorError: for a word that :func:`reservation` does not know."""
    known = ("text_mining", "ai_agents", *RESTRICTIONS)
    for word in words:
        if word not in known:
            raise OperatorError(f"NEWSCRAWL_SKIP_RIGHTS: {word!r} is none of {', '.join(known)}")


def reservation(rights: Mapping[str, Any], words: Sequence[str]) -> str | None:
    """Return the first of *words* that *rights* reserve, None if there is none.

    :param words: ``text_mining``, ``ai_agents``, or directives for robots such as ``noai``.

    >>> rights = {"text_mining": "not reserved", "robots": "noarchive, noai"}
    >>> reservation(rights, ["text_mining", "ai_agents", "noai"])
    'noai'
    """
    reserved = set(str(rights.get("robots", "")).split(", "))
    if rights.get("text_mining") == "reserved":
        reserved.add("text_mining")
    if rights.get("ai_agents"):
        reserved.add("ai_agents")
    return next((word for word in words if word in reserved), None)


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
