"""Feed files that are replaced whole, or stay as they were: imports no Scrapy."""

from newscrawl.publishing.manifest import Content, Manifest, RunNote, Shape
from newscrawl.publishing.part import Part
from newscrawl.publishing.paths import Feed
from newscrawl.publishing.publisher import Publisher
from newscrawl.publishing.results import Result, Ruling, Settled

__all__ = [
    "Content",
    "Feed",
    "Manifest",
    "Part",
    "Publisher",
    "Result",
    "Ruling",
    "RunNote",
    "Settled",
    "Shape",
]
