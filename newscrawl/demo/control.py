"""Moves a newsroom that runs to another moment, and changes what it does wrong."""

import json
from collections.abc import Iterable
from typing import Any
from urllib.request import Request, urlopen

CONTROL = "/control"
_TIMEOUT_S = 60


def control(origin: str) -> dict[str, Any]:
    """Return what the newsroom at *origin* does: ``moment``, ``at`` (ISO 8601), ``faults``."""
    return _answer(Request(f"{origin}{CONTROL}"))


def move_to(origin: str, moment: int) -> dict[str, Any]:
    """Show the newsroom as it is at *moment*, and return as :func:`control` does.

    :raises urllib.error.HTTPError: if there is no such moment.
    """
    return _answer(Request(f"{origin}{CONTROL}/moment", str(moment).encode(), method="POST"))


def switch(origin: str, faults: Iterable[str]) -> dict[str, Any]:
    """Do *faults* wrong from now on, and no others; return as :func:`control` does.

    :raises urllib.error.HTTPError: if there is no such fault.
    """
    return _answer(Request(f"{origin}{CONTROL}/faults", " ".join(faults).encode(), method="POST"))


def _answer(request: Request) -> dict[str, Any]:
    with urlopen(request, timeout=_TIMEOUT_S) as answer:
        state: dict[str, Any] = json.load(answer)
    return state
