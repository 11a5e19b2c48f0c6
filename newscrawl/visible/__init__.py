"""What a page prints for its readers: the date and the byline near its headline."""

from newscrawl.visible.bylines import printed_bylines
from newscrawl.visible.dates import printed_dates

__all__ = ["printed_bylines", "printed_dates"]
