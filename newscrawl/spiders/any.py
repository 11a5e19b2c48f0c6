"""Any outlet, by what its own pages offer."""

from newscrawl.base_spiders.unknown import UnknownOutletSpider


class AnySpider(UnknownOutletSpider):
    """Crawls the listing at ``url``: ``scrapy crawl any -a url=https://outlet.example/politics/``."""

    name = "any"
