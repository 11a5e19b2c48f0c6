"""A spider that follows the links of the caliber spider, and does nothing else."""

from collections.abc import AsyncIterator, Iterator

from scrapy import Request, Spider
from scrapy.http import Response, TextResponse


class BareSpider(Spider):
    """Front pages, sections, their pages, and every article once."""

    name = "bare"
    allowed_domains = ["caliber.az"]

    def __init__(self, origin: str, ways: str) -> None:
        super().__init__()
        self.origin = origin

    async def start(self) -> AsyncIterator[Request]:
        for edition in ("", "en/", "arm/"):
            yield Request(f"https://caliber.az/{edition}")

    def parse(self, response: TextResponse) -> Iterator[Request]:
        for link in response.css("a[href*='/post/']"):
            yield response.follow(link, callback=self.parse_article, priority=1000)
        for link in response.css("a[href*='/category/'], a[rel=next]"):
            yield response.follow(link)

    def parse_article(self, response: Response) -> None:
        pass
