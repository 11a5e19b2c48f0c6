"""A site that nobody has described, looked at: what it offers, and a draft of its spider.

No module here asks for anything: :mod:`newscrawl.base_spiders.probe` fetches what they name.
"""

from newscrawl.probing.drafting import Draft, NoDraft, draft_of
from newscrawl.probing.findings import Finding, findings
from newscrawl.probing.site import FoundFeed, FoundMap, Page, ReadPage, Site
from newscrawl.probing.trimming import shortened, trimmed

__all__ = [
    "Draft",
    "Finding",
    "FoundFeed",
    "FoundMap",
    "NoDraft",
    "Page",
    "ReadPage",
    "Site",
    "draft_of",
    "findings",
    "shortened",
    "trimmed",
]
