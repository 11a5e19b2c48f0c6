"""Podrobno.uz."""

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class PodrobnoUzSpider(FeedSpider):
    """Podrobno.uz, Tashkent, in Russian: a feed without texts; addresses have no number.

    Slugs are cut at a length, some after a hyphen.
    """

    name = "podrobno_uz"
    allowed_domains = ["podrobno.uz"]
    facts = Facts("medium", 2026, doubt="nothing is known of the pages but their addresses")
    outlet = Outlet("Podrobno.uz", "UZ", "Asia/Tashkent", (Edition("ru"),), own_names=("Podrobno",))
    ways = ("feed",)
    article_url = r"https?://(?:www\.)?podrobno\.uz/cat/[^/]+/(?P<key>[^/]+)(?P<tail>/)?"
    feeds = ("https://podrobno.uz/rss",)
