"""What a page says of itself: JSON-LD, microdata, RDFa, OpenGraph and other ``meta``."""

from newscrawl.structured.headlines import best_headline
from newscrawl.structured.page import Structured
from newscrawl.structured.said import Said
from newscrawl.structured.topics import topic_links

__all__ = ["Said", "Structured", "best_headline", "topic_links"]
