"""Economist.kg."""

from newscrawl.base_spiders import FeedSpider
from newscrawl.items import Edition, Facts, Outlet


class EconomistKgSpider(FeedSpider):
    """Economist.kg, Bishkek, business news in Russian: a feed of whole texts, made by Ghost."""

    name = "economist_kg"
    allowed_domains = ["economist.kg"]
    facts = Facts("medium", 2026, doubt="nothing is known of the pages but their addresses")
    outlet = Outlet(
        "Economist.kg", "KG", "Asia/Bishkek", (Edition("ru"),), own_names=("Экономист.kg",)
    )
    ways = ("feed",)
    article_url = (
        r"https?://(?:www\.)?economist\.kg/"
        r"(?:[a-z0-9-]+/)*\d{4}/\d\d/\d\d/(?P<key>[^/]+)(?P<tail>/)?"
    )
    feeds = ("https://economist.kg/rss/",)
    full_text_feed = True
