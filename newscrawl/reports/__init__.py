"""What the crawls of outlets did over some time: figures, gaps, plots, a page."""

from newscrawl.reports.outlets import OutletReport, as_record
from newscrawl.reports.views import RunView, view_of

__all__ = ["OutletReport", "RunView", "as_record", "view_of"]
