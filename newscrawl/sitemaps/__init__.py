"""Sitemaps: what they hold, which of them to ask for, and in which order."""

from newscrawl.sitemaps.periods import filled, period_of
from newscrawl.sitemaps.plan import Plan, PlannedMap, planned, planned_back
from newscrawl.sitemaps.reading import MapEntry, Sitemap, SitemapError, read_sitemap

__all__ = [
    "MapEntry",
    "Plan",
    "PlannedMap",
    "Sitemap",
    "SitemapError",
    "filled",
    "period_of",
    "planned",
    "planned_back",
    "read_sitemap",
]
