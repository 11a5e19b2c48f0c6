"""Iran International."""

from newscrawl.base_spiders import ArticleSelectors, FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class IranInternationalSpider(FeedSpider):
    """Iran International, London, English edition: a feed that is only known from lists.

    The number of an article begins with the day of its publication.
    """

    name = "iran_international"
    allowed_domains = ["iranintl.com"]
    facts = Facts("low", 2026, doubt="the feed, the zone, where the date is printed")
    outlet = Outlet("Iran International", "GB", "Europe/London", Edition.marked("en"))
    ways = ("feed",)
    article_url = r"https?://(?:www\.)?iranintl\.com/(?P<edition>en)/(?P<key>\d{12})/?"
    feeds = ("https://www.iranintl.com/en/feed",)
    old_selectors = ArticleSelectors(headline="h1", body="article")
