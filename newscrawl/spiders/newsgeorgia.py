"""NewsGeorgia."""

from newscrawl.base_spiders import WordPressSpider
from newscrawl.items import Edition, Facts, Outlet


class NewsgeorgiaSpider(WordPressSpider):
    """NewsGeorgia, Tbilisi, in Russian, on WordPress: a feed of 100 summaries."""

    name = "newsgeorgia"
    allowed_domains = ["newsgeorgia.ge"]
    facts = Facts("medium", 2026, doubt="the interface is inferred, addresses are old")
    outlet = Outlet(
        "NewsGeorgia",
        "GE",
        "Asia/Tbilisi",
        (Edition("ru"),),
        own_names=("Новости-Грузия", "Новости Грузия", "NewsGeorgia.ge"),
    )
    article_url = (
        r"https?://(?:www\.)?newsgeorgia\.ge/(?!(?:wp|about|contact)-)"
        r"(?P<key>[^/.]+(?:-[^/.]+)+)(?P<tail>/)?"
    )
    site = "https://newsgeorgia.ge/"
    full_text_feed = False
