"""Conditional requests: what an answer is known by, and whether the asker has it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import blake2b


def validators(body: bytes, modified: datetime | None = None, turn: int = 0) -> dict[str, str]:
    """Return the headers by which *body* is known: a strong ETag, and when it was modified.

    :param turn: makes another ETag of the same body.
    """
    digest = blake2b(body, digest_size=12, salt=turn.to_bytes(8, "big")).hexdigest()
    headers = {"ETag": f'"{digest}"'}
    if modified:
        headers["Last-Modified"] = format_datetime(modified.astimezone(UTC), usegmt=True)
    return headers


def is_had(known_by: Mapping[str, str], asked: Mapping[str, str]) -> bool:
    """Whether the asker has what the headers *known_by* tell of.

    :param asked: the headers of the request; ``If-Modified-Since`` counts only without
        ``If-None-Match``.

    >>> had = validators(b"page", datetime(2026, 11, 1, tzinfo=UTC))
    >>> is_had(had, {"If-None-Match": f'"another", W/{had["ETag"]}'})
    True
    >>> since = {"If-Modified-Since": "Sun, 01 Nov 2026 00:00:00 GMT"}
    >>> is_had(had, since), is_had(had, {**since, "If-None-Match": '"another"'})
    (True, False)
    """
    tags = asked.get("If-None-Match")
    if tags is not None:
        known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return bool(known & {known_by["ETag"], "*"})
    try:
        since = parsedate_to_datetime(asked["If-Modified-Since"])
        modified = parsedate_to_datetime(known_by["Last-Modified"])
    except (KeyError, ValueError):
        return False
    return since.tzinfo is not None and modified <= since
