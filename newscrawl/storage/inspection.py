"""The store for those who look at it and change nothing."""

from newscrawl.storage.coverage import Coverage
from newscrawl.storage.history import History
from newscrawl.storage.reports import Reports
from newscrawl.storage.stories import Stories


class Inspection(Coverage, History, Reports, Stories):
    """How completely outlets were read, what articles were before, who told a story, how the
    crawls went."""
