"""Turan."""

import re
from datetime import datetime

from scrapy.http import TextResponse

from newscrawl.base_spiders import ListingSpider
from newscrawl.items import Article, Edition, Facts, Outlet
from newscrawl.text import content_hash

_DATELINE = re.compile(r"\w+/(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d\d)/Turan\b")
_DESK = re.compile(r"\s*[\u2014\u2013-]+\s*\d\d[A-Z]\s*-*\s*$")


class TuranSpider(ListingSpider):
    """Turan, a news agency in Baku: first pages of three sections in English.

    The feed is behind a challenge, or gone. Stories open with a dateline that holds the day,
    ``Baku/11.09.21/Turan:``, and end with a code of the desk, ``06D``, before links to others.
    """

    name = "turan"
    allowed_domains = ["turan.az"]
    facts = Facts("low", 2026, doubt="no selector is known, nor the marks of other editions")
    outlet = Outlet(
        "Turan", "AZ", "Asia/Baku", Edition.marked("en"), own_names=("Turan News Agency",)
    )
    ways = ("listing",)
    article_url = r"https?://(?:www\.)?turan\.az/(?P<edition>en)/[a-z]+/(?P<key>[a-z0-9-]+)/?"
    listings = tuple(f"https://turan.az/{{prefix}}{x}" for x in ("politics", "social", "economics"))

    def amend(self, article: Article, response: TextResponse) -> Article:
        """Read the day in the dateline where no other date is, and cut the desk's code."""
        body = article.body or ""
        if article.date is None and (found := _DATELINE.match(body)):
            day = "{day}.{month}.{year}".format(**found.groupdict())
            try:
                article.date = datetime.strptime(day, "%d.%m.%y").replace(tzinfo=self.zone)
            except ValueError:
                return article
            article.date_precision, article.date_raw = "day", day
            article.evidence["date"] = "generic"
        if body and (text := _DESK.sub("", body)) != body:
            article.body = text
            article.content_hash = content_hash(article.headline, text)
        return article
