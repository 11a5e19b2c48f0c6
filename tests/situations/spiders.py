"""A spider whose code is wrong."""

from scrapy.http import TextResponse

from newscrawl.items import Article
from newscrawl.spiders.caliber import CaliberSpider


class RaisingSpider(CaliberSpider):
    name = "caliber"

    def amend(self, article: Article, response: TextResponse) -> Article:
        raise ZeroDivisionError("as code does that nobody has run")
