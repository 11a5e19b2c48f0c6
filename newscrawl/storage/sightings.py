"""Sightings: when a listing showed an article, and where on it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, case

from newscrawl.storage.backends import Upsert
from newscrawl.storage.schema import sightings

_SEE = Upsert(
    sightings,
    ["id", "listing"],
    lambda new: {
        "last_seen": new.last_seen,
        "last_run": new.last_run,
        "times": sightings.c.times + 1,
        "page": new.page,
        "place": new.place,
        "top_place": case(
            (sightings.c.top_place.is_(None), new.top_place),
            (new.top_place < sightings.c.top_place, new.top_place),
            else_=sightings.c.top_place,
        ),
    },
)


def enter_sightings(
    connection: Connection, ids: Sequence[str], run: int, listing: str, page: int, now: datetime
) -> None:
    """Enter that *listing* shows the articles *ids*, in this order, on its page of that number."""
    rows = [
        {
            "id": id,
            "listing": listing,
            "first_seen": now,
            "last_seen": now,
            "first_run": run,
            "last_run": run,
            "times": 1,
            "page": page,
            "place": place,
            "top_place": place if page == 1 else None,
        }
        for place, id in enumerate(ids, 1)
    ]
    _SEE.on(connection, rows)
