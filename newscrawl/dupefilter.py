"""Which requests were made before."""

from scrapy import Request
from scrapy.dupefilters import RFPDupeFilter

from newscrawl.meta import teaser_of


class PagesDupeFilter(RFPDupeFilter):
    """Scrapy's filter for listing pages; articles are told apart by the ledger.

    An article request that is redirected to an article asked for before is not dropped in
    silence here, but ends as a duplicate in the ledger; and memory does not grow with every
    article.
    """

    def request_seen(self, request: Request) -> bool:
        return teaser_of(request.meta) is None and super().request_seen(request)
