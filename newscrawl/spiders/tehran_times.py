"""Tehran Times."""

from newscrawl.base_spiders import NastoohSpider
from newscrawl.items import Edition, Facts, Outlet


class TehranTimesSpider(NastoohSpider):
    """Tehran Times, English daily: a feed, a news sitemap and an archive.

    Some stories end with the reporter's initials; the only ``h1`` is the logo.
    """

    name = "tehran_times"
    allowed_domains = ["tehrantimes.com"]
    facts = Facts("high", 2023, doubt="that the feed, the sitemap and the archive answer")
    outlet = Outlet("Tehran Times", "IR", "Asia/Tehran", (Edition("en"),))
    ways = ("feed", "sitemap", "listing")
    article_url = r"https?://(?:www\.)?tehrantimes\.com/news/(?P<key>\d+)(?P<tail>/[^/]+)?/?"
    feeds = ("https://www.tehrantimes.com/rss",)
    sitemaps = ("https://www.tehrantimes.com/sitemap/news/sitemap.xml",)
    listings = ("https://www.tehrantimes.com/archive",)
