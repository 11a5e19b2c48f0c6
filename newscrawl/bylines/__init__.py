"""What stands where an author should: names of people, and the wire service credited."""

from newscrawl.bylines.agencies import agency_in
from newscrawl.bylines.reading import Byline, is_labelled, read_byline
from newscrawl.bylines.signatures import closing_byline, opening_byline
from newscrawl.bylines.unnamed import names_newsroom, unnamed_byline

__all__ = [
    "Byline",
    "agency_in",
    "closing_byline",
    "is_labelled",
    "names_newsroom",
    "opening_byline",
    "read_byline",
    "unnamed_byline",
]
