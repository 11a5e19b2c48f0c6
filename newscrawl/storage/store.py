"""The store: everything that is kept between two crawls."""

from newscrawl.storage.addresses import Addresses
from newscrawl.storage.articles import Articles
from newscrawl.storage.contemporaries import Contemporaries
from newscrawl.storage.exports import Exports
from newscrawl.storage.fetches import Fetches
from newscrawl.storage.finding import Finding
from newscrawl.storage.hosts import Hosts
from newscrawl.storage.inspection import Inspection
from newscrawl.storage.ledger import Ledger
from newscrawl.storage.pages import Pages
from newscrawl.storage.runs import Runs
from newscrawl.storage.visits import Visits


class ArticleStore(
    Articles,
    Addresses,
    Contemporaries,
    Visits,
    Finding,
    Ledger,
    Pages,
    Fetches,
    Runs,
    Hosts,
    Exports,
    Inspection,
):
    """The articles, the ledger of what listings showed, the runs, the files that follow.

    Each method is one transaction, on disk when it returns, and raises
    :class:`~newscrawl.storage.errors.StoreError` if the database cannot be used. Use it in a
    ``with`` statement or call ``close``.
    """
