"""Tengrinews."""

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class TengrinewsSpider(FeedSpider):
    """Tengrinews, Almaty, in Russian: a feed of about 100 items, articles by number.

    ``/rss/`` and ``/rss_news/all.xml``, which lists of feeds still name, are dead. The Kazakh and
    the English edition have hosts of their own.
    """

    name = "tengrinews"
    allowed_domains = ["tengrinews.kz"]
    facts = Facts("medium", 2026, doubt="nothing is known of the pages but their addresses")
    outlet = Outlet(
        "Tengrinews", "KZ", "Asia/Almaty", (Edition("ru"),), own_names=("Tengrinews.kz",)
    )
    ways = ("feed",)
    article_url = (
        r"https?://(?:www\.)?tengrinews\.kz/(?!(?:tags?|author|page)/)"
        r"[a-z0-9_-]+/(?:[^/]+-)?(?P<key>\d+)(?P<tail>/)?"
    )
    feeds = ("https://tengrinews.kz/news.rss",)
