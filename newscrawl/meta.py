"""What the parts of a crawl tell each other about a request: keys of ``Request.meta``."""

from typing import Any

from newscrawl.items import Teaser
from newscrawl.walks import Walk

WALK = "newscrawl_walk"
"""A :class:`~newscrawl.walks.Walk`: the request is for a page of a listing."""

TEASER = "newscrawl_teaser"
"""A :class:`~newscrawl.items.Teaser`: the request is for an article."""

REVISIT = "newscrawl_revisit"
"""A :class:`~newscrawl.storage.Revisit`: the article is stored, and looked at again."""

ALTERNATIVES = "newscrawl_alternatives"
"""Addresses to try, in order, where the first page of a listing is gone."""

PLAN = "newscrawl_plan"
"""A :class:`~newscrawl.sitemaps.Plan`: the sitemaps that remain after this one."""

MAP_DEPTH = "newscrawl_map_depth"
"""How many indexes of sitemaps led to this one."""

IN_TURN = "newscrawl_in_turn"
"""Requests to make when this one is done with, one after the other."""

FETCHED_AT = "newscrawl_fetched_at"
"""When the response was received, aware."""

ORIGIN = "newscrawl_origin"
"""Scheme and host to ask instead of those of the URL."""


def walk_of(meta: dict[str, Any]) -> Walk | None:
    walk = meta.get(WALK)
    return walk if isinstance(walk, Walk) else None


def teaser_of(meta: dict[str, Any]) -> Teaser | None:
    teaser = meta.get(TEASER)
    return teaser if isinstance(teaser, Teaser) else None
