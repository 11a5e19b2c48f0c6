"""Sputnik Tajikistan."""

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class SputnikTajikistanSpider(FeedSpider):
    """Sputnik Tajikistan, Russian state media, in Russian: a feed of 100 items.

    All sites of Sputnik have the same addresses: the day, a slug and a number.
    """

    name = "sputnik_tajikistan"
    allowed_domains = ["tj.sputniknews.ru"]
    facts = Facts("medium", 2026, doubt="addresses are those of a sister site")
    outlet = Outlet(
        "Sputnik Tajikistan",
        "TJ",
        "Asia/Dushanbe",
        (Edition("ru"),),
        own_names=("Sputnik", "Sputnik Таджикистан"),
    )
    ways = ("feed",)
    article_url = r"https?://tj\.sputniknews\.ru/\d{8}/(?:[^/]+-)?(?P<key>\d+)(?P<tail>\.html)"
    feeds = ("https://tj.sputniknews.ru/export/rss2/archive/index.xml",)
